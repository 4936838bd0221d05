"""How many minutes it takes on foot from one room to another.

Rules say it: of the catalogue, and after them of whoever asks (`--walk`, the settings). Of several
that fit two rooms the closest counts (two places before one, a room before its venue), of equally
close ones the last. What is said is believed: no default shortens a way that somebody measured.
So these minutes need not obey the triangle inequality, and an agenda is judged from one session to
the next. Where no rule fits, the shortest way over rooms that rules connect counts; where there is
none, and to or from an unknown room, nothing is known and 0 is answered.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from summit_tui.catalogue.model import Catalogue, Walk
from summit_tui.catalogue.times import parse_duration

_ROOM, _VENUE = 3, 2
"""How close a rule is for each room, or venue of a room, that it names."""


class _Place(NamedTuple):
    """All rooms that every rule treats alike: those of one venue, but a room that is named."""

    room: str | None
    venue: str | None


class Walking:
    """The ways between the rooms of a catalogue; does not change."""

    def __init__(
        self, rules: Iterable[Walk] = (), venues: Iterable[tuple[str, str | None]] = ()
    ) -> None:
        self.rules = tuple(rules)
        self._venue_of = dict(venues)
        """Of every room there is."""
        self._named = {name for rule in self.rules for name in rule.between}
        self._known: dict[tuple[_Place, _Place], int] = {}

    def minutes(self, one: str | None, other: str | None) -> int:
        """Return the minutes on foot between the rooms called `one` and `other`."""
        if one is None or other is None or one == other or not self.rules:
            return 0
        way = self._place(one), self._place(other)
        if way not in self._known:
            said = self._said(*way)
            self._known[way] = self._shortest(*way) if said is None else said
        return self._known[way]

    @cached_property
    def longest(self) -> int:
        """Minutes than which no way is longer; of one over other rooms each step is a rule's."""
        minutes = max((rule.minutes for rule in self.rules), default=0)
        everywhere = any(not rule.between for rule in self.rules)
        return minutes if everywhere else minutes * (len(self._places) + 1)

    def _place(self, room: str) -> _Place:
        return _Place(room if room in self._named else None, self._venue_of.get(room))

    @cached_property
    def _places(self) -> tuple[_Place, ...]:
        """All places there are: few, for the rooms of a venue that no rule names are one."""
        return tuple(dict.fromkeys(map(self._place, self._venue_of)))

    def _said(self, one: _Place, other: _Place) -> int | None:
        """Return what the closest rule says of two rooms; None where none does."""
        closest, minutes = 0, None
        for rule in self.rules:
            close = max(_fit(rule, one, other), _fit(rule, other, one))
            if close >= closest:
                closest, minutes = close, rule.minutes
        return minutes

    def _shortest(self, start: _Place, end: _Place) -> int:
        """Return the minutes of the shortest way over what rules say (Dijkstra); 0 without one."""
        ways, done = {start: 0}, set[_Place]()
        while open_ends := ways.keys() - done:
            near = min(open_ends, key=ways.__getitem__)
            if near == end:  # also where both are of one venue of which nothing is said
                return ways[end]
            done.add(near)
            for place in {*self._places, end} - done:
                said = self._said(near, place)
                if said is not None:
                    ways[place] = min(ways[near] + said, ways.get(place, ways[near] + said))
        return 0


def read_walk(text: str) -> Walk:
    """Return the rule a person typed: `5`, `Amber,Slate=6`, `Amber=4m`; ValueError otherwise."""
    places, _, minutes = f"={text}".rpartition("=")
    between = tuple(name.strip() for name in places[1:].split(",") if name.strip())
    try:
        return Walk(_at_most_two(between), parse_duration(minutes))
    except ValueError as error:
        message = f"{text!r} is no walking time; write 5, or Amber,Slate=6"
        raise ValueError(message) from error


def _at_most_two(places: tuple[str, ...]) -> tuple[str, ...]:
    if len(places) > 2:
        raise ValueError("a walk is between two places")
    return places


def walking_of(catalogue: Catalogue, more: Iterable[Walk] = ()) -> Walking:
    """Return the ways of `catalogue`, with the rules `more` after its own."""
    rules = (*catalogue.walking, *more)
    if not any(rule.between for rule in rules):  # all ways are alike: no room needs to be known
        return Walking(rules)
    declared = {room.name: room.venue for room in catalogue.rooms}
    rooms = dict.fromkeys(one.room for one in catalogue.sessions if one.room) | declared
    elsewhere = catalogue.event.venue
    return Walking(rules, ((room, declared.get(room) or elsewhere) for room in rooms))


def places(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the rooms and venues of `catalogue`, by which a rule can name them."""
    rooms = [room.name for room in catalogue.rooms]
    rooms += [one.room for one in catalogue.sessions if one.room]
    venues = (catalogue.event.venue, *(room.venue for room in catalogue.rooms))
    return tuple(dict.fromkeys((*rooms, *filter(None, venues))))


def _fit(rule: Walk, one: _Place, other: _Place) -> int:
    """Return how close `rule` is to the way from `one` to `other`; -1 when it is another's."""
    if not rule.between:
        return 0
    if len(rule.between) == 1:
        here = _close(rule.between[0], one)
        return -1 if _close(rule.between[0], other) >= 0 else here
    first, second = _close(rule.between[0], one), _close(rule.between[1], other)
    return -1 if first < 0 or second < 0 else first + second


def _close(name: str, place: _Place) -> int:
    """Return how close `name` is to `place`; -1 when it is not the name of it."""
    if name == place.room:
        return _ROOM
    return _VENUE if name == place.venue else -1
