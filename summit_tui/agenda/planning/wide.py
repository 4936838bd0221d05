"""A view of a stretch in which many candidates may be seen, whose chains are searched for."""

from collections.abc import Sequence, Set
from functools import cached_property

from summit_tui.agenda.planning.chains import Chain
from summit_tui.agenda.planning.ground import Ground, Passes
from summit_tui.agenda.planning.narrow import Narrow
from summit_tui.agenda.planning.view import Prices, View
from summit_tui.agenda.planning.web import web_of


class Wide:
    """The chains of those candidates that may be seen."""

    def __init__(
        self, ground: Ground, rows: Sequence[int], prices: Prices, passes: Passes | None = None
    ) -> None:
        """Take rows of the stretch, and the passes where they are known, of at least these rows."""
        self._ground = ground
        self._rows = rows
        self._prices = prices
        self._known = passes

    @cached_property
    def _passes(self) -> Passes:
        if self._known is not None:
            return self._known
        ground, prices = self._ground, self._prices
        numbers: list[int | None] = [None] * len(ground.worth)
        for row in self._rows:
            group = ground.groups[row]
            numbers[row] = ground.worth[row] - (prices.get(group, 0) if group else 0)
        return Passes(ground, numbers)

    @cached_property
    def _open(self) -> frozenset[int]:
        return frozenset(self._rows)

    @cached_property
    def chain(self) -> Chain:
        """The best chain."""
        best = self._passes.forth.best
        return best._replace(rows=tuple(self._ground.stretch.rows[row] for row in best.rows))

    def has(self, row: int) -> bool:
        """Return whether a candidate may be seen."""
        return self._ground.row_of[row] in self._open

    def gain(self, row: int) -> int | None:
        """Return how much better the best chain with a candidate is than the best without.

        On the best chain it is taken for so much as what cannot be seen beside it loses to it.
        """
        at, through = self._ground.row_of[row], self._passes.through
        if at not in through:
            return None
        best = self.chain.number
        if row not in self.chain.rows:
            return through[at] - best
        apart = self._ground.apart
        others = [n for other, n in through.items() if other != at and not apart(at, other)]
        alone = self._passes.numbers[at] or 0
        return min(alone, best - max(others)) if others else alone

    def priced(self, prices: Prices) -> "Wide":
        """Return the same stretch at other prices."""
        return Wide(self._ground, self._rows, prices)

    def without(self, rows: Set[int]) -> "Wide":
        """Return what is left where `rows` may not be seen."""
        gone = {at for row in rows if (at := self._ground.row_of.get(row)) is not None}
        return Wide(self._ground, [row for row in self._rows if row not in gone], self._prices)

    def narrowed(self, least: int) -> View:
        """Return what is left when no chain matters whose number is `least` or less."""
        web = web_of(self._ground, self._passes, self._open, least)
        if web is not None:
            return Narrow(web, self._prices)
        through = self._passes.through
        return self._kept([row for row in self._rows if through.get(row, least) > least])

    def shortlist(self, most: int) -> "Wide":
        """Return what is left of the best chains, until there are so many candidates on them."""
        through = self._passes.through
        ranked = sorted(through.values(), reverse=True)
        least = ranked[most - 1] if most < len(ranked) else 0
        return self._kept([row for row in self._rows if through.get(row, -1) >= least])

    def _kept(self, rows: Sequence[int]) -> "Wide":
        """Return what is left of these rows, which have all the chains that matter among them."""
        return Wide(self._ground, rows, self._prices, self._passes)
