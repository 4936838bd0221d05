"""Keys that come faster than what they do is done; `tests.fuzz.bursts` walks at random."""

import asyncio
from pathlib import Path
from threading import Event

import pytest
from filelock import FileLock
from textual import events
from textual.widgets import Input, TextArea

from summit_tui.agenda.store import AgendaStore, default_path
from summit_tui.catalogue import shelf
from summit_tui.catalogue.writing import write
from summit_tui.search.programme import Programme, open_programme
from summit_tui.tui import switching, turns
from summit_tui.tui.app import SummitApp
from summit_tui.tui.turns import BEHIND
from tests.factories import make_catalogue, make_session
from tests.tui.harness import (
    NARROW,
    PATIENCE,
    agenda_file,
    on_disk,
    running,
    settle,
    under_cursor,
    until,
)

SIGNS = {"space": " ", "slash": "/", "semicolon": ";", "colon": ":"}


def type_in(app: SummitApp, keys: str) -> None:
    """Type keys all at once, each as Textual calls it."""
    for key in keys.split():
        app.post_message(events.Key(key, SIGNS.get(key, key if len(key) == 1 else None)))


def notes(folder: Path) -> dict[str, str | None]:
    agenda = AgendaStore(agenda_file(folder), "demo", read_cache=False).read()
    return {pick.id: pick.note for pick in agenda}


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a busy machine make no difference."""
    for name in ("PATIENCE", "BRIEFLY", "_STUCK_SECONDS"):
        monkeypatch.setattr(turns, name, PATIENCE)


BURSTS = (
    ("j n h i escape", "orders", "orders"),
    ("u j space", "lunch", "lunch"),
    ("x slash s e c u enter w", "orders", "orders"),
    ("escape end space", "panel", "orders panel"),
    ("slash t r a c k colon S e down enter enter x", "orders", "panel"),
    ("escape home space A home j w", "panel", "keynote panel"),
    ("x x", None, ""),
    ("P semicolon d space", "orders", "orders"),
    ("G home l space", "orders", ""),
    ("S j enter space", "orders", "orders"),
    ("ctrl+p p a n e l down enter w", "panel", "orders panel"),
    ("home space p enter j j x A", "panel", "keynote panel"),
    ("P home j enter j escape j m m escape space", "gone", "gone keynote panel"),
)
"""Keys, what is under the cursor then, and what is picked."""


async def test_a_burst_of_keys_acts_key_by_key(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        for keys, session, picks in BURSTS:
            type_in(app, keys)
            await settle(pilot)
            there = under_cursor(app), sorted(on_disk(tmp_path))
            assert there == (session, sorted(picks.split())), keys


async def test_keys_at_the_start_wait_for_the_screen(tmp_path: Path) -> None:
    async with running(tmp_path, size=NARROW) as (app, pilot):
        type_in(app, "n o n e")
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == "one"
        type_in(app, "x escape j r 4 n")
        await settle(pilot)
        type_in(app, "y ctrl+c")
        await until(lambda: app._exit)
    assert notes(tmp_path) == {"lambda": "onex", "orders": "y"}


async def test_what_is_typed_after_an_event_was_chosen_is_for_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, may_read = Event(), Event()

    def read_slowly(path: Path) -> Programme:
        asked.set()
        may_read.wait(PATIENCE)
        return open_programme(path)

    monkeypatch.setattr(switching, "open_programme", read_slowly)
    owls = make_catalogue(make_session("owls", "10:00"))
    event = owls.event._replace(id="owls", name="Owl Days")
    shelf.place("owls", write(owls._replace(event=event)).encode())
    async with running(tmp_path) as (app, pilot):
        type_in(app, "E j enter space")
        await until(asked.is_set)
        monkeypatch.setattr(turns, "PATIENCE", 0.0)  # it waits however long that takes
        await pilot.pause()
        assert app.turns.waiting == 1
        may_read.set()
        await settle(pilot)
        assert app.programme.catalogue.event.id == "owls"
        assert on_disk(tmp_path) == {}
        assert list(AgendaStore(default_path("owls"), "owls").read().picks) == ["owls"]


async def test_a_key_that_was_clicked_at_the_foot_comes_before_those_typed_later(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as (app, pilot):
        async with app.turns.paused():
            type_in(app, "space")
            await until(lambda: app.turns.waiting)
            app.simulate_key("j")
        await settle(pilot)
        assert on_disk(tmp_path) == {"orders": "want"}


async def test_a_key_waits_for_work_but_not_for_work_behind_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        behind, done = asyncio.Event(), asyncio.Event()
        app.run_worker(behind.wait(), group=BEHIND)
        type_in(app, "j")
        await until(lambda: under_cursor(app) == "orders")
        app.run_worker(done.wait())
        type_in(app, "j")
        await pilot.pause()
        assert under_cursor(app) == "orders"
        done.set()
        await until(lambda: under_cursor(app) == "lunch")
        behind.set()


async def test_no_key_waits_for_work_that_is_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as (app, _):
        done = asyncio.Event()
        app.run_worker(done.wait(), group="slow")
        monkeypatch.setattr(turns, "PATIENCE", 0.0)
        type_in(app, "j j")
        await until(lambda: under_cursor(app) == "lunch")
        monkeypatch.setattr(turns, "PATIENCE", PATIENCE)
        app.run_worker(done.wait(), group="slow")  # which may wait for the first
        type_in(app, "j")
        await until(lambda: under_cursor(app) == "gone")
        done.set()


async def test_a_letter_does_not_wait_for_the_search_of_those_before(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        type_in(app, "slash a")
        await settle(pilot)
        done = asyncio.Event()
        app.run_worker(done.wait(), group="search")
        type_in(app, "b backspace c")
        await until(lambda: app.screen.query_one(Input).value == "ac")
        type_in(app, "enter")
        await pilot.pause()
        assert isinstance(app.focused, Input)
        done.set()
        await settle(pilot)
        assert not isinstance(app.focused, Input)


async def test_the_cursor_does_not_wait_for_the_file_where_the_list_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BRIEFLY", 0.0)
    async with running(tmp_path) as (app, pilot):
        with FileLock(tmp_path / ".agenda.yaml.lock"):
            type_in(app, "space j w")
            await until(lambda: under_cursor(app) == "orders" and not app.turns.waiting)
            type_in(app, "A")
            await pilot.pause()
            assert app.turns.waiting == 1
        await settle(pilot)
        assert on_disk(tmp_path) == {"lambda": "want", "orders": "want"}
        with FileLock(tmp_path / ".agenda.yaml.lock"):
            type_in(app, "x j")
            await pilot.pause()
            assert app.turns.waiting == 1


async def test_one_can_leave_while_nothing_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as (app, _), app.turns.paused():
        type_in(app, "space ctrl+c")
        await until(lambda: app.turns.waiting == 2)
        assert not app._exit
        monkeypatch.setattr(turns, "PATIENCE", 0.0)
        await until(lambda: app._exit)
    assert on_disk(tmp_path) == {}


async def test_no_key_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path) as (app, _):
        with app.turns.acting():
            type_in(app, "j j")
            await until(lambda: app.turns.waiting == 2)
            monkeypatch.setattr(turns, "_STUCK_SECONDS", 0.0)
            await until(lambda: under_cursor(app) == "lunch")
