"""Who goes where: first that the team sees most, then that everybody sees what they want.

Of all ways in which what is seen weighs most that one is taken in which most people see what they
themselves want: musts before wants before maybes, each session counted for each who goes and wants
it; then the one with the fewest errands, sessions somebody sees only for others. Several go to one
session where they want it and are free.

A sweep over the starts follows the best of every way to be busy. A way from which the heaviest can
no longer be reached ends; the prices of `lanes` tell. So it is exact while the ways are not too
many. Else it falls back on one heaviest set and the good ways to share that out, and says that it
is not proved.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations
from typing import NamedTuple

from summit_tui.agenda.model import WANTS
from summit_tui.agenda.team.lanes import Heaviest, Span, heaviest

_MOST_STEPS = 64_000
"""So many ways to be busy are followed at once, halved for every person, who doubles the steps."""
_FEWEST_WAYS = 50
"""But never fewer than so many."""

_FREE = -(1 << 62)
"""Until when somebody is busy who is not."""
_Busy = tuple[int, ...]
"""For each person until when."""


class Errand(NamedTuple):
    """A session that somebody of the team wants to have seen."""

    span: Span
    wants: tuple[str | None, ...]
    """How much each of the team wants it."""
    weight: int = 1
    """What it is worth that somebody sees it, against others."""


class Sharing(NamedTuple):
    """Who goes where."""

    goes: tuple[tuple[int, ...], ...]
    """For each session, as they were given, the rows of those who see it."""
    proved: bool
    """Whether no other sharing that sees as much suits the team better."""


class _Way(NamedTuple):
    """How well things went up to here, and the way here."""

    seen: int
    """What the sessions weigh that somebody saw."""
    worth: int = 0
    went: tuple[int, ...] = ()
    before: "_Way | None" = None


def share(sessions: Sequence[Errand], people: int) -> Sharing:
    """Return who of `people` goes to which of `sessions`; nobody is in two at once."""
    order = sorted(range(len(sessions)), key=lambda row: (sessions[row].span, row))
    best = heaviest([each.span for each in sessions], [each.weight for each in sessions], people)
    most = max(_FEWEST_WAYS, _MOST_STEPS >> people)
    way = _swept([sessions[row] for row in order], people, most, best)
    proved = way is not None
    if way is None:
        order = [row for row in order if row in best.taken]
        way = _swept([sessions[row] for row in order], people, most)
    goes: list[tuple[int, ...]] = [()] * len(sessions)
    for row in reversed(order):
        if way is not None and way.before is not None:
            goes[row], way = way.went, way.before
    return Sharing(tuple(goes), proved)


def _swept(
    sessions: Sequence[Errand], people: int, most: int, best: Heaviest | None = None
) -> _Way | None:
    """Return the best way through `sessions`, which are in order of their starts.

    With `best`, their heaviest set, some may go unseen; None when there are more than `most` ways.
    Without it all are seen, and where there are too many ways the good ones go on.
    """
    worths = _worths(len(sessions) * people)
    reach = None if best is None else _Reach(sessions, best, people)
    ways: dict[_Busy, _Way] = {(_FREE,) * people: _Way(0)}
    for place, session in enumerate(sessions, 1):
        ways = _further(ways, session, worths, may_miss=reach is not None)
        if reach is not None:
            ways = {busy: way for busy, way in ways.items() if reach.holds(busy, way, place)}
        if len(ways) > most:
            if reach is not None:
                return None
            ways = _trimmed(ways, most)
    return max(ways.values(), key=_better)


def _better(way: _Way) -> tuple[int, int]:
    return way.seen, way.worth


class _Reach:
    """Whether a way can still lead to what weighs most.

    Whoever is free from a moment on is worth what a lane from there is; every session to come adds
    no more than it weighs beyond the price of its room.
    """

    def __init__(self, sessions: Sequence[Errand], best: Heaviest, people: int) -> None:
        self._best = best
        self._starts = [each.span[0] for each in sessions]
        gains = [max(0, each.weight - best.price(each.span)) for each in sessions]
        self._gains = [*accumulate(reversed(gains), initial=0)][::-1]
        """What the sessions from each on may add."""
        self._most = people * best.room() + sum(gains)

    def holds(self, busy: _Busy, way: _Way, place: int) -> bool:
        """Return whether `way` can, with all before `place` behind it."""
        left = 0
        if place < len(self._starts):
            room, prices, now = self._best.room(), self._best.prices, self._starts[place]
            left = sum(room - prices[max(until, now)] for until in busy)
        return way.seen + left + self._gains[place] >= self._most


def _worths(most: int) -> dict[str | None, int]:
    """Return what it is worth that one sees a session, by how much that one wants it.

    There are at most so many who do.
    """
    return {None: -1} | {want: (most + 1) ** power for power, want in enumerate(reversed(WANTS), 1)}


def _further(
    ways: dict[_Busy, _Way], session: Errand, worths: dict[str | None, int], *, may_miss: bool
) -> dict[_Busy, _Way]:
    """Return the ways after `session`, the best of those that leave everybody as busy."""
    start, end = session.span
    found: dict[_Busy, _Way] = {}
    for busy, way in ways.items():
        now = [until if until > start else _FREE for until in busy]
        for went in _goers([row for row, until in enumerate(now) if until == _FREE], session):
            then, worth = now.copy(), way.worth
            for person in went:
                worth += worths[session.wants[person]]
                then[person] = end
            further = _Way(way.seen + session.weight, worth, went, way)
            _keep(found, tuple(then), further)
        if may_miss:
            _keep(found, tuple(now), _Way(way.seen, way.worth, (), way))
    return found


def _keep(found: dict[_Busy, _Way], busy: _Busy, way: _Way) -> None:
    known = found.get(busy)
    if known is None or _better(known) < _better(way):
        found[busy] = way


def _goers(free: Sequence[int], session: Errand) -> Iterator[tuple[int, ...]]:
    """Yield who may go: any of those who want it, or one who does it for them."""
    wanting = [person for person in free if session.wants[person]]
    for count in range(len(wanting), 0, -1):
        yield from combinations(wanting, count)
    for person in free:
        if not session.wants[person]:
            yield (person,)


def _trimmed(ways: dict[_Busy, _Way], most: int) -> dict[_Busy, _Way]:
    """Return the best of `ways`, and those with most people free, which never lead nowhere."""
    best = sorted(ways, key=lambda busy: _better(ways[busy]), reverse=True)[: most // 2]
    free = sorted(ways, key=lambda busy: (-busy.count(_FREE), -ways[busy].worth))[: most // 2]
    return {busy: ways[busy] for busy in (*best, *free)}
