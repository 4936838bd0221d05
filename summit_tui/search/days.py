"""Days: what conditions on them select.

Days are those of the event, by name (in English, French, German or Spanish, from two letters on),
by number (of the event's days, else of the month), by date, or as seen from today.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from summit_tui.catalogue.text import fold
from summit_tui.catalogue.times import parse_date
from summit_tui.search.context import Context
from summit_tui.search.levels import BETWEEN, MOST_SIGNS
from summit_tui.search.programme import Programme
from summit_tui.search.query import QueryError
from summit_tui.search.selected import Selected, union

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
_FROM_TODAY = {
    **dict.fromkeys(("today", "heute", "hoy", "aujourd'hui"), 0),
    **dict.fromkeys(("tomorrow", "demain", "morgen", "manana"), 1),
    **dict.fromkeys(("yesterday", "hier", "gestern", "ayer"), -1),
}


class _Day(NamedTuple):
    """A day as it was understood."""

    date: str
    """ISO 8601, so that days compare as text."""
    readings: tuple[tuple[str, str], ...] = ()


def days(programme: Programme, text: str, context: Context) -> Selected:
    """Return the rows of the day `text`, or of `tue-thu`, `1-2`, `2+`."""
    known: list[str] = programme.index.facets.values("day")
    if text.endswith("+") and text[:-1]:
        return compared_days(programme, text[:-1], context, str.__ge__)
    wrong: list[QueryError] = []
    for first, last in _bounds(text):
        try:
            chosen, readings = _between(known, first, last, context)
        except QueryError as error:
            wrong.append(error)
        else:
            return Selected(union(programme.index, "day", chosen), readings)
    if wrong:
        raise wrong[-1]
    day = _understood(known, text, context)
    if day.date not in known and fold(text) not in _FROM_TODAY:
        raise QueryError(f"{text} is no day of the event", hint=_all(known))
    return Selected(union(programme.index, "day", [day.date]), day.readings)


def compared_days(
    programme: Programme, text: str, context: Context, holds: Callable[[str, str], bool]
) -> Selected:
    """Return the rows whose date, in ISO 8601, `holds` against that of the day `text`."""
    known: list[str] = programme.index.facets.values("day")
    bound = _understood(known, text, context)
    chosen = [day for day in known if holds(day, bound.date)]
    return Selected(union(programme.index, "day", chosen), bound.readings)


def _bounds(text: str) -> Iterator[tuple[str, str]]:
    if _is_date(text):
        return
    for sign in islice(BETWEEN.finditer(text), MOST_SIGNS):
        if text[: sign.start()] and text[sign.end() :]:
            yield text[: sign.start()], text[sign.end() :]


def _between(
    known: list[str], first: str, last: str, context: Context
) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    numbers = _weekday(first), _weekday(last)
    if numbers[0] is not None and numbers[1] is not None:  # whichever of them the event has
        length = (numbers[1] - numbers[0]) % 7
        chosen = [day for day in known if (_weekday_of(day) - numbers[0]) % 7 <= length]
        if not chosen:
            raise QueryError(f"no day of the event is {first} to {last}", hint=_all(known))
        return chosen, ()
    low, high = (_understood(known, each, context) for each in (first, last))
    start, end = sorted((low.date, high.date))
    return [day for day in known if start <= day <= end], low.readings + high.readings


def _understood(known: list[str], text: str, context: Context) -> _Day:
    """Return the day that `text` means; QueryError when it means none."""
    folded = fold(text)
    if folded.isdecimal() and len(folded) < 4:
        if 1 <= int(folded) <= len(known):
            return _Day(known[int(folded) - 1])
        if dates := [day for day in known if int(day[-2:]) == int(folded)]:
            today = context.now.date().isoformat()
            return _Day(next((day for day in dates if day >= today), dates[0]))
        count = f"{len(known)} day{'s' * (len(known) != 1)}"
        raise QueryError(f"day {text} does not exist", hint=f"the event has {count}")
    if (offset := _FROM_TODAY.get(folded)) is not None:
        return _Day((context.now.date() + timedelta(days=offset)).isoformat())
    if (number := _weekday(folded)) is not None:
        return _Day(_on(known, number, text, context))
    try:
        return _Day(parse_date(text).isoformat())
    except ValueError:
        return _resembling(known, text, context)


def _resembling(known: list[str], text: str, context: Context) -> _Day:
    from summit_tui.search.likeness import nearest

    names = [*(name for names in WEEKDAYS for name in names.split()), *_FROM_TODAY]
    meant = nearest(fold(text), {name: name for name in names})
    if meant is None:
        hint = f"write tue, 2, today or {known[0] if known else '2019-04-02'}"
        raise QueryError(f"{text!r} is not a day of the event", hint=hint)
    day = _understood(known, meant, context)
    return day._replace(readings=((text, meant),))


def names_a_day(text: str) -> bool:
    """Return whether `text` is the name of a day, whole or by three letters at least."""
    folded = fold(text)
    return folded in _FROM_TODAY or (len(folded) > 2 and _weekday(folded) is not None)


def _weekday(text: str) -> int | None:
    """Return the number of the day of the week that `text` begins, from 0 for Monday."""
    folded = fold(text)
    if len(folded) < 2:
        return None
    for number, names in enumerate(WEEKDAYS):
        if any(name.startswith(folded) for name in names.split()):
            return number
    return None


def _weekday_of(day: str) -> int:
    return date.fromisoformat(day).weekday()


def _on(known: list[str], number: int, text: str, context: Context) -> str:
    """Return the day of the event on that day of the week, the next one where it has several."""
    matching = [day for day in known if _weekday_of(day) == number]
    if not matching:
        raise QueryError(f"no day of the event is {text}", hint=_all(known))
    today = context.now.date().isoformat()
    return next((day for day in matching if day >= today), matching[0])


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def _all(known: list[str]) -> str:
    return f"there are {', '.join(known) or 'none'}"
