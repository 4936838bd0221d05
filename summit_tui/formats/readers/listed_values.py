"""What a value in JSON or YAML of any make says, as one text: names of things, moments, lists."""

from datetime import UTC, datetime
from typing import Any

from summit_tui.formats.readers.values import LANGUAGE, first, text

_SECONDS = range(10**9, 4 * 10**9)
_NAMES = ("name", "title", "label", "fullName", "displayName", "rendered", "text", "value")
_MOMENTS = ("dateTime", "datetime", "local", "utc", "iso", "$date")
"""Where the calendars of the large sites keep a moment, beside its zone."""
_CLOCKS = ({"h", "m"}, {"hour", "minute"}, {"hours", "minutes"})
_PARTS = 4


def called(value: Any, key: str = "") -> str:
    """Return what a thing is called: a room, a track, a text in several languages, a moment.

    `key` is what it stands under, which some repeat: `venue: {venue: Amber}`.
    """
    if not isinstance(value, dict):
        return text(value)
    if value and all(LANGUAGE.fullmatch(str(each)) for each in value):
        return text(value)
    if value.get("date") and value.get("time"):
        return f"{text(value['date'])} {text(value['time'])}"
    if set(value) in _CLOCKS:
        hour, minute = (text(value[part]) for part in sorted(value))
        return f"{hour}:{minute.zfill(2)}"
    return first(value, *_MOMENTS, *_NAMES, *filter(None, (key,)))


def cell(value: Any, key: str = "") -> str:
    """Return what stands under a key, as a cell of a sheet has it."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(called, value)))
    if isinstance(value, int) and not isinstance(value, bool):
        for seconds in (value, value // 1000):
            if seconds in _SECONDS:
                return datetime.fromtimestamp(seconds, UTC).isoformat()
    return called(value, key)


def is_moment(value: Any) -> bool:
    """Return whether a mapping is a moment."""
    if not isinstance(value, dict) or len(value) > _PARTS:
        return False
    return bool(first(value, *_MOMENTS) or (first(value, "date") and first(value, "time")))
