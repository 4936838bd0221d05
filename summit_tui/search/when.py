"""When: what conditions on days, times of day and free time select.

Days are those of the event; times of day are local to it; what is compared are instants.
"""

from datetime import date, datetime, timedelta

from summit_tui.catalogue.text import fold
from summit_tui.catalogue.times import parse_date, parse_moment, parse_time
from summit_tui.search.context import Context
from summit_tui.search.facets import Rows, set_of
from summit_tui.search.index import NEVER, Index
from summit_tui.search.programme import Programme
from summit_tui.search.query import QueryError

WEEKDAYS = (
    "monday lundi montag lunes",
    "tuesday mardi dienstag martes",
    "wednesday mercredi mittwoch miercoles",
    "thursday jeudi donnerstag jueves",
    "friday vendredi freitag viernes",
    "saturday samedi samstag sabado",
    "sunday dimanche sonntag domingo",
)
"""The days of the week as people abbreviate them: by their first letters, two at least."""


def day_of(programme: Programme, text: str, context: Context) -> str:
    """Return the ISO date that `text` means: of the event's days where that is possible."""
    days: list[str] = programme.index.facets.values("day")
    folded = fold(text)
    if folded.isdecimal() and len(folded) < 4:
        if 1 <= int(folded) <= len(days):
            return days[int(folded) - 1]
        raise QueryError(
            f"day {text} does not exist",
            hint=f"the event has {len(days)} day{'s' * (len(days) != 1)}",
        )
    offset = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(folded)
    if offset is not None:
        return (context.now.date() + timedelta(days=offset)).isoformat()
    for number, names in enumerate(WEEKDAYS):
        if len(folded) > 1 and any(name.startswith(folded) for name in names.split()):
            return _weekday(days, number, text, context)
    try:
        return parse_date(text).isoformat()
    except ValueError:
        hint = f"write tue, 2, today or {days[0] if days else '2019-04-02'}"
        raise QueryError(f"{text!r} is not a day of the event", hint=hint) from None


def _weekday(days: list[str], number: int, text: str, context: Context) -> str:
    matching = [day for day in days if date.fromisoformat(day).weekday() == number]
    if not matching:
        raise QueryError(f"no day of the event is {text}", hint=f"there are {', '.join(days)}")
    today = context.now.date().isoformat()
    return next((day for day in matching if day >= today), matching[0])


def by_clock(programme: Programme, name: str, text: str) -> Rows:
    """Return the rows that start at or after, or before, a time of day or a moment."""
    index, zone = programme.index, programme.catalogue.event.zone
    starts = index.starts
    try:
        moment = parse_moment(text, zone).timestamp()
        later = [row for row, start in enumerate(starts) if start >= moment]
    except ValueError:
        minute = _minute_of_day(text)
        later = [row for row, at in enumerate(_minutes(programme)) if at >= minute]
    scheduled = index.facets.everything & ~index.facets.rows("state", "unscheduled")
    rows = set_of(later, index.size) & scheduled
    return rows if name == "after" else scheduled & ~rows


def _minute_of_day(text: str) -> int:
    try:
        time = parse_time(text)
    except ValueError as error:
        raise QueryError(str(error)) from error
    return time.hour * 60 + time.minute


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


def under_way(programme: Programme, text: str, context: Context) -> Rows:
    """Return the rows that are on now, at a moment, or at a time of day on any day."""
    index, zone = programme.index, programme.catalogue.event.zone
    if fold(text) == "now":
        moments = [context.now.timestamp()]
    else:
        try:
            moments = [parse_moment(text, zone).timestamp()]
        except ValueError:
            minute = _minute_of_day(text)
            days = [date.fromisoformat(day) for day in index.facets.values("day")]
            # What begins after midnight is listed under the day before.
            nights = [day + timedelta(days=1) for day in days]
            moments = [
                datetime(day.year, day.month, day.day, *divmod(minute, 60), tzinfo=zone).timestamp()
                for day in {*days, *nights}
            ]
    spans = zip(index.starts, index.ends, strict=True)
    on = [
        row
        for row, (start, end) in enumerate(spans)
        if any(start <= moment < end for moment in moments)
    ]
    return set_of(on, index.size) & ~index.facets.rows("state", "cancelled")


def free_rows(index: Index, context: Context) -> Rows:
    """Return the rows that will take place and overlap no pick."""
    spans = zip(index.starts, index.ends, strict=True)
    fits = [
        row
        for row, (start, end) in enumerate(spans)
        if start != NEVER
        and not any(start < until and since < end for since, until in context.busy)
    ]
    return set_of(fits, index.size) & ~index.facets.rows("state", "cancelled")
