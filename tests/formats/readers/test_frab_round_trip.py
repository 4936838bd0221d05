"""What goes out as schedule.xml comes in as it was, but for what no import keeps."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.model import Catalogue, Event, Link, Session
from summit_tui.catalogue.reading import load
from summit_tui.catalogue.text import clean, clean_line, slug
from summit_tui.formats.export import Export
from summit_tui.formats.readers import prose
from summit_tui.formats.readers.importing import take_in
from summit_tui.formats.table import render
from tests.catalogue.strategies import catalogues
from tests.factories import at, make_catalogue, make_session
from tests.formats.exports import full_catalogue, full_session, nasty_sessions
from tests.formats.readers.documents import CORPUS, event, imported, schedule_xml

REAL = (
    "frab-xml/36c3-everything.xml",
    "frab-xml/debconf23.xml",
    "frab-json/camp2019-frab.json",
    "pretalx-server/schedule.xml",
    "sessionize/breizhcamp-conferences.json",
    "csv/aws-reinvent-interests.csv",
    "ics/jres-2022.ics",
)
OWN = Path(__file__).resolve().parents[3] / "sessions.yaml"


def xml(catalogue: Catalogue) -> bytes:
    return render("xml", Export(catalogue, tuple(catalogue.sessions), {}))


def again(catalogue: Catalogue) -> Catalogue:
    """Return what a catalogue becomes that goes out as schedule.xml and comes in."""
    return imported(xml(catalogue)).catalogue


def kept(session: Session) -> Session:
    """Return `session` without its source, which is where it was last imported from."""
    return session._replace(source=())


def timed(catalogue: Catalogue) -> list[Session]:
    return [kept(session) for session in catalogue.sessions if session.start is not None]


def holds(catalogue: Catalogue) -> None:
    """Assert that everything but the aliases comes in again, of sessions that have a time."""
    found = again(catalogue)
    assert found.event == catalogue.event
    assert found.scale == catalogue.scale
    assert found.rooms[: len(catalogue.rooms)] == catalogue.rooms
    assert found.tracks[: len(catalogue.tracks)] == catalogue.tracks
    assert [kept(session) for session in found.sessions] == timed(catalogue)


def test_every_field_comes_in_again() -> None:
    first = full_session("other", repeats=None)
    second = full_session("again")._replace(start=at("2019-04-03 11:30"))
    event = Event(
        "demo", "Demo Summit", "Europe/Paris", "Palais", "https://example.org/é", "**So**"
    )
    holds(full_catalogue(first, second)._replace(event=event, tracks=("Unused",)))


def test_what_breaks_others_comes_in_again() -> None:
    cleaned = [
        one._replace(title=clean_line(one.title), abstract=one.abstract and clean(one.abstract))
        for one in nasty_sessions()
    ]
    catalogue = make_catalogue(*cleaned)
    runs = {session.id: session.repeats for session in again(catalogue).sessions}
    assert runs["run-2"] == "run-1"
    holds(catalogue)


@pytest.mark.parametrize(
    "session",
    [
        make_session(status="tentative"),
        make_session(status="cancelled", title="Gone; [b] & <i>"),
        make_session(recorded=True),
        make_session(recorded=False, duration=None),
        make_session(duration=3 * 24 * 60),
        make_session(duration=0, code="ABC123"),
        make_session(start="2019-04-03 01:30", day=date(2019, 4, 2)),
        make_session(links=(Link("slides", "HTTPS://example.org/a b"[:21]),)),
        make_session(code="ünfit", tracks=("A", "B", "C")),
        make_session(abstract="?> ]]> <?summit-tui {}?> \\ \u2028"[:-2]),
    ],
    ids=lambda session: f"{session.status} {session.duration} {session.code}",
)
def test_odd_values_come_in_again(session: Session) -> None:
    holds(make_catalogue(session))


def test_runs_at_one_time_stay_two_sessions() -> None:
    runs = [
        make_session("a"),
        make_session("b", repeats="a"),
        make_session("c", "11:00", repeats="a"),
    ]
    runs = [run._replace(title="Lab", room=run.id, abstract="The same.") for run in runs]
    found = again(make_catalogue(*runs)).sessions
    assert [(one.id, one.room, one.repeats) for one in found] == [
        ("a", "a", None),
        ("b", "b", None),
        ("c", "c", "a"),
    ]


def test_whole_programmes_come_in_again() -> None:
    holds(load(OWN)._replace(aliases=()))
    holds(generate(200, first_day=date(2026, 5, 5)))


def test_real_programmes_come_in_again() -> None:
    for name in REAL:
        if (path := CORPUS / name).is_file():
            catalogue = take_in(path.read_bytes()).catalogue
            before, after = timed(catalogue), take_in(xml(catalogue)).catalogue.sessions
            for one, other in zip(before, map(kept, after), strict=True):
                assert one == other, name


def test_the_guid_and_number_of_a_schedule_are_kept() -> None:
    guid = "01234567-89ab-cdef-0123-456789abcdef"
    first = imported(schedule_xml(event(id=7, guid=guid))).catalogue
    text = xml(first).decode()
    assert f'<event id="7" guid="{guid}">' in text
    assert list(again(first).sessions) == list(first.sessions)


def plain(session: Session) -> Session:
    """Return `session` with the values that an import leaves as they are.

    It takes entities for what they mean, doubled tags, speakers and links for one, and says of
    itself which day, run and id a session has.
    """
    links = {
        link.url: Link(name, link.url) for name, link in zip("ab", session.links, strict=False)
    }
    line = prose.line
    return session._replace(
        title=line(session.title),
        subtitle=None
        if session.subtitle == session.title
        else session.subtitle and line(session.subtitle),
        tags=tuple(dict.fromkeys(session.tags)),
        speakers=tuple(dict.fromkeys(session.speakers)),
        links=tuple(links.values()),
        repeats=None,
        day=None,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues())
def test_any_catalogue_comes_in_again(catalogue: Catalogue) -> None:
    numbered = [
        plain(session)._replace(id=f"{slug(session.id, 40)}-{number}")
        for number, session in enumerate(catalogue.sessions)
    ]
    made = make_catalogue(*numbered, event=catalogue.event, scale=catalogue.scale)
    found = [kept(one)._replace(repeats=None) for one in again(made).sessions]
    assert found == timed(made)
