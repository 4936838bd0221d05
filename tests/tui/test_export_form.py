"""The export form: what is chosen, what it is called, and what lands in the file."""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from summit_tui.catalogue.places import config_folder
from summit_tui.formats.table import extensions
from summit_tui.tui.app import SummitApp
from summit_tui.tui.products import PRODUCTS
from summit_tui.tui.screens.export import ExportForm
from summit_tui.tui.screens.programme import ProgrammeScreen
from tests.factories import make_catalogue, make_session
from tests.tui.harness import on_screen, picked, press, running, said, sample

NAMES = [row.name for row in PRODUCTS]


def told(app: SummitApp) -> str:
    return str(app.screen.query_one("#told", Static).content)


async def test_export_writes_where_it_says(tmp_path: Path, here: Path) -> None:
    picked(tmp_path, *sample().sessions[1:3])
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "e", "enter")
        assert said(app)[-1].startswith(f"Written to {here / 'demo.ics'}")
        assert isinstance(app.screen, ProgrammeScreen)
    text = (here / "demo.ics").read_text()
    assert text.count("BEGIN:VEVENT") == 2


async def test_export_asks_before_it_overwrites_and_only_then(tmp_path: Path, here: Path) -> None:
    (here / "demo.ics").write_text("mine")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space", "e", "enter")
        assert isinstance(app.screen, ExportForm)
        assert "demo.ics exists. Enter again overwrites it." in "\n".join(on_screen(app))
        assert (here / "demo.ics").read_text() == "mine"
        await press(pilot, "enter")
        assert "BEGIN:VCALENDAR" in (here / "demo.ics").read_text()


async def test_the_format_brings_its_extension(tmp_path: Path, here: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space")
        await choose(pilot, "md")
        assert app.screen.query_one("#name", Input).value == "demo.md"
        await press(pilot, "down", "enter")
        assert (here / "demo.html").exists()


async def test_the_report_is_in_sight_at_once(tmp_path: Path) -> None:
    async with running(tmp_path, size=(40, 12)) as (app, pilot):
        await press(pilot, "space", "e", "down")
        assert any("report" in line for line in on_screen(app))
        assert app.screen.query_one("#name", Input).value == "demo-report.md"


async def choose(pilot: Pilot[None], name: str) -> None:
    """Open the form and go to `name`."""
    await press(pilot, "e", *["down"] * NAMES.index(name))


async def test_a_folder_of_a_file_per_pick_follows_the_picks(tmp_path: Path, here: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space", "j", "space")
        await choose(pilot, "vdir")
        assert app.screen.query_one("#name", Input).value == "demo"
        await press(pilot, "enter")
        assert isinstance(app.screen, ProgrammeScreen)
        assert len(list((here / "demo").glob("*.ics"))) == 2
        await press(pilot, "space")
        await choose(pilot, "vdir")
        await press(pilot, "enter")
        assert len(list((here / "demo").glob("*.ics"))) == 1
        assert "1 removed" in said(app)[-1]


async def test_a_name_is_a_folder_or_a_file_as_the_format_is(tmp_path: Path, here: Path) -> None:
    (here / "demo").write_text("mine")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space")
        await choose(pilot, "vdir")
        await press(pilot, "enter")
        assert told(app) == "Write a folder's name."
        app.screen.query_one("#name", Input).value = "my.vdir"
        await press(pilot, "enter")
        assert (here / "my.vdir").is_dir()
        await choose(pilot, "vdir")
        app.screen.query_one("#name", Input).value = "mine.md"
        await press(pilot, "enter")
        assert (here / "mine.md").read_text().startswith("# ")
    assert (here / "demo").read_text() == "mine"


async def test_an_export_that_cannot_be_written_is_told(tmp_path: Path, here: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space", "e")
        app.screen.query_one("#name", Input).value = "nowhere/at/all.ics"
        await press(pilot, "enter")
        assert isinstance(app.screen, ExportForm)
        assert told(app) == "There is no folder nowhere/at."
        app.screen.query_one("#name", Input).value = "all.pdf"
        await press(pilot, "enter")
        assert told(app) == f"No format has the extension .pdf; there are {extensions()}."
        app.screen.query_one("#name", Input).value = " "
        await press(pilot, "enter")
        assert told(app) == "Write a file name."
    assert list(here.iterdir()) == []


async def test_an_export_is_named_by_typing_and_asks_again_for_another_name(
    tmp_path: Path, here: Path
) -> None:
    (here / "demo.ics").write_text("old")
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "space", "e", "enter")
        assert "exists" in told(app)
        await press(pilot, "ctrl+u", *"mine.md", "enter")
        assert not isinstance(app.screen, ExportForm)
    assert (here / "demo.ics").read_text() == "old"
    assert (here / "mine.md").read_text().startswith("# ")


@pytest.mark.parametrize(
    ("name", "file", "begins"),
    [
        ("report", "demo-report.md", "# Demo Summit"),
        ("notes", "demo-notes.md", "# Demo Summit"),
        ("case", "demo-case.md", "# Why I want to go to "),
    ],
)
async def test_documents_about_my_agenda(
    name: str, file: str, begins: str, tmp_path: Path, here: Path
) -> None:
    picked(tmp_path, *sample().sessions[:2])
    async with running(tmp_path, now="2019-04-03 09:00") as (app, pilot):
        await choose(pilot, name)
        assert app.screen.query_one("#name", Input).value == file
        await press(pilot, "enter")
        assert said(app)[-1].startswith(f"Written to {here / file}")
        assert ("2 picks are over" in said(app)[-1]) == (name == "report")
    assert (here / file).read_text().startswith(begins)


async def test_a_report_is_a_page_where_its_name_says_so(tmp_path: Path, here: Path) -> None:
    picked(tmp_path, sample().sessions[1])
    async with running(tmp_path, now="2019-04-03 09:00") as (_, pilot):
        await choose(pilot, "report")
        await press(pilot, "ctrl+u", *"trip.HTML", "enter")
    assert (here / "trip.HTML").read_text().startswith("<!DOCTYPE html>")


async def test_a_report_without_anything_over_is_not_written(tmp_path: Path, here: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await choose(pilot, "report")
        await press(pilot, "enter")
        assert told(app) == "Nothing to write: nothing on the agenda is over yet."
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["ics", "md", "csv"])
async def test_an_agenda_without_anything_is_not_written(
    name: str, tmp_path: Path, here: Path
) -> None:
    async with running(tmp_path) as (app, pilot):
        await choose(pilot, name)
        await press(pilot, "enter")
        assert told(app) == "Nothing to write: space picks a session."
        assert list(here.iterdir()) == []
        await press(pilot, "escape", "space")
        await choose(pilot, name)
        await press(pilot, "enter")
    assert len(list(here.iterdir())) == 1


async def test_what_the_programme_dropped_is_written_where_it_has_a_place(
    tmp_path: Path, here: Path
) -> None:
    picked(tmp_path, make_session("dropped", "10:00", title="Dropped"))
    async with running(tmp_path) as (_, pilot):
        await choose(pilot, "md")
        await press(pilot, "enter")
    assert "Dropped" in (here / "demo.md").read_text()


async def test_a_typed_name_stays_while_one_chooses(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "e", "ctrl+u", *"mine.ics")
        await press(pilot, *["down"] * (NAMES.index("md") - 1))
        for expected in ("mine.md", "mine.html"):
            await press(pilot, "down")
            assert app.screen.query_one("#name", Input).value == expected


@pytest.mark.parametrize("keys", ["e", "yy"])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("o" * 300, "File name too long; nothing was written."),
        ("circle", "nothing was written."),
        ("pipe", "Write a file name."),
    ],
)
async def test_a_name_that_no_file_can_have_is_told(
    name: str, reason: str, keys: str, tmp_path: Path, here: Path
) -> None:
    extension = ".ics" if keys == "e" else ".txt"
    (here / f"circle{extension}").symlink_to(f"circle{extension}")
    os.mkfifo(here / f"pipe{extension}")
    picked(tmp_path, sample().sessions[1])
    async with running(tmp_path) as (app, pilot):
        await press(pilot, *keys)
        app.screen.query_one(Input).value = f"{name}{extension}"
        await press(pilot, "enter")
        assert told(app).endswith(reason)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProgrammeScreen)


async def test_the_ways_of_the_settings_count_in_a_page(tmp_path: Path, here: Path) -> None:
    folder = config_folder()
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text('{"walk": ["20"]}')
    first = make_session("one", "11:30", room="Blue")
    then = make_session("two", "12:20", room="Red")
    picked(tmp_path, first, then)
    async with running(tmp_path, make_catalogue(first, then)) as (_, pilot):
        await choose(pilot, "html")
        await press(pilot, "enter")
    assert "▲ 5 min to walk 20 to Red" in (here / "demo.html").read_text()
