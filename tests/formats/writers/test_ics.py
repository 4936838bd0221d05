"""The calendar file, byte by byte; whether others can read it is for the judges."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.model import Event, Link, Session
from summit_tui.formats.revisions import Revision
from summit_tui.formats.table import render
from tests.factories import make_catalogue, make_session
from tests.formats.exports import HOSTILE, full_catalogue, full_session, make_export, nasty_sessions


def unfolded(content: bytes) -> list[str]:
    """Return the lines of a calendar as they were before folding (RFC 5545 §3.1)."""
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def event_of(session: Session, **given: Any) -> dict[str, str]:
    """Return the properties of the only event, by name, still escaped."""
    lines = unfolded(render("ics", make_export(session, **given)))
    inside = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    return dict(line.split(":", 1) for line in inside)


def test_a_full_session() -> None:
    session = full_session()
    picks = (Pick("full", "must", note="Ask **why**"),)
    assert event_of(session, catalogue=full_catalogue(session), picks=picks) == {
        "UID": "full@demo.summit-tui",
        "DTSTAMP": "20180101T000000Z",
        "LAST-MODIFIED": "20180101T000000Z",
        "SEQUENCE": "0",
        "DTSTART": "20190402T093000Z",
        "DTEND": "20190402T101500Z",
        "SUMMARY": "Lambda under the hood",
        "LOCATION": r"Amphi bleu\, Annexe",
        "DESCRIPTION": (
            r"What happens first\n\nAda Example (CTO\, Engines\; Ltd)\nBo Sample\n\n"
            r"SVS301 · workshop · 300 Advanced · Serverless · Data\, and more · French"
            r" · not recorded\n\nNote: Ask why\n\nWe look inside.\n\n- one\n- two\n\n"
            r"slides: https://example.org/a\nvideo: https://example.org/b"
        ),
        "CATEGORIES": r"workshop,300 Advanced,Serverless,Data\, and more",
        "URL": "https://example.org/a",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
    }


def test_a_bare_session_invents_nothing() -> None:
    found = event_of(make_session(duration=None), catalogue=make_catalogue(event=Event("e", "E")))
    assert not found.keys() & {"DTEND", "DURATION", "LOCATION", "URL"}
    assert found["DESCRIPTION"] == found["CATEGORIES"] == "talk"


def test_a_session_of_no_length_has_no_end() -> None:
    assert "DTEND" not in event_of(make_session(duration=0))


def test_the_calendar_says_what_it_is() -> None:
    event = Event("e", "Café; a, b\\c", timezone="Europe/Paris", note="A **sample**.")
    lines = unfolded(render("ics", make_export(catalogue=make_catalogue(event=event))))
    assert sorted(lines[1:-1]) == [
        "DESCRIPTION:A sample.",
        r"NAME:Café\; a\, b\\c",
        "PRODID:-//summit-tui//Conference programme//EN",
        "VERSION:2.0",
        r"X-WR-CALNAME:Café\; a\, b\\c",
        "X-WR-TIMEZONE:Europe/Paris",
    ]


INSTANTS = [
    ("2019-04-02 23:30", 90, "20190402T213000Z", "20190402T230000Z"),
    ("2019-03-31 01:30", 60, "20190331T003000Z", "20190331T013000Z"),  # 02:00 becomes 03:00
    ("2019-10-27 02:30", 60, "20191027T003000Z", "20191027T013000Z"),  # 03:00 becomes 02:00
    ("2019-01-05 09:00", 45, "20190105T080000Z", "20190105T084500Z"),
]


@pytest.mark.parametrize(("start", "minutes", "begins", "ends"), INSTANTS)
def test_instants_are_utc(start: str, minutes: int, begins: str, ends: str) -> None:
    found = event_of(make_session(start=start, duration=minutes))
    assert (found["DTSTART"], found["DTEND"]) == (begins, ends)


@pytest.mark.parametrize(
    ("status", "picked", "expected"),
    [
        ("confirmed", True, ("CONFIRMED", "OPAQUE", True)),
        ("confirmed", False, ("CONFIRMED", "TRANSPARENT", True)),
        ("tentative", True, ("TENTATIVE", "OPAQUE", True)),
        ("cancelled", True, ("CANCELLED", "TRANSPARENT", False)),
    ],
)
def test_status_busy_and_alarm(status: str, picked: bool, expected: tuple[str, str, bool]) -> None:
    session = make_session(status=status)
    picks = (Pick("s1"),) if picked else ()
    content = render("ics", make_export(session, picks=picks, alarm=10)).decode()
    shown, transparency, rings = expected
    assert f"STATUS:{shown}\r\n" in content
    assert f"TRANSP:{transparency}\r\n" in content
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Title of s1\r\nTRIGGER:-PT10M\r\n"
    assert (alarm in content) is rings


def test_no_alarm_unless_asked() -> None:
    assert b"VALARM" not in render("ics", make_export(make_session()))


def test_sessions_without_a_time_are_left_out_and_named() -> None:
    export = make_export(make_session("a"), make_session("b", None))
    assert render("ics", export).count(b"BEGIN:VEVENT") == 1
    assert [session.id for session in export.unscheduled] == ["b"]


def test_a_revision_is_what_the_calendar_is_told() -> None:
    noticed = datetime(2019, 3, 1, 12, 30, tzinfo=UTC)
    revisions = {"s1@demo.summit-tui": Revision("x", 3, noticed)}
    found = event_of(make_session(), revisions=revisions)
    assert found["SEQUENCE"] == "3"
    assert found["DTSTAMP"] == found["LAST-MODIFIED"] == "20190301T123000Z"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/é?a=1,2;3&b=%20#x", "https://example.org/%C3%A9?a=1,2;3&b=%20#x"),
        ("javascript:alert(1)", None),
        ("https://example.org/\r\nATTACH:x", "https://example.org/%20ATTACH:x"),
    ],
)
def test_an_address_is_ascii_and_of_the_web(url: str, expected: str | None) -> None:
    assert event_of(make_session(links=(Link("x", url),))).get("URL") == expected


def test_the_address_of_the_event_stands_in() -> None:
    event = make_catalogue().event._replace(url="https://example.org/")
    found = event_of(make_session(), catalogue=make_catalogue(event=event))
    assert found["URL"] == "https://example.org/"


def well_formed(content: bytes) -> None:
    """Assert what RFC 5545 §3.1 asks of the bytes."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        assert all(
            sign.isprintable() or sign in "\t\u200d" or ord(sign) > 0x9F for sign in line.decode()
        )


def test_the_bytes_of_nasty_sessions() -> None:
    sessions = nasty_sessions()
    export = make_export(*sessions, alarm=5)
    well_formed(render("ics", export))
    assert render("ics", export) == render("ics", export)
    assert render("ics", export).count(b"BEGIN:VEVENT") == len(sessions)


def test_hostile_text_adds_nothing_to_the_calendar() -> None:
    session = full_session(
        title=HOSTILE,
        code=HOSTILE,
        subtitle=HOSTILE,
        room=HOSTILE,
        tracks=(HOSTILE,),
        abstract=HOSTILE,
    )
    event = Event("e" + HOSTILE, HOSTILE, venue=HOSTILE, note=HOSTILE)
    export = make_export(
        session, catalogue=make_catalogue(event=event), picks=(Pick("full", note=HOSTILE),), alarm=1
    )
    content = render("ics", export)
    well_formed(content)
    assert unfolded(content).count("END:VEVENT") == 1
    assert "SUMMARY:Ared B END:VEVENTZ" in unfolded(content)


@given(st.text(max_size=120))
def test_any_text_makes_a_well_formed_calendar(text: str) -> None:
    session = full_session(title=text, room=text, tracks=(text,), abstract=text)
    well_formed(render("ics", make_export(session, picks=(Pick("full", note=text),))))
