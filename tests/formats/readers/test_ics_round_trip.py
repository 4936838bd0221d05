"""Our own calendars come in again, and a server's calendar against its schedule.xml."""

from pathlib import Path

from summit_tui.catalogue.model import Catalogue, Event, Session
from summit_tui.catalogue.reading import read_text
from summit_tui.formats.export import Export
from summit_tui.formats.table import render
from tests.factories import make_catalogue, make_session
from tests.formats.readers.documents import CORPUS, imported

OWN = Path(__file__).resolve().parents[3] / "sessions.yaml"


def again(catalogue: Catalogue) -> Catalogue:
    """Return what a catalogue becomes that goes out as a calendar and comes in."""
    sessions = tuple(catalogue.sessions)
    return imported(render("ics", Export(catalogue, sessions, {}))).catalogue


def kept(session: Session) -> tuple[object, ...]:
    return session.id, session.title, session.start, session.duration, session.room, session.status


def timed(catalogue: Catalogue) -> list[tuple[object, ...]]:
    return [kept(session) for session in catalogue.sessions if session.start is not None]


def test_what_goes_out_comes_in() -> None:
    catalogue = make_catalogue(
        make_session("a-1", room="Amber", kind="workshop", level=300, tracks=("Data", "AI")),
        make_session("a-2", "10:30", room="Blue", status="cancelled", title="Été; 한국어, \\n"),
        make_session("a-3", "2019-04-03 00:30", room=None, duration=None),
        make_session("no-time", None),
    )
    found = again(catalogue)
    assert timed(found) == timed(catalogue)
    assert found.event == Event("demo", "Demo Summit", "Europe/Paris", "Palais", None)
    first = found.sessions[0]
    assert (first.kind, first.level, first.tracks) == ("workshop", 300, ("Data", "AI"))


def test_whole_programmes_go_out_and_come_in() -> None:
    found = read_text(OWN.read_text(), OWN).catalogue
    assert timed(again(found)) == timed(found)
    for name in ("frab-xml/fosdem-2024.xml", "frab-json/camp2019-frab.json"):
        if (path := CORPUS / name).is_file():
            found = imported(path.read_bytes()).catalogue
            assert timed(again(found)) == timed(found), name


def test_the_calendar_of_a_server_against_its_xml() -> None:
    """The calendar lacks the name and zone of the event, tracks, types, languages, further texts
    and links, whether it is recorded, and the day of a session after midnight.
    """
    folder = CORPUS / "pretalx-server"
    if not folder.is_dir():
        return
    xml = imported((folder / "schedule.xml").read_bytes()).catalogue
    ics = imported((folder / "schedule.ics").read_bytes()).catalogue
    assert timed(ics) == timed(xml)
    assert (ics.event.id, ics.event.timezone) == (xml.event.id, "CET")
    for one, other in zip(ics.sessions, xml.sessions, strict=True):
        assert (one.code, one.speakers, one.repeats) == (other.code, other.speakers, other.repeats)
        assert (other.abstract or "").startswith(one.abstract or "")
        assert one.links[0] == other.links[0]


def test_the_calendar_of_a_conference_against_its_table() -> None:
    """The calendar of PyCon UK 2015 lacks the texts of the sessions, the ends of five, and the
    zone, which `--timezone` gives; the table lacks links, kinds and speakers, and one session.
    """
    path = CORPUS / "ics" / "pyconuk-2015.ics"
    if path.is_file():
        found = imported(path.read_bytes(), "Europe/London").catalogue.sessions
        assert f"{found[0].title} {found[0].start:%H:%M}" == "Registration / Breakfast 08:00"
        gil = next(session for session in found if "Infamous GIL" in session.title)
        assert (gil.title, str(gil.speakers[0])) == ("Python's Infamous GIL", "Larry Hastings")
        assert not any(session.abstract for session in found)
        assert sum(session.duration is None for session in found) == 5
