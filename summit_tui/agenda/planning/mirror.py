"""The same problem with time running backwards.

What can follow on a candidate is what can come before it in the mirror: walks are the same both
ways, and a lunch is had between the same two. So what `chains` tells of what came before, it tells
of what can still come, too.
"""

from collections.abc import Sequence
from functools import cached_property

from summit_tui.agenda.planning.instance import Instance, Lunch, Timeline
from summit_tui.agenda.planning.stretch import Stretch, stretch_of
from summit_tui.catalogue.spans import Span


class Mirror:
    """An instance seen in it; only made when it is looked into."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance

    def stretch(self, rows: Sequence[int]) -> Stretch:
        """Return what becomes of the stretch of `rows`, in the order it has them."""
        candidates = self._mirrored.candidates

        def order(at: int) -> tuple[int, int, int]:
            # Of two that last no time at the same moment, the one that was second comes first.
            each = candidates[rows[at]]
            return each.start, each.end, -at

        turned = [rows[at] for at in sorted(range(len(rows)), key=order)]
        return stretch_of(self._mirrored, turned, self._timeline)

    @cached_property
    def _mirrored(self) -> Instance:
        instance = self._instance
        candidates = tuple(
            each._replace(start=start, end=end, day=-each.day)
            for each in instance.candidates
            for start, end in [self._turned((each.start, each.end))]
        )
        lunches = tuple(
            Lunch(*self._turned((each.start, each.end)), each.minutes)
            for each in reversed(instance.lunches)
        )
        busy = tuple(map(self._turned, instance.busy))
        return instance._replace(candidates=candidates, busy=busy, lunches=lunches)

    @cached_property
    def _timeline(self) -> Timeline:
        return Timeline(self._mirrored.busy)

    @cached_property
    def _last(self) -> int:
        instance = self._instance
        ends = [each.end for each in instance.candidates]
        ends += [each.end for each in instance.lunches]
        return max(ends + [end for _, end in instance.busy], default=0)

    def _turned(self, span: Span) -> Span:
        """Return `span` from the end of all, so that no instant is before 0."""
        return self._last - span[1], self._last - span[0]
