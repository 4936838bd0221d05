"""What a team can see when it splits up: which wishes, and which run of each.

As few musts as possible go unseen, then wants, then maybes; more musts always beat any number of
wants. How much a session is wanted is how much the one wants it who wants it most. The answer is
the same every time.

With one run of each session that is a flow (`lanes`), exact. Which run to go to makes it hard, so
it is searched, and proved: the prices of a solution bound every other one, since whoever sees a
session pays at least for its cheapest run. Where the bound stays above what was found, the result
says that it is not proved.
"""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from summit_tui.agenda.model import WANTS
from summit_tui.agenda.team.lanes import Heaviest, heaviest
from summit_tui.agenda.team.wishes import Wish, span_of

_Choice = tuple[int, ...]
"""For each wish the row of the run that is considered."""

_MOST_RUNS = 24_000
"""So many runs are weighed, all tries together, before a part is left unproved: half a second."""


class Seeing(NamedTuple):
    """Which run of each wish the team goes to, if any."""

    runs: tuple[int, ...]
    """For each wish the row of the run to consider."""
    seen: frozenset[int]
    """The rows of wishes that can be seen together then, as many as can."""
    proved: bool
    """Whether nobody can do better."""


def most_seen(wishes: Sequence[Wish], people: int) -> Seeing:
    """Return what `people` who are each in one place at a time see of `wishes` at best."""
    runs, seen, proved = [0] * len(wishes), set[int](), True
    for rows in _parts(wishes):
        part = _Search([wishes[row] for row in rows], people).best()
        proved = proved and part.proved
        seen |= {rows[place] for place in part.seen}
        for row, run in zip(rows, part.runs, strict=True):
            runs[row] = run
    return Seeing(tuple(runs), frozenset(seen), proved)


def weights(wishes: Sequence[Wish]) -> list[int]:
    """Return what it weighs to see each wish, so that a greater sum is always preferred."""
    base = len(wishes) + 1
    return [base ** (len(WANTS) - 1 - WANTS.index(wish.want)) for wish in wishes]


def _parts(wishes: Sequence[Wish]) -> list[list[int]]:
    """Return the rows of `wishes` in groups that have nothing to do with each other.

    Two belong together when runs of theirs overlap, or overlap with the same third.
    """
    spans = sorted((*span_of(run), row) for row, wish in enumerate(wishes) for run in wish.runs)
    part_of = list(range(len(wishes)))

    def part(row: int) -> int:
        while part_of[row] != row:
            part_of[row] = row = part_of[part_of[row]]
        return row

    over, last = 0, 0
    for start, end, row in spans:
        if start < over:
            part_of[part(row)] = part(last)
        over, last = max(over, end), row
    parts: dict[int, list[int]] = {}
    for row in range(len(wishes)):
        parts.setdefault(part(row), []).append(row)
    return list(parts.values())


class _Node(NamedTuple):
    """A part of all choices of runs."""

    bound: int
    """What none of them exceeds."""
    choice: _Choice
    """The one to try first."""
    open: tuple[_Choice, ...]
    """For each wish the runs that are still to be considered."""


class _Search:
    """Branch and bound over the runs: what is worst bounded is looked into first."""

    def __init__(self, wishes: Sequence[Wish], people: int) -> None:
        self._people = people
        self._weights = weights(wishes)
        self._spans = [[span_of(run) for run in wish.runs] for wish in wishes]
        self._rows = [row for row, spans in enumerate(self._spans) for _ in spans]
        """The wish of each run, all runs one after the other."""
        self._weight = -1
        self._found: tuple[_Choice, frozenset[int]] = ((), frozenset())
        """The best choice that was tried, with what is seen then."""

    def best(self) -> Seeing:
        every = tuple(tuple(range(len(spans))) for spans in self._spans)
        queue = [(0, 0, _Node(sum(self._weights), tuple(runs[0] for runs in every), every))]
        ids, tries = count(1), max(1, _MOST_RUNS // max(1, len(self._rows)))
        while queue and self._open(queue[0][2].bound) and tries:
            *_, node = heappop(queue)
            tries -= 1
            for child in self._tried(node):
                heappush(queue, (-child.bound, next(ids), child))
        return Seeing(*self._found, not (queue and self._open(queue[0][2].bound)))

    def _open(self, bound: int) -> bool:
        """Return whether something better than what was found may be below `bound`."""
        return bound > self._weight

    def _tried(self, node: _Node) -> Iterator[_Node]:
        """Try the node's choice; yield the parts of the rest that may hold better ones.

        Of every wish that has a cheaper run than the chosen one, that run is looked into with the
        runs of those before it as they are: so no choice is in two parts.
        """
        solved = self._solved(node.choice)
        prices = [
            {run: min(weight, solved.price(spans[run])) for run in runs}
            for weight, spans, runs in zip(self._weights, self._spans, node.open, strict=True)
        ]
        cheapest = [min(costs, key=lambda run: (costs[run], run)) for costs in prices]
        gains = [
            (costs[best] - costs[run], row)
            for row, (run, best, costs) in enumerate(
                zip(node.choice, cheapest, prices, strict=True)
            )
        ]
        bound = self._noted(node.choice, solved) - sum(gain for gain, _ in gains)
        left = list(node.open)
        for gain, row in sorted(gains):
            if not gain or not self._open(min(bound, node.bound)):
                return
            run = node.choice[row]
            rest = tuple(each for each in node.open[row] if each != run)
            open_ = (*left[:row], rest, *left[row + 1 :])
            pairs = zip(cheapest, open_, strict=True)
            choice = tuple(best if best in runs else runs[0] for best, runs in pairs)
            yield _Node(min(bound, node.bound), choice, open_)
            left[row] = (run,)
            bound += gain

    def _solved(self, choice: _Choice) -> Heaviest:
        spans, weights = [], []
        for row, (runs, chosen) in enumerate(zip(self._spans, choice, strict=True)):
            spans += runs
            weights += [self._weights[row] if run == chosen else 0 for run in range(len(runs))]
        return heaviest(spans, weights, self._people)

    def _noted(self, choice: _Choice, solved: Heaviest) -> int:
        """Return the weight of what is seen with `choice`, and keep it where it is the best yet."""
        seen = frozenset(self._rows[number] for number in solved.taken)
        weight = sum(self._weights[row] for row in seen)
        if weight > self._weight:
            self._weight, self._found = weight, (choice, seen)
        return weight
