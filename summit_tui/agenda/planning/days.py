"""What a day of mine looks like: its hours, its lunch, how much is enough."""

import re
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from summit_tui.catalogue.times import parse_duration, parse_time

_LUNCH_MINUTES = 45


class LunchTime(NamedTuple):
    """A break of `minutes` somewhere between two times of day."""

    start: time
    end: time
    minutes: int


class DayShape(NamedTuple):
    """What holds for every day of the event."""

    lunch: LunchTime | None = None
    start: time | None = None
    """Nothing begins earlier."""
    end: time | None = None
    """Nothing lasts longer."""
    most: int | None = None
    """So many sessions are enough; at least 1."""

    def outside(self, begin: datetime, end: datetime, day: date) -> str:
        """Return how a session goes beyond the hours of its `day`; empty when it does not."""
        zone = begin.tzinfo
        if self.start is not None:
            opens = datetime.combine(day, self.start, zone)
            if begin.timestamp() < opens.timestamp():
                return f"begins before {self.start:%H:%M}"
        if self.end is not None:
            closes = datetime.combine(day, self.end, zone)
            if end.timestamp() > closes.timestamp():
                return f"ends after {self.end:%H:%M}"
        return ""

    def lunch_of(self, day: date, zone: ZoneInfo) -> tuple[int, int] | None:
        """Return between which instants, in seconds since 1970 UTC, there is lunch on `day`."""
        if self.lunch is None:
            return None
        edges = (self.lunch.start, self.lunch.end)
        start, end = (int(datetime.combine(day, edge, zone).timestamp()) for edge in edges)
        return start, end


def read_lunch(text: str) -> LunchTime:
    """Return the lunch a person typed: `12:00-14:00/45`, `12-14`; ValueError otherwise."""
    message = f"{text!r} is no time for lunch; write 12:00-14:00/45"
    hours, slash, length = text.partition("/")
    edges = re.split(r"[-–]", hours)
    if len(edges) != 2:
        raise ValueError(message)
    try:
        start, end = map(parse_time, edges)
        minutes = parse_duration(length) if slash else _LUNCH_MINUTES
    except ValueError as error:
        raise ValueError(message) from error
    room = (end.hour - start.hour) * 60 + end.minute - start.minute
    if not 0 < minutes <= room:
        raise ValueError(f"{text!r} has no room for {minutes} min; write 12:00-14:00/45")
    return LunchTime(start, end, minutes)
