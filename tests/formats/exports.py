"""Exports for tests, with everything but the interesting part filled in."""

from typing import Any

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.model import Catalogue, Link, Room, Session, Speaker
from summit_tui.formats.export import Export
from tests.factories import make_catalogue, make_session


def make_export(*sessions: Session, picks: tuple[Pick, ...] = (), **given: Any) -> Export:
    """Return an export of `sessions` from a catalogue that holds just them."""
    catalogue = given.pop("catalogue", None) or make_catalogue(*sessions)
    return Export(catalogue, tuple(sessions), {pick.id: pick for pick in picks}, **given)


def full_session(session_id: str = "full", **given: Any) -> Session:
    """Return a session with every field set."""
    values: dict[str, Any] = {
        "title": "Lambda under the hood",
        "code": "SVS301",
        "subtitle": "What happens first",
        "kind": "workshop",
        "level": 300,
        "tracks": ("Serverless", "Data, and more"),
        "room": "Amphi bleu",
        "language": "fr",
        "recorded": False,
        "repeats": "other",
        "capacity": 40,
        "speakers": (Speaker("Ada Example", "CTO", "Engines; Ltd"), Speaker("Bo Sample")),
        "tags": ("cloud", "faas"),
        "links": (Link("slides", "https://example.org/a"), Link("video", "https://example.org/b")),
        "abstract": "We look **inside**.\n\n- one\n- two",
    }
    return make_session(session_id, "11:30", **(values | given))


def full_catalogue(*sessions: Session) -> Catalogue:
    """Return a catalogue with a room in a venue of its own."""
    return make_catalogue(*sessions, rooms=(Room("Amphi bleu", "Annexe", 826),))


def nasty_sessions() -> tuple[Session, ...]:
    """Return sessions with what calendars have been seen to break on."""
    return (
        make_session("signs", "08:00", title=r"Semi; comma, back\slash: “é” 日本語 👩‍👩‍👧‍👦"),
        make_session("long", "09:00", title="é日👩‍💻 " * 50, room="Salle, 1; \\ nord"),
        make_session("lines", "10:00", abstract="One\n\nTwo; three, four\\five\n" + "long " * 60),
        make_session("midnight", "23:30", duration=90),
        make_session("spring", "2019-03-31 01:30", duration=60),
        make_session("autumn", "2019-10-27 02:30", duration=60),
        make_session("run-1", "13:00", title="Twice"),
        make_session("run-2", "16:00", title="Twice", repeats="run-1"),
        make_session("off", "17:00", status="cancelled"),
        make_session("endless", "18:00", duration=None),
    )


HOSTILE = "A\x00\x07\x1b[31mred\x1b]0;own\x07\x9b2J\x85\u2028B\x0b\x0c\r\nEND:VEVENT\ud800\u202eZ"
"""What a writer that trusts its input would pass on to a terminal or a parser."""
