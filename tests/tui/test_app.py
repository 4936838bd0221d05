"""The application: the agenda file behind the screens, leaving, and what the next run knows."""

from pathlib import Path

import pytest
from filelock import FileLock
from textual import events
from textual.widgets._toast import Toast

from summit_tui.tui.widgets.search_box import SearchBox
from tests.tui.harness import (
    PATIENCE,
    agenda_file,
    head,
    listed,
    on_disk,
    on_screen,
    picked,
    press,
    programme_screen,
    running,
    said,
    sample,
    settle,
    told,
    under_cursor,
    until,
)


async def test_what_another_program_does_shows_within_a_second(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        picked(tmp_path, sample().sessions[2])
        app.keeper.look()
        await settle(pilot)
        assert "1 pick" in head(app)
        assert any("● 200 Sécurité" in line for line in on_screen(app))
        assert said(app) == ["Your agenda was changed elsewhere: 1 came."]


async def test_a_deleted_file_keeps_the_picks_and_comes_back(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space")
        app.keeper.look()
        agenda_file(tmp_path).unlink()
        app.keeper.look()
        await settle(pilot)
        assert "1 pick" in head(app)
        assert "is gone; your 1 pick is kept here" in said(app)[-1]
        await press(pilot, "down", "space")
        assert on_disk(tmp_path) == {"lambda": "want", "orders": "want"}


async def test_a_damaged_file_keeps_the_picks_and_is_told(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space")
        app.keeper.look()
        agenda_file(tmp_path).write_bytes(b"\0" * 50)
        app.keeper.look()
        await settle(pilot)
        assert "1 pick" in head(app)
        assert str(agenda_file(tmp_path)) in said(app)[-1]


async def test_a_file_damaged_before_the_start_is_told(tmp_path: Path) -> None:
    agenda_file(tmp_path).write_bytes(b"\0" * 50)
    async with running(tmp_path) as (app, _):
        assert len(said(app)) == 1
        assert str(agenda_file(tmp_path)) in said(app)[0]


async def test_a_refused_pick_is_told_and_not_shown(tmp_path: Path) -> None:
    agenda_file(tmp_path).mkdir()
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space")
        assert "0 picks" in head(app)
        assert "folder" in said(app)[-1]


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a change wait for the file as long as it takes here, and say so at once."""
    monkeypatch.setattr("summit_tui.agenda.lock.LOCK_SECONDS", 10 * PATIENCE)
    monkeypatch.setattr("summit_tui.tui.keeping._SLOW_SECONDS", 0.001)


@pytest.mark.usefixtures("patient")
async def test_a_lock_held_elsewhere_does_not_stop_the_screen(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        with FileLock(tmp_path / ".agenda.yaml.lock"):
            await pilot.press("space", "down")
            await until(lambda: under_cursor(app) == "orders")
            await until(lambda: "waiting for the agenda file" in head(app))
            assert app.picks is not None
            assert not app.picks.wants
        await settle(pilot)
        assert "1 pick" in head(app)
        assert on_disk(tmp_path) == {"lambda": "want"}


async def test_a_screen_that_one_comes_to_while_leaving_is_not_completed(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _):
        app.exit()
        await programme_screen(app)._complete()


@pytest.mark.usefixtures("patient")
async def test_quitting_waits_for_what_is_not_yet_written(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        with FileLock(tmp_path / ".agenda.yaml.lock"):
            await pilot.press("space", "down", "space", "q")
            await until(lambda: any(worker.group == "leave" for worker in app.workers))
            assert app.keeper.desk.waiting == 2
            assert not app._exit
        await settle(pilot)
        assert app._exit
        assert on_disk(tmp_path) == {"lambda": "want", "orders": "want"}


async def test_what_is_refused_while_quitting_keeps_one_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summit_tui.agenda.lock.LOCK_SECONDS", 0.2)
    async with running(tmp_path) as (app, pilot):
        with FileLock(tmp_path / ".agenda.yaml.lock"):
            await pilot.press("space", "q")
            await settle(pilot)
            assert not app._exit
            assert "locked" in said(app)[-1]
        await press(pilot, "q")
        assert app._exit


async def test_undo_and_redo_say_what_they_did(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "u", "u", "u")
        assert said(app) == ["There is nothing to undo"]  # they do not pile up
        await press(pilot, "space", "u")
        assert said(app)[-1] == "Undone: add Inside serverless functions"
        await press(pilot, "ctrl+r")
        assert said(app)[-1] == "Done again: add Inside serverless functions"
        assert on_disk(tmp_path) == {"lambda": "want"}


@pytest.mark.parametrize("width", [24, 44, 60, 61, 80, 160])
async def test_what_is_said_is_said_whole_on_any_terminal(width: int, tmp_path: Path) -> None:
    said = "That is your agenda now; p weighs again what is left out. u takes it back."
    async with running(tmp_path, size=(width, 20), toasts=True) as (app, pilot):
        app.say(said)
        await settle(pilot)
        left, top, wide, high = app.screen.query_one(Toast).content_region
        lines = (line[left : left + wide] for line in on_screen(app)[top : top + high])
        assert " ".join(" ".join(lines).split()) == said


async def test_is_picked_follows_the_picks(tmp_path: Path) -> None:
    picked(tmp_path, *sample().sessions[1:3])
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"is:picked", "down")
        assert listed(app) == ["lambda", "orders"]
        await press(pilot, "home", "space")
        assert listed(app) == ["orders"]


async def test_the_next_run_goes_on_where_this_one_was_left(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "ctrl+t", "slash", *"data", "down", "3", "q")
        theme = app.theme
    async with running(tmp_path) as (app, pilot):
        screen = programme_screen(app)
        # the level stays, what was looked for does not
        assert (screen.view.text, screen.view.of("level")) == ("", frozenset({300}))
        assert screen.query_one(SearchBox).value == ""
        assert app.theme == theme
        await press(pilot, "A", "q")
    async with running(tmp_path) as (app, _):
        assert app.navigation.place == "agenda"


@pytest.mark.parametrize(
    ("now", "at"), [("2020-01-01 12:00", "data"), ("2019-04-02 11:20", "lambda")]
)
async def test_the_cursor_begins_where_it_was_unless_something_is_on(
    now: str, at: str, tmp_path: Path
) -> None:
    async with running(tmp_path, now="2020-01-01 12:00") as (app, pilot):
        assert under_cursor(app) == "keynote"
        app.navigation.home.go_to("data")
        await press(pilot, "q")
    async with running(tmp_path, now=now) as (app, pilot):
        assert under_cursor(app) == at
        await press(pilot, "space")
        assert on_disk(tmp_path) == {at: "want"}


async def test_a_language_stays_with_the_levels(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = programme_screen(app)
        screen.look_at(screen.view.toggled("language", "fr").toggled("track", "Security"))
        await settle(pilot)
        assert listed(app) == ["orders"]
        await press(pilot, "q")
    async with running(tmp_path) as (app, _):
        assert programme_screen(app).view.of("language") == frozenset({"fr"})
        assert not programme_screen(app).view.of("track")


@pytest.mark.parametrize(
    ("colors", "silent", "begins"),
    [
        ("truecolor", False, "summit-light"),
        ("256", False, "summit-light"),
        ("standard", False, "summit-ansi"),
        ("standard", True, "ansi-dark"),
        ("truecolor", True, "ansi-dark"),
    ],
)
async def test_the_colours_that_a_terminal_has_begin_and_the_chosen_ones_are_kept(
    colors: str, silent: bool, begins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "ctrl+t", "q")
    if silent:
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", colors)
    async with running(tmp_path) as (app, pilot):
        assert app.theme == begins
        await press(pilot, "q")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    async with running(tmp_path) as (app, _):
        assert app.theme == "summit-light"


async def test_a_remembered_level_that_there_is_no_more_is_forgotten(
    tmp_path: Path, isolated: Path
) -> None:
    state = isolated / "state" / "summit-tui"
    state.mkdir(parents=True)
    (state / "tui.json").write_text('{"events": {"demo": {"text": "levl:3", "levels": [7]}}}')
    async with running(tmp_path) as (app, _):
        assert len(listed(app)) == 7
        assert told(app) == ""


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"events": 3}', '{"events": {"demo": [1]}}', "\0"]
)
async def test_a_damaged_memory_is_no_memory(text: str, tmp_path: Path, isolated: Path) -> None:
    state = isolated / "state" / "summit-tui"
    state.mkdir(parents=True)
    (state / "tui.json").write_text(text)
    async with running(tmp_path) as (app, _):
        assert not programme_screen(app).view.narrowed
        assert said(app) == []


async def test_moved_keys_are_read_and_what_is_wrong_is_told(
    tmp_path: Path, isolated: Path
) -> None:
    config = isolated / "config" / "summit-tui"
    config.mkdir(parents=True)
    (config / "keys.json").write_text('{"pick": "!", "pik": "z", "want": ""}')
    async with running(tmp_path) as (app, pilot):
        assert len(said(app)) == 2
        assert "there is no such key" in said(app)[0]
        assert "! pick" in on_screen(app)[-1]
        await press(pilot, "exclamation_mark")
        assert on_disk(tmp_path) == {"lambda": "want"}


async def test_no_key_behind_the_last_one_brings_a_screen_back(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        app.post_message(events.Key("ctrl+q", None))
        await until(lambda: app._exit)
        for key in "APA mn":
            app.post_message(events.Key("space" if key == " " else key, key))
        await pilot.pause()
        assert app.return_code == 0
    assert on_disk(tmp_path) == {}
