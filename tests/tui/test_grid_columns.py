"""Where rooms and sessions stand across the grid."""

import pytest

from summit_tui.tui.day_grid import Block, Item, day_grid
from summit_tui.tui.grid_columns import Columns, columns, scrolled

HOUR = 3600
THREE = Columns((0, 16, 44, 60))


@pytest.mark.parametrize(
    ("spare", "lefts"),
    [(100, (0, 50, 100)), (33, (0, 16, 35)), (10, (0, 16, 35)), (0, (0, 16, 35))],
)
def test_columns_share_what_there_is_and_have_room_for_what_overlaps(
    spare: int, lefts: tuple[int, ...]
) -> None:
    both = (Item(1, 0, HOUR, 1), Item(2, 0, HOUR, 1))
    grid = day_grid([Item(0, 0, HOUR, 0), *both], 2)
    assert columns(grid, spare).lefts == lefts


@pytest.mark.parametrize(("spare", "width"), [(33, 16), (52, 17), (79, 19), (80, 16), (200, 20)])
def test_of_many_columns_as_many_as_fit_are_whole(spare: int, width: int) -> None:
    grid = day_grid([Item(each, 0, HOUR, each) for each in range(10)], 10)
    assert columns(grid, spare).lefts == tuple(range(0, 10 * width + 1, width))


def test_without_rooms_there_are_no_columns() -> None:
    found = columns(day_grid((), 0), 80)
    assert (found.width, list(found.in_sight(0, 80))) == (0, [])


@pytest.mark.parametrize(
    ("left", "width", "seen"),
    [(0, 16, [0]), (0, 17, [0, 1]), (15, 30, [0, 1, 2]), (16, 28, [1]), (43, 90, [1, 2])],
)
def test_what_is_in_sight(left: int, width: int, seen: list[int]) -> None:
    assert list(THREE.in_sight(left, width)) == seen


def test_lanes_share_a_column_but_for_the_cell_behind_it() -> None:
    blocks = [Block(0, 1, 0, 4, lane, 2) for lane in range(2)]
    assert [THREE.lane_of(each) for each in blocks] == [(0, 13), (13, 14)]
    assert [THREE.span_of(each) for each in blocks] == [(16, 30), (29, 44)]
    assert THREE.at(43) == 1
    assert THREE.at(44) == 2


def test_it_scrolls_as_little_as_needed_and_to_a_whole_column() -> None:
    assert scrolled(10, 12, 20, 30) == 10
    assert scrolled(10, 5, 20, 30) == 5
    assert scrolled(0, 20, 50, 40) == 10
    assert scrolled(0, 20, 90, 40) == 20
    assert THREE.begin(10, 1) == 16
    assert THREE.begin(17, 1) == 17
