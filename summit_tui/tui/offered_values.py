"""The values that the search box offers behind `field:`, and how many sessions each would leave.

One function for each kind of field; which of them fit what is typed is `completion`'s concern.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from summit_tui.catalogue.kinds import language_name
from summit_tui.catalogue.text import fold
from summit_tui.search.company import ANYONE
from summit_tui.search.context import Context
from summit_tui.search.facets import Rows
from summit_tui.search.filters import MOMENTS, STATES, select
from summit_tui.search.programme import Programme
from summit_tui.search.query import MINE, Condition, Query
from summit_tui.tui.typed import as_typed
from summit_tui.tui.words import full_day_name, value_names

_LOOKED_AT = 80
"""Sessions that are looked at for the names of speakers."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that could stand at the cursor."""

    shown: str
    typed: str
    """What stands in the box when it is taken."""
    count: int | None = None
    """How many sessions it would leave; None where that is not counted."""
    note: str = ""
    place: int | None = None
    """Its number, which may be typed as well."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the values of fields are known from."""

    programme: Programme
    context: Context
    within: Rows

    def counted(self, dimension: str) -> list[tuple[Any, int]]:
        """Return the values of a dimension with their counts."""
        return self.programme.index.facets.counts(dimension, self.within)

    def count(self, name: str, value: str) -> int:
        """Return how many sessions a condition would leave."""
        selected = select(self.programme, Condition(name, (value,)), self.context)
        return (selected.rows & self.within).bit_count()


def values_of(name: str, wanted: str, known: Known) -> Iterator[Offer]:
    """Yield what can stand behind the field `name` where `wanted` is typed so far.

    Speakers are looked for with it; of all other fields every value comes.
    """
    yield from _OF_FIELDS.get(name, _names)(known, name, wanted)


def _names(known: Known, name: str, wanted: str) -> Iterator[Offer]:
    try:
        counted = known.counted(name)
    except KeyError:  # times of day: there is nothing to choose from
        return
    for value, count in counted:
        yield Offer(str(value), as_typed(str(value)), count)


def _levels(known: Known, name: str, wanted: str) -> Iterator[Offer]:
    counts = dict(known.counted("level"))
    scale = known.programme.catalogue.scale.levels
    values = [str(level.value) for level in scale]
    for level, value in zip(scale, values, strict=True):
        yield Offer(str(level), as_typed(value), counts.get(level.value, 0))
    for place, value in enumerate(values[1:-1], 1):
        count = sum(counts.get(level.value, 0) for level in scale[place:])
        yield Offer(f"{value}+ or higher", as_typed(f"{value}+"), count)


def _days(known: Known, name: str, wanted: str) -> Iterator[Offer]:
    counted = [(date.fromisoformat(day), count) for day, count in known.counted("day")]
    names = value_names("day", [day.isoformat() for day, _ in counted])
    weekdays = [day.weekday() for day, _ in counted]
    for place, (day, count) in enumerate(counted, 1):
        alone = weekdays.count(day.weekday()) == 1
        typed = fold(f"{day:%a}") if alone else day.isoformat()
        note = "today" if day == known.context.now.date() else ""
        full = wanted and fold(full_day_name(day)).startswith(fold(wanted))
        shown = full_day_name(day) if full else names[day.isoformat()]
        yield Offer(shown, typed, count, note, place)


def _speakers(known: Known, name: str, wanted: str) -> Iterator[Offer]:
    if not wanted.strip():
        return  # everyone
    from summit_tui.search.finding import find

    query = Query(conditions=(Condition("speaker", (wanted,)),))
    rows = find(known.programme, query, known.context).rows[:_LOOKED_AT]
    sessions = known.programme.catalogue.sessions
    speakers = {each.name: each for row in rows for each in sessions[row].speakers}
    for each in sorted(speakers, key=fold):
        yield Offer(each, as_typed(each), note=speakers[each].company or "")


def _languages(known: Known, name: str, wanted: str) -> Iterator[Offer]:
    for code, count in known.counted("language"):
        yield Offer(language_name(code), code, count)


def _states(known: Known, name: str, wanted: str) -> Iterator[Offer]:
    for state in (*MINE, *MOMENTS, *STATES):
        yield Offer(state, state, known.count("is", state))


def _colleagues(known: Known, name: str, wanted: str) -> Iterator[Offer]:
    everyone = [each for each, _ in known.context.team]
    for each in [*everyone, ANYONE] if everyone else []:
        yield Offer(each, as_typed(each), known.count("with", each))


_OF_FIELDS: dict[str, Callable[[Known, str, str], Iterator[Offer]]] = {
    "level": _levels,
    "day": _days,
    "speaker": _speakers,
    "lang": _languages,
    "is": _states,
    "free": lambda known, name, wanted: iter([Offer("me", "me", known.count("free", "me"))]),
    "with": _colleagues,
    "at": lambda known, name, wanted: iter([Offer("now", "now", known.count("at", "now"))]),
}
"""What is offered behind the fields that are not simply a name."""
