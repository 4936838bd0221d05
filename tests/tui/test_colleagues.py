"""My colleagues' agendas behind the screens: read after the first frame, and watched."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import Static

from summit_tui.agenda.team import reading
from summit_tui.tui import colleagues, switching
from summit_tui.tui.app import SummitApp
from tests.tui.harness import (
    SIZES,
    lines_of,
    listed,
    on_screen,
    picked,
    press,
    running,
    said,
    sample,
    settle,
)
from tests.tui.teams import have_team, name_in_settings, picks_of_colleague
from tests.tui.test_switching import OTHER, opened, put


@pytest.fixture(autouse=True)
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody look at the files but the test."""
    monkeypatch.setattr(colleagues, "_LOOK_SECONDS", 3600.0)


def detail(app: SummitApp) -> str:
    return str(app.screen.query_one("#about", Static).content)


async def test_the_detail_says_who_of_the_team_goes(tmp_path: Path) -> None:
    have_team(tmp_path, Ada={"lambda": "must"}, Grace={"lambda": "want", "orders": "maybe"})
    async with running(tmp_path) as (app, pilot):
        assert "with Ada (must), Grace" in detail(app)
        await press(pilot, "down")
        assert "with Grace (maybe)" in detail(app)
        assert said(app) == []


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_every_list_says_who_goes(size: tuple[int, int], tmp_path: Path) -> None:
    picked(tmp_path, sample().sessions[1])
    have_team(tmp_path, Ada={"lambda": "must"}, Grace={"orders": "want"})
    async with running(tmp_path, size=size) as (app, pilot):
        for letter, shown in (("P", "with Ada"), ("A", "with Ada (must)"), ("N", "with Ada")):
            await press(pilot, letter)
            assert shown in lines_of(app)
        await app.show_session("lambda")
        await press(pilot, "G")
        assert "●& " in lines_of(app)
        assert "with Ada" in on_screen(app)[-2]


async def test_a_file_that_changes_is_read_again_and_that_is_said(tmp_path: Path) -> None:
    have_team(tmp_path, Ada={"orders": "want"})
    async with running(tmp_path) as (app, pilot):
        assert "with" not in detail(app)
        picks_of_colleague(tmp_path, "Ada", {"lambda": "want", "data": "want"})
        app.keeper.colleagues.look()
        await settle(pilot)
        assert "with Ada" in detail(app)
        assert said(app) == ["Ada picked 2 sessions and dropped 1 session."]
        app.keeper.colleagues.look()
        await settle(pilot)
        assert len(said(app)) == 1


async def test_the_search_box_asks_for_colleagues_and_follows_them(tmp_path: Path) -> None:
    have_team(tmp_path, Ada={"orders": "want"}, Bo={})
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"with=ada", "down")
        assert listed(app) == ["orders"]
        picks_of_colleague(tmp_path, "Ada", {"data": "want"})
        app.keeper.colleagues.look()
        await settle(pilot)
        assert listed(app) == ["data"]


async def test_a_file_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    have_team(tmp_path, Ada={"lambda": "want"})
    broken = tmp_path / "Bo.yaml"
    broken.write_text("picks: [}")
    elsewhere = tmp_path / "Cy.yaml"
    elsewhere.write_text("event: other\npicks: [lambda]\n")
    name_in_settings(tmp_path / "Ada.yaml", broken, elsewhere)
    async with running(tmp_path) as (app, pilot):
        assert "with Ada" in lines_of(app)
        assert [each.partition("\n")[0].partition(": error")[0] for each in said(app)] == [
            f"Without the picks of Bo: {broken}:1:9"
        ]
        app.keeper.colleagues.look()
        await settle(pilot)
        assert len(said(app)) == 1
        (tmp_path / "Ada.yaml").unlink()
        app.keeper.colleagues.look()
        await settle(pilot)
        assert "with Ada" in lines_of(app)
        assert said(app)[-1].startswith("The picks of Ada are shown as they were: ")


async def test_my_own_picks_and_theirs_stand_side_by_side(tmp_path: Path) -> None:
    picked(tmp_path, sample().sessions[1])
    have_team(tmp_path, Ada={"lambda": "want"})
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space")
        assert "with Ada" in lines_of(app)
        await press(pilot, "space")
        assert "● want" in lines_of(app)


async def test_without_a_team_nothing_is_read_nor_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read_team", lambda *_: pytest.fail("read"))
    async with running(tmp_path) as (app, _):
        found = app.keeper.colleagues
        assert found.team is None
        assert found._watching is None


async def test_what_comes_for_an_event_that_is_left_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    have_team(tmp_path, Ada={"lambda": "want"})
    async with running(tmp_path) as (app, pilot):
        found = app.keeper.colleagues
        gate, asked = asyncio.Event(), list[object]()

        async def slowly(*given: object) -> object:
            asked.append(given)
            await gate.wait()
            return reading.read_team(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(asyncio, "to_thread", lambda _, *given: slowly(*given))
        (tmp_path / "Ada.yaml").write_text("picks: [}")
        found.look()
        await pilot.pause()
        found.look()
        await pilot.pause()
        assert len(asked) == 1  # one at a time
        found.close()
        gate.set()
        await settle(pilot)
        assert said(app) == []


async def test_another_event_has_their_agendas_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switching, "_LOOK_SECONDS", 3600.0)
    folder = tmp_path / "Ada"
    folder.mkdir()
    picks_of_colleague(folder, "demo", {"lambda": "must"})
    picks_of_colleague(folder, "owl-days", {"owls": "maybe"}, "owl-days")
    name_in_settings(folder)
    async with opened(tmp_path) as (app, pilot):
        assert "with Ada (must)" in detail(app)
        await app.switch.to(put("owls", OTHER))
        await press(pilot, "home")
        assert "with Ada (maybe)" in detail(app)
        await press(pilot, "T")
        assert "without me: Ada (maybe)" in lines_of(app)
        assert said(app) == []


def test_the_first_frame_knows_nothing_of_a_team() -> None:
    code = (
        "import sys, summit_tui.tui.app\n"
        "heavy = ('summit_tui.tui.team', 'summit_tui.agenda.team', 'summit_tui.agenda.settings')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"
