"""The Changes screen, and the marks in the list of what has come since the last look."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock, seen, shelf
from summit_tui.catalogue.library import library_file, shipped
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.places import config_folder
from summit_tui.catalogue.writing import write
from summit_tui.search.programme import open_programme
from summit_tui.tui.app import SummitApp
from summit_tui.tui.widgets.detail import Detail
from tests.catalogue.kept import MONDAY
from tests.factories import at, make_catalogue, make_session
from tests.tui.harness import (
    NARROW,
    SIZES,
    WIDE,
    agenda_file,
    head,
    lines_of,
    on_screen,
    picked,
    press,
    settle,
    under_cursor,
)

TABLES = make_session("tables", "10:00", title="Sleeping tables", room="Amber")
QUEUES = make_session("queues", "11:00", title="Queues by night", room="Amber")
GOATS = make_session("goats", "14:00", title="Gardening with goats", room="Birch")
OWLS = make_session("owls", "15:00", title="Owls at noon", room="Birch")
BEFORE = (TABLES, QUEUES, GOATS)
AFTER = (
    TABLES._replace(start=at("11:15")),
    QUEUES,
    GOATS._replace(status="cancelled"),
    OWLS,
)


def place(*sessions: Session) -> None:
    """Put those sessions into the library as the present version."""
    clock.pretend(MONDAY)
    shelf.place("tiny", write(make_catalogue(*sessions)).encode(), None)


@asynccontextmanager
async def opened(
    folder: Path, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[SummitApp, Pilot[None]]]:
    """Run the application on the programme of the library."""
    clock.pretend(at("2019-04-02 09:20"))
    programme = open_programme(library_file("tiny"))
    app = SummitApp(programme, AgendaStore(agenda_file(folder), "demo"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


@pytest.fixture
def updated(tmp_path: Path) -> None:
    """Pick two sessions, of which an update moves one into the other."""
    picked(tmp_path, TABLES, QUEUES)
    place(*BEFORE)
    place(*AFTER)


def line_with(app: SummitApp, text: str) -> str:
    return next(line for line in on_screen(app) if text in line)


@pytest.mark.usefixtures("updated")
@pytest.mark.parametrize("size", SIZES)
async def test_the_list_marks_what_is_new_until_one_looks(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(tmp_path, size) as (app, pilot):
        assert "moved Tue 10:00 → 11:15" in lines_of(app)
        assert "newly cancelled" in lines_of(app)
        assert "+ " in line_with(app, "Owls at noon")
        await press(pilot, "C", "P")
        assert "moved Tue" not in lines_of(app)
        assert "newly" not in lines_of(app)
        assert "+ " not in line_with(app, "Owls at noon")
    assert seen.unseen_since("tiny") is None


@pytest.mark.usefixtures("updated")
async def test_head_and_detail_say_it_in_words(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        assert "3 changed, C shows" in head(app)
        for keys, words in (
            (("home", "down"), "» moved Tue"),
            (("end", "up"), "× newly cancelled"),
            (("end",), "+ new"),
        ):
            await press(pilot, *keys)
            assert words in lines_of(app)
        await press(pilot, "C")
        assert "C shows" not in head(app)
        assert "since tiny@1" in head(app)


@pytest.mark.usefixtures("updated")
@pytest.mark.parametrize("size", SIZES)
async def test_mine_come_first_with_their_new_clashes(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(tmp_path, size) as (app, pilot):
        await press(pilot, "C")
        assert under_cursor(app) == "tables"
        text = lines_of(app)
        places = [
            text.index(part)
            for part in (
                "My agenda  1",
                "» Tue 10:00 → 11:15",
                "● Sleeping tables",
                "! 30 min with Queues by night",
                "Cancelled  1",
                "New  1",
            )
        ]
        assert places == sorted(places)
        await press(pilot, "end")
        assert under_cursor(app) == "owls"


@pytest.mark.usefixtures("updated")
@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_enter_reads_the_session(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, size) as (app, pilot):
        await press(pilot, "C", "end", "enter")
        assert isinstance(app.focused, Detail)
        assert any(OWLS.title in line for line in on_screen(app))
        await press(pilot, "escape")
        assert (app.navigation.place, under_cursor(app)) == ("changes", "owls")


async def test_a_session_that_is_gone_has_nowhere_to_go(tmp_path: Path) -> None:
    picked(tmp_path, GOATS)
    place(*BEFORE)
    place(TABLES, QUEUES)
    async with opened(tmp_path, NARROW) as (app, pilot):
        await press(pilot, "C")
        assert "- gone" in lines_of(app)
        await press(pilot, "enter")
        assert app.navigation.place == "changes"
        assert [note.message for note in app._notifications] == [
            "The programme no longer has this session."
        ]


async def test_v_goes_back_version_by_version_and_round(tmp_path: Path) -> None:
    place(TABLES)
    place(TABLES, QUEUES)
    place(TABLES, QUEUES, GOATS)
    seen.look("tiny")
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "C")
        assert "Nothing has changed since you looked last." in lines_of(app)
        shown = []
        for _ in range(2):
            await press(pilot, "v")
            shown.append(
                [title for title in ("Queues", "Goats", "goats") if title in lines_of(app)]
            )
            assert f"since tiny@{2 if len(shown) == 1 else 1}" in head(app)
        assert shown == [["goats"], ["Queues", "goats"]]
        await press(pilot, "v")
        assert "Nothing has changed since you looked last." in lines_of(app)


async def test_a_damaged_version_is_said_and_the_others_serve(tmp_path: Path) -> None:
    from summit_tui.catalogue import versions

    place(TABLES)
    place(TABLES, QUEUES)
    place(TABLES, QUEUES, GOATS)
    seen.look("tiny")
    versions.kept("tiny")[1].path.write_bytes(b"?")
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "C", "v")
        assert "tiny@2 is damaged and cannot be read." in [n.message for n in app._notifications]
        await press(pilot, "v")
        assert "Queues by night" in lines_of(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_only_version_says_what_to_do(size: tuple[int, int], tmp_path: Path) -> None:
    place(TABLES)
    async with opened(tmp_path, size) as (app, pilot):
        await press(pilot, "C")
        assert "Nothing has changed yet." in lines_of(app)
        assert "E lists the programmes" in lines_of(app)
        await press(pilot, "v", "enter", "space", "escape")
        assert app.navigation.place == "programme"


async def test_a_way_that_became_too_long_is_told(tmp_path: Path) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.json").write_text('{"walk": ["20"]}')
    picked(tmp_path, TABLES, QUEUES)
    place(TABLES, QUEUES)
    place(TABLES, QUEUES._replace(room="Birch"))
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "C")
        assert "~ 15 min to walk 20 from Amber (Sleeping tables, Tue 10:00)" in lines_of(app)


async def test_the_sample_says_where_something_changes(tmp_path: Path) -> None:
    app = SummitApp(open_programme(shipped()), AgendaStore(agenda_file(tmp_path), "demo"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "C")
        assert "The sample stays as it is." in lines_of(app)
        assert "summit demo" in lines_of(app)
