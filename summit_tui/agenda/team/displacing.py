"""What would go unseen if somebody went to one more session in any case.

What is seen fills everybody's time at some moments of that session, and at each of them one of the
sessions seen has to go. So the least that goes is the cheapest cover of those moments by sessions:
a shortest path along them, exact.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from summit_tui.agenda.team.lanes import Span


class Seen(NamedTuple):
    """A session that is seen."""

    span: Span
    weight: int
    """What it is worth, against others; more than 0."""


def meet(one: Span, other: Span) -> bool:
    """Return whether nobody can see both whole."""
    return one[0] < other[1] and other[0] < one[1]


def displaced(span: Span, seen: Sequence[Seen], people: int) -> list[int]:
    """Return the rows of those of `seen` that weigh least and leave somebody free for `span`.

    At most `people` of `seen` are on at once. Of equal ones the first go.
    """
    near = [row for row, each in enumerate(seen) if meet(span, each.span)]
    full = _full(span, [seen[row].span for row in near], people)
    begins: list[list[tuple[int, int]]] = [[] for _ in full]
    """For each moment the sessions it is the first of: row, and the moment behind the last one."""
    for row in near:
        start, end = seen[row].span
        if (first := bisect_left(full, start)) < (behind := bisect_left(full, end)):
            begins[first].append((row, behind))
    return sorted(_cheapest(begins, [each.weight for each in seen]))


def _full(span: Span, spans: Sequence[Span], people: int) -> list[int]:
    """Return the moments within `span` from which on everybody is busy until something changes."""
    start, end = span
    changes: Counter[int] = Counter()
    for begin, over in spans:
        changes[max(begin, start)] += 1
        changes[min(over, end)] -= 1
    busy, found = 0, []
    for moment in sorted(changes):
        busy += changes[moment]
        if busy >= people:
            found.append(moment)
    return found


def _cheapest(begins: Sequence[Sequence[tuple[int, int]]], weights: Sequence[int]) -> list[int]:
    """Return the rows that cover every moment and weigh least."""
    costs = [0]
    """What all moments before each one cost at least."""
    taken: list[tuple[int, int]] = []
    """For each moment the row that covers it then, and the first moment which that one covers."""
    open_: list[tuple[int, int, int, int]] = []
    for moment, rows in enumerate(begins):
        for row, behind in rows:
            heappush(open_, (costs[moment] + weights[row], row, moment, behind))
        while open_[0][3] <= moment:
            heappop(open_)
        cost, row, first, _ = open_[0]
        costs.append(cost)
        taken.append((row, first))
    found, place = [], len(taken)
    while place:
        row, place = taken[place - 1]
        found.append(row)
    return found
