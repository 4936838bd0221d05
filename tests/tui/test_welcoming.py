"""The first run: what one is told, how it goes away, and that it never comes again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue.model import Catalogue
from summit_tui.search.programme import programme_of
from summit_tui.tui.app import SummitApp
from summit_tui.tui.memory import is_first_run
from summit_tui.tui.screens.programme import ProgrammeScreen
from summit_tui.tui.screens.welcome import ABOUT, MATTER, WelcomeScreen
from summit_tui.tui.welcoming import Welcome
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    MIDDLE,
    NARROW,
    WIDE,
    agenda_file,
    agenda_screen,
    lines_of,
    listed,
    on_disk,
    press,
    running,
    sample,
    settle,
)


@asynccontextmanager
async def first_run(
    folder: Path, size: tuple[int, int] = WIDE, catalogue: Catalogue | None = None
) -> AsyncIterator[tuple[SummitApp, Pilot[None]]]:
    """Run the application for somebody who never did."""
    store = AgendaStore(agenda_file(folder), "demo")
    app = SummitApp(programme_of(catalogue or sample()), store, welcome=is_first_run())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


@pytest.mark.parametrize("size", [(250, 70), WIDE, MIDDLE, (80, 24), NARROW, (40, 12)])
async def test_the_keys_that_matter_are_told_whole_at_any_size(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with first_run(tmp_path, size) as (app, _):
        painted = lines_of(app)
        assert all(f"{said} " in painted for said in MATTER.values())
        assert "Any key begins" in painted
        assert "1–4 " in painted
        assert (ABOUT.split()[-1] in painted) is (size != (40, 12))


async def test_levels_are_not_told_of_where_there_are_none(tmp_path: Path) -> None:
    plain = make_catalogue(make_session("plain", "09:30"))
    async with first_run(tmp_path, catalogue=plain) as (app, _):
        painted = lines_of(app)
        assert MATTER["plan"] in painted
        assert MATTER["level"] not in painted


async def test_it_keeps_its_shape_when_the_terminal_changes(tmp_path: Path) -> None:
    async with first_run(tmp_path, (40, 12)) as (app, pilot):
        await pilot.resize_terminal(*MIDDLE)
        await settle(pilot)
        assert "Any key begins" in lines_of(app)
        assert "╱╲╱" in lines_of(app)


async def test_a_key_that_was_moved_is_told_where_it_is(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        app.set_keymap({"search": "ctrl+f"})
        await pilot.resize_terminal(*MIDDLE)
        await settle(pilot)
        assert "ctrl+f    find by" in lines_of(app)


@pytest.mark.parametrize("key", ["space", "enter", "escape"])
async def test_a_key_that_is_pressed_to_be_rid_of_a_page_does_no_more(
    key: str, tmp_path: Path
) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await press(pilot, key)
        assert isinstance(app.screen, ProgrammeScreen)
        assert not app.screen.has_class("-reading")
        await press(pilot, "space")
        assert list(on_disk(tmp_path)) == ["keynote"]


async def test_any_other_key_does_what_it_does(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await press(pilot, "A")
        assert agenda_screen(app)


async def test_nothing_is_lost_of_what_is_typed_right_away(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        for key, letter in (("slash", "/"), *zip("lakes", "lakes", strict=True)):
            app.post_message(events.Key(key, letter))
        await settle(pilot)
        assert listed(app) == ["data"]


async def test_what_is_pasted_right_away_is_searched(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        app.post_message(events.Paste("lakes"))
        await settle(pilot)
        assert listed(app) == ["data"]


async def test_a_click_closes_it_and_picks_nothing(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await pilot.click("#frame")
        await settle(pilot)
        assert isinstance(app.screen, ProgrammeScreen)
        assert on_disk(tmp_path) == {}


async def test_it_never_comes_again(tmp_path: Path) -> None:
    assert is_first_run()
    async with first_run(tmp_path) as (app, _):
        assert isinstance(app.screen, WelcomeScreen)
        assert not is_first_run()  # whatever becomes of this run
    async with first_run(tmp_path) as (app, _):
        assert isinstance(app.screen, ProgrammeScreen)


async def test_it_does_not_come_over_what_one_has_begun_to_do(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _):
        late = Welcome(app, due=True)
        assert not late.takes(events.Key("space", " "))
        late.meet()
        assert isinstance(app.screen, ProgrammeScreen)
