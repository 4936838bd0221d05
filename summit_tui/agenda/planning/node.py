"""A part of the search: what may still be seen of each stretch, and what groups cost."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from summit_tui.agenda.planning.view import Prices, View


class Groups(NamedTuple):
    """The candidates of which only one of a group is to be seen."""

    runs: Mapping[str, Sequence[int]]
    """Of each group that has several."""
    of: Mapping[int, str]
    """The group of each of them."""
    home: Mapping[int, int]
    """The number of the stretch that each of them is in."""


class Node(NamedTuple):
    """A part of the search at some prices."""

    groups: Groups
    views: Sequence[View]
    """Of each stretch."""
    prices: Prices
    leeway: int | None = None
    """How far chains below the bound are still there; None when all are."""

    @property
    def bound(self) -> int:
        """What no agenda of this part exceeds."""
        return sum(self.prices.values()) + sum(view.chain.number for view in self.views)

    @property
    def rows(self) -> tuple[int, ...]:
        """The candidates on the best chains, in order."""
        return tuple(row for view in self.views for row in view.chain.rows)

    def seen(self) -> dict[str, list[int]]:
        """Return the candidates on the best chains that are of a group, by group, in order."""
        found: dict[str, list[int]] = {}
        for row in self.rows:
            if row in self.groups.of:
                found.setdefault(self.groups.of[row], []).append(row)
        return found

    def twice(self) -> list[str]:
        """Return the groups that the best chains have more than once."""
        return [group for group, rows in self.seen().items() if len(rows) > 1]

    def idle(self) -> list[str]:
        """Return the groups that have a price and are not on the best chains."""
        seen = self.seen()
        return [group for group in self.prices if group not in seen]

    def runs(self, group: str) -> list[int]:
        """Return those candidates of a group that may be seen."""
        home = self.groups.home
        return [row for row in self.groups.runs[group] if self.views[home[row]].has(row)]

    def priced(self, prices: Prices) -> "Node":
        """Return the same part at other prices."""
        views = list(self.views)
        for number in self._touched(prices):
            views[number] = views[number].priced(prices)
        return self._replace(views=views, prices=prices)

    def without(self, rows: Set[int], prices: Prices) -> "Node | None":
        """Return what is left, at `prices`, where `rows` may not be seen.

        None when no agenda is left that matters.
        """
        views = list(self.views)
        for number in {self.groups.home[row] for row in rows}:
            left = views[number].without(rows)
            if left is None:
                return None
            views[number] = left
        return self._replace(views=views).priced(prices)

    def narrowed(self, best: int) -> "Node":
        """Return what may still hold something better than `best`, where that is much less."""
        leeway = self.bound - best
        if leeway <= 0 or (self.leeway is not None and 10 * leeway > 9 * self.leeway):
            return self
        views = [view.narrowed(view.chain.number - leeway) for view in self.views]
        return self._replace(views=views, leeway=leeway)

    def _touched(self, prices: Prices) -> set[int]:
        """Return the numbers of the stretches in which something costs other than before."""
        changed = self.prices.items() ^ prices.items()
        runs = self.groups.runs
        return {self.groups.home[row] for group, _ in changed for row in runs[group]}
