"""Which sessions a day has, by room, and how many of them the programme's filters hide."""

from collections.abc import Iterator
from typing import NamedTuple

from summit_tui.search.facets import Rows, rows_of
from summit_tui.search.programme import Programme
from summit_tui.tui.day_grid import DayGrid, Item, day_grid

NO_ROOM = "no room yet"
"""The column of the sessions without one, behind all others."""


class Day(NamedTuple):
    """A day as the grid shows it."""

    grid: DayGrid
    rooms: tuple[str, ...]
    """The name above each column."""
    bits: Rows
    """The rows that are in it."""
    hidden: Rows
    """The rows of the day that the filters hide."""


def day_of(programme: Programme, day: str, within: Rows) -> Day:
    """Return the sessions of a day (a value of the facet `day`) that are in the set `within`."""
    whole = programme.index.facets.rows("day", day)
    bits = whole & within
    columns = list(_columns(programme, bits))
    starts, ends = programme.index.starts, programme.index.ends
    items = (
        Item(row, starts[row], ends[row], number)
        for number, (_, rows) in enumerate(columns)
        for row in rows_of(rows)
    )
    grid = day_grid(items, len(columns))
    return Day(grid, tuple(name for name, _ in columns), bits, whole & ~within)


def _columns(programme: Programme, bits: Rows) -> Iterator[tuple[str, Rows]]:
    """Yield each room that has any of these sessions, with them; then those without a room."""
    facets = programme.index.facets
    for room in facets.values("room"):
        there = facets.rows("room", room) & bits
        if there:
            yield str(room), there
            bits &= ~there
    if bits:
        yield NO_ROOM, bits


def without_day(programme: Programme) -> Rows:
    """Return the sessions that are on no day yet."""
    facets = programme.index.facets
    dated = 0
    for day in facets.values("day"):
        dated |= facets.rows("day", day)
    return facets.everything & ~dated
