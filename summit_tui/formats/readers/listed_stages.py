"""Slots whose stages are keys: `{time: 10:00, amber: {title: Beds}, blue: {title: Owls}}`.

What stands on a stage becomes an entry with its room, or its track, so that all is read one way.
"""

import re
from collections.abc import Iterator
from typing import Any

from summit_tui.formats.readers import words
from summit_tui.formats.readers.listed_ids import meaning
from summit_tui.formats.readers.listed_slots import titled
from summit_tui.formats.readers.listed_talks import is_of_talks

_TIMED = frozenset(("date", "start", "time"))
_TELLING = frozenset(("speakers", "abstract"))
_NO_SLOT = frozenset(("title", "speakers", "abstract"))
_STAGES = frozenset(("room", "track"))
_ENTRIES = "sessions"
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")


def staged(entries: list[Any]) -> list[Any]:
    """Return entries whose stages are keys, with what stands on each as entries of their own."""
    stages = {key for each in entries for key in _stages(each)}
    return [_with_rooms(each, stages) for each in entries] if stages else entries


def _stages(value: Any) -> Iterator[str]:
    """Yield the keys of a slot that are stages: at least two with a talk on each."""
    if not isinstance(value, dict):
        return
    parts = [key for key, each in value.items() if isinstance(each, dict | list) or _is_track(key)]
    if len(parts) <= 1:
        return
    fields = {meaning(str(key)).field for key in value}
    if not _NO_SLOT.isdisjoint(fields) or _TIMED.isdisjoint(fields):
        return
    found = [key for key in parts if _is_stage(str(key)) and _is_on(value[key])]
    yield from found if len(found) > 1 else ()


def _is_track(key: str) -> bool:
    """Return whether a key is one of several rooms or tracks: `track1`."""
    return any(map(str.isdigit, str(key))) and meaning(str(key)).field in _STAGES


def _is_stage(key: str) -> bool:
    free = not meaning(key).field or _is_track(key)
    return free and not is_of_talks(key) and not words.kind(key)[0]


def _is_on(value: Any) -> bool:
    """Return whether a value is a talk, or are some, or the title or the id of one."""
    if isinstance(value, str):
        return True
    listed = value if isinstance(value, list) else [value]
    fields = [
        {meaning(str(key)).field for key in each} for each in listed if isinstance(each, dict)
    ]
    all_titled = bool(fields) and all("title" in each for each in fields)
    return all_titled and any(not _TELLING.isdisjoint(each) for each in fields)


def _with_rooms(value: Any, stages: set[str]) -> Any:
    if not isinstance(value, dict) or _ENTRIES in value or stages.isdisjoint(value):
        return value
    if any(meaning(str(key)).field == "title" for key in value):
        return value
    found = []
    for stage in (key for key in value if key in stages):
        field = "track" if meaning(str(stage)).field == "track" else "room"
        listed = value[stage] if isinstance(value[stage], list) else [value[stage]]
        each = (_named(one) for one in listed if one)
        found += [{field: str(stage), **one} if isinstance(one, dict) else one for one in each]
    rest = {key: each for key, each in value.items() if key not in stages}
    return {**rest, _ENTRIES: found}


def _named(value: Any) -> Any:
    """Return a talk that is named by its title, or by its id, as an entry."""
    return {"talk": value} if _SLUG.fullmatch(str(value)) else titled(value)
