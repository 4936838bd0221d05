"""How little is laid out and painted for a key; `tests.bench` says how long it takes."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from summit_tui.search.facets import Rows
from summit_tui.search.programme import Programme
from summit_tui.tui import day_sessions
from summit_tui.tui.layout import Layout, by_slot
from summit_tui.tui.painting import Painter
from summit_tui.tui.screens.grid import GridScreen
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.widgets import detail
from summit_tui.tui.widgets.programme_list import ProgrammeList
from summit_tui.tui.widgets.settled import Columns, Settled
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    NARROW,
    PATIENCE,
    listed,
    press,
    programme_screen,
    running,
    settle,
    under_cursor,
    until,
)

LONG = make_catalogue(
    *(make_session(f"s{number}", "10:00", title=f"Word{number % 7} talk") for number in range(70))
)


class Two(App[None]):
    """A settled text and another, over columns that have the room they leave."""

    def compose(self) -> ComposeResult:
        yield Settled("one", id="settled")
        yield Static("one", id="static")
        yield Columns()


def layouts(pilot: Pilot[Any]) -> list[object]:
    """Return a list that grows by one whenever the screen is laid out."""
    counted: list[object] = []
    pilot.app.screen.screen_layout_refresh_signal.subscribe(
        pilot.app.screen, counted.append, immediate=True
    )
    return counted


@pytest.mark.parametrize(("name", "times"), [("settled", 1), ("static", 2)])
async def test_a_settled_text_is_laid_out_once(name: str, times: int) -> None:
    async with Two().run_test() as pilot:
        await pilot.pause()
        counted = layouts(pilot)
        pilot.app.query_one(f"#{name}", Static).update("one\ntwo")
        await pilot.pause()
        await pilot.pause()
        assert len(counted) == times


async def test_what_opens_below_the_box_is_laid_out_once(tmp_path: Path) -> None:
    async with running(tmp_path, LONG) as (_, pilot):
        await press(pilot, "slash", *"level")
        counted = layouts(pilot)
        await press(pilot, ">")
        assert len(counted) == 1


async def test_a_text_that_fills_the_detail_leaves_the_lines_as_long_as_they_were(
    tmp_path: Path,
) -> None:
    texts = ("A line.", "A line.\n\n" * 60)
    long = (make_session(f"s{number}", "10:00", abstract=each) for number, each in enumerate(texts))
    async with running(tmp_path, make_catalogue(*long)) as (app, pilot):
        await settle(pilot)
        widths = []
        for scrolls in (False, True):
            shown = app.screen.query_one(detail.Detail)
            assert shown.show_vertical_scrollbar is scrolls
            widths.append(shown.scrollable_content_region.width)
            await press(pilot, "down")
            await settle(pilot)
        assert widths[0] == widths[1]


async def test_a_list_is_there_before_the_letter_is_painted(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash")
        programme_screen(app).line.box.insert_text_at_cursor("lambda")
        assert listed(app) == ["lambda"]


async def test_another_list_lays_nothing_out_while_its_scrollbar_stays(tmp_path: Path) -> None:
    async with running(tmp_path, LONG, size=NARROW) as (app, pilot):
        sessions, picks = programme_screen(app).list, programme_screen(app).picks
        counted = layouts(pilot)
        for count, laid_out, scrolls in (
            (30, 0, True),
            (3, 1, False),
            (4, 1, False),
            (60, 2, True),
        ):
            sessions.show(range(count), picks, 0)
            await pilot.pause()
            await pilot.pause()
            assert len(counted) == laid_out
            assert sessions.show_vertical_scrollbar is scrolls
        assert sessions.vertical_scrollbar.window_virtual_size == sessions.layout_.lines
        assert sessions.vertical_scrollbar.window_size == sessions.size.height


async def test_a_list_that_becomes_shorter_is_not_scrolled_beyond_its_end(tmp_path: Path) -> None:
    async with running(tmp_path, LONG, size=NARROW) as (app, pilot):
        await press(pilot, "end")
        sessions = programme_screen(app).list
        sessions.scroll_to(y=37, animate=False)  # away from the cursor
        sessions.show(range(20), programme_screen(app).picks, 19)
        await pilot.pause()
        assert sessions.scroll_offset.y == sessions.max_scroll_y < 37


async def test_the_detail_follows_letters_when_they_rest_and_the_cursor_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash")
        above = app.screen.query_one("#about", Static)
        before = str(above.content)
        monkeypatch.setattr(detail, "_REST_SECONDS", PATIENCE)
        await pilot.press(*"data")
        assert listed(app) == ["data"]
        assert str(above.content) == before
        monkeypatch.setattr(detail, "_REST_SECONDS", 0.0)
        await press(pilot, "backspace")
        assert "Data lakes" in str(above.content)
        await press(pilot, "escape", "home")
        monkeypatch.setattr(detail, "_REST_SECONDS", PATIENCE)
        await pilot.press("down")
        await pilot.pause()
        assert under_cursor(app) == "lambda"
        assert "Inside serverless" in str(above.content)


async def test_what_hangs_below_the_box_is_there_before_a_letter_needs_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        below = app.screen.query("#told, #chips, #offers").nodes
        assert [widget.display for widget in below] == [False] * 3
        await press(pilot, "slash", *"day:tue level:")
        assert [widget.display for widget in below] == [True] * 3
        assert app.screen.query("#told, #chips, #offers").nodes == below


async def test_a_day_is_laid_out_again_only_when_the_filters_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def day_of(*asked: Any) -> Any:
        made.append(asked)
        return day_sessions.day_of(*asked)

    monkeypatch.setattr("summit_tui.tui.screens.grid.day_of", day_of)
    monkeypatch.setattr("summit_tui.tui.screens.grid._REST_SECONDS", PATIENCE)
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "G", "P", "G")
        assert len(made) == 1
        await press(pilot, "P", "3", "G")
        assert len(made) == 2
        assert isinstance(app.screen, GridScreen)
        assert app.screen.day is not None
        assert app.screen.day.hidden


async def test_the_other_days_are_laid_out_before_one_goes_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def day_of(programme: Programme, day: str, within: Rows) -> Any:
        made.append(day)
        return day_sessions.day_of(programme, day, within)

    monkeypatch.setattr("summit_tui.tui.screens.grid.day_of", day_of)
    monkeypatch.setattr("summit_tui.tui.screens.grid._REST_SECONDS", 0.001)
    days = [make_session(f"s{day}", f"2019-04-0{day} 10:00") for day in range(1, 5)]
    async with running(tmp_path, make_catalogue(*days)) as (_, pilot):
        await press(pilot, "G", "d")
        await until(lambda: len(made) == 4)
        await press(pilot, "d", "d", "d")
        assert sorted(made) == [f"2019-04-0{day}" for day in range(1, 5)]


async def test_the_layout_of_the_whole_programme_is_kept_while_the_same_picks_clash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def laid_out(rows: Sequence[int], *given: Any) -> Layout:
        made.append(len(rows))
        return by_slot(rows, *given)

    monkeypatch.setattr("summit_tui.tui.widgets.programme_list.by_slot", laid_out)
    clashing = make_catalogue(
        make_session("a", "10:00", title="One"), make_session("b", "10:00", title="Two")
    )
    async with running(tmp_path, clashing) as (app, pilot):
        sessions = programme_screen(app).list
        await press(pilot, "slash", *"one", *["backspace"] * 3, "enter")
        assert set(made) == {2, 1}
        assert made.count(2) == 1
        await press(pilot, "space", "down", "space")
        assert sessions.layout_.lines == by_slot([0, 1], *given_of(sessions)).lines
        assert made.count(2) == 2
        await press(pilot, "u")
        assert sessions.layout_.lines == by_slot([0, 1], *given_of(sessions)).lines


def given_of(sessions: ProgrammeList) -> tuple[Any, ...]:
    assert sessions.picks is not None
    return sessions._starts, sessions._days, sessions.picks.tall


@pytest.mark.parametrize("screen", ["P", "S"])
async def test_nothing_blinks_while_nobody_types(screen: str, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, screen, "slash")
        assert isinstance(app.focused, Input)
        assert not app.focused.cursor_blink


async def test_how_many_were_found_keeps_its_width_while_the_box_can_spare_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path, LONG, size=(120, 16)) as (app, pilot):
        await press(pilot, "slash", *"word")
        monkeypatch.setattr(detail, "_REST_SECONDS", PATIENCE)
        found, counted = app.screen.query_one("#found", Static), layouts(pilot)
        wide = found.content_size.width
        await pilot.press("3")
        await pilot.pause()
        assert str(found.content) == "10 of 70".rjust(wide)
        assert counted == []
        monkeypatch.setattr(detail, "_REST_SECONDS", 0.0)
        programme_screen(app).line.box.insert_text_at_cursor("x" * 120)
        await settle(pilot)
        assert found.content_size.width < wide


async def test_what_is_behind_something_else_is_not_asked_for_its_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for kind in (Columns, Settled, Screen):

        def ask(self: Widget, crop: Region, lines: Any = kind.render_lines) -> Any:
            asked.append(self.id or type(self).__name__)
            return lines(self, crop)

        monkeypatch.setattr(kind, "render_lines", ask)
    async with running(tmp_path, LONG) as (app, pilot):
        await press(pilot, "slash", *"word")
        monkeypatch.setattr(detail, "_REST_SECONDS", PATIENCE)
        asked.clear()
        await pilot.press("4")
        await pilot.pause()
        assert len(listed(app)) == 10
        assert asked == ["found"]
        monkeypatch.setattr(detail, "_REST_SECONDS", 0.0)
        await press(pilot, "backspace")


@pytest.fixture
def paintings(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return for each painting whether it was one of the whole screen, as they happen."""
    found: list[bool] = []
    update = Painter.render_update

    def paint(self: Painter, *given: Any, **named: Any) -> Any:
        found.append(self.size.region in self._dirty_regions)
        return update(self, *given, **named)

    monkeypatch.setattr(Painter, "render_update", paint)
    return found


@pytest.mark.parametrize("keys", [("slash", "enter"), ("tab", "escape"), ("f", "escape")], ids=str)
async def test_another_focus_does_not_paint_the_whole_screen(
    keys: tuple[str, ...], tmp_path: Path, paintings: list[bool]
) -> None:
    async with running(tmp_path) as (app, pilot):
        for key in keys:
            before = app.focused
            paintings.clear()
            await press(pilot, key)
            assert app.focused is not before
            assert set(paintings) == {False}


@pytest.mark.parametrize("size", [(60, 14), (120, 40)], ids=str)
async def test_a_small_screen_has_the_looks_of_its_size_before_it_is_painted(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[frozenset[str]] = []
    update = Painter.render_update
    async with running(tmp_path, size=size) as (app, pilot):

        def paint(self: Painter, *given: Any, **named: Any) -> Any:
            if isinstance(app.screen, Modal):
                looks.append(app.screen.classes)
            return update(self, *given, **named)

        monkeypatch.setattr(Painter, "render_update", paint)
        await press(pilot, "e")
        assert set(looks) == {app.screen.classes}
        assert len(app.screen.classes) == 2


@pytest.mark.parametrize(("told", "seconds"), [(None, "0.05"), ("200", "0.2")])
def test_how_long_escape_waits_for_the_rest_of_a_key(
    told: str | None, seconds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ESCDELAY", raising=False)
    if told is not None:
        monkeypatch.setenv("ESCDELAY", told)
    asked = "import summit_tui.tui; from textual.constants import ESCAPE_DELAY as it; print(it)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == seconds
