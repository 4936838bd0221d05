"""From one event to another in the running application."""

import gc
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from textual import events
from textual.pilot import Pilot

from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.store import AgendaStore, Applied, default_path
from summit_tui.catalogue import clock, shelf
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.writing import write
from summit_tui.search.programme import Programme, open_programme
from summit_tui.tui import memory, news, switching
from summit_tui.tui.app import SummitApp
from tests.factories import at, make_catalogue, make_session
from tests.tui.harness import (
    WIDE,
    agenda_file,
    head,
    lines_of,
    listed,
    on_disk,
    press,
    programme_screen,
    said,
    sample,
    settle,
    under_cursor,
)

OTHER = make_catalogue(
    make_session("owls", "10:00", title="Owls at noon", level=300),
    make_session("lunch", "12:30", title="Lunch by the lake"),
)._replace(event=make_catalogue().event._replace(id="owl-days", name="Owl Days"))


def put(name: str, catalogue: Catalogue) -> Path:
    shelf.place(name, write(catalogue).encode())
    return library_file(name)


@pytest.fixture(autouse=True)
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody look at the file but the test."""
    monkeypatch.setattr(switching, "_LOOK_SECONDS", 3600.0)


@pytest.fixture
def owls() -> Path:
    return put("owls", OTHER)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[SummitApp, Pilot[None]]]:
    """Run the application on one of two programmes of the library, with an agenda named for it."""
    clock.pretend(at("2019-04-02 11:20"))
    programme = open_programme(put("demo", sample()))
    app = SummitApp(programme, AgendaStore(agenda_file(folder), "demo"))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        yield app, pilot


async def go_to(app: SummitApp, pilot: Pilot[None], path: Path) -> None:
    assert await app.switch.to(path)
    await settle(pilot)


def picks_of(event_id: str) -> list[str]:
    return list(AgendaStore(default_path(event_id), event_id, read_cache=False).read().picks)


async def test_everything_is_about_the_other_event(tmp_path: Path, owls: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "space", "A", "G", "P", "slash", *"data", "enter")
        await go_to(app, pilot, owls)
        assert listed(app) == ["owls", "lunch"]
        assert "Owl Days" in head(app)
        assert "0 picks" in head(app)
        assert "Owls at noon" in lines_of(app)
        assert len(app.screen_stack) == 1
        await press(pilot, "A")
        assert "Inside serverless" not in lines_of(app)
        await press(pilot, "S", "G", "N", "C", "P", "slash", *"noon", "enter")
        assert listed(app) == ["owls"]


async def test_each_event_has_its_agenda(tmp_path: Path, owls: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "space")
        await go_to(app, pilot, owls)
        await press(pilot, "home", "space")
        assert on_disk(tmp_path) == {"lambda": "want"}
        assert picks_of("owl-days") == ["owls"]
        await go_to(app, pilot, library_file("demo"))
        await press(pilot, "down", "space")
        assert on_disk(tmp_path) == {"lambda": "want", "orders": "want"}
        assert picks_of("demo") == []


async def test_a_pick_that_is_being_written_is_written_for_the_event_it_was_meant_for(
    tmp_path: Path, owls: Path
) -> None:
    async with opened(tmp_path) as (app, pilot):
        programme_screen(app).action_pick()
        assert await app.switch.to(owls)
        await settle(pilot)
        assert on_disk(tmp_path) == {"lambda": "want"}
        assert picks_of("owl-days") == []


async def test_an_agenda_that_cannot_be_written_keeps_one_here(
    tmp_path: Path, owls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Event()

    def refuse(*_: object, **__: object) -> Applied:
        assert asked.wait(30)
        raise AgendaError("the disk is full")

    async with opened(tmp_path) as (app, pilot):
        monkeypatch.setattr(AgendaStore, "apply", refuse)
        written = app.keeper.written

        async def ask() -> bool:
            asked.set()
            return await written()

        monkeypatch.setattr(app.keeper, "written", ask)
        programme_screen(app).action_pick()
        assert not await app.switch.to(owls)
        await settle(pilot)
        assert app.programme.catalogue.event.id == "demo"
        assert said(app) == ["the disk is full"]


async def test_one_is_where_one_was_in_each_event(tmp_path: Path, owls: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "3", "slash", *"data", "enter", "S")
        await go_to(app, pilot, owls)
        assert app.navigation.place == "programme"
        assert not app.navigation.home.view.narrowed
        await press(pilot, "A")
        await go_to(app, pilot, library_file("demo"))
        assert app.navigation.place == "speakers"
        assert app.navigation.home.view.of("level") == {300}
        assert app.navigation.home.history.texts == ["data"]
        await go_to(app, pilot, owls)
        assert app.navigation.place == "agenda"


async def test_the_same_event_read_again_stays_where_it_was(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "slash", *"l", "enter", "end", "space")
        view, at_ = app.navigation.home.view, under_cursor(app)
        sessions = [one._replace(title=f"New {one.title}") for one in sample().sessions]
        await go_to(app, pilot, put("demo", make_catalogue(*sessions, scale=sample().scale)))
        assert app.navigation.home.view == view
        assert under_cursor(app) == at_
        assert "New " in lines_of(app)
        await press(pilot, "A")
        await go_to(app, pilot, library_file("demo"))
        assert app.navigation.place == "agenda"
        assert on_disk(tmp_path) == {str(at_): "want"}


async def test_what_is_typed_meanwhile_is_for_the_event_that_comes(
    tmp_path: Path, owls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as (app, pilot):

        def remember(*_: object) -> None:
            app.post_message(events.Key("space", " "))

        monkeypatch.setattr(memory, "remember", remember)
        monkeypatch.setattr("summit_tui.tui.app.remember", remember)
        await go_to(app, pilot, owls)
        assert on_disk(tmp_path) == {}
        assert picks_of("owl-days") == ["lunch"]  # what comes next


async def test_what_cannot_be_read_is_not_opened(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("sessions: 1\n")
    async with opened(tmp_path) as (app, pilot):
        with pytest.raises(CatalogueError):
            await app.switch.to(bad)
        await press(pilot, "space")
        assert on_disk(tmp_path) == {"lambda": "want"}


async def test_nothing_of_the_event_before_comes_late(tmp_path: Path, owls: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "space")
        before = app.keeper
        await go_to(app, pilot, owls)
        before._take_over()
        await before.gather()
        assert app.picks is not None
        assert not len(app.picks.agenda)
        assert memory.recall(sample()).screen == "programme"


async def test_what_was_typed_before_is_for_the_event_that_was_there(
    tmp_path: Path, owls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as (app, pilot):

        def typed_meanwhile(path: Path) -> Programme:
            app.post_message(events.Key("w", "w"))
            return open_programme(path)

        monkeypatch.setattr(switching, "open_programme", typed_meanwhile)
        await go_to(app, pilot, owls)
        assert on_disk(tmp_path) == {"lambda": "want"}
        assert picks_of("owl-days") == []


def renamed(word: str) -> Catalogue:
    """Return the sample with `word` before every title."""
    sessions = [one._replace(title=f"{word} {one.title}") for one in sample().sessions]
    return make_catalogue(*sessions, scale=sample().scale)


async def test_what_another_program_did_to_the_programme_is_shown_once_one_rests(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "down")
        app.switch.look()
        assert not said(app)
        put("demo", renamed("Late"))
        for meanwhile, on in (("slash", "escape"), ("question_mark", "escape"), ("E", None)):
            await press(pilot, meanwhile)
            app.switch.look()
            await settle(pilot)
            assert "Late " not in lines_of(app)
            if on:
                await press(pilot, on)
        await press(pilot, "escape")  # the list of programmes reads it again by itself
        assert "Late Inside" in lines_of(app)
        put("demo", renamed("Later"))
        await press(pilot, "m", "m")
        app.switch.look()
        await settle(pilot)
        assert "Later" not in lines_of(app)
        await press(pilot, "escape")
        before = under_cursor(app)
        app.switch.look()
        await settle(pilot)
        assert "Later Inside" in lines_of(app)
        assert under_cursor(app) == before
        assert said(app) == ["The programme has changed and was read again."]


async def test_a_file_that_is_broken_meanwhile_is_said_once_and_the_programme_stays(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as (app, pilot):
        library_file("demo").write_text("sessions: 1\n")
        for _ in range(2):
            app.switch.look()
            await settle(pilot)
        assert len(said(app)) == 1
        assert "demo.yaml:1:11: error: " in said(app)[0]
        await press(pilot, "space")
        assert on_disk(tmp_path) == {"lambda": "want"}
        library_file("demo").unlink()
        app.switch.look()
        await settle(pilot)
        assert "Inside serverless" in lines_of(app)
        put("demo", renamed("Mended"))
        app.switch.look()
        await settle(pilot)
        assert "Mended Inside" in lines_of(app)


async def test_filters_stay_when_the_session_under_the_cursor_leaves_them(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "3")
        view = app.navigation.home.view
        there = under_cursor(app)
        sessions = [
            one._replace(level=200) if one.id == there else one for one in sample().sessions
        ]
        put("demo", make_catalogue(*sessions, scale=sample().scale))
        app.switch.look()
        await settle(pilot)
        assert app.navigation.home.view == view
        assert there not in listed(app)


async def test_the_screens_of_before_are_let_go_of(tmp_path: Path, owls: Path) -> None:
    """Textual keeps its first screen, and here and there the last one; not all there ever were."""
    async with opened(tmp_path) as (app, pilot):
        homes = [weakref.ref(app.navigation.home)]
        for _ in range(4):
            for path in (owls, library_file("demo")):
                await go_to(app, pilot, path)
                homes.append(weakref.ref(app.navigation.home))
        gc.collect()
        assert sum(home() is not None for home in homes) < len(homes) - 2


async def test_news_of_the_event_before_are_none_of_this_one(
    tmp_path: Path, owls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as (app, pilot):
        before, seen, other = app.programme, news.unseen, open_programme(owls)
        put("demo", renamed("Late"))
        found = news.unseen(before.path)
        assert found is not None

        def meanwhile(_: Path) -> news.News:
            app.programme = other
            return found

        monkeypatch.setattr(news, "unseen", meanwhile)
        await app.look_for_news()
        assert app.news is None
        app.programme = before
        monkeypatch.setattr(news, "unseen", seen)
        await app.look_for_news()
        assert app.news is not None
        await settle(pilot)


async def test_nobody_looks_for_changes_while_the_screens_go(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, _):
        put("demo", renamed("Late"))
        for widget in list(app.screen.children):
            await widget.remove()
        app.switch.look()
        assert not app.workers
