"""The application under test: a programme, an agenda file of its own, and a pretended time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static
from textual.worker import WorkerCancelled

from summit_tui.agenda.change import add
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock
from summit_tui.catalogue.levels import DEFAULT_SCALE
from summit_tui.catalogue.model import Catalogue, Link, Session, Speaker
from summit_tui.search.programme import programme_of
from summit_tui.tui.app import SummitApp
from summit_tui.tui.screens.agenda import AgendaScreen
from summit_tui.tui.screens.programme import ProgrammeScreen
from summit_tui.tui.screens.session_screen import SessionScreen
from tests.factories import at, make_catalogue, make_session

WIDE, MIDDLE, NARROW = (160, 48), (100, 30), (60, 20)
SIZES = (WIDE, MIDDLE, NARROW)
PATIENCE = 30.0
"""Seconds that anything may take on a busy machine."""


def sample() -> Catalogue:
    """Return two days of sessions with every state in them."""
    ada = Speaker("Ada Quill", "Engineer", "Northwind")
    bo = Speaker("Bo Lark", None, "Northwind")
    return make_catalogue(
        make_session("keynote", "09:30", title="Opening keynote", kind="keynote", room="Grand"),
        make_session(
            "lambda",
            "11:30",
            title="Inside serverless functions",
            code="SVS401",
            level=400,
            tracks=("Serverless",),
            room="Blue",
            language="en",
            speakers=(ada, bo),
            tags=("lambda",),
            links=(Link("slides", "https://example.org/slides"),),
            abstract="How *functions* start, with [more](https://example.org/more).",
        ),
        make_session(
            "orders",
            "12:00",
            title="Sécurité des commandes",
            code="SEC204",
            level=200,
            tracks=("Security",),
            room="Green",
            language="fr",
            speakers=(ada,),
        ),
        make_session("gone", "14:00", title="Cancelled talk", level=300, status="cancelled"),
        make_session("lunch", "12:30", title="Lunch", kind="meal", duration=60),
        make_session("data", "2019-04-03 10:00", title="Data lakes", level=300, tracks=("Data",)),
        make_session("panel", None, title="Panel without a time", kind="panel", level=200),
        scale=DEFAULT_SCALE,
    )


def agenda_file(folder: Path) -> Path:
    """Return where the agenda under test is."""
    return folder / "agenda.yaml"


def picked(folder: Path, *sessions: Session) -> None:
    """Pick sessions on disk before, or behind the back of, the application."""
    AgendaStore(agenda_file(folder), "demo").apply(add(sessions))


@asynccontextmanager
async def running(
    folder: Path,
    catalogue: Catalogue | None = None,
    *,
    size: tuple[int, int] = WIDE,
    now: str | None = "2019-04-02 11:20",
    toasts: bool = False,
) -> AsyncIterator[tuple[SummitApp, Pilot[None]]]:
    """Run the application until the first screen is complete; `toasts` are painted if wanted."""
    if now is not None:
        clock.pretend(at(now))
    store = AgendaStore(agenda_file(folder), "demo")
    app = SummitApp(programme_of(catalogue or sample()), store)
    async with app.run_test(size=size, notifications=toasts) as pilot:
        await settle(pilot)
        yield app, pilot


async def settle(pilot: Pilot[Any]) -> None:
    """Return when everything that was begun is done and painted."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers) or _is_typed(pilot.app):
        with suppress(WorkerCancelled):  # by one that came later
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def _is_typed(app: App[Any]) -> bool:
    """Return whether something that was typed has not acted yet."""
    return isinstance(app, SummitApp) and app.is_running and app.turns.waiting > 0


async def until(condition: Callable[[], object]) -> None:
    """Return as soon as `condition` holds; TimeoutError when it does not even on a busy machine."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.001)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other, each to its end."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def programme_screen(app: SummitApp) -> ProgrammeScreen:
    """Return the screen shown, which is the programme."""
    assert isinstance(app.screen, ProgrammeScreen)
    return app.screen


def agenda_screen(app: SummitApp) -> AgendaScreen:
    """Return the screen shown, which is the agenda."""
    assert isinstance(app.screen, AgendaScreen)
    return app.screen


def under_cursor(app: SummitApp) -> str | None:
    """Return the id of the session under the cursor."""
    assert isinstance(app.screen, SessionScreen)
    subject = app.screen.subject
    return None if subject is None else subject.id


def on_screen(app: SummitApp) -> list[str]:
    """Return the lines that are painted."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    lines = [strip.text for strip in strips]
    assert len(lines) == height
    assert all(strip.cell_length == width for strip in strips)
    return lines


def lines_of(app: SummitApp) -> str:
    """Return what is painted, as one text."""
    return "\n".join(on_screen(app))


def said(app: SummitApp) -> list[str]:
    """Return what the toasts say."""
    return [note.message for note in app._notifications]


def on_disk(folder: Path) -> dict[str, str]:
    """Return the picks in the file, id and want."""
    agenda = AgendaStore(agenda_file(folder), "demo", read_cache=False).read()
    return {pick.id: pick.want for pick in agenda}


def made_on_disk(folder: Path, session_id: str = "lambda") -> tuple[bool | None, int | None]:
    """Return what is said of a pick in the file: whether I was there, and its rating."""
    agenda = AgendaStore(agenda_file(folder), "demo", read_cache=False).read()
    pick = agenda.get(session_id)
    return (None, None) if pick is None else (pick.attended, pick.rating)


def listed(app: SummitApp) -> list[str]:
    """Return the ids of the sessions in the programme's list."""
    screen = programme_screen(app)
    return [app.programme.catalogue.sessions[row].id for row in screen.list.rows]


def told(app: SummitApp) -> str:
    """Return what stands under the search box."""
    return " ".join(str(each.content) for each in app.screen.query("#told").results(Static))


def head(app: SummitApp) -> str:
    """Return the line at the head of the screen."""
    return on_screen(app)[0]
