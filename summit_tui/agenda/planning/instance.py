"""A planning problem in whole numbers, and the rules of what can be seen.

A set of candidates is feasible when, in order of their starts (then ends, then ids), each has ended
before the next begins and the walk between the two fits in between. So a candidate of no length may
stand between two others, but not in the middle of one. Walks are judged from one to the next, as
conflicts are; they need not obey the triangle inequality. Besides:

- at most one candidate of a group (the runs of one session), and at most `most_a_day` of a day;
- nothing takes place during the busy times. Where they are spent is unknown: the walk between what
  comes before and after one has to fit into what the busy time leaves of the gap;
- of each lunch, `minutes` in one piece within its window are free of candidates and busy times,
  and the gap that they lie in holds the walk besides: one eats for the whole of the minutes;
- of a candidate without a place no walk is known, and none is counted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from summit_tui.catalogue.spans import Span, joined

FIXED, MUST, WANT, MAYBE, FOUND = range(5)
"""Tiers, most wanted first: asked to keep, the three wants, and what a query added."""
MINUTE = 60


class Candidate(NamedTuple):
    """Something that could be on the agenda."""

    id: str
    start: int
    """Seconds since an epoch."""
    end: int
    """Not before `start`."""
    day: int
    """A number of the day; what starts later is of the same day or of a later one."""
    tier: int = WANT
    place: int | None = None
    """A row of the walks; None when unknown."""
    group: str = ""
    """What is only seen once; the id when empty."""
    points: int = 0
    """How well it suits, among candidates of its tier."""

    @property
    def run_of(self) -> str:
        """The group that it belongs to."""
        return self.group or self.id


class Lunch(NamedTuple):
    """A break of `minutes` somewhere between two instants."""

    start: int
    end: int
    minutes: int


class Instance(NamedTuple):
    """A problem to solve."""

    candidates: tuple[Candidate, ...]
    walks: tuple[tuple[int, ...], ...] = ((0,),)
    """Minutes from place to place, both ways the same."""
    busy: tuple[Span, ...] = ()
    lunches: tuple[Lunch, ...] = ()
    """In order, none overlapping another."""
    most_a_day: int | None = None
    """At least 1."""


class Timeline:
    """Time with the busy times cut out: what is left is what one can walk and eat in."""

    def __init__(self, busy: Iterable[Span]) -> None:
        self.busy = joined(span for span in busy if span[0] < span[1])
        """Apart from each other, in order, each with a length."""
        self._starts = [start for start, _ in self.busy]
        self._before = [0, *accumulate(end - start for start, end in self.busy)]

    def free(self, instant: int) -> int:
        """Return `instant` less all busy time before it."""
        row = bisect_right(self._starts, instant)
        if not row:
            return instant
        over = max(0, self.busy[row - 1][1] - instant)
        return instant - self._before[row] + over

    def blocks(self, start: int, end: int) -> bool:
        """Return whether something from `start` to `end` would run into a busy time."""
        row = bisect_left(self._starts, end)
        return bool(row) and start < self.busy[row - 1][1]

    def pieces(self, start: int, end: int) -> list[Span]:
        """Return what is free between two instants."""
        edges = [start, *(edge for span in self.busy for edge in span), end]
        edges = [min(max(edge, start), end) for edge in edges]
        return [(edge, edges[row + 1]) for row, edge in enumerate(edges) if not row % 2]
