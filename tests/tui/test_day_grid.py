"""Which cells the sessions of a day take, and the ways from one to the next."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.search.index import NEVER
from summit_tui.tui.day_grid import QUARTER, Block, DayGrid, Item, day_grid

MORNING = 10 * 3600
Cells = tuple[int, int, int, int]


def item(row: int, start: int | None, minutes: int = 45, column: int = 0) -> Item:
    """Return a session that starts so many minutes after ten."""
    if start is None:
        return Item(row, NEVER, NEVER, column)
    begin = MORNING + 60 * start
    return Item(row, begin, begin + 60 * minutes, column)


def cells(grid: DayGrid, column: int = 0) -> dict[int, Cells]:
    """Return the top, bottom, lane and lanes of each row of a column."""
    blocks = grid.columns[column] if grid.columns else ()
    return {block.row: (block.top, block.bottom, block.lane, block.lanes) for block in blocks}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param([item(0, 0)], {0: (0, 3, 0, 1)}, id="as tall as it is long"),
        pytest.param([item(0, 5, 5)], {0: (0, 1, 0, 1)}, id="within a quarter"),
        pytest.param([item(0, 0, 0)], {0: (0, 1, 0, 1)}, id="without a length"),
        pytest.param([item(0, 10, 30)], {0: (0, 3, 0, 1)}, id="begun lines are its own"),
        pytest.param(
            [item(0, 0, 45), item(1, 45, 45)],
            {0: (0, 3, 0, 1), 1: (3, 6, 0, 1)},
            id="one after the other",
        ),
        pytest.param(
            [item(0, 0, 50), item(1, 50, 50)],
            {0: (0, 3, 0, 1), 1: (3, 7, 0, 1)},
            id="a line that two share is the later one's",
        ),
        pytest.param(
            [item(0, 0, 60), item(1, 30, 60)],
            {0: (0, 4, 0, 2), 1: (2, 6, 1, 2)},
            id="what overlaps stands side by side",
        ),
        pytest.param(
            [item(0, 0, 5), item(1, 5, 5), item(2, 10, 5), item(3, 15, 15)],
            {0: (0, 1, 0, 3), 1: (0, 1, 1, 3), 2: (0, 1, 2, 3), 3: (1, 2, 0, 1)},
            id="lightning talks",
        ),
        pytest.param(
            [item(0, 0, 120), item(1, 0, 30), item(2, 45, 30)],
            {0: (0, 8, 0, 2), 1: (0, 2, 1, 2), 2: (3, 5, 1, 2)},
            id="a lane is used again",
        ),
        pytest.param(
            [item(0, 0, 45), item(1, None), item(2, None)],
            {0: (0, 3, 0, 1), 1: (3, 4, 0, 1), 2: (4, 5, 0, 1)},
            id="without a time below",
        ),
        pytest.param(
            [item(0, 0, 3 * 24 * 60), item(1, 60, 60)],
            {0: (0, 8, 0, 2), 1: (4, 8, 1, 2)},
            id="what goes on for days ends with the day",
        ),
    ],
)
def test_blocks_stand_where_their_time_is(items: list[Item], expected: dict[int, Cells]) -> None:
    assert cells(day_grid(items, 1)) == expected


def test_the_first_line_is_a_quarter_of_the_clock() -> None:
    grid = day_grid([item(0, 25), item(1, 100, 60)], 1)
    assert grid.origin == MORNING + QUARTER
    assert cells(grid) == {0: (0, 4, 0, 1), 1: (5, 10, 0, 1)}
    assert (grid.quarters, grid.lines) == (10, 10)


@pytest.mark.parametrize(
    ("minutes", "line"), [(-1, None), (0, 0), (14, 0), (15, 1), (59, 3), (60, None)]
)
def test_an_instant_is_on_a_line_of_the_day(minutes: int, line: int | None) -> None:
    assert day_grid([item(0, 0, 60)], 1).line_of(MORNING + 60 * minutes) == line


def test_columns_without_sessions_are_left_out() -> None:
    grid = day_grid([item(0, 0, column=3), item(1, 0, column=1)], 5)
    assert [[block.row for block in blocks] for blocks in grid.columns] == [[1], [0]]
    assert [block.column for blocks in grid.columns for block in blocks] == [0, 1]


ROOMS = day_grid(
    [
        item(0, 0, 45, 0),
        item(1, 60, 60, 0),
        item(2, 90, 60, 0),
        item(3, 0, 60, 1),
        item(4, 300, 60, 2),
        item(5, 15, 60, 3),
        item(6, 105, 30, 3),
    ],
    4,
)


@pytest.mark.parametrize(
    ("row", "line", "way", "to"),
    [
        pytest.param(0, 0, 1, 3, id="the room beside"),
        pytest.param(1, 6, 1, 2, id="beside it in the room"),
        pytest.param(2, 6, -1, 1, id="and back"),
        pytest.param(1, 4, 1, 3, id="nothing beside it on that line"),
        pytest.param(2, 9, 1, 3, id="the nearest, where nothing is on"),
        pytest.param(4, 0, 1, 5, id="back at the time that is kept to"),
        pytest.param(4, 6, -1, 3, id="left, at the time that is kept to"),
        pytest.param(3, 6, -1, 2, id="from the right into the last lane"),
        pytest.param(0, 0, -1, 0, id="the left edge"),
        pytest.param(5, 2, 1, 5, id="the right edge"),
    ],
)
def test_beside_is_what_is_on_at_the_same_time(row: int, line: int, way: int, to: int) -> None:
    block = ROOMS.block_of(row)
    assert block is not None
    assert ROOMS.beside(block, line, way).row == to


def test_along_a_column_in_the_order_of_time() -> None:
    block = ROOMS.first()
    assert block is not None
    assert [ROOMS.along(block, step).row for step in (-1, 0, 1, 2, 9)] == [0, 0, 1, 2, 2]
    last = ROOMS.last()
    assert last is not None
    assert last.row == 4


def test_an_empty_day_has_no_first() -> None:
    empty = day_grid((), 0)
    assert (empty.first(), empty.last(), empty.block_of(0), len(empty)) == (None, None, None, 0)


days = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(0, 1000)),
        st.one_of(st.integers(0, 240), st.just(5000)),
        st.integers(0, 4),
    ),
    max_size=40,
).map(lambda rows: [item(row, *each) for row, each in enumerate(rows)])


@given(days)
def test_no_block_is_on_another_and_each_has_cells(items: Sequence[Item]) -> None:
    grid = day_grid(items, 5)
    assert sorted(block.row for blocks in grid.columns for block in blocks) == list(
        range(len(items))
    )
    for column, blocks in enumerate(grid.columns):
        taken: set[tuple[int, int]] = set()
        for block in blocks:
            assert 0 <= block.top < block.bottom <= grid.lines
            assert 0 <= block.lane < block.lanes <= grid.lanes[column]
            here = {(line, block.lane) for line in range(block.top, block.bottom)}
            assert not here & taken
            taken |= here
            assert all(block in grid.at(column, line) for line in range(block.top, block.bottom))


@given(days)
def test_blocks_side_by_side_share_the_width_alike(items: Sequence[Item]) -> None:
    grid = day_grid(items, 5)
    for column in range(len(grid.columns)):
        for line in range(grid.lines):
            assert len({block.lanes for block in grid.at(column, line)}) <= 1


@given(days)
def test_every_session_is_reached_from_the_first(items: Sequence[Item]) -> None:
    grid = day_grid(items, 5)
    first = grid.first()
    seen: set[Block] = set() if first is None else {first}
    todo = list(seen)
    while todo:
        block = todo.pop()
        ways = [grid.along(block, 1), grid.along(block, -1)]
        ways += [grid.beside(block, block.top, way) for way in (1, -1)]
        todo += [each for each in ways if each not in seen]
        seen.update(ways)
    assert len(seen) == len(items)
