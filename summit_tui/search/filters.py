"""What each condition of a query selects: rows of the index, and how its value was read.

Values match as people write them: a track by part of its name or with a typing error, a level by
value, name or range, a day by name, number or date. A value that can mean nothing is an error
with what would have been possible.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from summit_tui.catalogue.kinds import (
    KINDS,
    LANGUAGE_WORDS,
    language_name,
    read_kind,
    read_language,
)
from summit_tui.catalogue.text import fold
from summit_tui.catalogue.times import parse_date, parse_moment, parse_time
from summit_tui.search.context import Context
from summit_tui.search.facets import Rows, set_of
from summit_tui.search.index import NEVER, SPEAKER, Index
from summit_tui.search.programme import Programme
from summit_tui.search.query import Condition, QueryError
from summit_tui.search.tokens import words
from summit_tui.search.vocabulary import ROW_SHIFT

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
STATES = ("cancelled", "recorded", "unrecorded", "unscheduled", "tentative")
_RANGE = re.compile(r"(.+?)\s*(?:-|\.\.|–)\s*(.+)")


@dataclass(frozen=True, slots=True)
class Selected:
    """The rows a condition selects, and how values were read where not as typed."""

    rows: Rows
    readings: tuple[tuple[str, str], ...] = ()


def select(programme: Programme, condition: Condition, context: Context) -> Selected:
    """Return what `condition` selects; QueryError when a value of it can mean nothing."""
    if condition.op != ":":
        chosen = Selected(_compared(programme, condition, context))
    else:
        each = [_value(programme, condition.field, text, context) for text in condition.values]
        rows = reduce(or_, (part.rows for part in each))
        chosen = Selected(rows, tuple(note for part in each for note in part.readings))
    if condition.negated:
        return Selected(programme.index.facets.everything & ~chosen.rows, chosen.readings)
    return chosen


def _value(programme: Programme, name: str, text: str, context: Context) -> Selected:
    index = programme.index
    if name == "level":
        return Selected(_union(index, "level", _levels(programme, text)))
    if name == "kind":
        return Selected(_union(index, "kind", [_canonical(read_kind, text, KINDS)]))
    if name == "lang":
        language = _canonical(read_language, text, LANGUAGE_WORDS)
        return Selected(_union(index, "language", [language]))
    if name == "day":
        return Selected(_union(index, "day", [_day(programme, text, context)]))
    if name in ("after", "before"):
        return Selected(_by_clock(programme, name, text))
    if name == "at":
        return Selected(_under_way(programme, text, context))
    if name == "is":
        return Selected(_state(programme, text, context))
    if name == "free":
        return Selected(_free(index, context))
    if name == "speaker":
        return Selected(_speakers(index, text))
    return _named(index, name, text)


def _union(index: Index, dimension: str, values: Iterable[Any]) -> Rows:
    return reduce(or_, (index.facets.rows(dimension, value) for value in values), 0)


def _canonical(read: Callable[[str], str], text: str, known: Iterable[str]) -> str:
    try:
        return read(text)
    except ValueError as error:
        from summit_tui.catalogue.problems import did_you_mean

        raise QueryError(str(error), hint=did_you_mean(text, known)) from error


# -- levels and days ----------------------------------------------------------------------------


def _levels(programme: Programme, text: str) -> list[Any]:
    scale = programme.catalogue.scale
    if text.endswith("+"):
        return [lv.value for lv in scale.levels[_rank(programme, text[:-1]) :]]
    bounds = [text]
    if match := _RANGE.fullmatch(text):  # `300 - Advanced` is a range of one
        bounds = [match[1], match[2]]
    ranks = [_rank(programme, bound) for bound in bounds]
    return [level.value for level in scale.levels[min(ranks) : max(ranks) + 1]]


def _rank(programme: Programme, text: str) -> int:
    scale = programme.catalogue.scale
    try:
        return scale.rank(scale.read(text))
    except ValueError as error:
        from summit_tui.catalogue.problems import did_you_mean

        raise QueryError(str(error), hint=did_you_mean(text, scale.words())) from error


def _compared(programme: Programme, condition: Condition, context: Context) -> Rows:
    text, op = condition.values[0], condition.op
    index = programme.index
    if condition.field == "level":
        rank = _rank(programme, text)
        levels = programme.catalogue.scale.levels
        chosen = [lv.value for place, lv in enumerate(levels) if _holds(place, op, rank)]
        return _union(index, "level", chosen)
    day = _day(programme, text, context)
    days = [value for value in index.facets.values("day") if _holds(value, op, day)]
    return _union(index, "day", days)


def _holds(value: Any, op: str, bound: Any) -> bool:
    if op == ">=":
        return bool(value >= bound)
    if op == "<=":
        return bool(value <= bound)
    return bool(value > bound) if op == ">" else bool(value < bound)


def _day(programme: Programme, text: str, context: Context) -> str:
    """Return the ISO date that `text` means: of the event's days where that is possible."""
    days: list[str] = programme.index.facets.values("day")
    folded = fold(text)
    if folded.isdigit() and len(folded) < 4:
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
            return _weekday(days, number, context)
    try:
        return parse_date(text).isoformat()
    except ValueError:
        hint = f"write tue, 2, today or {days[0] if days else '2019-04-02'}"
        raise QueryError(f"{text!r} is not a day of the event", hint=hint) from None


def _weekday(days: list[str], number: int, context: Context) -> str:
    matching = [day for day in days if date.fromisoformat(day).weekday() == number]
    today = context.now.date().isoformat()
    return next((day for day in matching if day >= today), matching[0] if matching else "never")


# -- times --------------------------------------------------------------------------------------


def _by_clock(programme: Programme, name: str, text: str) -> Rows:
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

    A zone's offset is asked for once per hour of the programme, not once per session.
    """
    zone = programme.catalogue.event.zone
    offsets: dict[int, int] = {}
    minutes = []
    for start in programme.index.starts:
        if start == NEVER:
            minutes.append(-1)
            continue
        hour = start // 900
        if hour not in offsets:
            delta = datetime.fromtimestamp(start, zone).utcoffset()
            offsets[hour] = int(delta.total_seconds()) if delta else 0
        minutes.append((start + offsets[hour]) % 86400 // 60)
    return minutes


def _under_way(programme: Programme, text: str, context: Context) -> Rows:
    index, zone = programme.index, programme.catalogue.event.zone
    if fold(text) == "now":
        moments = [context.now.timestamp()]
    else:
        try:
            moments = [parse_moment(text, zone).timestamp()]
        except ValueError:
            minute = _minute_of_day(text)
            moments = [
                datetime.fromisoformat(day)
                .replace(hour=minute // 60, minute=minute % 60, tzinfo=zone)
                .timestamp()
                for day in index.facets.values("day")
            ]
    spans = zip(index.starts, index.ends, strict=True)
    under_way = [
        row
        for row, (start, end) in enumerate(spans)
        if any(start <= moment < end for moment in moments)
    ]
    return set_of(under_way, index.size)


# -- me -----------------------------------------------------------------------------------------


def _state(programme: Programme, text: str, context: Context) -> Rows:
    folded = fold(text)
    index, sessions = programme.index, programme.catalogue.sessions
    if folded in STATES:
        return index.facets.rows("state", folded)
    if folded == "now":
        return _under_way(programme, "now", context)
    if folded in ("picked", "must", "want", "maybe"):
        rows = [sessions.row(i) for i, want in context.wants if folded in ("picked", want)]
        return set_of([row for row in rows if row is not None], index.size)
    from summit_tui.catalogue.problems import did_you_mean

    known = (*STATES, "now", "picked", "must", "want", "maybe")
    hint = did_you_mean(folded, known) or f"known are {', '.join(known)}"
    raise QueryError(f"is:{text} means nothing", hint=hint)


def _free(index: Index, context: Context) -> Rows:
    """Return the scheduled rows that overlap no pick."""
    spans = zip(index.starts, index.ends, strict=True)
    fits = [
        row
        for row, (start, end) in enumerate(spans)
        if start != NEVER
        and not any(start < until and since < end for since, until in context.busy)
    ]
    return set_of(fits, index.size)


# -- names --------------------------------------------------------------------------------------


def _named(index: Index, dimension: str, text: str) -> Selected:
    """Return the rows whose track (room, venue …) is called, contains or resembles `text`."""
    wanted = fold(text)
    values = index.facets.values(dimension)
    folded = {value: fold(value) for value in values}
    for holds in (
        lambda name: name == wanted,
        lambda name: any(word.startswith(wanted) for word in (name, *words(name))),
        lambda name: wanted in name,
        lambda name: set(words(wanted)) <= set(words(name)) != set(),
    ):
        found = [value for value in values if holds(folded[value])]
        if found:
            return Selected(_union(index, dimension, found))
    from summit_tui.catalogue.problems import did_you_mean

    if hint := did_you_mean(wanted, folded.values()):
        close = [value for value in values if folded[value] == hint[len("did you mean ") : -1]]
        return Selected(_union(index, dimension, close), ((text, str(close[0])),))
    known = ", ".join(str(value) for value in values[:12]) or "none"
    raise QueryError(f"no {dimension} is like {text!r}", hint=f"there are {known}")


def _speakers(index: Index, text: str) -> Rows:
    """Return the rows with a speaker whose name has every word of `text`, or its beginning."""
    rows = index.facets.everything
    for word in words(text):
        found: set[int] = set()
        numbers = [number for number, _ in index.head.starting_with(word, 1000)]
        if (number := index.head.exact(word)) is not None:
            numbers.append(number)
        if not (matching := _speaker_rows(index, numbers)) and len(word) > 3:
            near = index.head.near(word, 1 if len(word) < 8 else 2)
            matching = _speaker_rows(index, [number for number, _, _ in near])
        found |= matching
        rows &= set_of(found, index.size)
    return rows


def _speaker_rows(index: Index, numbers: Iterable[int]) -> set[int]:
    return {
        posting >> ROW_SHIFT
        for number in numbers
        for posting in index.head.postings(number)
        if posting & SPEAKER
    }


def describe(condition: Condition, programme: Programme) -> str:
    """Return a condition in words: `level 300+`, `not track AI`, `in French`."""
    values = [value.rstrip("+") + "+" * value.endswith("+") for value in condition.values]
    if condition.field == "lang":
        values = [
            language_name(_canonical(read_language, value, LANGUAGE_WORDS)) for value in values
        ]
    op = "" if condition.op == ":" else f"{condition.op} "
    return f"{'not ' * condition.negated}{condition.field} {op}{' or '.join(values)}"
