"""A view of a stretch of which few chains are left, all of which are known."""

from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from summit_tui.agenda.planning.chains import Chain
from summit_tui.agenda.planning.view import Prices
from summit_tui.agenda.planning.web import Arc, Web


class Narrow:
    """The chains of a web."""

    def __init__(self, web: Web, prices: Prices) -> None:
        self._web = web
        self._prices = prices

    @cached_property
    def _numbers(self) -> Sequence[int]:
        """What each knot adds."""
        numbers = list(self._web.worth)
        for knot, group in self._web.groups:
            if group in self._prices:
                numbers[knot] -= self._prices[group]
        return numbers

    @cached_property
    def _ending(self) -> Sequence[int]:
        """The number of the best chain up to each knot, the knot counted."""
        ending = [0]
        for number, arcs in zip(self._numbers[1:], self._web.before[1:], strict=True):
            ending.append(max([ending[other] - cost for other, cost in arcs]) + number)
        return ending

    @cached_property
    def _behind(self) -> Sequence[int | None]:
        """The best that can follow on each knot, the knot not counted; None when it is no end."""
        numbers, before = self._numbers, self._web.before
        behind: list[int | None] = [None] * len(numbers)
        behind[-1] = 0
        for knot in range(len(numbers) - 1, 0, -1):
            following = behind[knot]
            if following is None:
                continue
            following += numbers[knot]
            for other, cost in before[knot]:
                known = behind[other]
                if known is None or following - cost > known:
                    behind[other] = following - cost
        return behind

    @cached_property
    def chain(self) -> Chain:
        """The best chain."""
        ending, numbers = self._ending, self._numbers
        rows = []
        knot = len(numbers) - 1
        while knot:
            before = ending[knot] - numbers[knot]
            knot = next(o for o, cost in self._web.before[knot] if ending[o] - cost == before)
            row = self._web.knots[knot].row
            if row is not None:
                rows.append(row)
        return Chain(ending[-1], tuple(reversed(rows)))

    def has(self, row: int) -> bool:
        """Return whether a candidate may be seen."""
        return row in self._web.where

    def gain(self, row: int) -> int | None:
        """Return how much better the best chain with a candidate is than the best without."""
        knots, best = self._web.where[row], self.chain.number
        if row in self.chain.rows:
            passing = self._passing(knots[0], knots[-1])
            return best if passing is None else best - passing
        throughs = [
            self._ending[knot] + more for knot in knots if (more := self._behind[knot]) is not None
        ]
        return max(throughs) - best if throughs else None

    def _passing(self, first: int, last: int) -> int | None:
        """Return the number of the best chain that passes the knots from `first` to `last` by."""
        best = None
        for knot in range(last + 1, len(self._numbers)):
            following = self._behind[knot]
            if following is None:
                continue
            following += self._numbers[knot]
            for other, cost in self._web.before[knot]:
                if other < first:
                    number = self._ending[other] - cost + following
                    if best is None or number > best:
                        best = number
        return best

    def priced(self, prices: Prices) -> "Narrow":
        """Return the same chains at other prices."""
        return Narrow(self._web, prices)

    def without(self, rows: Set[int]) -> "Narrow | None":
        """Return what is left where `rows` may not be seen; None when no chain is."""
        web = self._web
        if web.where.keys().isdisjoint(rows):
            return self
        kept = ((at, web.before[at]) for at, knot in enumerate(web.knots) if knot.row not in rows)
        left = web.rewoven(kept)
        return None if left is None else Narrow(left, self._prices)

    def narrowed(self, least: int) -> "Narrow":
        """Return what is left when no chain matters whose number is `least` or less."""
        left = self._web.rewoven(self._above(least))
        return self if left is None else Narrow(left, self._prices)

    def _above(self, least: int) -> Iterable[tuple[int, Iterable[Arc]]]:
        """Yield the knots on chains above `least`, with the arcs that are."""
        ending = self._ending
        for knot, following in enumerate(self._behind):
            if following is not None and ending[knot] + following > least:
                need = least - following - self._numbers[knot]
                arcs = self._web.before[knot]
                yield knot, [(other, cost) for other, cost in arcs if ending[other] - cost > need]
