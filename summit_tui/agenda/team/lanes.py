"""The heaviest sessions that a number of people can see, each of them in one at a time.

A set of intervals can be shared out among k people exactly when nowhere more than k overlap, so a
heaviest such set is a flow of k units along the time line of the least cost (Carlisle and Lloyd,
On the k-coloring of intervals, 1995): exact, and polynomial whatever the weights.
"""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

Span = tuple[int, int]
"""Where a session begins and ends, the end greater: half open, in any unit."""


class Heaviest(NamedTuple):
    """Which intervals weigh most, and what shows that nothing weighs more."""

    taken: frozenset[int]
    """Their numbers."""
    prices: dict[int, int]
    """For each moment at which an interval begins or ends what a lane up to there is worth.

    What room for one more interval would cost is the difference between its ends, and the prices
    prove the set heaviest: `bound` of them is its weight.
    """

    def price(self, span: Span) -> int:
        """Return what the room for `span` costs; its ends must be moments of the problem."""
        return self.prices[span[1]] - self.prices[span[0]]

    def room(self) -> int:
        """Return what one whole lane is worth."""
        return max(self.prices.values(), default=0)


def heaviest(spans: Sequence[Span], weights: Sequence[int], lanes: int) -> Heaviest:
    """Return which of `spans`, at most `lanes` at any time, weigh most together.

    No weight may be negative; what weighs nothing is left out, but its moments have prices. Where
    several sets weigh the same, one of them is returned, the same every time.
    """
    line = _Line(spans, weights)
    for _ in range(lanes):
        if not line.add_lane():
            break
    return Heaviest(frozenset(line.taken), line.prices())


class _Line:
    """The time line with what the lanes so far take, and the potential of each moment."""

    def __init__(self, spans: Sequence[Span], weights: Sequence[int]) -> None:
        moments = sorted({moment for span in spans for moment in span})
        self._rows = {moment: row for row, moment in enumerate(moments)}
        self._ends = [(self._rows[start], self._rows[end]) for start, end in spans]
        self._weights = weights
        self.taken: set[int] = set()
        self._begin: list[list[int]] = [[] for _ in moments]
        self._over: list[list[int]] = [[] for _ in moments]
        """For each moment the intervals that begin there, and those that end there."""
        for number, (start, end) in enumerate(self._ends):
            if weights[number]:
                self._begin[start].append(number)
                self._over[end].append(number)
        self._waiting = [0] * len(moments)
        """How many lanes wait at each moment for the next."""
        self._potential = self._least_costs()

    def prices(self) -> dict[int, int]:
        """Return what a lane up to each moment is worth."""
        return {moment: -self._potential[row] for moment, row in self._rows.items()}

    def add_lane(self) -> bool:
        """Send one more person along the line; return whether that made anything heavier."""
        if not self._potential:
            return False
        costs, came = self._cheapest()
        self._potential = [old + new for old, new in zip(self._potential, costs, strict=True)]
        if not self._potential[-1]:
            return False
        place = len(costs) - 1
        while place:
            before, interval = came[place]
            if interval is not None:
                self.taken ^= {interval}
            elif before < place:
                self._waiting[before] += 1
            else:
                self._waiting[place] -= 1
            place = before
        return True

    def _least_costs(self) -> list[int]:
        """Return the least cost (the most weight, negative) of coming to each moment alone."""
        costs = [0] * len(self._begin)
        for place, cost in enumerate(costs):
            for number in self._begin[place]:
                end = self._ends[number][1]
                costs[end] = min(costs[end], cost - self._weights[number])
            if place + 1 < len(costs):
                costs[place + 1] = min(costs[place + 1], cost)
        return costs

    def _ways(self, place: int) -> Iterator[tuple[int, int, int | None]]:
        """Yield where one can go from a moment, at what cost, through or out of which interval.

        Going back in time takes out what an earlier lane went through, its waiting included.
        """
        if place + 1 < len(self._begin):
            yield place + 1, 0, None
        if place and self._waiting[place - 1]:
            yield place - 1, 0, None
        for number in self._begin[place]:
            if number not in self.taken:
                yield self._ends[number][1], -self._weights[number], number
        for number in self._over[place]:
            if number in self.taken:
                yield self._ends[number][0], self._weights[number], number

    def _cheapest(self) -> tuple[list[int], dict[int, tuple[int, int | None]]]:
        """Return the reduced cost of coming to each moment, and from where, through what.

        Dijkstra's way: the potentials make every cost that is left at least 0.
        """
        potential = self._potential
        came: dict[int, tuple[int, int | None]] = {}
        costs: list[int | None] = [None] * len(potential)
        best, queue = {0: 0}, [(0, 0)]
        while queue:
            cost, place = heappop(queue)
            if costs[place] is not None:
                continue
            costs[place] = cost
            here = cost + potential[place]
            for to, weight, interval in self._ways(place):
                further = here + weight - potential[to]
                if costs[to] is None and (to not in best or further < best[to]):
                    best[to], came[to] = further, (place, interval)
                    heappush(queue, (further, to))
        return [cost or 0 for cost in costs], came
