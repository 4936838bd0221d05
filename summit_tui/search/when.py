"""When: what conditions on times of day, moments and free time select.

Times of day are local to the event; what is compared are instants.
"""

import sys
from bisect import bisect_right
from contextlib import suppress
from datetime import date, datetime, timedelta

from summit_tui.catalogue.spans import joined
from summit_tui.catalogue.text import fold
from summit_tui.catalogue.times import parse_moment, parse_time
from summit_tui.search.context import Context
from summit_tui.search.facets import Rows, set_of
from summit_tui.search.index import NEVER, Index
from summit_tui.search.programme import Programme
from summit_tui.search.query import QueryError
from summit_tui.search.selected import Selected

_NOW = ("now", "maintenant", "jetzt")
_HOURS = {"noon": 12, "midday": 12, "midi": 12, "mittag": 12, "midnight": 0, "minuit": 0}
"""Times of day that have a name."""


def after(programme: Programme, text: str, context: Context) -> Selected:
    """Return the rows that start at a time of day, a moment or now, or later."""
    index = programme.index
    if (moment := _moment(programme, text, context)) is not None:
        later = [row for row, start in enumerate(index.starts) if start >= moment]
    else:
        minute = _minute_of_day(text)
        later = [row for row, at in enumerate(_minutes(programme)) if at >= minute]
    return Selected(set_of(later, index.size) & _scheduled(index))


def before(programme: Programme, text: str, context: Context) -> Selected:
    """Return the rows that start before a time of day, a moment or now."""
    later = after(programme, text, context).rows
    return Selected(_scheduled(programme.index) & ~later)


def under_way(programme: Programme, text: str, context: Context) -> Selected:
    """Return the rows that are on now, at a moment, or at a time of day on any day."""
    index = programme.index
    moment = _moment(programme, text, context)
    moments = _each_day(programme, _minute_of_day(text)) if moment is None else [moment]
    spans = zip(index.starts, index.ends, strict=True)
    on = [
        row
        for row, (start, end) in enumerate(spans)
        if any(start <= moment < end for moment in moments)
    ]
    return Selected(set_of(on, index.size) & ~index.facets.rows("state", "cancelled"))


def upcoming(index: Index, context: Context) -> Rows:
    """Return the rows that have not begun, and will take place."""
    now = context.now.timestamp()
    later = [row for row, start in enumerate(index.starts) if start > now]
    return set_of(later, index.size) & ~index.facets.rows("state", "cancelled")


def past(index: Index, context: Context) -> Rows:
    """Return the rows that are over."""
    now = context.now.timestamp()
    over = [row for row, end in enumerate(index.ends) if end <= now]
    return set_of(over, index.size) & _scheduled(index)


def _scheduled(index: Index) -> Rows:
    return index.facets.everything & ~index.facets.rows("state", "unscheduled")


def _moment(programme: Programme, text: str, context: Context) -> float | None:
    """Return the one instant `text` means, in seconds since 1970 UTC; None for a time of day."""
    zone = programme.catalogue.event.zone
    if fold(text) in _NOW:
        return context.now.timestamp()
    for read in (text, f"{text} 00:00"):  # a date is its beginning
        with suppress(ValueError):
            return parse_moment(read, zone).timestamp()
    return None


def _minute_of_day(text: str) -> int:
    if (hour := _HOURS.get(fold(text))) is not None:
        return hour * 60
    try:
        time = parse_time(text)
    except ValueError:
        hint = "write 14:00, 14h30, 2pm, 2019-04-02T14:00 or now"
        raise QueryError(f"{text!r} is not a time of day", hint=hint) from None
    return time.hour * 60 + time.minute


def _each_day(programme: Programme, minute: int) -> list[float]:
    """Return that minute of each of the event's days, in seconds since 1970 UTC."""
    zone = programme.catalogue.event.zone
    days = [date.fromisoformat(day) for day in programme.index.facets.values("day")]
    # What begins after midnight is listed under the day before.
    nights = [day + timedelta(days=1) for day in days]
    clock = divmod(minute, 60)
    return [
        datetime(day.year, day.month, day.day, *clock, tzinfo=zone).timestamp()
        for day in {*days, *nights}
    ]


def _minutes(programme: Programme) -> list[int]:
    """Return for each row the local minute of the day it starts at; -1 when unknown.

    A zone's offset is asked for once per quarter of an hour, not once per session.
    """
    zone = programme.catalogue.event.zone
    offsets: dict[int, int] = {}
    minutes = []
    for start in programme.index.starts:
        if start == NEVER:
            minutes.append(-1)
            continue
        quarter = start // 900
        if quarter not in offsets:
            delta = datetime.fromtimestamp(start, zone).utcoffset()
            offsets[quarter] = int(delta.total_seconds()) if delta else 0
        minutes.append((start + offsets[quarter]) % 86400 // 60)
    return minutes


def free_rows(index: Index, context: Context) -> Rows:
    """Return the rows that will take place and overlap no pick."""
    busy = joined(context.busy)
    ends = [end for _, end in busy]
    starts = [start for start, _ in busy] + [sys.maxsize]
    spans = zip(index.starts, index.ends, strict=True)
    fits = [  # before the first stretch that ends after its start
        row
        for row, (start, end) in enumerate(spans)
        if start != NEVER and end <= starts[bisect_right(ends, start)]
    ]
    return set_of(fits, index.size) & ~index.facets.rows("state", "cancelled")
