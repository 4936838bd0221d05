"""How little is laid out and painted for a key; `tests.bench` says how long it takes."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from summit_tui.tui.widgets.settled import Settled
from tests.tui.harness import listed, press, programme_screen, running


class Two(App[None]):
    """A settled text and another."""

    def compose(self) -> ComposeResult:
        yield Settled("one", id="settled")
        yield Static("one", id="static")


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


async def test_a_list_is_there_before_the_letter_is_painted(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash")
        programme_screen(app).line.box.insert_text_at_cursor("lambda")
        assert listed(app) == ["lambda"]
