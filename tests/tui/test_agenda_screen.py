"""My agenda on the screen."""

from pathlib import Path

import pytest

from summit_tui.agenda.change import add
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue.model import Session
from summit_tui.tui.screens.note import NoteEditor
from summit_tui.tui.widgets.agenda_list import _spread
from summit_tui.tui.widgets.entry_list import EntryList
from summit_tui.tui.widgets.search_box import SearchBox
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    NARROW,
    SIZES,
    agenda_file,
    agenda_screen,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    sample,
    under_cursor,
)

DAY = (
    make_session("a", "09:00", title="First", duration=60, room="Blue", code="A1"),
    make_session("b", "11:00", title="Second", duration=60),
    make_session("c", "11:45", title="Third", duration=60),
    make_session("d", "2019-04-03 10:00", title="Next day"),
    make_session("e", None, title="Some time"),
)


def lines(size: list[str]) -> str:
    return "\n".join(size)


async def test_an_empty_agenda_says_what_to_do(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A")
        assert "Nothing picked yet." in lines(on_screen(app))
        assert "P goes to the programme" in lines(on_screen(app))


@pytest.mark.parametrize("letter", ["A", "N", "C"])
async def test_what_an_empty_list_says_is_not_cut(letter: str, tmp_path: Path) -> None:
    async with running(tmp_path, now="2019-04-09 09:30", size=(40, 16)) as (app, pilot):
        await press(pilot, letter)
        said = app.screen.query_one("#sessions", EntryList).emptiness.split()
        assert len(said) > 8
        shown = " ".join(on_screen(app)).split()
        assert " ".join(said) in " ".join(shown)


async def test_what_one_drops_into_takes_no_time(tmp_path: Path) -> None:
    day = (*DAY, make_session("stands", "08:30", kind="expo", duration=600))
    picked(tmp_path, *day)
    async with running(tmp_path, make_catalogue(*day), now="2019-04-02 08:00") as (app, pilot):
        await press(pilot, "A")
        line = next(line for line in on_screen(app) if "Tuesday 2 April" in line)
        assert "4 picks · 3 h · 1 clash · 1 gap" in line


async def test_days_times_gaps_and_clashes_are_said(tmp_path: Path) -> None:
    picked(tmp_path, *DAY)
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 08:00") as (app, pilot):
        await press(pilot, "A")
        shown = on_screen(app)
        day = next(line for line in shown if "Tuesday 2 April" in line)
        assert "3 picks · 3 h · 1 clash · 1 gap" in day
        assert any("09:00–10:00  ● First" in line and "A1  Blue" in line for line in shown)
        assert any("10:00–11:00    1 h free" in line for line in shown)
        assert any("! 15 min with Third" in line for line in shown)
        assert any("! 15 min with Second" in line for line in shown)
        assert any("Wednesday 3 April" in line and "1 pick" in line for line in shown)
        assert any("No time yet" in line for line in shown)
        order = [next(n for n, line in enumerate(shown) if f"● {s.title}" in line) for s in DAY]
        assert order == sorted(order)


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_every_size_shows_the_picks(size: tuple[int, int], tmp_path: Path) -> None:
    picked(tmp_path, *DAY)
    async with running(tmp_path, make_catalogue(*DAY), size=size) as (app, pilot):
        await press(pilot, "A", "home")
        assert any("First" in line for line in on_screen(app))
        await press(pilot, "enter", "escape", "end")
        assert any("Some time" in line for line in on_screen(app))


async def test_narrow_gives_the_room_a_line(tmp_path: Path) -> None:
    picked(tmp_path, DAY[0])
    async with running(tmp_path, make_catalogue(*DAY), size=NARROW) as (app, pilot):
        await press(pilot, "A")
        shown = on_screen(app)
        at = next(n for n, line in enumerate(shown) if "First" in line)
        assert "A1  Blue" in shown[at + 1]


async def test_it_opens_on_what_comes_next(tmp_path: Path) -> None:
    picked(tmp_path, *DAY)
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 10:30") as (app, pilot):
        await press(pilot, "A")
        assert under_cursor(app) == "b"
        await press(pilot, "d")
        assert under_cursor(app) == "d"
        await press(pilot, "d", "d")
        assert under_cursor(app) == "a"
        await press(pilot, "t")
        assert under_cursor(app) == "b"


async def test_a_session_the_programme_dropped_is_named_and_can_be_changed(tmp_path: Path) -> None:
    gone = make_session("zz", "10:00", title="Dropped [b]talk[/b]")
    AgendaStore(agenda_file(tmp_path), "demo").apply(add([gone]))
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "A")
        shown = lines(on_screen(app))
        assert "Dropped [b]talk[/b]" in shown
        assert "no longer in the programme" in shown
        assert "10:00" in shown
        assert under_cursor(app) == "zz"
        assert "It was to be on Tue 2 Apr at 10:00." in shown
        await press(pilot, "w")
        assert "★ must" in lines(on_screen(app))
        assert on_disk(tmp_path) == {"zz": "must"}
        await press(pilot, "o", "enter", "escape", "n")
        assert isinstance(app.screen, NoteEditor)
        await press(pilot, "escape", "x")
        assert on_disk(tmp_path) == {}
        await press(pilot, "u")
        assert on_disk(tmp_path) == {"zz": "must"}


@pytest.mark.parametrize(
    ("on", "now"),
    [
        (make_session("b", "11:00", duration=None), "2019-04-02 11:20"),
        (
            make_session("b", "2019-10-27 01:30", duration=90),
            "2019-10-27 02:45",
        ),  # for the 1st time
    ],
)
async def test_what_is_on_now_is_found_as_clashes_count_it(
    on: Session, now: str, tmp_path: Path
) -> None:
    first, last = make_session("a", "2019-04-02 09:00"), make_session("z", "2019-10-27 12:00")
    picked(tmp_path, first, on, last)
    async with running(tmp_path, make_catalogue(first, on, last), now=now) as (app, pilot):
        await press(pilot, "A")
        assert under_cursor(app) == "b"


async def test_unpicking_moves_the_cursor_on(tmp_path: Path) -> None:
    picked(tmp_path, *DAY)
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "A", "home", "space")
        assert on_disk(tmp_path).keys() == {"b", "c", "d", "e"}
        assert under_cursor(app) == "b"


async def test_escape_and_slash_go_to_the_programme(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "escape")
        assert programme_screen(app)
        await press(pilot, "A", "slash")
        assert programme_screen(app)
        assert isinstance(app.focused, SearchBox)


async def test_both_screens_show_the_same_picks(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A", "P", "space", "A")
        assert under_cursor(app) == "lambda"
        await press(pilot, "w", "P")
        assert any("★ 400 Inside" in line for line in on_screen(app))


async def test_the_screen_says_which_one_it_is(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A")
        assert agenda_screen(app).PLACE == "agenda"
        assert "A Agenda" in on_screen(app)[-1]
        assert "1–9" not in on_screen(app)[-1]


async def test_a_cancelled_pick_says_so(tmp_path: Path) -> None:
    picked(tmp_path, sample().sessions[4])
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "A")
        assert any("Cancelled talk" in line and "cancelled" in line for line in on_screen(app))


async def test_a_click_on_the_mark_wants_it_more(tmp_path: Path) -> None:
    picked(tmp_path, *DAY)
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "A", "end")
        shown = on_screen(app)
        y = next(n for n, line in enumerate(shown) if "● First" in line)
        await pilot.click(offset=(shown[y].index("●"), y))
        await press(pilot)
        await pilot.app.workers.wait_for_complete()
        assert on_disk(tmp_path)["a"] == "must"


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (56, " Tuesday 2 April       6 picks · 7 h · 1 clash · 3 gaps"),
        (40, " Tuesday 2 April 7 h · 1 clash · 3 gaps"),
        (25, " Tuesday 2 April  3 gaps"),
    ],
)
def test_the_day_stays_where_there_is_no_room_for_all(width: int, expected: str) -> None:
    line = [(" Tuesday 2 April", "heading"), ("6 picks · 7 h · 1 clash · 3 gaps", "muted")]
    assert "".join(text for text, _ in _spread(line, width)) == expected


def test_a_long_way_is_cut_with_a_sign() -> None:
    line = [(" 09:00–10:00", "muted"), ("    1 h free · 6 min walk to a place far away", "muted")]
    shown = "".join(text for text, _ in _spread(line, 40))
    assert shown == " 09:00–10:00    1 h free · 6 min walk…"
