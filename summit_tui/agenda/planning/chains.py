"""The best chain of candidates in a stretch, whatever groups they are of: dynamic programming.

Candidates are taken in order of their starts. For each state and place, the chains that have ended
there lie in order of their ends, and only as long as a later end brings a higher number, so the
best one that leaves time to walk is found by bisection. O(n R log n) for n candidates and R places;
places where not even the best chain could win are not looked at, so that it is far less as a rule.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from summit_tui.agenda.planning.instance import MINUTE
from summit_tui.agenda.planning.stretch import State, Stretch, Target


class Chain(NamedTuple):
    """Candidates in the order they are seen, as rows of their stretch."""

    number: int
    """What they are worth together, less the walks."""
    rows: tuple[int, ...] = ()


Step = tuple[int, State]
"""A candidate, as a row of its stretch, seen in a state."""


class Reached(NamedTuple):
    """What a stretch comes to."""

    best: Chain
    """Empty when nothing is worth having."""
    ending: Mapping[Step, int]
    """The number of the best chain that ends with a step, for all that can be come to."""


class Walks(NamedTuple):
    """From place to place, both ways the same; the last place is the unknown one."""

    seconds: tuple[tuple[int, ...], ...]
    costs: tuple[tuple[int, ...], ...]
    """What a walk takes away from a chain's number."""


def walks_of(minutes: Sequence[Sequence[int]], cost: int) -> Walks:
    """Return the walks for a matrix of minutes, each costing `cost`."""
    known = [(*row, 0) for row in minutes]
    known.append((0,) * (len(known) + 1))
    seconds = tuple(tuple(MINUTE * each for each in row) for row in known)
    return Walks(seconds, tuple(tuple(cost * each for each in row) for row in known))


class _Lane:
    """The chains that have ended in one state, by place."""

    def __init__(self) -> None:
        self.places: dict[int, tuple[list[int], list[int], list[Step]]] = {}
        self.ranked: list[tuple[int, int]] = []
        """The number of the best chain of each place, with the place, the best last."""

    def add(self, place: int, end: int, number: int, step: Step) -> None:
        """Add a chain that ends no earlier than those before."""
        ends, numbers, steps = self.places.setdefault(place, ([], [], []))
        if numbers and number <= numbers[-1]:
            return
        if numbers:
            del self.ranked[bisect_left(self.ranked, (numbers[-1], place))]
        ends.append(end)
        numbers.append(number)
        steps.append(step)
        insort(self.ranked, (number, place))


class _Search:
    """Finds the best chains of one stretch."""

    def __init__(self, stretch: Stretch, walks: Walks) -> None:
        self._stretch = stretch
        self._walks = walks
        self._free_walks = (0,) * len(walks.costs)
        self._lanes: dict[State, _Lane] = {}
        self._before: dict[Step, Step | None] = {}
        self._ending: dict[Step, int] = {}
        self._pending: list[tuple[int, Step, int]] = []

    def run(self, numbers: Sequence[int | None]) -> Reached:
        """Return the best chains; `numbers` has what each candidate is worth, None to pass it."""
        stretch = self._stretch
        for row, number in enumerate(numbers):
            if number is None:
                continue
            start, end = stretch.starts[row], stretch.ends[row]
            self._settle(start)
            for target in stretch.targets[row]:
                found = self._reach(target, stretch.places[row], start)
                if found is not None:
                    total, before = found
                    step = (row, target.state)
                    self._before[step] = before
                    self._ending[step] = total + number
                    heappush(self._pending, (end, step, total + number))
        self._settle(None)
        return Reached(self._close(), self._ending)

    def _settle(self, start: int | None) -> None:
        """Put the chains that have ended by `start` into their lanes."""
        pending = self._pending
        while pending and (start is None or pending[0][0] <= start):
            end, step, number = heappop(pending)
            lane = self._lanes.setdefault(step[1], _Lane())
            lane.add(self._stretch.places[step[0]], end, number, step)

    def _reach(self, target: Target, place: int, start: int) -> tuple[int, Step | None] | None:
        """Return the best number with which to come to `place` by `start`, and from where."""
        best = 0 if target.opens else None
        before: Step | None = None
        away = self._walks.seconds[place]
        for state, latest, spare, counts in target.sources:
            lane = self._lanes.get(state)
            if lane is None:
                continue
            costs = self._walks.costs[place] if counts else self._free_walks
            until = start - spare
            for bound, other in reversed(lane.ranked):
                if best is not None and bound <= best:
                    break
                if best is not None and bound - costs[other] <= best:
                    continue
                ends, numbers, steps = lane.places[other]
                limit = until - away[other]
                at = bisect_right(ends, limit if limit < latest else latest)
                if at:
                    number = numbers[at - 1] - costs[other]
                    if best is None or number > best:
                        best, before = number, steps[at - 1]
        return None if best is None else (best, before)

    def _close(self) -> Chain:
        best, last = 0, None
        for state, lane in self._lanes.items():
            latest = self._stretch.closing[state[1]]
            for ends, numbers, steps in lane.places.values():
                at = bisect_right(ends, latest)
                if at and numbers[at - 1] > best:
                    best, last = numbers[at - 1], steps[at - 1]
        rows = []
        while last is not None:
            rows.append(last[0])
            last = self._before[last]
        return Chain(best, tuple(reversed(rows)))


def best_chains(stretch: Stretch, numbers: Sequence[int | None], walks: Walks) -> Reached:
    """Return the best chain of `stretch`, and the best that ends with each candidate.

    `numbers` has what each candidate of the stretch is worth; None for one that may not be seen.
    """
    return _Search(stretch, walks).run(numbers)
