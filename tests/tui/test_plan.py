"""The proposal for my agenda."""

from pathlib import Path

import pytest

from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue.places import config_folder
from summit_tui.tui.screens.plan import Proposal
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    agenda_file,
    lines_of,
    on_disk,
    picked,
    press,
    programme_screen,
    running,
    said,
    settle,
)

ONE = make_session("one", "11:30", title="One", room="Blue", code="D1", level=300)
CLASH = make_session("clash", "11:45", title="Clash", room="Red")
AGAIN = make_session("again", "15:00", title="Twice", repeats="twice", room="Red")
TWICE = make_session("twice", "11:30", title="Twice", room="Red")
DAY = make_catalogue(ONE, CLASH, TWICE, AGAIN)


async def test_the_plan_and_what_is_left_out_are_shown(tmp_path: Path) -> None:
    picked(tmp_path, ONE, CLASH, TWICE)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "A", "p")
        shown = lines_of(app)
        assert "2 of 3 wishes, 1 h 30 (best possible)" in shown
        rows = ["Tue 2 Apr", "11:30 ● 300 One", "15:00 ● Twice", "Left out", "● Clash (Tue 11:45)"]
        places = [shown.rindex(row) for row in rows]
        assert places == sorted(places)
        assert "Red · another run" in shown
        assert "clashes with ● One (want)" in shown
        assert "having it would cost ● One" in shown


async def test_the_settings_shape_the_day(tmp_path: Path) -> None:
    folder = config_folder()
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text('{"day_start": "11:40", "lunch": "14:30-15:30/60"}')
    picked(tmp_path, ONE, CLASH, AGAIN)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "p")
        shown = lines_of(app)
        assert "1 of 3 wishes, 45 min (best possible)" in shown
        places = [shown.rindex(row) for row in ("11:45 ● Clash", "Left out", "● Twice")]
        assert places == sorted(places)


async def test_a_search_that_is_cut_short_says_what_could_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summit_tui.tui.screens.plan._SECONDS", 0)
    times = {"a": "11:30", "a2": "14:00", "b": "11:30", "b2": "12:00"}
    runs = [make_session(name, time, repeats=name[0]) for name, time in times.items()]
    picked(tmp_path, runs[0], runs[2])
    async with running(tmp_path, make_catalogue(*runs)) as (app, pilot):
        await press(pilot, "p")
        assert "stopped early: a better one has at most" in lines_of(app)


async def test_it_is_planned_from_every_screen(tmp_path: Path) -> None:
    picked(tmp_path, ONE, CLASH)
    async with running(tmp_path, DAY) as (app, pilot):
        for place in "PAGSNC":
            await press(pilot, place, "p")
            assert isinstance(app.screen, Proposal), place
            await press(pilot, "escape")


async def test_enter_takes_it_and_undo_takes_it_back(tmp_path: Path) -> None:
    picked(tmp_path, ONE, CLASH, TWICE)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "p", "enter")
        assert on_disk(tmp_path) == {"one": "want", "again": "want"}
        again = "That is your agenda now; p weighs again what is left out. u takes it back."
        assert said(app) == [again]
        screen = programme_screen(app)
        screen.list.cursor = [each.id for each in DAY.sessions].index("clash")
        await settle(pilot)
        assert "● want, left out by the plan · p weighs" in lines_of(app)
        await press(pilot, "p", "end", "x", "enter")
        assert "clash" not in AgendaStore(agenda_file(tmp_path), "demo").read().held
        await press(pilot, "u", "u")
        assert on_disk(tmp_path) == {"one": "want", "clash": "want", "twice": "want"}


async def test_a_plan_that_is_my_agenda_already_says_so(tmp_path: Path) -> None:
    picked(tmp_path, ONE)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "p", "enter")
        assert said(app) == ["Your agenda is that plan already."]
        assert on_disk(tmp_path) == {"one": "want"}


async def test_what_is_kept_stays_and_may_be_let_go_again(tmp_path: Path) -> None:
    picked(tmp_path, ONE, CLASH)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "p", "down", "space")
        assert "11:45 ● Clash" in lines_of(app)
        assert "Red · kept" in lines_of(app)
        await press(pilot, "home", "space")
        assert "11:30 ● 300 One" in lines_of(app)


async def test_what_is_avoided_comes_back_with_the_same_key(tmp_path: Path) -> None:
    picked(tmp_path, ONE)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "p", "x")
        assert "Nothing of it can be planned." in lines_of(app)
        assert "avoided" in lines_of(app)
        assert "enter takes it" not in lines_of(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Proposal)
        await press(pilot, "x")
        assert "enter takes it · space keeps" in lines_of(app)
        assert "11:30 ● 300 One" in lines_of(app)


async def test_escape_changes_nothing_and_nothing_to_plan_is_told(tmp_path: Path) -> None:
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "p")
        assert said(app) == ["There is nothing to plan: pick more than fits, and plan then."]
    picked(tmp_path, ONE, CLASH)
    async with running(tmp_path, DAY) as (app, pilot):
        await press(pilot, "p", "escape")
        assert on_disk(tmp_path) == {"one": "want", "clash": "want"}


async def test_reasons_are_told_whole_and_the_cursor_stays_with_its_session(tmp_path: Path) -> None:
    long = ONE._replace(title="One that is called by a name as long as many are, to the end")
    picked(tmp_path, long, CLASH)
    async with running(tmp_path, make_catalogue(long, CLASH), size=(60, 30)) as (app, pilot):
        await press(pilot, "p")
        assert "are, to the end (want)" in lines_of(app)
        await press(pilot, "x", "x", "enter")
        assert on_disk(tmp_path) == {"one": "want"}


async def test_what_the_keys_do_is_in_sight_below_a_long_list(tmp_path: Path) -> None:
    many = [make_session(f"s{n}", f"{n}:00", room="Red") for n in range(8, 20)]
    picked(tmp_path, *many)
    async with running(tmp_path, make_catalogue(*many), size=(60, 24)) as (app, pilot):
        await press(pilot, "p")
        hint = app.screen.query(".hint").last()
        assert app.screen.query_one("#frame").content_region.contains_region(hint.region)
