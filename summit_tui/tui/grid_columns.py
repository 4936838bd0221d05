"""How wide the rooms of a grid are, and where in its room a session stands. Pure; in cells."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from textual.geometry import Region

from summit_tui.tui.day_grid import Block, DayGrid

_NARROWEST = 16
"""Cells that a room has at least, with the one between it and the next."""
_NARROWEST_LANE = 9
"""Cells that a session beside another has at least."""
_LEGIBLE = 2
"""Cells that the letters take with which one jumps to a session."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a grid, from its left."""

    lefts: tuple[int, ...] = (0,)
    """Where each column begins, and where the last one ends."""

    @property
    def width(self) -> int:
        """How many cells there are."""
        return self.lefts[-1]

    def room(self, column: int) -> int:
        """Return the cells of a column, with the one between it and the next."""
        return self.lefts[column + 1] - self.lefts[column]

    def at(self, x: int) -> int:
        """Return the number of the column at `x`; that of none behind the last."""
        return max(0, bisect_right(self.lefts, x) - 1)

    def in_sight(self, left: int, width: int) -> range:
        """Return the columns of which something stands in `width` cells from `left` on."""
        end = next((n for n, each in enumerate(self.lefts) if each >= left + width), None)
        return range(self.at(left), len(self.lefts) - 1 if end is None else end)

    def lane_of(self, block: Block) -> tuple[int, int]:
        """Return where in its column a block begins, and its width."""
        room = self.room(block.column) - 1
        start = room * block.lane // block.lanes
        return start, room * (block.lane + 1) // block.lanes - start

    def span_of(self, block: Block) -> tuple[int, int]:
        """Return where a block begins, and where the cell behind it ends."""
        start, width = self.lane_of(block)
        left = self.lefts[block.column] + start
        return left, left + width + 1

    def begin(self, x: int, column: int) -> int:
        """Return where the first whole column at `x` or right of it begins, `column` the last."""
        left = self.lefts[column]
        return next((each for each in self.lefts if x <= each <= left), x)


def in_sight(grid: DayGrid, columns: Columns, sight: Region) -> list[Block]:
    """Return the blocks that begin in `sight` or above it, by line, then from the left.

    Of what stands at its edges only what has two cells there.
    """
    found = [
        block
        for column in columns.in_sight(sight.x, sight.width)
        for block in grid.columns[column]
        if block.bottom > sight.y and block.top < sight.bottom
        if sight.x <= columns.span_of(block)[0] <= sight.right - _LEGIBLE
    ]
    return sorted(found, key=lambda block: (max(block.top, sight.y), block.column, block.lane))


def columns(grid: DayGrid, spare: int) -> Columns:
    """Return columns that share `spare` cells, each with enough for what overlaps in it.

    Where they do not all fit, as many of them as do share the cells, so that none is cut.
    """
    fitting = max(1, min(len(grid.columns), spare // _NARROWEST))
    even = max(_NARROWEST, spare // fitting)
    widths = (max(even, lanes * _NARROWEST_LANE + 1) for lanes in grid.lanes)
    return Columns(tuple(accumulate(widths, initial=0)))


def scrolled(at: int, start: int, end: int, room: int) -> int:
    """Return where to scroll to from `at` so that `start` is in sight, and `end` if both fit."""
    return min(start, max(at, end - room))
