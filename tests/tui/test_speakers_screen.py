"""The speakers with their sessions."""

from datetime import date
from pathlib import Path

import pytest
from textual import events

from summit_tui.catalogue.model import Speaker
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.speakers import SpeakersScreen
from summit_tui.tui.widgets.detail import Detail
from summit_tui.tui.widgets.name_line import NameBox
from summit_tui.tui.widgets.speaker_list import SpeakerList
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    NARROW,
    SIZES,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    sample,
    settle,
    under_cursor,
)


def speakers_screen(app: SummitApp) -> SpeakersScreen:
    """Return the screen shown, which is the one of the speakers."""
    assert isinstance(app.screen, SpeakersScreen)
    return app.screen


def left(app: SummitApp) -> list[str]:
    """Return what is painted left of the detail, without blank lines."""
    width = speakers_screen(app).list.outer_size.width - 1
    return [line[:width].rstrip() for line in on_screen(app)[2:-1] if line[:width].strip()]


async def test_each_has_all_their_sessions_below(tmp_path: Path) -> None:
    picked(tmp_path, *sample().sessions[1:3])
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S")
        name, first, second, other, third = left(app)
        assert name == " Ada Quill · Northwind"
        assert first.startswith("▌●!Tue 2 Apr  11:30 400 Inside serverless")
        assert first.endswith("Blue")
        assert second.startswith(" ●!Tue 2 Apr  12:00 200 Sécurité")
        assert other == " Bo Lark · Northwind"
        assert third.startswith(" ●!Tue 2 Apr  11:30 400 Inside serverless")
        assert "2 speakers" in on_screen(app)[1]


async def test_the_night_has_the_day_of_the_calendar(tmp_path: Path) -> None:
    ada, day = Speaker("Ada Quill"), date(2019, 4, 2)
    evening = make_session("evening", "22:00", speakers=(ada,))
    night = make_session("night", "2019-04-03 00:30", day=day, speakers=(ada,))
    later = make_session("later", "2019-04-03 14:00", speakers=(ada,))
    async with running(tmp_path, make_catalogue(evening, night, later)) as (app, pilot):
        await press(pilot, "S")
        assert [line[3:19] for line in left(app)[1:]] == [
            "Tue 2 Apr  22:00",
            "Wed 3 Apr  00:30",
            "Wed 3 Apr  14:00",
        ]


async def test_typing_narrows_and_escape_goes_back_step_by_step(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S", "slash", *"lark", "enter")
        assert left(app)[0].strip() == "Bo Lark · Northwind"
        assert "1 of 2" in on_screen(app)[1]
        assert isinstance(app.focused, SpeakerList)
        await press(pilot, "escape")
        assert "2 speakers" in on_screen(app)[1]
        await press(pilot, "escape")
        assert programme_screen(app)


async def test_escape_in_the_box_empties_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S", "slash", *"lark", "escape")
        assert isinstance(app.focused, SpeakerList)
        assert "2 speakers" in on_screen(app)[1]


async def test_a_letter_that_is_no_key_begins_a_name(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S")
        for letter in "bo":
            app.post_message(events.Key(letter, letter))
        await settle(pilot)
        assert isinstance(app.focused, NameBox)
        assert app.focused.value == "bo"
        await press(pilot, "down")
        assert isinstance(app.focused, SpeakerList)


async def test_capital_letters_and_slashes_in_the_box_are_text(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S", "slash", "A", "slash")
        assert speakers_screen(app).line.box.value == "A/"


async def test_a_mistyped_name_is_found_and_told(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S", "slash", *"qiull")
        assert '1 of 2 · "qiull" read as quill' in on_screen(app)[1]


async def test_nobody_found_says_so_and_the_way_back(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S", "slash", *"xyzzy", "enter")
        shown = "\n".join(on_screen(app))
        assert "No speaker is like “xyzzy”." in shown
        assert "escape goes back to all 2" in shown
        await press(pilot, "space", "enter", "n", "o", "down", "end")
        assert on_disk(tmp_path) == {}


async def test_a_programme_without_speakers_says_so(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(make_session("a", "09:00"))) as (app, pilot):
        await press(pilot, "S", "space", "enter", "down", "escape", "S")
        assert any("This programme names no speakers." in line for line in on_screen(app))


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_enter_reads_the_session_whatever_is_filtered(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with running(tmp_path, size=size) as (app, pilot):
        await press(pilot, "3", "S", "down", "enter")
        assert app.navigation.place == "speakers"
        assert isinstance(app.focused, Detail)
        assert any("Sécurité des commandes" in line for line in on_screen(app))
        await press(pilot, "escape")
        assert speakers_screen(app).list.has_focus
        assert under_cursor(app) == "orders"


async def test_keys_act_on_the_session_and_the_cursor_stays(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S", "end", "space")
        assert on_disk(tmp_path) == {"lambda": "want"}
        assert speakers_screen(app).list.cursor == 2
        await press(pilot, "w")
        assert sum("★" in line for line in left(app)) == 2  # below both who speak


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_every_size_shows_names_and_titles(size: tuple[int, int], tmp_path: Path) -> None:
    async with running(tmp_path, size=size) as (app, pilot):
        await press(pilot, "S")
        assert any("Ada Quill" in line for line in left(app))
        assert any("Inside serv" in line for line in left(app))


async def test_who_speaks_stays_in_sight(tmp_path: Path) -> None:
    ada = Speaker("Ada Quill")
    every = [make_session(f"s{n}", f"{n:02}:00", speakers=(ada,)) for n in range(24)]
    async with running(tmp_path, make_catalogue(*every), size=NARROW) as (app, pilot):
        await press(pilot, "S", "end")
        assert left(app)[0] == " Ada Quill"


async def test_foreign_names_are_only_text(tmp_path: Path) -> None:
    name = "[red]Ada[/] [@click=app.quit]x[/]"
    odd = make_session("a", "09:00", speakers=(Speaker(name, None, "[b"), Speaker("夜 フクロウ")))
    async with running(tmp_path, make_catalogue(odd)) as (app, pilot):
        await press(pilot, "S")
        assert f" {name} · [b" in left(app)
        assert any(line.startswith(" 夜 フクロウ  ") for line in left(app))


async def test_a_click_picks_on_the_mark_and_twice_reads(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "S")
        await pilot.click(offset=(1, 4))
        await press(pilot)
        assert on_disk(tmp_path) == {"orders": "want"}
        await pilot.click(offset=(20, 3), times=2)
        await settle(pilot)
        assert isinstance(app.focused, Detail)
        assert under_cursor(app) == "lambda"
