"""Who goes where, on the screen."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from summit_tui.agenda.change import add
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.places import config_folder
from summit_tui.tui import colleagues
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.team import TeamScreen
from summit_tui.tui.widgets.team_list import _lines
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    NARROW,
    SIZES,
    agenda_file,
    head,
    on_disk,
    on_screen,
    picked,
    press,
    running,
    sample,
    settle,
    under_cursor,
)
from tests.tui.teams import have_team, name_in_settings, picks_of_colleague

DAY = (
    make_session("open", "09:00", title="Opening", room="Hall"),
    make_session("owls", "10:00", title="Owls at noon", room="Blue", code="A1"),
    make_session("goats", "10:15", title="Gardening with goats", room="Green"),
    make_session("bees", "10:30", title="Bees", room="Amber"),
    make_session("ants", "2019-04-03 10:00", title="Ants of two days", room="Blue"),
)

BARS = str.maketrans(dict.fromkeys("▌▁▂▃▄▅▆▇█", " "))
"""The cursor's bar and the scroll bar."""


@pytest.fixture(autouse=True)
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody look at the files but the test."""
    monkeypatch.setattr(colleagues, "_LOOK_SECONDS", 3600.0)


def team_screen(app: SummitApp) -> TeamScreen:
    assert isinstance(app.screen, TeamScreen)
    return app.screen


def list_lines(app: SummitApp) -> list[str]:
    """Return what the list says, without the detail beside it."""
    return [line.partition("▕")[0].rstrip() for line in on_screen(app)[1:-1]]


async def test_who_goes_where_is_said_day_by_day(tmp_path: Path) -> None:
    picked(tmp_path, *DAY[:2])
    have_team(
        tmp_path,
        Ada={"open": "must", "goats": "want"},
        Grace={"open": "want", "goats": "maybe", "owls": "want", "ants": "must"},
    )
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 08:00") as (app, pilot):
        await press(pilot, "T")
        assert [" ".join(line.split()) for line in list_lines(app) if line] == [
            "Tuesday 2 April 2 together · 1 only them · 1 clash",
            "▌09:00–09:45 ● Opening Hall",
            "▌ with Ada (must), Grace",
            "10:00–10:45 ● Owls at noon A1 Blue",
            "with Grace",
            "10:15–11:00 Gardening with goats Green",
            "without me: Ada, Grace (maybe)",
            "! 30 min with ● Owls at noon (where Ada is not)",
            "Wednesday 3 April 1 only them",
            "10:00–10:45 Ants of two days Blue",
            "without me: Grace (must)",
        ]


async def test_what_only_i_picked_is_said(tmp_path: Path) -> None:
    picked(tmp_path, DAY[1])
    have_team(tmp_path, Ada={})
    async with running(tmp_path, make_catalogue(*DAY), size=NARROW) as (app, pilot):
        await press(pilot, "T")
        lines = [line.strip(" ▌") for line in list_lines(app) if line.strip(" ▌")]
        assert lines == [
            "Tuesday 2 April                                  1 only me",
            "10:00–10:45  ● Owls at noon",
            "A1  Blue",
            "only me",
        ]


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_who_goes_to_another_run_is_said(size: tuple[int, int], tmp_path: Path) -> None:
    runs = (*DAY, make_session("again", "14:30", title="Owls at noon", repeats="owls"))
    picked(tmp_path, DAY[1])
    have_team(tmp_path, Ada={"again": "must"}, Bo={"owls": "want", "again": "want"})
    async with running(tmp_path, make_catalogue(*runs), size=size) as (app, pilot):
        await press(pilot, "T", "home")
        assert any("Ada in the run of 14:30" in line for line in list_lines(app))
        await press(pilot, "down")
        assert any("me in the run of 10:00" in line for line in list_lines(app))
        await press(pilot, "up", "enter")
        read = " ".join(" ".join(on_screen(app)).translate(BARS).split())
        assert "with Bo" in read
        assert "Ada (must) in the run of 14:30" in read


async def test_space_joins_a_colleague_and_leaves_again(tmp_path: Path) -> None:
    have_team(tmp_path, Ada={"goats": "want", "bees": "want"})
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 10:59") as (app, pilot):
        await press(pilot, "T")
        assert under_cursor(app) == "goats"  # it is on still
        await press(pilot, "down", "space")
        assert on_disk(tmp_path) == {"bees": "want"}
        assert under_cursor(app) == "bees"
        assert any("with Ada" in line for line in list_lines(app))
        await press(pilot, "space")
        assert on_disk(tmp_path) == {}
        await press(pilot, "asterisk", "space")
        assert on_disk(tmp_path) == {"goats": "want", "bees": "want"}


async def test_moving_and_going_back(tmp_path: Path) -> None:
    have_team(tmp_path, Ada={each.id: "want" for each in DAY})
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 10:20") as (app, pilot):
        await press(pilot, "T")
        assert under_cursor(app) == "owls"
        await press(pilot, "d")
        assert under_cursor(app) == "ants"
        await press(pilot, "d")
        assert under_cursor(app) == "open"
        await press(pilot, "t")
        assert under_cursor(app) == "owls"
        await press(pilot, "enter", "escape", "escape")
        assert app.navigation.place == "programme"


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_every_size_shows_all_of_it(size: tuple[int, int], tmp_path: Path) -> None:
    long = make_session("long", "10:20", title="A title that goes on and on for very long indeed")
    picked(tmp_path, long, DAY[0])
    have_team(tmp_path, **{f"Featherstone-{n}": {"goats": "must", "open": "want"} for n in "abc"})
    async with running(tmp_path, make_catalogue(*DAY, long), size=size) as (app, pilot):
        await press(pilot, "T", "home")
        shown = list_lines(app)
        for _ in range(4):
            await press(pilot, "down")
            shown += list_lines(app)
        read = " ".join(" ".join(shown).translate(BARS).split())
        for said in ("1 together · 1 only me · 1 only them · 1 clash", long.title):
            assert said in read
        names = [f"Featherstone-{n} (must)" for n in "abc"]
        assert f"without me: {', '.join(names)}" in read


@example("a \u200d\u200daaaa日", 5)
@given(st.text("ab é日👩🏽‍🚀 ", max_size=120), st.integers(4, 60))
def test_lines_hold_every_word_and_fit(text: str, width: int) -> None:
    found = _lines(text, width)
    assert all(cell_len(line) <= width for line in found)
    assert "".join(" ".join(found).split()) == "".join(text.split())
    if all(cell_len(word) <= width for word in text.split()):
        assert " ".join(found).split() == text.split()


async def test_without_a_team_it_says_how_to_have_one_and_then_has_it(tmp_path: Path) -> None:
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "T")
        said = team_screen(app).list.emptiness
        assert str(config_folder() / "settings.json") in said
        assert str(agenda_file(tmp_path)) in said
        example = next(line for line in said.splitlines() if line.startswith("{"))
        assert list(json.loads(example)) == ["team"]
        assert any("once your team is known" in line for line in list_lines(app))
        have_team(tmp_path, Ada={"owls": "want"})
        team_screen(app).tick()
        await settle(pilot)
        assert under_cursor(app) == "owls"
        name_in_settings()
        await press(pilot, "P", "T")
        assert under_cursor(app) is None
        assert any("once your team is known" in line for line in list_lines(app))


async def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.json").write_text('{"team": [')
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "T")
        assert "this is not JSON" in team_screen(app).list.emptiness


async def test_a_team_without_agendas_of_this_event(tmp_path: Path) -> None:
    other = tmp_path / "Ada.yaml"
    other.write_text("event: other\n")
    name_in_settings(other)
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        await press(pilot, "T")
        said = team_screen(app).list.emptiness
        assert said.startswith("Nobody of your team has an agenda of this event yet.")
        assert "this is an agenda of other, not of demo" in said
        assert "without Ada" in head(app)
        picks_of_colleague(tmp_path, "Ada", {})
        app.keeper.colleagues.look()
        await settle(pilot)
        assert team_screen(app).list.emptiness.startswith("Neither you nor your team")
        assert "without Ada" not in head(app)
        await press(pilot, "d", "space", "enter", "w", "t")
        assert on_disk(tmp_path) == {}


async def test_it_says_that_it_is_reading(tmp_path: Path) -> None:
    have_team(tmp_path, Ada={"owls": "want"})
    async with running(tmp_path, make_catalogue(*DAY)) as (app, pilot):
        app.keeper.colleagues.team = None  # as before the first look
        app.keeper.load()
        app.keeper._take_over()
        await press(pilot, "T")
        assert any("Reading the agendas of your team …" in line for line in list_lines(app))


async def test_keys_act_on_what_is_mine_of_a_session_that_is_gone(tmp_path: Path) -> None:
    gone = (
        make_session("gone", "12:00", title="Gone"),
        make_session("hers", "13:00", title="Hers"),
    )
    picked(tmp_path, gone[0])
    AgendaStore(tmp_path / "Ada.yaml", "demo").apply(add(gone))
    name_in_settings(tmp_path / "Ada.yaml")
    async with running(tmp_path, make_catalogue(*DAY), now="2019-04-02 08:00") as (app, pilot):
        await press(pilot, "T")
        assert sum("no longer in the programme" in line for line in list_lines(app)) == 2
        for key in ("space", "w", "x", "m"):
            await press(pilot, "end", key)
            assert on_disk(tmp_path) == {"gone": "want"}
        assert not len(team_screen(app).selection)
        assert team_screen(app).listed_ids == ["gone"]
        await press(pilot, "home", "x")
        assert on_disk(tmp_path) == {}


async def test_a_click_on_the_mark_joins(tmp_path: Path) -> None:
    have_team(tmp_path, Ada={"lambda": "want"})
    async with running(tmp_path, sample()) as (app, pilot):
        await press(pilot, "T")
        await pilot.click(team_screen(app).list, offset=(3, 1))
        await settle(pilot)
        assert on_disk(tmp_path) == {"lambda": "want"}


def sessions_of(count: int) -> tuple[Session, ...]:
    return tuple(make_session(f"s{n}", f"{8 + n // 4:02}:{n % 4 * 15:02}") for n in range(count))


async def test_a_colleague_who_picks_meanwhile_moves_no_cursor(tmp_path: Path) -> None:
    every = sessions_of(24)
    have_team(tmp_path, Ada={each.id: "want" for each in every[10:]})
    async with running(tmp_path, make_catalogue(*every), now="2019-04-02 07:00") as (app, pilot):
        await press(pilot, "T", "down", "down")
        assert under_cursor(app) == "s12"
        picks_of_colleague(tmp_path, "Ada", {each.id: "want" for each in every})
        app.keeper.colleagues.look()
        await settle(pilot)
        assert under_cursor(app) == "s12"
