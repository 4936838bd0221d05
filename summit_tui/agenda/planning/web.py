"""The few chains of a stretch that matter, as a web of what can follow on what."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from summit_tui.agenda.planning.chains import Step
from summit_tui.agenda.planning.ground import Ground, Passes
from summit_tui.agenda.planning.stretch import State, Target

_DENSE = 20
"""With more arcs than so many a knot, searching the stretch is as fast."""

Arc = tuple[int, int]
"""From which knot, and what the walk costs."""


class Knot(NamedTuple):
    """A candidate in a state; so are the beginning and the end of all chains, which are none."""

    row: int | None
    """Of the candidate in the instance."""
    group: str | None
    """That it shares with others."""
    worth: int
    """Prices aside."""


_EDGE = Knot(None, None, 0)


class Web:
    """Knots in an order in which each comes after all that can precede it.

    The first is the beginning, the last is the end.
    """

    def __init__(self, knots: Sequence[Knot], before: Sequence[Sequence[Arc]]) -> None:
        self.knots = knots
        self.before = before
        """What leads to each knot: nothing to the first, something to every other."""

    @cached_property
    def worth(self) -> Sequence[int]:
        """What each knot adds, prices aside."""
        return [knot.worth for knot in self.knots]

    @cached_property
    def groups(self) -> Sequence[tuple[int, str]]:
        """The knots of groups, each with its group."""
        return [(at, knot.group) for at, knot in enumerate(self.knots) if knot.group is not None]

    @cached_property
    def where(self) -> Mapping[int, Sequence[int]]:
        """The knots of each candidate, by its row; they are one after the other."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, knot in enumerate(self.knots):
            if knot.row is not None:
                found[knot.row].append(at)
        return found

    def rewoven(self, kept: Iterable[tuple[int, Iterable[Arc]]]) -> "Web | None":
        """Return what is left of the knots that are kept, in order, with the arcs that are.

        A knot that nothing leads to goes, too. None when the end is gone.
        """
        numbers = {0: 0}
        knots, before = [self.knots[0]], [self.before[0]]
        for at, arcs in kept:
            left = [(numbers[other], cost) for other, cost in arcs if other in numbers]
            if left:
                numbers[at] = len(knots)
                knots.append(self.knots[at])
                before.append(left)
        return Web(knots, before) if len(self.knots) - 1 in numbers else None


def web_of(ground: Ground, passes: Passes, rows: Set[int], least: int) -> Web | None:
    """Return the web of those chains of `rows` whose number is above `least`.

    None when it would be so dense that nothing is won by it.
    """
    return _Spinner(ground, passes, least).web(rows)


class _Spinner:
    """Makes a web out of what the chains of a stretch come to."""

    def __init__(self, ground: Ground, passes: Passes, least: int) -> None:
        self._stretch = ground.stretch
        self._ground = ground
        self._passes = passes
        self._least = least
        self._ended: dict[State, list[tuple[int, int, int]]] = defaultdict(list)
        """By state the number of the best chain up to a knot, negative, with its row and itself."""

    def web(self, rows: Set[int]) -> Web | None:
        """Return the web; None when it would be dense."""
        ending = self._passes.forth.ending
        knots, arcs = [_EDGE], 0
        before: list[Sequence[Arc]] = [()]
        closing: list[Arc] = [(0, 0)] if self._least < 0 else []
        for row in sorted(rows):
            own = []
            for target in self._stretch.targets[row]:
                step = row, target.state
                leading = self._leading(row, target)
                if not leading:
                    continue
                arcs += len(leading)
                if arcs > _DENSE * len(knots):
                    return None
                own.append((target.state, (-ending[step], row, len(knots))))
                if self._closes(step):
                    closing.append((len(knots), 0))
                knots.append(self._knot(row))
                before.append(leading)
            # Only now, as one that lasts no time could follow on itself otherwise.
            for state, ended in own:
                insort(self._ended[state], ended)
        return Web([*knots, _EDGE], [*before, closing])

    def _leading(self, row: int, target: Target) -> list[Arc]:
        """Return what leads to a candidate in a state on chains that matter; nothing if none do."""
        passes, stretch = self._passes, self._stretch
        step = row, target.state
        following = passes.behind.get(step)
        if following is None or passes.forth.ending[step] + following <= self._least:
            return []
        walks, place, ends = self._ground.terms.walks, stretch.places[row], stretch.ends
        need = self._least - following - (passes.numbers[row] or 0)
        found: list[Arc] = [(0, 0)] if target.opens and need < 0 else []
        for state, latest, spare, counts in target.sources:
            until = stretch.starts[row] - spare
            for short, other, knot in self._ended.get(state, ()):
                if -short <= need:
                    break
                where = stretch.places[other]
                if ends[other] <= latest and ends[other] + walks.seconds[place][where] <= until:
                    cost = walks.costs[place][where] if counts else 0
                    if -short - cost > need:
                        found.append((knot, cost))
        return found

    def _closes(self, step: Step) -> bool:
        row, (_, had, _) = step
        in_time = self._stretch.ends[row] <= self._stretch.closing[had]
        return in_time and self._passes.forth.ending[step] > self._least

    def _knot(self, row: int) -> Knot:
        ground = self._ground
        return Knot(ground.stretch.rows[row], ground.groups[row], ground.worth[row])
