"""A terminal that changes fast and to extremes loses nothing, whatever is shown."""

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot
from textual.widget import Widget

from summit_tui.tui.app import SummitApp
from summit_tui.tui.products import PRODUCTS
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.widgets.entry_list import EntryList
from summit_tui.tui.widgets.session_grid import SessionGrid
from tests.tui.harness import NARROW, lines_of, press, settle, under_cursor
from tests.tui.looks.picture import picture
from tests.tui.looks.scenery import kites
from tests.tui.looks.scenes import MAIN, SMALL, STATES, Scene, go

STORM = ((250, 70), (1, 1), (40, 12), (250, 1), (1, 70), (119, 16), (0, 0), (79, 23), (2, 3))
"""Columns and lines, one after the other: through every breakpoint, and where nothing has room."""
CALM = ((250, 70), (1, 1), (100, 30), NARROW)
"""Those at which there is time to paint."""
OPEN = ("programme-offers", "programme-filtering", "programme-reading", "grid-reading")
"""The states in which something more is open."""
SHOWN = [*MAIN, *(each for each in STATES if each.name in OPEN), *SMALL]


def resize(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Change the terminal, and wait for nothing."""
    pilot.app.post_message(events.Resize(Size(*size), Size(*size)))


def in_sight(app: SummitApp) -> bool:
    """Return whether a line of what the cursor is on is painted, where the list is."""
    sessions = app.screen.query_one("#sessions")
    if isinstance(sessions, SessionGrid) and sessions.block is not None and sessions.size:
        block, top = sessions.block, sessions.scroll_offset.y
        return block.top < top + sessions.size.height - 1 and block.bottom > top
    if isinstance(sessions, EntryList) and len(sessions.layout_) and sessions.size:
        top = sessions.layout_.top(sessions.cursor) - sessions.scroll_offset.y
        return 0 <= top < sessions.size.height
    return True


async def top_of_all(pilot: Pilot[None]) -> str:
    """Return the picture with nothing scrolled: how far it is may have changed."""
    for each in pilot.app.screen.query(Widget):
        each.scroll_home(animate=False, force=True, immediate=True)
    await settle(pilot)
    return picture(pilot.app)


@pytest.mark.parametrize("scene", SHOWN, ids=lambda scene: scene.name)
async def test_a_storm_changes_nothing(scene: Scene, tmp_path: Path, here: Path) -> None:
    async with kites(tmp_path, size=NARROW, **scene.given) as (app, pilot):
        await go(pilot, scene)
        main = isinstance(app.screen, SessionScreen)
        at, focus = main and under_cursor(app), app.focused
        for size in (*STORM, *reversed(STORM)):
            resize(pilot, size)
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert app.focused is focus
        if main:
            assert under_cursor(app) == at
            assert in_sight(app)
        before = await top_of_all(pilot)
        for size in CALM:
            await pilot.resize_terminal(*size)
        await settle(pilot)
        assert await top_of_all(pilot) == before


async def test_what_is_chosen_in_a_small_screen_stays_in_sight(tmp_path: Path) -> None:
    async with kites(tmp_path, size=NARROW) as (app, pilot):
        await press(pilot, "e", "up")
        last = PRODUCTS[-1].doc.split(",")[0]
        assert last in lines_of(app)
        for size in CALM:
            await pilot.resize_terminal(*size)
        await settle(pilot)
        assert last in lines_of(app)
