"""Dates and times as people write them into sheets, made into `2026-04-03T09:30`.

Whether 03/04 is in March or April, only all dates of a sheet together can tell: a 13 that is no
month, else whichever makes the event shorter. Where that leaves a doubt, it is told.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers.day_names import MONTHS
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.sheet_hours import whole_hours

_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[Zz]|[+-]\d{2}:?\d{2})"
)
_YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})(?:\.|日|일)?(?!\d)"
)
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)", re.ASCII)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s*(?:of |de )?\s*([a-z]{3,9})\.?,?\s+(\d{4})"
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_CLOCK = re.compile(
    r"(?<![\d:.])(?:(오전|오후|午前|午後)\s*)?(\d{1,2})"
    r"(?:\s?[:.h시時]\s?(\d{2})(?![\d.])(?::\d{2}(?:\.\d+)?)?[분分]?|\s?(?=h|uhr|[ap]\.?m|시|時))"
    r"\s*(?:(?:uhr|h)\b|[시時]|([ap])\.?m\b\.?)?"
)
_FOUR = r"([01]\d|2[0-3])([0-5]\d)(?: ?(?:h|hrs|uhr))?"
_BARE = re.compile(rf"\s*{_FOUR}(?:\s*(?:-|–|—|to)\s*{_FOUR})?\s*", re.ASCII)
"""Times without a sign between hours and minutes: `0930`, `0930-1015`."""
_HALF = re.compile(r"\d\s?[APap]\.?[Mm]\b")
_PADDED = re.compile(r"(?<!\d)0\d/|/0\d/")
"""Where nobody writes 04/05 and clocks have halves, people are American."""
_AFTERNOON = ("p", "오후", "午後")
_REST = 4
"""Words that may stand beside the date in a row that has nothing else: `Day 1, Monday`."""
_HALF_A_DAY = 12
_MOST = 80
"""Characters of a cell that may be a date or time."""


class Day(NamedTuple):
    """A date in a cell, and the rest of the cell."""

    iso: str
    rest: str


class Dates:
    """Reads the dates of one sheet; `cells` are all cells that may hold some."""

    def __init__(self, cells: Iterable[str], notes: Notes) -> None:
        short = [cell[:_MOST] for cell in cells]
        other = (cell for cell in short if not _YEAR_FIRST.search(cell))
        found = {m.groups() for cell in other for m in _NUMERIC.finditer(cell)}
        slashed = {each for each in found if each[1] != "."}  # 3.4. is never in March
        american = any(map(_HALF.search, short)) and not any(map(_PADDED.search, short))
        self._month_first = _is_month_first(slashed, notes, american=american)
        self._read: dict[str, Day] = {}

    def day(self, cell: str) -> Day:
        """Return the first date in a cell, empty where there is none."""
        if cell not in self._read:  # many sessions begin together
            self._read[cell] = self._day(cell)
        return self._read[cell]

    def _day(self, cell: str) -> Day:
        text = fold(cell[:_MOST])
        if m := _YEAR_FIRST.search(cell[:_MOST]) or _COMPACT.match(cell):
            return _day(m, int(m[1]), int(m[2]), int(m[3]))
        if m := _NUMERIC.search(text):
            one, other, year = int(m[1]), int(m[3]), int(m[4]) + (2000 if len(m[4]) == 2 else 0)
            month_first = self._month_first and m[2] != "."
            if (other if not month_first else one) > 12:
                month_first = not month_first
            return _day(m, year, *((one, other) if month_first else (other, one)))
        if (m := _DAY_FIRST.search(text)) and m[2] in MONTHS:
            return _day(m, int(m[3]), MONTHS[m[2]], int(m[1]))
        if (m := _MONTH_FIRST.search(text)) and m[1] in MONTHS:
            return _day(m, int(m[3]), MONTHS[m[1]], int(m[2]))
        return Day("", text)


def is_moment(cell: str) -> bool:
    """Return whether a cell is an instant: date, time and offset."""
    return _MOMENT.fullmatch(cell.strip()) is not None


@lru_cache(maxsize=1024)
def clocks(text: str) -> tuple[str, ...]:
    """Return the times of day in a text: `10:00 - 10:45` has two, and so has `2-3pm`."""
    if bare := _BARE.fullmatch(text[:_MOST]):
        return tuple(f"{bare[at]}:{bare[at + 1]}" for at in (1, 3) if bare[at])
    found = []
    told = [*_CLOCK.finditer(whole_hours(fold(text[:_MOST])))]
    for m in told:
        hour, minute = int(m[2]), int(m[3] or 0)
        if (half := m[4] or m[1]) and hour <= _HALF_A_DAY:  # 13:30 AM is what clocks of 24 say
            hour = hour % 12 + (12 if half in _AFTERNOON else 0)
        late = hour < 30 and ":" in m[0]  # 25:30 is half past one in the night
        if (hour < 24 or late) and minute < 60:
            found.append(f"{hour:02}:{minute:02}")
    if len(found) == len(told) == len("ab") and not (told[0][4] or told[0][1]):
        # `1:00 - 2:00 PM` says of the second alone which half of the day both are in.
        hour = int(told[0][2]) % _HALF_A_DAY + _HALF_A_DAY
        begins = f"{hour:02}{found[0][2:]}"
        late = (told[1][4] or told[1][1]) in _AFTERNOON and int(told[0][2]) <= _HALF_A_DAY
        found[0] = begins if late and begins < found[1] else found[0]
    return tuple(found)


def alone(cells: Iterable[str], dates: Dates) -> str:
    """Return the only cell that says something, where that is a date and no more; else empty."""
    said = [cell for cell in cells if cell.strip()]
    if len(said) != 1:
        return ""
    day = dates.day(said[0])
    bare = not clocks(day.rest) and len(day.rest.split()) <= _REST
    return said[0] if day.iso and bare else ""


def _day(m: re.Match[str], year: int, month: int, day: int) -> Day:
    rest = f"{m.string[: m.start()]} {m.string[m.end() :].lstrip('-')}"
    try:
        return Day(date(year, month, day).isoformat(), rest)
    except ValueError:
        return Day("", m.string)


def _is_month_first(found: set[tuple[str | None, ...]], notes: Notes, *, american: bool) -> bool:
    if not found:
        return False
    firsts = max(int(each[0] or 0) for each in found)
    seconds = max(int(each[2] or 0) for each in found)
    if (firsts > 12) != (seconds > 12):
        return seconds > 12
    shown = "/".join(str(each) for each in min(found, key=str) if each not in ("/", "-"))
    if firsts > 12:
        notes.add("changed", "some dates begin with the day, others with the month")
        return False
    spans = [_span(found, month_first) for month_first in (False, True)]
    month_first = spans[1] < spans[0] or (american and spans[1] == spans[0])
    order = "month/day/year" if month_first else "day/month/year"
    doubt = any(each[0] != each[2] for each in found)
    if doubt:
        message = f"dates like {shown} are read as {order}; written 2026-04-03, they leave no doubt"
        notes.add("changed", message)
    return month_first


def _span(found: set[tuple[str | None, ...]], month_first: bool) -> int:
    """Return how many days there are from the first to the last date, read that way."""
    days = []
    for one, _, other, year in found:
        first, second = int(one or 0), int(other or 0)
        month, day = (first, second) if month_first else (second, first)
        number = int(year or 0) + (2000 if len(year or "") == 2 else 0)
        try:
            days.append(date(number, month, day).toordinal())
        except ValueError:
            return 10**6
    return max(days) - min(days)
