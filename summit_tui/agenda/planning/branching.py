"""The best agenda of a part of the search: by prices first, and where they fail, by branches.

Whatever is seen twice is given a price that each sight of it costs and the first pays back, which
gives a bound from above whatever the price (a Lagrangian relaxation; Geoffrion 1974). For one group
by itself the best prices are known: those at which its best run is worth having and no other is.
So prices go there, for all groups at once, time and again, while that brings the bound down. Of
each stretch only those candidates are kept that are on a chain good enough to be part of something
better than the agenda in hand, so that all this goes on among fewer and fewer of them. Where prices
alone do not settle it, the search branches on the group that costs most: this run of it, or that,
or neither; the branch with the highest bound first.
"""

from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush

from summit_tui.agenda.planning.chains import Chain
from summit_tui.agenda.planning.node import Node

Patience = Callable[[], bool]
"""Asked between steps; when it says no, the search ends with what it has."""

_STALE = 3
"""So often may prices be changed at one node and bring little, before it branches."""
_ASCENTS = 40
"""So often are they changed at most."""


class Branching:
    """A search, with the best agenda in hand."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self.best = Chain(0)
        self.nodes = 0
        """Parts that were looked at."""

    def search(self, root: Node) -> int:
        """Look for the best agenda of `root`, and return what none of it exceeds."""
        heap = [(-root.bound, 0, root)]
        made = 0
        while heap and -heap[0][0] > self.best.number and (not self.nodes or self._patience()):
            for child in self._children(self.settle(heappop(heap)[2])):
                made += 1
                heappush(heap, (-child.bound, made, child))
        return max(self.best.number, -heap[0][0] if heap else 0)

    def settle(self, node: Node) -> Node:
        """Return `node` at the prices that bring its bound down furthest, of those tried."""
        self.nodes += 1
        best = node = self._tried(node)
        stale = 0
        for _ in range(_ASCENTS):
            unsettled = node.twice() + node.idle()
            over = best.bound - self.best.number
            if not unsettled or over <= 0 or stale == _STALE or not self._patience():
                break
            node = _at_fair_prices(node, unsettled)
            gained = best.bound - node.bound
            stale = 0 if 8 * gained > over else stale + 1
            if gained >= 0:
                best = node = self._tried(node)
        return best

    def _tried(self, node: Node) -> Node:
        """Make an agenda of `node`, and return what may still be better than the one in hand."""
        if self.best.rows:
            node = node.narrowed(self.best.number)
        self._take(node)
        return node

    def _take(self, node: Node) -> None:
        """Make an agenda of the best chains of `node`; keep it when it is the best so far."""
        seen = node.seen()
        while node.prices or any(len(rows) > 1 for rows in seen.values()):
            runs = node.groups.runs
            gone = {row for group, rows in seen.items() for row in runs[group] if row != rows[0]}
            left = node.without(gone, {})
            if left is None:
                return
            node, seen = left, left.seen()
        self.best = max(self.best, Chain(node.bound, node.rows))

    def _children(self, node: Node) -> Iterator[Node]:
        """Yield the parts of `node` that may hold a better agenda than the one in hand."""
        if node.bound <= self.best.number:
            return
        node = node.narrowed(self.best.number)
        group = max(node.twice() or node.idle(), key=lambda each: node.prices.get(each, 0))
        prices = {each: price for each, price in node.prices.items() if each != group}
        runs = set(node.runs(group))
        tried = set(node.seen().get(group, runs))
        several = len(runs - tried) > 1
        parts = [(runs - {row}, prices) for row in sorted(tried)]
        for gone, left_prices in [*parts, (tried, node.prices if several else prices)]:
            child = node.without(gone, left_prices)
            if child is not None:
                yield child


def _at_fair_prices(node: Node, groups: Iterable[str]) -> Node:
    prices = {**node.prices, **{group: _fair_price(node, group) for group in groups}}
    return node.priced({group: price for group, price in prices.items() if price})


def _fair_price(node: Node, group: str) -> int:
    """Return a price at which one run of `group` is worth having, and only one."""
    most = sorted(price for row in node.runs(group) if (price := _worth(node, row)) is not None)
    return max(0, (most[-2] + most[-1]) // 2 + 1) if len(most) > 1 else 0


def _worth(node: Node, row: int) -> int | None:
    """Return the price below which a candidate is worth having; None when it cannot be had."""
    gain = node.views[node.groups.home[row]].gain(row)
    return None if gain is None else gain + node.prices.get(node.groups.of[row], 0)
