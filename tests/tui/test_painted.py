"""What is painted in parts, key after key, is what all of it would be, painted anew."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from summit_tui.catalogue.model import Catalogue
from summit_tui.tui.app import SummitApp
from summit_tui.tui.widgets.detail import Detail
from tests.factories import make_catalogue, make_session
from tests.tui.harness import NARROW, picked, press, programme_screen, running, settle
from tests.tui.terminal import Sent, whole

KEYS = [
    *("slash", *"word3", "backspace", "4", "space", *"level:2", "backspace", "ctrl+u", *"zzz"),
    *("ctrl+u", *"day:", "backspace", "enter", "down", "down", "end", "up", "home", "pagedown"),
    *(*"jk", "space", *"wmj", "asterisk", "escape", *"12x2", "ctrl+t"),
    *("tab", "tab", "j", "space", "space", "escape", "semicolon", "escape", "u"),
    *("A", "down", "x", "u", "G", "down", "right", "space", "S", "slash", "w", "escape", "N"),
    *("question_mark", "down", "escape", "P", "o", "escape", "e", "escape", "ctrl+p", "escape"),
]
FEW = [
    make_session(
        f"s{number}",
        f"1{number // 8}:00",
        title=f"Word{number % 7} talk",
        level=200,
        abstract="A line.\n\n" * 40,
    )
    for number in range(60)
]
SIZE = (120, 16)


@asynccontextmanager
async def painting(
    folder: Path, catalogue: Catalogue, size: tuple[int, int] = SIZE
) -> AsyncIterator[tuple[SummitApp, Pilot[None], Sent]]:
    """Run the application on a terminal that has seen it whole."""
    async with running(folder, catalogue, size=size, toasts=True) as (app, pilot):
        sent = Sent(app)
        app.screen.refresh()
        await settle(pilot)
        assert not sent.differences(whole(app))
        yield app, pilot, sent


@pytest.mark.parametrize("size", [SIZE, NARROW], ids=str)
async def test_parts_make_the_whole(size: tuple[int, int], tmp_path: Path) -> None:
    async with painting(tmp_path, make_catalogue(*FEW), size) as (app, pilot, sent):
        for number, key in enumerate(KEYS):
            await press(pilot, key)
            assert not sent.differences(whole(app)), f"after {KEYS[: number + 1]}"


async def test_what_goes_is_painted_over_whoever_asks_for_places(tmp_path: Path) -> None:
    async with painting(tmp_path, make_catalogue(*FEW)) as (app, pilot, sent):
        app.say("Said.")
        await settle(pilot)
        app.screen.query_one(Detail).scroll_to(y=1, animate=False)
        await settle(pilot)
        await app.screen.query_one(Toast).remove()
        assert app.screen._compositor.full_map
        await settle(pilot)
        assert not sent.differences(whole(app))


async def test_a_line_that_is_soon_as_it_was_stays(tmp_path: Path) -> None:
    async with painting(tmp_path, make_catalogue(*FEW)) as (app, pilot, sent):
        sessions = programme_screen(app).list
        sessions.label({sessions.cursor: "a"})
        sessions.label({})
        await settle(pilot)
        assert not sent.differences(whole(app))


@pytest.mark.parametrize("text", ["日" * 40, "x" + "日" * 40])
async def test_a_wide_character_at_the_edge_of_a_toast_comes_back(
    text: str, tmp_path: Path
) -> None:
    wide = make_catalogue(*(make_session(f"s{number}", "12:00", title=text) for number in range(9)))
    async with painting(tmp_path, wide, (71, 16)) as (app, pilot, sent):
        app.say("Said.")
        await settle(pilot)
        assert not sent.differences(whole(app))
        app.clear_notifications()
        await settle(pilot)
        assert not sent.differences(whole(app))


async def test_a_screen_is_seen_through_a_small_one_however_often_that_is_asked(
    tmp_path: Path,
) -> None:
    async with painting(tmp_path, make_catalogue(*FEW)) as (app, pilot, sent):
        await press(pilot, "n", "f1")
        small = app.screen_stack[1]
        for _ in range(2):
            small.refresh()
            small._compositor.render_strips()
        app.screen.refresh()
        await settle(pilot)
        assert "Demo Summit" in sent.text(0)


async def test_what_changes_below_two_small_screens_is_seen(tmp_path: Path) -> None:
    async with painting(tmp_path, make_catalogue(*FEW)) as (app, pilot, sent):
        await press(pilot, "n", "f1")
        assert "0 picks" in sent.text(0)
        picked(tmp_path, FEW[20])
        app.keeper.look()
        await settle(pilot)
        assert "1 pick" in sent.text(0)
        assert not sent.differences(whole(app))


async def test_what_is_painted_within_a_batch_is_seen_when_it_is_over(tmp_path: Path) -> None:
    async with painting(tmp_path, make_catalogue(*FEW)) as (app, pilot, sent):
        screen = programme_screen(app)
        with app.batch_update():
            screen.list.label({screen.list.cursor: "a"})
            screen._compositor_refresh()
        await settle(pilot)
        assert not sent.differences(whole(app))


async def test_what_is_asked_for_while_others_are_painted_comes_with_them(tmp_path: Path) -> None:
    async with painting(tmp_path, make_catalogue(*FEW)) as (app, _, sent):
        screen = programme_screen(app)
        screen.list.label({screen.list.cursor: "a"})
        screen._compositor_refresh()  # in the turn of the list, which has not asked yet
        assert not sent.differences(whole(app))


async def test_what_has_gone_between_two_layouts_is_not_asked_for_its_lines(
    tmp_path: Path,
) -> None:
    async with painting(tmp_path, make_catalogue(*FEW)) as (app, pilot, sent):
        screen = programme_screen(app)
        assert screen.list.show_vertical_scrollbar
        screen.list.show_vertical_scrollbar = False
        screen._compositor._full_map_invalidated = True  # as by a widget that is out of sight
        screen.refresh()
        screen._compositor_refresh()
        screen.list.show_vertical_scrollbar = True
        await settle(pilot)
        assert not sent.differences(whole(app))
