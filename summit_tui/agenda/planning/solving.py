"""The best feasible agenda of an instance, with the proof that it is.

Without groups the best chain of every stretch is the answer. Groups are first left aside, which
can only make it look better than it is, so that it bounds the answer from above. Then whatever was
seen twice is given a price that each sight of it costs and the first pays back (a Lagrangian
bound): high enough that once is best, the bound comes down to what is really possible. Where a
price alone does not settle it, the search branches: this run of the group, or that, or neither.
Branches whose bound is no better than an agenda in hand are not looked at. When none is left, the
agenda in hand is the best; when the caller's patience ends first, the best bound says how much
better one could still be. Deterministic either way, as far as patience is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from summit_tui.agenda.planning.chains import Chain, best_chain, walks_of
from summit_tui.agenda.planning.instance import FIXED, Instance, Lunch, Timeline
from summit_tui.agenda.planning.stretch import stretches
from summit_tui.agenda.planning.worth import Score, Worth

Patience = Callable[[], bool]
"""Asked between steps; when it says no, the search ends with what it has."""

_ASCENTS = 40
"""So often are prices raised at one node before it branches."""


class Solution(NamedTuple):
    """An agenda and how good it is known to be."""

    rows: tuple[int, ...]
    """The chosen candidates, in the order they are seen."""
    score: Score
    optimal: bool
    bound: tuple[tuple[int, ...], int]
    """No agenda has more of each tier, then more points, in this order."""
    nodes: int
    """Branches that were looked at."""
    lunches: tuple[Lunch, ...]
    """Those that are kept; the others had no room beside what is fixed and busy."""


class _Node(NamedTuple):
    """A part of the search: what may not be seen, and what groups cost."""

    banned: frozenset[int]
    prices: dict[str, int]


class _Relaxed(NamedTuple):
    """The best chains where groups are only priced."""

    bound: int
    rows: tuple[int, ...]


def solve(instance: Instance, patience: Patience = lambda: True) -> Solution:
    """Return the best agenda of `instance`."""
    return _Solver(instance, patience).solve()


class _Solver:
    def __init__(self, instance: Instance, patience: Patience) -> None:
        self._patience = patience
        timeline = Timeline(instance.busy)
        candidates = instance.candidates
        self._instance = instance
        self._possible = [
            row for row, each in enumerate(candidates) if not timeline.blocks(each.start, each.end)
        ]
        self._worth = Worth(instance)
        self._numbers = [self._worth.of(each) for each in candidates]
        self._walks = walks_of(instance.walks, self._worth.minute)
        self._lunches = self._with_room(timeline)
        planned = instance._replace(lunches=self._lunches)
        self._stretches = stretches(planned, self._possible, timeline)
        self._home = {
            row: number for number, each in enumerate(self._stretches) for row in each.rows
        }
        self._runs = _shared_groups(instance, self._possible)
        self._group_of = {row: group for group, rows in self._runs.items() for row in rows}
        self._shared = [
            [(row, self._group_of[row]) for row in each.rows if row in self._group_of]
            for each in self._stretches
        ]
        """Of each stretch, the candidates of groups that it does not see alone."""
        self._chains: dict[object, Chain] = {}
        self._best: tuple[int, tuple[int, ...]] = (0, ())

    def solve(self) -> Solution:
        """Return the best agenda."""
        heap: list[tuple[int, int, _Node]] = []
        node: _Node | None = _Node(frozenset(), {})
        bound, nodes, made = 0, 0, 0
        while node is not None and (not nodes or self._patience()):
            nodes += 1
            node, relaxed = self._ascend(node)
            self._take(relaxed.rows, node.banned)
            for child in self._children(node, relaxed):
                made += 1
                heappush(heap, (-self._relax(child).bound, made, child))
            node = None
            if heap and -heap[0][0] > self._best[0]:
                bound, _, node = heappop(heap)
        return self._solution(-bound if node is not None else self._best[0], nodes)

    def _solution(self, bound: int, nodes: int) -> Solution:
        total, rows = self._best
        chosen = [self._instance.candidates[row] for row in rows]
        walking = (sum(self._numbers[row] for row in rows) - total) // self._worth.minute
        score = self._worth.score(chosen, walking)
        optimal = bound <= total
        limit = (score.counts, score.points) if optimal else self._worth.counts(bound)
        return Solution(rows, score, optimal, limit, nodes, self._lunches)

    # -- bounds -----------------------------------------------------------------------------------

    def _relax(self, node: _Node) -> _Relaxed:
        """Return the best chains of `node`, and what no agenda of it exceeds."""
        chains = [self._chain(number, node) for number in range(len(self._stretches))]
        bound = sum(node.prices.values()) + sum(chain.number for chain in chains)
        return _Relaxed(bound, tuple(row for chain in chains for row in chain.rows))

    def _chain(self, number: int, node: _Node) -> Chain:
        """Return the best chain of a stretch, by rows of the instance."""
        rows = self._stretches[number].rows
        banned = node.banned.intersection(rows)
        asked = node.prices
        prices = {row: asked[group] for row, group in self._shared[number] if asked.get(group)}
        key = number, banned, tuple(prices.items())
        if key not in self._chains:
            worth, price = self._numbers, prices.get
            numbers = [None if row in banned else worth[row] - price(row, 0) for row in rows]
            chain = best_chain(self._stretches[number], numbers, self._walks)
            self._chains[key] = chain._replace(rows=tuple(rows[at] for at in chain.rows))
        return self._chains[key]

    def _ascend(self, node: _Node) -> tuple[_Node, _Relaxed]:
        """Return `node` with prices raised while that brings its bound down."""
        relaxed = self._relax(node)
        best = node, relaxed
        for _ in range(_ASCENTS):
            seen = _by_group(relaxed.rows, self._group_of)
            twice = {group: rows for group, rows in seen.items() if len(rows) > 1}
            if not twice or best[1].bound <= self._best[0] or not self._patience():
                break
            raised = {group: self._rise(node, rows) for group, rows in twice.items()}
            prices = {group: node.prices.get(group, 0) + raised[group] for group in raised}
            node = node._replace(prices=node.prices | prices)
            relaxed = self._relax(node)
            if relaxed.bound < best[1].bound:
                best = node, relaxed
        return best

    def _rise(self, node: _Node, rows: Sequence[int]) -> int:
        """Return how much dearer a group must be so that one of `rows` is enough."""
        losses = sorted(self._loss(node, row) for row in rows)
        return (losses[-2] + losses[-1]) // 2 + 1

    def _loss(self, node: _Node, row: int) -> int:
        home = self._home[row]
        without = node._replace(banned=node.banned | {row})
        return self._chain(home, node).number - self._chain(home, without).number

    # -- branches ---------------------------------------------------------------------------------

    def _children(self, node: _Node, relaxed: _Relaxed) -> Iterable[_Node]:
        """Return the parts of `node` that may hold a better agenda than the one in hand."""
        if relaxed.bound <= self._best[0]:
            return
        seen = _by_group(relaxed.rows, self._group_of)
        twice = [group for group, rows in seen.items() if len(rows) > 1]
        idle = [group for group, price in node.prices.items() if price and group not in seen]
        group = (twice or sorted(idle, key=lambda each: -node.prices[each]))[0]
        runs = [row for row in self._runs[group] if row not in node.banned]
        options = seen.get(group, runs)
        prices = {name: price for name, price in node.prices.items() if name != group}
        for row in options:
            yield _Node(node.banned.union(each for each in runs if each != row), prices)
        rest = [row for row in runs if row not in options]
        kept = node.prices if len(rest) > 1 else prices
        yield _Node(node.banned.union(options), kept)

    def _take(self, rows: Iterable[int], banned: frozenset[int]) -> None:
        """Make an agenda of relaxed chains, and keep it when it is the best so far."""
        seen = _by_group(rows, self._group_of)
        while True:
            kept = {row for runs in seen.values() for row in runs[:1]}
            others = {other for group in seen for other in self._runs[group] if other not in kept}
            relaxed = self._relax(_Node(banned | others, {}))
            again = _by_group(relaxed.rows, self._group_of)
            if all(len(runs) == 1 for runs in again.values()):
                break
            banned, seen = banned | others, again
        self._best = max(self._best, (relaxed.bound, relaxed.rows))

    # -- preparation ------------------------------------------------------------------------------

    def _with_room(self, timeline: Timeline) -> tuple[Lunch, ...]:
        """Return the lunches that busy times and fixed candidates leave room for."""
        kept: tuple[Lunch, ...] = ()
        candidates = self._instance.candidates
        fixed = [row for row in self._possible if candidates[row].tier == FIXED]
        for lunch in self._instance.lunches:
            length = 60 * lunch.minutes
            if not any(e - s >= length for s, e in timeline.pieces(lunch.start, lunch.end)):
                continue
            if self._seen(fixed, (*kept, lunch), timeline) >= self._seen(fixed, kept, timeline):
                kept = (*kept, lunch)
        return kept

    def _seen(self, rows: Sequence[int], lunches: tuple[Lunch, ...], timeline: Timeline) -> int:
        found = 0
        alone = self._instance._replace(lunches=lunches, most_a_day=None)
        for stretch in stretches(alone, rows, timeline):
            numbers = [self._numbers[row] for row in stretch.rows]
            found += len(best_chain(stretch, numbers, self._walks).rows)
        return found


def _shared_groups(instance: Instance, rows: Iterable[int]) -> dict[str, tuple[int, ...]]:
    groups: dict[str, list[int]] = {}
    for row in rows:
        groups.setdefault(instance.candidates[row].run_of, []).append(row)
    return {group: tuple(found) for group, found in groups.items() if len(found) > 1}


def _by_group(rows: Iterable[int], group_of: Mapping[int, str]) -> dict[str, list[int]]:
    """Return those of `rows` that are of a shared group, by group, in order."""
    found: dict[str, list[int]] = {}
    for row in rows:
        if row in group_of:
            found.setdefault(group_of[row], []).append(row)
    return found
