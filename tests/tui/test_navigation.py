"""From screen to screen by a capital letter."""

from pathlib import Path

import pytest
from textual import events
from textual.screen import ModalScreen

from summit_tui.tui import navigation
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.screens.table import DESTINATIONS, HOME, Destination, destination
from tests.tui.harness import (
    press,
    programme_screen,
    running,
    settle,
    under_cursor,
)

MAIN = [each for each in DESTINATIONS if not each.over]


@pytest.mark.parametrize("goal", DESTINATIONS, ids=lambda each: each.id)
async def test_every_row_leads_to_its_screen_and_back(goal: Destination, tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, goal.letter)
        if goal.over:
            assert isinstance(app.screen, ModalScreen)
        else:
            assert isinstance(app.screen, SessionScreen)
            assert app.screen.PLACE == app.navigation.place == goal.id
        await press(pilot, "escape")
        assert app.navigation.place == HOME
        assert len(app.screen_stack) == 1


async def test_from_any_screen_to_any_other_with_one_on_the_programme(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        for one in MAIN:
            for other in MAIN:
                await press(pilot, one.letter, other.letter)
                assert app.navigation.place == other.id
                assert len(app.screen_stack) == 1 + (other.id != HOME)


async def test_a_screen_is_made_once_and_keeps_its_cursor(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space", "down", "space", "A", "end")
        shown, cursor = app.screen, under_cursor(app)
        await press(pilot, "P", "home", "A")
        assert app.screen is shown
        assert under_cursor(app) == cursor


async def test_what_is_typed_right_behind_the_letter_is_for_the_new_screen(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        for letter in ("A", "z"):
            app.post_message(events.Key(letter, letter))
        await settle(pilot)
        assert app.navigation.place == "agenda"
        assert app.navigation.home.view.text == ""


async def test_in_the_search_box_it_is_a_letter(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *(each.letter for each in DESTINATIONS))
        assert programme_screen(app).view.text == "".join(each.letter for each in DESTINATIONS)


async def test_nothing_goes_anywhere_while_something_is_asked(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "question_mark", "A")
        await app.navigation.go("agenda")
        assert app.navigation.place == HOME
        await press(pilot, "escape")
        await app.navigation.go("nowhere")
        assert app.navigation.place == HOME


async def test_what_is_laid_over_a_screen_leaves_it_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Over(ModalScreen[None]):
        pass

    row = Destination("over", "O", "Over", "", "", "", over=True)
    monkeypatch.setattr(Destination, "make", lambda *_: Over())
    monkeypatch.setattr(navigation, "destination", lambda _: row)
    async with running(tmp_path) as (app, pilot):
        await app.navigation.go("over")
        await settle(pilot)
        assert isinstance(app.screen, Over)
        assert app.navigation.place == HOME


def test_every_id_and_letter_is_there_once() -> None:
    for field in ("id", "letter", "label"):
        values = [getattr(each, field) for each in DESTINATIONS]
        assert len(values) == len(set(values))
    assert all(destination(each.id) is each for each in DESTINATIONS)
