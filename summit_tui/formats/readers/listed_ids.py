"""What JSON or YAML of any make says by id: names for the ids of rooms, tracks, kinds and levels.

Such things are listed once, and named by number or slug wherever they are meant: `roomId: 3`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers import sheet_columns
from summit_tui.formats.readers.values import first, lowered, text

DEEP = 12
"""So deep is anything looked for."""
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\dA-Za-z_]+")
_BY_ID = frozenset(("id", "ids", "ref", "refs", "key", "keys", "slug", "slugs", "code", "codes"))
_NAMED = frozenset(("room", "venue", "track", "kind", "level", "tags", "language", "date"))
_ALIKE = {"tags": ("tags", "track")}
"""Of `categories` each is a `category`, which is a track."""
_IDS = ("id", "_id", "uid", "key", "slug", "code")
_NAMES = ("name", "title", "label", "displayname")
_OF_DAYS = ("date", "datum", "fecha", "day", "name", "label")
_TIMES = ("date", "start", "end", "enddate", "duration")

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


@lru_cache(maxsize=32_768)
def field_of(key: str) -> tuple[str, int]:
    """Return the field that a key means: `startTime` is the heading Start Time; and how surely."""
    return sheet_columns.meaning(_HUMP.sub(" ", key[:80]))


def entries(value: Any) -> Iterator[tuple[str, Thing]]:
    """Yield the mappings in a list, or those that stand by their ids; these with their ids."""
    if isinstance(value, dict) and value and all(isinstance(v, dict) for v in value.values()):
        yield from ((str(key), each) for key, each in value.items())
    elif isinstance(value, list):
        yield from (("", each) for each in value if isinstance(each, dict))


def ids(key: str, entry: Thing) -> Iterator[str]:
    """Yield what an entry may be called by others."""
    yield from filter(None, (key, *(text(entry[k]).strip() for k in entry if _is_id(str(k)))))


@lru_cache(maxsize=32_768)
def _is_id(key: str) -> bool:
    return key.lower() in _IDS


def named(value: Any) -> Any:
    """Return `value` with names for the ids of what it lists."""
    known = _Known({}, {})
    _collect(value, "", known, 0)
    return _replaced(value, known, 0)


class _Known(NamedTuple):
    names: dict[str, dict[str, str]]
    """What things of a field are called, by their ids."""
    slots: dict[str, Thing]
    """When slots begin and end."""


def _collect(value: Any, called: str, known: _Known, depth: int) -> None:
    if depth > DEEP or not isinstance(value, dict | list):
        return
    field = meaning(called).field
    if field in _NAMED or field == "time":
        for key, each in entries(value):
            for name in ids(key, each):
                if field == "time":
                    known.slots.setdefault(name, _when(each))
                    continue
                told = first(lowered(each), *(_OF_DAYS if field == "date" else _NAMES))
                for one in _ALIKE.get(field, (field,)):
                    known.names.setdefault(one, {}).setdefault(name, told)
    inner = value.items() if isinstance(value, dict) else ((called, each) for each in value)
    for key, each in inner:
        _collect(each, str(key), known, depth + 1)


def _when(slot: Thing) -> Thing:
    return {key: each for key, each in slot.items() if meaning(str(key)).field in _TIMES}


def _replaced(value: Any, known: _Known, depth: int) -> Any:
    if depth > DEEP:
        return value
    if isinstance(value, list):
        return [_replaced(each, known, depth + 1) for each in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for key, each in value.items():
        said = meaning(str(key))
        if said.field == "time" and (slot := known.slots.get(text(each).strip())):
            found.update(slot)
        elif called := _called(each, known.names.get(said.field, {})):
            found[_settled(str(key), said, value)] = called
        elif said.by_id and said.field == "speakers" and said.bare not in value:
            found[said.bare] = each
        else:
            found[key] = _replaced(each, known, depth + 1)
    return found


def _settled(key: str, said: Meaning, value: Thing) -> str:
    """Return under which key a name stands that was an id: `room` for `roomId` and `rooms`."""
    return key if said.field in value or said.field == key else said.field


def _called(value: Any, known: Mapping[str, str]) -> Any:
    """Return the names of the ids in `value`; nothing where one is not known."""
    if not known or isinstance(value, dict):
        return None
    if isinstance(value, list):
        if any(isinstance(each, dict | list) for each in value):
            return None
        called = [known.get(text(each).strip(), "") for each in value]
        return called if called and all(called) else None
    return known.get(text(value).strip())
