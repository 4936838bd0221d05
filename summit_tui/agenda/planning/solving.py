"""The best feasible agenda of an instance, with the proof that it is.

Without groups the best chain of every stretch is the answer. Groups are first left aside, which
can only make it look better than it is, so that it bounds the answer from above; prices and
branches then settle what was seen twice (`branching`). They are first looked for among the few
candidates of each stretch that are on its best chains. That is quickly done, and brings prices and
an agenda which are nearly always good for the whole, too: at these prices the whole shows which of
all the candidates could be part of anything better (fixing by reduced cost), and among these the
proof is made. When nothing is left, the agenda in hand is the best; when the caller's patience ends
first, the best bound says how much better one could still be. Deterministic either way, as far as
patience is.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summit_tui.agenda.planning.branching import Branching, Patience
from summit_tui.agenda.planning.chains import best_chains, walks_of
from summit_tui.agenda.planning.ground import Ground, Terms
from summit_tui.agenda.planning.instance import FIXED, Candidate, Instance, Lunch, Timeline
from summit_tui.agenda.planning.mirror import Mirror
from summit_tui.agenda.planning.node import Groups, Node
from summit_tui.agenda.planning.stretch import stretches
from summit_tui.agenda.planning.wide import Wide
from summit_tui.agenda.planning.worth import Score, Worth

_SHORT = 150
"""So many candidates of a stretch are looked at first."""


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


def solve(instance: Instance, patience: Patience = lambda: True) -> Solution:
    """Return the best agenda of `instance`."""
    return _Solver(instance, patience).solve()


class _Solver:
    def __init__(self, instance: Instance, patience: Patience) -> None:
        self._patience = patience
        self._instance = instance
        self._timeline = Timeline(instance.busy)
        blocks, candidates = self._timeline.blocks, instance.candidates
        self._possible = [
            row for row, each in enumerate(candidates) if not blocks(each.start, each.end)
        ]
        self._worth = Worth(instance)
        self._numbers = [self._worth.of(each) for each in candidates]
        self._walks = walks_of(instance.walks, self._worth.minute)
        self._lunches = self._with_room()

    def solve(self) -> Solution:
        """Return the best agenda."""
        groups, wide = self._prepared()
        root = Node(groups, wide, {})
        branching = Branching(self._patience)
        if root.twice():
            short = [view.shortlist(_SHORT) for view in wide]
            root = root.priced(branching.settle(Node(groups, short, {})).prices)
        bound = branching.search(root)
        return self._solution(branching, bound)

    def _solution(self, found: Branching, bound: int) -> Solution:
        total, rows = found.best
        chosen = [self._instance.candidates[row] for row in rows]
        walking = (sum(self._numbers[row] for row in rows) - total) // self._worth.minute
        score = self._worth.score(chosen, walking)
        optimal = bound <= total
        limit = (score.counts, score.points) if optimal else self._worth.counts(bound)
        return Solution(rows, score, optimal, limit, found.nodes, self._lunches)

    def _prepared(self) -> tuple[Groups, list[Wide]]:
        """Return the groups that have several candidates, and the stretches with all of theirs."""
        planned = self._instance._replace(lunches=self._lunches)
        parts = stretches(planned, self._possible, self._timeline)
        runs = _shared(planned.candidates, self._possible)
        group_of = {row: group for group, rows in runs.items() for row in rows}
        home = {row: number for number, part in enumerate(parts) for row in part.rows}
        terms = Terms(self._numbers, group_of, self._walks, Mirror(planned), planned.most_a_day)
        wide = [Wide(Ground(part, terms), range(len(part.rows)), {}) for part in parts]
        return Groups(runs, group_of, home), wide

    def _with_room(self) -> tuple[Lunch, ...]:
        """Return the lunches that busy times and fixed candidates leave room for."""
        kept: tuple[Lunch, ...] = ()
        candidates = self._instance.candidates
        fixed = [row for row in self._possible if candidates[row].tier == FIXED]
        for lunch in self._instance.lunches:
            length = 60 * lunch.minutes
            if not any(e - s >= length for s, e in self._timeline.pieces(lunch.start, lunch.end)):
                continue
            if self._seen(fixed, (*kept, lunch)) >= self._seen(fixed, kept):
                kept = (*kept, lunch)
        return kept

    def _seen(self, rows: Sequence[int], lunches: tuple[Lunch, ...]) -> int:
        found = 0
        alone = self._instance._replace(lunches=lunches, most_a_day=None)
        for stretch in stretches(alone, rows, self._timeline):
            numbers = [self._numbers[row] for row in stretch.rows]
            found += len(best_chains(stretch, numbers, self._walks).best.rows)
        return found


def _shared(candidates: Sequence[Candidate], rows: Iterable[int]) -> dict[str, list[int]]:
    """Return those groups of which several of `rows` are."""
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        found[candidates[row].run_of].append(row)
    return {group: runs for group, runs in found.items() if len(runs) > 1}
