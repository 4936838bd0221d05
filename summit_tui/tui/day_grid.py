"""Which cells of a grid the sessions of a day take: rooms across, a quarter of an hour a line.

Pure, and made without looking at any session: rows of the programme with their times. A block
begins on the line its session begins in and is as tall as that takes; it ends early where the next
session of the room begins in the middle of its last line, so that what does not overlap in time
does not on the screen. What does overlap stands side by side, each in a lane of the column.
Sessions of the day that have no time stand below the last quarter, one line each.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summit_tui.search.index import NEVER

QUARTER = 900
"""Seconds that a line stands for."""
_LONG = 12 * 3600
"""A session longer than this is no reason for a day to go on."""


class Item(NamedTuple):
    """A session of the day."""

    row: int
    start: int
    """In seconds since 1970 UTC; `NEVER` while it has no time."""
    end: int
    column: int
    """Of its room, from the left."""


class Block(NamedTuple):
    """The cells of one session."""

    row: int
    column: int
    top: int
    """The first line."""
    bottom: int
    """The line behind the last."""
    lane: int = 0
    """From the left, among those that overlap in the column."""
    lanes: int = 1
    """How many of them there are."""

    @property
    def height(self) -> int:
        """How many lines it has."""
        return self.bottom - self.top

    def far(self, line: int) -> int:
        """Return how many lines it is away from `line`; 0 where it is on it."""
        return max(self.top - line, line - self.bottom + 1, 0)


@dataclass(frozen=True, slots=True)
class DayGrid:
    """A day, laid out."""

    origin: int
    """The instant of the first line, in seconds since 1970 UTC."""
    quarters: int
    """How many lines have a time; those without stand behind them."""
    lines: int
    columns: tuple[tuple[Block, ...], ...]
    """The blocks of each, from above, then from the left; none is empty."""
    lanes: tuple[int, ...]
    """The most blocks that stand side by side in each column."""
    _tallest: tuple[int, ...] = field(repr=False, default=())

    def __len__(self) -> int:
        return sum(map(len, self.columns))

    def at(self, column: int, line: int) -> Iterator[Block]:
        """Yield the blocks of a column that are on a line."""
        blocks = self.columns[column]
        first = bisect_right(blocks, line - self._tallest[column], key=_top)
        behind = bisect_right(blocks, line, key=_top)
        return (block for block in blocks[first:behind] if block.bottom > line)

    def line_of(self, instant: int) -> int | None:
        """Return the line an instant is on; None outside of the day."""
        line = (instant - self.origin) // QUARTER
        return line if 0 <= line < self.quarters else None

    def block_of(self, row: int | None) -> Block | None:
        """Return the block of a session; None where the day has not got it."""
        every = (block for blocks in self.columns for block in blocks)
        return next((block for block in every if block.row == row), None)

    def first(self) -> Block | None:
        """Return the block that begins first, the leftmost of several."""
        return min((blocks[0] for blocks in self.columns), key=_top, default=None)

    def last(self) -> Block | None:
        """Return the block that begins last, the rightmost of several."""
        return max((blocks[-1] for blocks in reversed(self.columns)), key=_top, default=None)

    def along(self, block: Block, step: int) -> Block:
        """Return the block so many further down its column; the last one at the end."""
        blocks = self.columns[block.column]
        place = bisect_left(blocks, (block.top, block.lane), key=_place) + step
        return blocks[max(0, min(place, len(blocks) - 1))]

    def beside(self, block: Block, line: int, way: int) -> Block:
        """Return the block right (1) or left (-1) of `block`, at `line` or nearest to it.

        It is the next lane on that line, else in the next column; `block` itself at the edge.
        """
        lanes = [
            other for other in self.at(block.column, line) if way * other.lane > way * block.lane
        ]
        if lanes and block.far(line) == 0:
            return min(lanes, key=lambda other: way * other.lane)
        column = block.column + way
        return self.nearest(column, line, way) if 0 <= column < len(self.columns) else block

    def nearest(self, column: int, line: int, way: int = 1) -> Block:
        """Return the block of a column nearest to a line, of several the first along `way`."""
        return min(
            self.columns[column], key=lambda block: (block.far(line), way * block.lane, block.top)
        )


def _top(block: Block) -> int:
    return block.top


def _place(block: Block) -> tuple[int, int]:
    return block.top, block.lane


def day_grid(items: Iterable[Item], columns: int) -> DayGrid:
    """Return the layout of the sessions of a day in so many columns; the empty ones are left out.

    Columns keep their order; `Block.column` counts those that are there.
    """
    every: list[list[Item]] = [[] for _ in range(columns)]
    for item in items:
        every[item.column].append(item)
    filled = [each for each in every if each]
    origin, quarters = _span([item for each in filled for item in each])
    laid = [tuple(_column(number, each, origin, quarters)) for number, each in enumerate(filled)]
    lines = max((block.bottom for blocks in laid for block in blocks), default=quarters)
    return DayGrid(
        origin,
        quarters,
        max(lines, quarters),
        tuple(laid),
        tuple(max(block.lanes for block in blocks) for blocks in laid),
        tuple(max(block.height for block in blocks) for blocks in laid),
    )


def _span(items: Sequence[Item]) -> tuple[int, int]:
    """Return the instant a day begins at, and how many quarters it has.

    What goes on for days, an exhibition, is cut where the rest of the day ends.
    """
    timed = [item for item in items if item.start != NEVER]
    if not timed:
        return 0, 0
    begin = min(item.start for item in timed) // QUARTER
    ends = [item.end for item in timed if item.end - item.start <= _LONG]
    ends.append(max(item.start for item in timed) + QUARTER)
    return begin * QUARTER, -(-max(ends) // QUARTER) - begin


def _column(number: int, items: list[Item], origin: int, quarters: int) -> Iterator[Block]:
    """Yield the blocks of one column, from above, then from the left."""
    timed = sorted((item for item in items if item.start != NEVER), key=_in_time)
    tops = [(item.start - origin) // QUARTER for item in timed]
    bottoms = _bottoms(timed, tops, origin, quarters)
    lanes = _lanes(tops, bottoms)
    rows = (item.row for item in timed)
    yield from sorted(
        (
            Block(row, number, top, bottom, *lane)
            for row, top, bottom, lane in zip(rows, tops, bottoms, lanes, strict=True)
        ),
        key=_place,
    )
    timeless = (item.row for item in items if item.start == NEVER)
    for line, row in enumerate(timeless, quarters):
        yield Block(row, number, line, line + 1)


def _in_time(item: Item) -> tuple[int, int]:
    return item.start, -item.end


def _bottoms(items: Sequence[Item], tops: Sequence[int], origin: int, quarters: int) -> list[int]:
    """Return the line behind each item: not beyond one that another begins in when it is over."""
    bottoms: list[int] = []
    reaching: list[int] = []
    """The places of those that may reach into the line of the next."""
    for place, (item, top) in enumerate(zip(items, tops, strict=True)):
        reaching = [other for other in reaching if bottoms[other] > top]
        for other in reaching:
            if items[other].end <= item.start and tops[other] < top:
                bottoms[other] = top
        reaching.append(place)
        bottoms.append(max(min(-(-(item.end - origin) // QUARTER), quarters), top + 1))
    return bottoms


def _lanes(tops: Sequence[int], bottoms: Sequence[int]) -> list[tuple[int, int]]:
    """Return for each block its lane, and how many stand side by side; `tops` ascend."""
    lanes: list[int] = []
    widths: list[int] = []
    until: list[int] = []
    """The line behind the last block of each lane, of those that reach into one another."""
    for top, bottom in zip(tops, bottoms, strict=True):
        if until and top >= max(until):
            widths += [len(until)] * (len(lanes) - len(widths))
            until = []
        lane = next((lane for lane, end in enumerate(until) if end <= top), len(until))
        until[lane : lane + 1] = [bottom]
        lanes.append(lane)
    widths += [len(until)] * (len(lanes) - len(widths))
    return list(zip(lanes, widths, strict=True))
