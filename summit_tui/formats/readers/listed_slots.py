"""Schedules whose times are keys: `10:00: Tea`, `10:30: {Amber: Beds, Blue: Nests}`.

What stands under a time is made into the entries of a list, so that all is read one way.
"""

import re
from typing import Any

from summit_tui.formats.readers.listed_ids import meaning
from summit_tui.formats.readers.values import text

_CLOCK = re.compile(
    r"(?:[^\W\d]{1,9}\.?,? )?\d{1,2}(?:[:.h]\d{2}(?::\d{2})?|(?=\s?[ap]\.?m))\s?(?:[ap]\.?m\.?)?"
    r"(?:\s?(?:-|–|—|to|bis|~)\s?\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?\s?(?:[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
"""`10:00`, `9.30 am`, `10:00 - 10:45`."""


def is_clock(key: str) -> bool:
    """Return whether a key is a time of day, or from one to another."""
    return len(key) < 40 and _CLOCK.fullmatch(key.strip()) is not None


def slotted(value: Any) -> Any:
    """Return what stands under a time as entries: a title alone, one for each room, a list."""
    if isinstance(value, list):
        return [titled(each) for each in value]
    if not isinstance(value, dict):
        return [titled(value)] if text(value).strip() else []
    if _has_title(value):
        return [value]
    rooms = {str(key): titled(each) for key, each in value.items() if each is not None}
    if any(meaning(room).field for room in rooms) or not all(map(_has_title, rooms.values())):
        return value
    return [{"room": room, **each} for room, each in rooms.items()]


def _has_title(value: Any) -> bool:
    return isinstance(value, dict) and any(meaning(str(key)).field == "title" for key in value)


def titled(value: Any) -> Any:
    """Return a text alone as an entry with this title."""
    return {"title": value} if text(value).strip() and not isinstance(value, dict) else value
