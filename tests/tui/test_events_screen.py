"""The list of programmes: opening, importing, updating and taking out, from the keys."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock, library, own_files, versions
from summit_tui.catalogue.library import Entry, library_file
from summit_tui.catalogue.provenance import Origin
from summit_tui.formats.sources import arrive
from summit_tui.formats.updating import carry_out, compared
from summit_tui.search.listed import Listed
from summit_tui.search.programme import open_programme
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.events import EventsScreen
from summit_tui.tui.screens.import_form import ImportForm
from summit_tui.tui.screens.programme import ProgrammeScreen
from tests.factories import at
from tests.formats.web.serving import page, serving
from tests.tui.harness import (
    NARROW,
    PATIENCE,
    SIZES,
    WIDE,
    agenda_file,
    head,
    lines_of,
    on_screen,
    press,
    said,
    settle,
    until,
)
from tests.tui.libraries import GOATS, LATER, LUNCH, OWLS, agenda_of, imported, publish

Running = tuple[SummitApp, Pilot[None]]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be where no programme lies."""
    monkeypatch.chdir(tmp_path)


@asynccontextmanager
async def opened(
    folder: Path, name: str = "owls", size: tuple[int, int] = WIDE
) -> AsyncIterator[Running]:
    """Run the application on a programme of the library, with the list of them shown."""
    clock.pretend(at("2019-04-02 09:20"))
    path = library_file(name) if name else library.shipped()
    programme = open_programme(path)
    event = programme.catalogue.event
    store = AgendaStore(agenda_file(folder), event.id)
    app = SummitApp(programme, store)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "E")
        yield app, pilot


def told(app: SummitApp) -> str:
    """Return what is painted in the box on top, without its frame and without blanks."""
    box = app.screen.query_one("#frame").content_region
    lines = on_screen(app)[box.y : box.bottom]
    return " ".join(" ".join(line[box.x : box.right] for line in lines).split())


def highlighted(app: SummitApp) -> int | None:
    return app.screen.query_one(OptionList).highlighted


async def type_in(pilot: Pilot[None], text: str, box: str = "#source") -> None:
    pilot.app.screen.query_one(box, Input).value = text
    await press(pilot, "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_each_programme_is_told_with_all_that_is_known(
    size: tuple[int, int], tmp_path: Path
) -> None:
    clock.pretend(at("2019-04-01 09:20"))
    source = imported(tmp_path)
    publish(tmp_path, "owls", LATER, LUNCH, GOATS)
    carry_out(compared("owls", arrive(Origin(str(source)))))
    path = library_file("owls")
    path.write_text(f"{path.read_text()}# mine\n")
    async with opened(tmp_path, size=size) as (app, _):
        shown = told(app)
        assert "> owls owls · 2019-04-02 · 3 sessions · open" in shown
        assert "1 day ago · 2 versions · edited by hand" in shown
        assert f"from {source}".replace(" ", "")[-30:] in shown.replace(" ", "")
        assert "escape goes back" in shown


async def test_one_that_cannot_be_read_says_why_and_is_not_opened(tmp_path: Path) -> None:
    imported(tmp_path)
    library_file("bad").write_text("sessions: 1\n")
    async with opened(tmp_path) as (app, pilot):
        assert "bad.yaml:1:11: error: " in told(app)
        await press(pilot, "k", "enter")
        assert isinstance(app.screen, ProgrammeScreen)
        assert "bad.yaml:1:11: error: " in said(app)[-1]
        assert app.programme.path == library_file("owls")


async def test_leaving_while_the_list_is_made_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path, "") as (app, _):
        screen = app.screen
        assert isinstance(screen, EventsScreen)

        async def left_meanwhile(call: Callable[[Entry], Listed], entry: Entry) -> Listed:
            await screen.query_one(OptionList).remove()
            return call(entry)

        monkeypatch.setattr(asyncio, "to_thread", left_meanwhile)
        await screen._look(tmp_path)


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    async with opened(tmp_path, "") as (app, pilot):
        assert "The library is empty: i imports a programme" in told(app)
        await press(pilot, "u")
        assert "the sample stays as it is" in told(app)
        await press(pilot, "a")
        assert "The library is empty" in told(app)
        await press(pilot, "x")
        assert "Only what is in the library can be taken out of it." in told(app)


async def test_a_file_of_ones_own_is_listed_while_it_is_open(tmp_path: Path) -> None:
    imported(tmp_path)
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(library_file("owls").read_bytes())
    clock.pretend(at("2019-04-02 09:20"))
    app = SummitApp(open_programme(mine), AgendaStore(agenda_file(tmp_path), "owls"))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "E")
        assert f"named: {mine}" in told(app)
        assert highlighted(app) == 0


async def test_enter_opens_another_with_its_own_agenda(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, "bats", OWLS.replace("Owls", "Bats"))
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "k", "enter")
        assert isinstance(app.screen, ProgrammeScreen)
        assert head(app).startswith(" bats")
        await press(pilot, "space")
        event = app.programme.catalogue.event
        assert list(agenda_of(event).read().picks) == ["bats-at-night"]
        await press(pilot, "E")
        assert highlighted(app) == 1
        assert "bats · 2019-04-02 · 1 session · open" in told(app)
        await press(pilot, "j", "enter")
        assert head(app).startswith(" owls")


async def test_the_one_that_is_open_is_gone_back_to(tmp_path: Path) -> None:
    imported(tmp_path)
    async with opened(tmp_path) as (app, pilot):
        home = app.navigation.home
        await press(pilot, "enter")
        assert app.screen is home
        await press(pilot, "E", "escape")
        assert app.screen is home


async def test_space_makes_it_the_one_to_start_with(tmp_path: Path) -> None:
    imported(tmp_path)
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "space")
        assert library.current().path == library_file("owls")
        assert "summit starts with owls from now on." in told(app)
        assert "open · summit starts with it" in told(app)
        await press(pilot, "space")
        assert library.chosen() is None
        (tmp_path / "sessions.yaml").write_bytes(library_file("owls").read_bytes())
        await press(pilot, "end", "space")
        assert "But here sessions.yaml comes first." in told(app)


async def test_an_update_of_the_open_one_is_shown_when_one_goes_back(tmp_path: Path) -> None:
    imported(tmp_path)
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "escape", "home", "space", "E")
        publish(tmp_path, "owls", LATER, LUNCH, GOATS)
        await press(pilot, "u")
        assert "1 moved; 1 on my agenda" in told(app)
        assert "kept as owls@2; owls@1 is what it was before" in told(app)
        assert "C shows what changed, and p there plans my days anew" in told(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProgrammeScreen)
        assert "1 changed, C shows" in head(app)
        assert "10:30" in lines_of(app)


async def test_capital_c_goes_to_what_changed(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, "bats", OWLS.replace("Owls", "Bats"))
    async with opened(tmp_path) as (app, pilot):
        publish(tmp_path, "bats", LATER.replace("Owls", "Bats"))
        await press(pilot, "k", "u", "C")
        assert app.navigation.place == "changes"
        assert head(app).strip().startswith("bats")
        assert "» Tue 10:00 → 10:30" in lines_of(app)


async def test_all_are_asked_and_one_that_fails_holds_no_other_up(tmp_path: Path) -> None:
    gone = imported(tmp_path, "bats")
    imported(tmp_path)
    imported(tmp_path, "voles")
    gone.unlink()
    publish(tmp_path, "voles", LATER, LUNCH, GOATS)
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "a")
        shown = told(app)
        assert f"bats: {gone}: no such file or directory" in shown
        assert "owls: nothing new, 3 sessions as before" in shown
        assert "voles: 1 moved; 0 on my agenda" in shown
        assert shown.index("voles: 1") < shown.index("owls: nothing")  # what matters first
        assert highlighted(app) == 3  # where C shows what changed
        await press(pilot, "C")
        assert head(app).strip().startswith("voles")


async def test_what_is_refused_is_done_when_asked_again(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, "bats")
    async with opened(tmp_path) as (app, pilot):
        publish(tmp_path, "owls", "Quite another,2019-04-02,10:00,45,Amber\n")
        await press(pilot, "u")
        assert "none of 3 sessions is left" in told(app)
        await press(pilot, "a", "u")
        assert len(versions.kept("owls")) == 1  # something else lay between
        await press(pilot, "u")
        assert len(versions.kept("owls")) == 2


@contextmanager
def halting() -> Iterator[str]:
    """Give an address that sends a kilobyte, and no more before the block ends."""
    over = Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + b"x" * 1024)
        over.wait(30)

    with serving({"/slow": answer}) as site:
        try:
            yield site.url("/slow")
        finally:
            over.set()


async def test_escape_stops_a_source_that_takes_long(tmp_path: Path) -> None:
    publish(tmp_path, "owls", OWLS)
    imported(tmp_path)
    with halting() as url:
        origin = Origin(url, allow_private=True)
        known = compared("slow", arrive(Origin(str(tmp_path / "owls.csv"))))
        assert known.arrived is not None
        carry_out(replace(known, arrived=known.arrived._replace(origin=origin)))
        before = library_file("slow").read_bytes()
        async with opened(tmp_path, "slow") as (app, pilot):
            await pilot.press("u")
            await pilot.pause()
            assert isinstance(app.screen, EventsScreen)
            assert "escape stops it" in told(app)
            await pilot.press("i", "u", "x", "enter", "space")
            await pilot.pause()
            assert isinstance(app.screen, EventsScreen)
            await pilot.press("escape")
            await settle(pilot)
            assert "stopped: nothing was changed" in told(app)
            assert app.screen.asking is None
            await press(pilot, "escape")
            assert isinstance(app.screen, ProgrammeScreen)
        assert library_file("slow").read_bytes() == before


async def test_escape_lets_go_of_a_source_that_is_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = imported(tmp_path)
    begun, over = Event(), Event()

    def long_read(*_: object) -> NoReturn:
        begun.set()
        over.wait(PATIENCE)
        raise AssertionError("what comes too late is not told")

    async with opened(tmp_path) as (app, pilot):
        with monkeypatch.context() as patch:
            patch.setattr("summit_tui.formats.sources.understood", long_read)
            for key in ("u", "enter"):
                begun.clear()
                await pilot.press(key)
                await until(begun.is_set)
                await pilot.press("escape")
                await until(lambda: "stopped: nothing was changed" in told(app))
                if key == "u":
                    await press(pilot, "i")
                    app.screen.query_one("#source", Input).value = str(path)
        await press(pilot, "enter")
        assert "The library has owls already." in told(app)
        over.set()
    assert len(versions.kept("owls")) == 1


async def test_leaving_stops_it_too(tmp_path: Path) -> None:
    imported(tmp_path)
    with halting() as url:
        async with opened(tmp_path) as (app, pilot):
            await press(pilot, "i")
            form = app.screen
            assert isinstance(form, ImportForm)
            await type_in(pilot, url)
            await pilot.press("enter")  # this machine is asked, too
            await pilot.pause()
            asking = form.asking
            assert asking is not None
            await pilot.press("ctrl+c")
            await pilot.pause()
        assert asking.stopped
        assert library.names() == ["owls"]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_import_is_told_and_opened_with_enter(
    size: tuple[int, int], tmp_path: Path
) -> None:
    imported(tmp_path)
    path = publish(tmp_path, "bats", OWLS.replace("Owls", "Bats"))
    async with opened(tmp_path, size=size) as (app, pilot):
        await press(pilot, "i")
        assert isinstance(app.screen, ImportForm)
        await type_in(pilot, str(path))
        assert isinstance(app.screen, EventsScreen)
        shown = told(app)
        assert "bats, from CSV or TSV with headings" in shown
        assert "imported 1 sessions, 0 speakers, 1 rooms, 1 days" in shown
        await press(pilot, "enter")
        assert head(app).startswith(" bats")


async def test_an_import_under_another_name_and_zone(tmp_path: Path) -> None:
    imported(tmp_path)
    path = publish(tmp_path, "bats", OWLS)
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "i")
        await type_in(pilot, "Small Bats", "#name")
        assert "Write an address or a file name." in told(app)
        await type_in(pilot, str(path))
        assert library.names() == ["owls", "small-bats"]
        await press(pilot, "i")
        app.screen.query_one("#zone", Input).value = "Europe/Pari"
        await type_in(pilot, str(path))
        assert "time zone: " in told(app)
        app.screen.query_one("#zone", Input).value = "Europe/Paris"
        await type_in(pilot, str(path))
        zone = open_programme(library_file("bats")).catalogue.event.timezone
        assert zone == "Europe/Paris"


async def test_all_that_the_shell_can_say_of_a_source_has_a_box(tmp_path: Path) -> None:
    imported(tmp_path)
    path = tmp_path / "sheet.csv"
    path.write_text("Title,Time,Tags\nOwls at night,10:00,level:advanced\n")
    boxes = {"zone": "Europe/Paris", "event": "Owl Days", "day": "2026-05-04", "levels": "tag"}
    async with opened(tmp_path, size=NARROW) as (app, pilot):
        await press(pilot, "i")
        for box, text in (boxes | {"name": "mine", "format": "csvv"}).items():
            app.screen.query_one(f"#{box}", Input).value = text
        await type_in(pilot, str(path))
        assert "there is no format 'csvv': did you mean csv?" in told(app)
        await press(pilot, "shift+tab", "shift+tab")  # around, over what is told, to the last box
        await press(pilot, *"csv", "enter")  # over what was selected
        catalogue = open_programme(library_file("mine")).catalogue
        (session,) = catalogue.sessions
        assert (session.level, str(session.start)) == (300, "2026-05-04 10:00:00+02:00")


async def test_what_is_not_public_needs_a_second_enter(tmp_path: Path) -> None:
    imported(tmp_path)
    sheet = publish(tmp_path, "bats", OWLS).read_bytes()
    with serving({"/bats.csv": page(sheet)}) as site:
        async with opened(tmp_path) as (app, pilot):
            await press(pilot, "i")
            await type_in(pilot, site.url("/bats.csv"))
            assert "enter again asks it too" in told(app)
            await press(pilot, "x", "backspace", "enter")
            assert library.names() == ["owls"]  # something else lay between
            await press(pilot, "enter")
            assert library.names() == ["bats", "owls"]


async def test_what_is_no_programme_is_said_and_can_be_mended(tmp_path: Path) -> None:
    imported(tmp_path)
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "i")
        await type_in(pilot, str(tmp_path / "bts.csv"))
        assert "no such file or directory" in told(app)  # the name before it may be broken anywhere
        await type_in(pilot, "http://127.0.0.1:9/")
        assert "only the public net is asked" in told(app)
        await type_in(pilot, str(publish(tmp_path, "bats", OWLS)))
        assert library.names() == ["bats", "owls"]


async def test_an_import_over_another_needs_a_second_enter(tmp_path: Path) -> None:
    path = imported(tmp_path)
    publish(tmp_path, "owls", LATER, LUNCH, GOATS)
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "i")
        await type_in(pilot, str(path))
        assert "The library has owls already." in told(app)
        await press(pilot, "tab", "n", "backspace", "enter")
        assert len(versions.kept("owls")) == 1
        await press(pilot, "enter")
        assert len(versions.kept("owls")) == 2
        await press(pilot, "escape")
        assert "1 changed, C shows" in head(app)


async def test_x_takes_one_out_and_u_brings_it_back(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, "bats")
    path = library_file("bats")
    path.write_text(f"{path.read_text()}# mine\n")
    library.choose(str(path.resolve()))
    before = path.read_bytes()
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "x")
        assert "owls is open here: open another one first." in told(app)
        await press(pilot, "k", "x")
        assert library.names() == ["owls"]
        assert "u here, or later summit update bats --to 2, brings it back" in told(app)
        assert "bats ·" not in told(app)
        assert library.chosen() is None
        await press(pilot, "u")
        assert "bats is back in the library" in told(app)
        assert path.read_bytes() == before
        assert library.chosen() == str(path.resolve())
        assert "summit starts with it" in told(app)
        assert highlighted(app) == 0


async def test_what_was_taken_out_is_brought_back_only_while_that_is_told(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, "bats")
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "k", "x", "space", "u")
        assert library.names() == ["owls"]
        assert "owls: nothing new" in told(app)


async def test_another_of_that_name_is_not_overwritten(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, "bats")
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "k", "x")
        library_file("bats").write_text("another")
        await press(pilot, "u")
        assert "bats was changed by another program meanwhile" in told(app)
        assert library_file("bats").read_text() == "another"


async def test_one_that_vanished_meanwhile_is_said(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, "bats")
    imported(tmp_path, "mice")
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "k", "k")
        library_file("bats").unlink()
        await press(pilot, "x")
        assert "bats: no such file or directory" in told(app)
        library_file("mice").unlink()
        await press(pilot, "space")
        assert "there is no such catalogue" in told(app)
        assert "> owls" in told(app)


async def test_what_cannot_be_written_is_said_and_the_form_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(tmp_path)
    path = publish(tmp_path, "bats", OWLS)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with opened(tmp_path) as (app, pilot):
        monkeypatch.setattr(own_files, "put", full)
        await press(pilot, "i")
        await type_in(pilot, str(path))
        assert isinstance(app.screen, ImportForm)
        assert "bats: no space left on device; nothing was changed" in told(app)
        assert library.names() == ["owls"]


async def test_a_choice_is_made_although_what_comes_first_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(tmp_path)
    monkeypatch.setenv("SUMMIT_CATALOGUE", "gone.yaml")
    async with opened(tmp_path) as (app, pilot):
        await press(pilot, "space")
        assert "gone.yaml: error: there is no such catalogue" in told(app)
        assert library.chosen() == str(library_file("owls").resolve())


async def test_rows_are_wrapped_below_their_title_at_any_width(tmp_path: Path) -> None:
    for name in "abcdefgh":
        imported(tmp_path, f"programme-{name}")
    async with opened(tmp_path, "programme-a", NARROW) as (app, pilot):
        for size in (NARROW, (44, 30), WIDE):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            options = app.screen.query_one(OptionList)
            prompts = [options.get_option_at_index(n).prompt for n in range(options.option_count)]
            lines = [line for prompt in prompts for line in str(prompt).split("\n")]
            assert {line[:2] for line in lines} <= {"  ", "> "}
            assert max(map(len, lines)) <= options.scrollable_content_region.width
        assert str(prompts[0]).count("\n") == 2  # the sample's, at the last width
