"""Which entry stands on which line of a long list, known without looking at any entry.

A layout is made from arrays in one pass, a few milliseconds for ten thousand sessions; what an
entry shows is decided when its lines come into sight.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass

from summit_tui.search.facets import Facets, rows_of
from summit_tui.search.index import NEVER

ENTRY_LINES = 2
"""A session's title, and who, what and where below it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a list: each is an entry with the headings above it."""

    blocks: "array[int]"
    """The first line of each block, and behind the last one the number of lines."""
    leads: bytes
    """How many lines of headings each block begins with."""

    def __len__(self) -> int:
        return len(self.leads)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self.blocks[-1]

    def entry_at(self, line: int) -> int:
        """Return the entry whose block holds `line`."""
        return min(bisect_right(self.blocks, line), len(self)) - 1

    def top(self, entry: int) -> int:
        """Return the first line of an entry, below its headings."""
        return self.blocks[entry] + self.leads[entry]

    def end(self, entry: int) -> int:
        """Return the line behind an entry."""
        return self.blocks[entry + 1]

    def away(self, entry: int, lines: int) -> int:
        """Return the entry so many lines below another, or above; the next one at the least."""
        line = self.top(entry) + lines
        there = self.entry_at(max(0, min(line, self.lines - 1)))
        return there if there != entry else entry + (1 if lines > 0 else -1)

    def in_sight(self, first: int, height: int, *, sticky: bool) -> range:
        """Return the entries whose first line is on one of `height` lines from `first` on.

        With `sticky` a heading stays on the first of them as soon as that is not the list's own.
        """
        if not len(self):
            return range(0)
        begin, last = self.entry_at(first), min(first + height, self.lines) - 1
        hidden = self.top(begin) < first + (sticky and first > 0)
        end = self.entry_at(last)
        return range(begin + hidden, end + (self.top(end) <= last))

    def revealing(self, entry: int, at: int, height: int, *, sticky: bool, on_top: bool) -> int:
        """Return the line to begin at, as near to `at` as shows an entry with its headings.

        With `on_top` it is the entry's own. Below a heading that stays no other one is cut.
        """
        top = self.blocks[entry]
        if sticky and not self.leads[entry] and top:
            top -= 1
        near = min(at, top) if top < at else max(at, min(self.end(entry) - height, top))
        begin = top if on_top else near
        return self._below_whole(begin, top) if sticky else begin

    def _below_whole(self, line: int, limit: int) -> int:
        """Return the line to begin at, up to `limit`, so that no entry is cut below the heading."""
        below = line + 1
        if not line or below >= self.lines:
            return line
        entry = self.entry_at(below)
        if below <= self.top(entry):
            return line
        later = self.end(entry) - 1
        return later if later <= limit else line


EMPTY = Layout(array("l", [0]), b"")


def stacked(leads: Sequence[int], heights: Sequence[int]) -> Layout:
    """Return the layout of entries with these lines of headings and these heights of their own."""
    blocks, line = array("l"), 0
    for lead, height in zip(leads, heights, strict=True):
        blocks.append(line)
        line += lead + height
    blocks.append(line)
    return Layout(blocks, bytes(leads))


def by_slot(
    rows: Sequence[int],
    starts: Sequence[int],
    days: Sequence[int] | None,
    tall: Container[int],
) -> Layout:
    """Return the layout of sessions under a heading per start, and per day where `days` is given.

    `tall` are the rows that say one line more than the others.
    """
    blocks, leads = array("l"), bytearray()
    line, before, today = 0, None, -1
    for row in rows:
        start = starts[row]
        lead = 0
        if start != before:
            lead, before = 1, start
        if days is not None and days[row] != today and start != NEVER:
            lead, today = 2, days[row]
        blocks.append(line)
        leads.append(lead)
        line += lead + ENTRY_LINES + (row in tall)
    blocks.append(line)
    return Layout(blocks, bytes(leads))


def days_of(facets: Facets) -> "array[int] | None":
    """Return for each row the number of its conference day; None where no day is known."""
    values = facets.values("day")
    if not values:
        return None
    days = array("l", bytes(array("l").itemsize * facets.size))
    for number, value in enumerate(values):
        for row in rows_of(facets.rows("day", value)):
            days[row] = number
    return days


def row_of_now(starts: Sequence[int], ends: Sequence[int], now: int) -> int | None:
    """Return the first row of the slot to go to at `now`; None when the event is not running.

    It is the slot that began last, while something of it is on, or the next one, whichever began
    or begins closer to now. `starts` ascend, with `NEVER` behind them; all in seconds.
    """
    timed = bisect_right(starts, False, key=lambda start: start == NEVER)
    if not timed or not starts[0] <= now < max(ends):
        return None
    coming = bisect_right(starts, now, hi=timed)
    begun = next((row for row in range(coming - 1, -1, -1) if ends[row] > now), None)
    if begun is None or (coming < timed and starts[coming] - now < now - starts[begun]):
        return coming
    return bisect_left(starts, starts[begun], hi=timed)
