"""Which entry stands on which line."""

from array import array

import pytest

from summit_tui.search.index import NEVER
from summit_tui.search.programme import programme_of
from summit_tui.tui.layout import EMPTY, by_slot, days_of, row_of_now, stacked
from tests.factories import make_catalogue, make_session
from tests.tui.harness import sample


def test_sessions_of_one_start_share_a_heading() -> None:
    layout = by_slot([0, 1, 2], [10, 10, 20], None, frozenset())
    assert list(layout.blocks) == [0, 3, 5, 8]
    assert list(layout.leads) == [1, 0, 1]
    assert (layout.lines, len(layout)) == (8, 3)


def test_a_day_has_a_heading_and_a_clash_a_line_of_its_own() -> None:
    layout = by_slot([0, 1, 2], [10, 20, NEVER], array("l", [0, 1, 0]), {1})
    assert list(layout.leads) == [2, 2, 1]
    assert list(layout.blocks) == [0, 4, 9, 12]
    assert (layout.top(1), layout.end(1)) == (6, 9)


def test_rows_that_are_not_listed_take_no_line() -> None:
    layout = by_slot([1, 3], [10, 10, 20, 20], None, frozenset())
    assert list(layout.blocks) == [0, 3, 6]


@pytest.mark.parametrize(("line", "entry"), [(0, 0), (2, 0), (3, 1), (4, 1), (7, 2), (99, 2)])
def test_every_line_belongs_to_an_entry(line: int, entry: int) -> None:
    assert by_slot([0, 1, 2], [10, 10, 20], None, frozenset()).entry_at(line) == entry


# Entry 0 is on the lines 1 and 2, 1 on 3 and 4, 2 on 6 and 7, 3 on 8 and 9; 0 and 5 are headings.
SLOTS = by_slot([0, 1, 2, 3], [10, 10, 20, 20], None, frozenset())


@pytest.mark.parametrize(
    ("first", "height", "sticky", "entries"),
    [
        (0, 10, True, [0, 1, 2, 3]),
        (0, 6, True, [0, 1]),
        (0, 7, True, [0, 1, 2]),
        (3, 4, False, [1, 2]),
        (3, 4, True, [2]),  # the heading hides the first line of 1
        (2, 5, True, [1, 2]),
        (9, 5, False, []),
    ],
)
def test_what_is_in_sight(first: int, height: int, sticky: bool, entries: list[int]) -> None:
    assert list(SLOTS.in_sight(first, height, sticky=sticky)) == entries
    assert not EMPTY.in_sight(0, height, sticky=sticky)


@pytest.mark.parametrize(
    ("entry", "at", "sticky", "on_top", "line"),
    [
        (0, 0, True, False, 0),
        (1, 2, True, False, 2),  # in sight below the heading that stays
        (1, 3, True, False, 2),
        (1, 4, False, False, 3),
        (2, 0, True, False, 4),
        (2, 7, True, False, 5),
        (3, 0, True, False, 7),  # 6 would cut the entry 2 below its heading
        (3, 0, False, False, 6),
        (1, 0, True, True, 2),
        (1, 0, False, True, 3),
    ],
)
def test_an_entry_is_revealed_by_scrolling_little(
    entry: int, at: int, sticky: bool, on_top: bool, line: int
) -> None:
    assert SLOTS.revealing(entry, at, 4, sticky=sticky, on_top=on_top) == line


def test_an_entry_that_begins_right_below_the_heading_is_whole() -> None:
    assert SLOTS.revealing(2, 0, 6, sticky=True, on_top=False) == 2


@pytest.mark.parametrize(
    ("entry", "lines", "there"),
    [(0, 1, 1), (0, 2, 1), (0, 5, 2), (0, 99, 3), (3, -99, 0), (3, -1, 2), (2, -1, 1), (3, 1, 4)],
)
def test_so_many_lines_away_is_another_entry(entry: int, lines: int, there: int) -> None:
    assert SLOTS.away(entry, lines) == there


def test_stacked_entries_have_the_heights_given() -> None:
    layout = stacked([1, 0, 2], [1, 2, 1])
    assert list(layout.blocks) == [0, 2, 4, 7]
    assert (EMPTY.lines, len(EMPTY)) == (0, 0)


def test_the_day_of_each_row_is_its_conference_day() -> None:
    days = days_of(programme_of(sample()).index.facets)
    assert days is not None
    assert list(days)[:6] == [0, 0, 0, 0, 0, 1]
    one_day = make_catalogue(make_session())
    assert list(days_of(programme_of(one_day).index.facets) or ()) == [0]
    untimed = make_catalogue(make_session(start=None))
    assert days_of(programme_of(untimed).index.facets) is None


@pytest.mark.parametrize(
    ("now", "row"),
    [
        (99, None),  # before the event
        (100, 0),
        (139, 0),  # one can still slip in
        (171, 1),  # the next begins sooner than the last began
        (200, 1),
        (230, 1),
        (260, 3),  # nothing is on, so what comes next
        (310, 3),
        (400, None),  # over
    ],
)
def test_the_slot_to_go_to_is_the_one_closest_to_now(now: int, row: int | None) -> None:
    starts, ends = [100, 200, 200, 300, NEVER], [190, 250, 240, 400, NEVER]
    assert row_of_now(starts, ends, now) == row


def test_an_event_without_times_has_no_slot_of_now() -> None:
    assert row_of_now([NEVER], [NEVER], 5) is None
    assert row_of_now([], [], 5) is None
