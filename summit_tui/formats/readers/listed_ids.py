"""What JSON or YAML of any make says by id: names for the ids of rooms, tracks, kinds and levels.

Such things are listed once, and named by number or slug wherever they are meant: `roomId: 3`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers import sheet_columns
from summit_tui.formats.readers.values import first, text

DEEP = 12
"""So deep is anything looked for."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\dA-Za-z_]+")
_BY_ID = frozenset(("id", "ids", "ref", "refs", "key", "keys", "slug", "slugs", "code", "codes"))
_NAMED = frozenset(("room", "venue", "track", "kind", "level", "tags", "language"))
_ALIKE = {"tags": ("tags", "track")}
"""Of `categories` each is a `category`, which is a track."""
_IDS = ("id", "_id", "uid", "key", "slug", "code")
_NAMES = ("name", "title", "label")

Thing = Mapping[str, Any]


class Meaning(NamedTuple):
    """What a key says."""

    bare: str
    """The key in words, without the one that says that ids follow."""
    field: str
    """The field that means; empty for none."""
    by_id: bool


@lru_cache(maxsize=32_768)
def meaning(key: str) -> Meaning:
    """Return what `roomIds` says: the field `room`, by id."""
    words = [fold(word) for word in _WORD.findall(key[:80])]
    by_id = len(words) > 1 and words[-1] in _BY_ID
    bare = " ".join(words[:-1] if by_id else words)
    field = sheet_columns.meaning(bare)[0] or sheet_columns.meaning(bare.removesuffix("s"))[0]
    return Meaning(bare, field, by_id)


def entries(value: Any) -> Iterator[tuple[str, Thing]]:
    """Yield the mappings in a list, or those that stand by their ids; these with their ids."""
    if isinstance(value, dict) and value and all(isinstance(v, dict) for v in value.values()):
        yield from ((str(key), each) for key, each in value.items())
    elif isinstance(value, list):
        yield from (("", each) for each in value if isinstance(each, dict))


def ids(key: str, entry: Thing) -> Iterator[str]:
    """Yield what an entry may be called by others."""
    yield from filter(None, (key, *(first(entry, name) for name in _IDS)))


def named(value: Any) -> Any:
    """Return `value` with names for the ids of what it lists."""
    names: dict[str, dict[str, str]] = {}
    _collect(value, "", names, 0)
    return _replaced(value, names, 0)


def _collect(value: Any, called: str, names: dict[str, dict[str, str]], depth: int) -> None:
    if depth > DEEP or not isinstance(value, dict | list):
        return
    field = meaning(called).field
    if field in _NAMED:
        for key, each in entries(value):
            for name in ids(key, each):
                for one in _ALIKE.get(field, (field,)):
                    names.setdefault(one, {}).setdefault(name, first(each, *_NAMES))
    inner = value.items() if isinstance(value, dict) else ((called, each) for each in value)
    for key, each in inner:
        _collect(each, str(key), names, depth + 1)


def _replaced(value: Any, names: Mapping[str, Mapping[str, str]], depth: int) -> Any:
    if depth > DEEP:
        return value
    if isinstance(value, list):
        return [_replaced(each, names, depth + 1) for each in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for key, each in value.items():
        said = meaning(str(key))
        known = names.get(said.field, {})
        if called := _called(each, known):
            found[said.bare if said.by_id and said.bare not in value else key] = called
        elif said.by_id and said.field == "speakers" and said.bare not in value:
            found[said.bare] = each
        else:
            found[key] = _replaced(each, names, depth + 1)
    return found


def _called(value: Any, known: Mapping[str, str]) -> Any:
    """Return the names of the ids in `value`; nothing where one is not known."""
    if not known or isinstance(value, dict):
        return None
    if isinstance(value, list):
        called = [known.get(text(each).strip(), "") for each in value]
        return called if called and all(called) else None
    return known.get(text(value).strip())
