"""A made-up programme with something of everything in it, my agenda of it, and the application.

Two days: long titles, rooms and names, wide signs, runs, overlaps, a cancelled session, one without
a time, one that an update moved, one that it brought and one that it took away.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from summit_tui.agenda.change import add, set_note
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import clock, seen, shelf
from summit_tui.catalogue.levels import DEFAULT_SCALE
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Catalogue, Event, Link, Room, Session, Speaker, Walk
from summit_tui.catalogue.provenance import Origin, Provenance
from summit_tui.catalogue.writing import write
from summit_tui.search.programme import open_programme
from summit_tui.tui.app import SummitApp
from tests.factories import at, make_catalogue, make_session
from tests.tui.harness import agenda_file, settle
from tests.tui.teams import name_in_settings, picks_of_colleague

BLUE, GREEN, LOFT = "Blue", "Green", "Conservatory of the second floor, east wing"
ADA = Speaker("Ada Quill", "Engineer", "Northwind Kites")
BO = Speaker("Bo Lark", None, "Northwind Kites")
CLEO = Speaker("Cleo Fictional-Hyphenated", "Director of programmes", "The Long Name Foundation")
DAI = Speaker("東野 大", "司書", "架空図書館")


def _days() -> list[Session]:
    """Return the sessions as they were published first."""
    return [
        make_session(
            "keynote", "09:30", title="Opening keynote", kind="keynote", duration=105, room=BLUE
        ),
        make_session(
            "functions",
            "11:30",
            title="Inside serverless functions: from the event to your first line of code",
            code="SVS401",
            level=400,
            tracks=("Serverless",),
            room=BLUE,
            language="en",
            speakers=(ADA, BO),
            tags=("lambda", "cold starts"),
            links=(
                Link("slides", "https://slides.example.org/functions"),
                Link("video", "https://video.example.org/watch/functions-2019"),
            ),
            recorded=True,
            abstract=(
                "What happens *before* your code runs, and what it costs.\n\n"
                "1. How an event finds its function\n2. What a cold start is made of\n\n"
                "Bring a laptop; see the [notes](https://example.org/notes)."
            ),
        ),
        make_session(
            "orders",
            "11:30",
            title="Sécurité des commandes",
            code="SEC204",
            level=200,
            tracks=("Security",),
            room=GREEN,
            language="fr",
            speakers=(CLEO,),
        ),
        make_session(
            "library",
            "11:45",
            title="サーバーレスで動く図書館:東京からの報告",
            level=300,
            tracks=("Serverless",),
            room="Room 242",
            language="ja",
            speakers=(DAI,),
        ),
        make_session("lunch", "12:30", title="Lunch", kind="meal", duration=60, room=BLUE),
        make_session(
            "weather",
            "13:30",
            title="Build a weather station 🌦️ without a single server: a workshop in three parts",
            code="WKS310",
            kind="workshop",
            level=300,
            duration=180,
            tracks=("Serverless", "Data"),
            room=LOFT,
            language="en",
            capacity=24,
            speakers=(ADA, CLEO, BO),
        ),
        make_session("queues", "14:00", title="Queues by night", level=300, status="cancelled"),
        make_session(
            "lakes",
            "15:00",
            title="Data lakes without tears",
            code="DAT301",
            level=300,
            tracks=("Data",),
            room=GREEN,
            language="en",
            speakers=(BO,),
        ),
        make_session("goats", "16:45", title="Gardening with goats", level=100, room=GREEN),
        make_session("owls", "23:30", title="Owls at night", kind="social", duration=90, room=LOFT),
        make_session(
            "lakes-2",
            "2019-04-03 10:00",
            title="Data lakes without tears",
            code="DAT301",
            level=300,
            tracks=("Data",),
            room=BLUE,
            language="en",
            repeats="lakes",
            speakers=(BO,),
        ),
        make_session(
            "budget",
            "2019-04-03 11:00",
            title="Who pays for the kites? A budget in public",
            level=200,
            tracks=("Business",),
            room=GREEN,
            language="en",
            speakers=(CLEO,),
        ),
        make_session("panel", None, title="A year of kites: the panel", kind="panel", level=200),
    ]


def _event(sessions: list[Session]) -> Catalogue:
    event = Event("kites", "Kite Summit 2019", "Europe/Paris", venue="Palais des Congrès")
    return make_catalogue(
        *sessions,
        event=event,
        scale=DEFAULT_SCALE,
        rooms=(Room(BLUE, capacity=800), Room(GREEN), Room(LOFT, "Annexe", 24)),
        walking=(Walk((BLUE, LOFT), 6),),
    )


def published() -> Catalogue:
    """Return the programme as it is by now."""
    moved = [each._replace(start=at("17:00"), room=BLUE) for each in _days() if each.id == "goats"]
    new = make_session("kites", "10:15", title="Kites for beginners", level=100)
    return _event([*(each for each in _days() if each.id != "goats"), *moved, new])


def _placed(catalogue: Catalogue, moment: str) -> None:
    clock.pretend(at(moment))
    origin = Provenance(Origin("https://kites.example.org/schedule.xml"), clock.now())
    shelf.place("kites", write(catalogue).encode(), origin)


def in_library() -> Path:
    """Put the programme into the library, updated once and its update unseen; return its file."""
    dropped = make_session("dropped", "2019-04-03 14:00", title="A talk that was taken back")
    _placed(_event([*_days(), dropped]), "2019-03-30 08:00")
    seen.look("kites")
    _placed(published(), "2019-04-02 08:00")
    return library_file("kites")


def picked_some(folder: Path) -> AgendaStore:
    """Return an agenda on disk with every sort of pick in it."""
    store = AgendaStore(agenda_file(folder), "kites")
    there = {each.id: each for each in [*published().sessions, *_days()]}
    gone = make_session("dropped", "2019-04-03 14:00", title="A talk that was taken back")
    store.apply(add([there["keynote"], there["weather"], there["goats"], there["budget"], gone]))
    store.apply(add([there["functions"]], "must"))
    store.apply(add([there["lakes"], there["queues"]], "maybe"))
    store.apply(set_note(there["functions"], "Ask about **cold starts**.\n\n- and about cost"))
    return store


def have_colleagues(folder: Path) -> None:
    """Have colleagues whom the settings name, some of whom go where I go."""
    wants = {
        "Maximiliana": {"functions": "must", "orders": "want", "weather": "maybe"},
        "Noor": {"functions": "maybe", "keynote": "want"},
        "Olu": {"functions": "want", "budget": "must"},
    }
    name_in_settings(*(picks_of_colleague(folder, *each, "kites") for each in wants.items()))


@asynccontextmanager
async def kites(
    folder: Path,
    *,
    size: tuple[int, int],
    agenda: bool = True,
    team: bool = False,
    welcome: bool = False,
) -> AsyncIterator[tuple[SummitApp, Pilot[None]]]:
    """Run the application on the programme until the first screen is complete."""
    path = in_library()
    store = picked_some(folder) if agenda else AgendaStore(agenda_file(folder), "kites")
    if team:
        have_colleagues(folder)
    clock.pretend(at("11:20"))
    app = SummitApp(open_programme(path), store, welcome=welcome)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot
