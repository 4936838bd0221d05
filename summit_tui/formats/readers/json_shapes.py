"""JSON in the shapes of what made it, laid out as plain entries: JSON:API, tables with a header.

JSON:API (https://jsonapi.org) keeps what an entry says apart from what it refers to, and what that
is in a list of its own; sheets come as rows of which the first is the header.
"""

from collections.abc import Mapping
from typing import Any

from summit_tui.formats.readers.sheet_columns import columns, is_programme
from summit_tui.formats.readers.values import first, items, mapping, text

Thing = Mapping[str, Any]
_DEEP = 3
_HEADER_AMONG = 5


def plain(value: Any, depth: int = 0) -> Any:
    """Return `value` with such parts of it as lists of plain entries."""
    if _is_api(value):
        return _entries(value)
    if isinstance(value, list) and (found := _table(value)) is not None:
        return found
    if depth < _DEEP and isinstance(value, dict):
        return {key: plain(each, depth + 1) for key, each in value.items()}
    return value


def _is_api(value: Any) -> bool:
    listed = items(mapping(value).get("data"))[:5]
    return bool(listed) and all("attributes" in mapping(each) for each in listed)


def _entries(value: Thing) -> Any:
    """Return the entries of JSON:API by their type, with what they refer to in them."""
    listed = [mapping(each) for key in ("data", "included") for each in items(value.get(key))]
    known = {(text(each.get("type")), text(each.get("id"))): each for each in listed}
    found: dict[str, list[Any]] = {}
    for each in listed:
        refers = mapping(each.get("relationships")).items()
        about = {key: _named(mapping(other).get("data"), known) for key, other in refers}
        about = {key: other for key, other in about.items() if other}
        entry = {"id": text(each.get("id")), **mapping(each.get("attributes")), **about}
        found.setdefault(first(each, "type"), []).append(entry)
    return found


def _named(other: Any, known: Mapping[tuple[str, str], Thing]) -> Any:
    """Return what a relationship refers to; its id where that is not included."""
    if isinstance(other, list):
        return [_named(each, known) for each in other]
    one = mapping(other)
    key = (text(one.get("type")), text(one.get("id")))
    return mapping(known.get(key, {}).get("attributes")) or key[1]


def _table(value: list[Any]) -> list[Any] | None:
    """Return the rows of a table as entries; None when it is none."""
    if len(value) < 2 or not all(isinstance(row, list) for row in value):
        return None
    for at, row in enumerate(value[:_HEADER_AMONG]):
        header = [text(cell) for cell in row]
        if is_programme(columns(header)):
            return [dict(zip(header, each, strict=False)) for each in value[at + 1 :]]
    return None
