"""Times of day as programmes print them: alone, without a date, and beyond midnight (`25:30`).

A programme that goes on into the night counts its hours on, in Japan always: 25:30 on Saturday is
half past one on Sunday, and still of Saturday's programme.
"""

import re
from contextlib import suppress
from datetime import date, timedelta

from summit_tui.catalogue.times import parse_date
from summit_tui.formats.readers import day_names

_ALONE = re.compile(
    r"\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|z|[+-]\d{2}:?\d{2})?\s*", re.ASCII
)
_BEYOND = re.compile(r"(.{8,10})[Tt ]\s*(2[4-9]|3\d)(:\d{2}.*)", re.ASCII | re.DOTALL)
_NUMBERED = re.compile(r"[^\d]{0,12}(\d{1,2})[^\d]{0,12}", re.ASCII)
_MINUTES_OF_DAY = 24 * 60


def is_alone(text: str) -> bool:
    """Return whether `text` is a time of day without a date: `15:30`, `15:30+00:00`."""
    return _minute(text) is not None


def shown(text: str) -> str:
    """Return a time of day as a person reads it: `15:30`."""
    found = _ALONE.fullmatch(text)
    return f"{int(found[1]):02}:{found[2]}" if found else text


def length(start: str, end: str) -> int | None:
    """Return how many minutes there are between two times of day; None when one is none."""
    begins, ends = _minute(start), _minute(end)
    return None if begins is None or ends is None else (ends - begins) % _MINUTES_OF_DAY


def day_of(first: date, called: str) -> date:
    """Return the date of the day that is `called` `Day 2`, `2.`, `May 4`, `Friday` or nothing.

    It is counted from `first`; what has neither number nor name is the first. OverflowError when
    there is no such date.
    """
    if named := day_names.near(first, called):
        return named
    number = _NUMBERED.fullmatch(called.strip())
    return first + timedelta(days=max(1, int(number[1])) - 1 if number else 0)


def within_the_day(moment: str) -> str:
    """Return a moment whose hours count on beyond midnight on the date that it is then."""
    if found := _BEYOND.fullmatch(moment):
        with suppress(ValueError, OverflowError):
            day = parse_date(found[1]) + timedelta(days=int(found[2]) // 24)
            return f"{day}T{int(found[2]) % 24:02}{found[3]}"
    return moment


def _minute(text: str) -> int | None:
    found = _ALONE.fullmatch(text)
    if found is None or int(found[1]) > 39 or int(found[2]) > 59:
        return None
    return int(found[1]) * 60 + int(found[2])
