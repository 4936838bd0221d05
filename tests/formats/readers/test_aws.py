"""Cards of an AWS Summit: two years' ways with the same fields, in every wrapping."""

import json
from typing import Any

import pytest

from summit_tui.catalogue.model import Link, Speaker
from summit_tui.catalogue.writing import write
from tests.formats.readers.cards import card, lines, page
from tests.formats.readers.documents import imported, only, told

OFFSET = "beside its time stands +00:00: read as the clock in the zone it names (in svs301)"


def test_every_field_has_its_place() -> None:
    tags = (("session-topic", "Databases"), ("session-role", "engineer"), ("level", "300"))
    found = imported(lines(card(*tags, date="2026-05-04")))
    session = found.catalogue.sessions[0]
    assert found.catalogue.event[:3] == (
        "summit-amber-bay-2026",
        "AWS Summit Amber Bay 2026",
        "EET",
    )
    assert (session.id, session.code, session.title) == ("svs301", "SVS301", "Sleeping tables")
    assert (session.kind, session.level, session.tracks) == ("talk", 300, ("Databases",))
    assert (str(session.start), session.duration) == ("2026-05-04 15:30:00+03:00", 45)
    assert (session.room, session.tags) == ("Hall 5", ("engineer",))
    assert session.abstract == "What **vacuum** does."
    assert session.speakers == (
        Speaker("Solmori Quartz", "Keeper", "Vacuum Ltd"),
        Speaker("Bo Fern", None, "Vacuum Ltd"),
    )
    assert session.links == (Link("Register now", "https://example.org/register"),)
    assert session.source[0] == ("format", "aws")
    assert [str(note) for note in found.report.notes] == [f"changed: {OFFSET}"]


def test_the_zone_of_a_person_takes_the_clock_on_the_wall() -> None:
    found = only(lines(card(date="2026-08-19")), "Africa/Johannesburg")
    assert str(found.start) == "2026-08-19 15:30:00+02:00"


def test_a_session_can_be_in_another_zone() -> None:
    here = [card(name=f"n{n}", date="2026-05-04", title=f"T | AB10{n}") for n in (1, 2)]
    there = card(date="2026-05-04", timeZone="Europe/London")
    starts = {str(one.start) for one in imported(lines(*here, there)).catalogue.sessions}
    assert starts == {"2026-05-04 15:30:00+03:00", "2026-05-04 17:30:00+03:00"}
    found = imported(lines(*here, there), "Asia/Tokyo").catalogue.sessions
    assert {str(one.start) for one in found} == {"2026-05-04 15:30:00+09:00"}


def test_a_time_without_a_date_is_a_tag() -> None:
    data = lines(card())
    session = only(data)
    assert (session.start, session.duration, session.tags) == (None, 45, ("at 15:30",))
    assert told(data) == [
        "unread: its time has no date: kept as a tag (in svs301)",
        f"changed: {OFFSET}",
    ]


def test_another_year_has_the_code_in_the_heading_and_the_time_in_the_body() -> None:
    given = card(
        ("level", "200"),
        title="Sleeping tables",
        heading="WPS202",
        badge='{"value":["Chalk Talk"]}',
        level="intermediate",
        language="English",
        body="Solmori Quartz, Keeper, Vacuum <br> 12:00 - 14:30",
        time=...,
        timeZone=...,
        durationText=...,
        ctaLink="#",
        ctaLabel="WPS202",
    )
    session = only(lines(given))
    assert (session.id, session.code, session.kind, session.level) == (
        "wps202",
        "WPS202",
        "workshop",
        200,
    )
    assert (session.duration, session.language, session.tags) == (150, "en", ("at 12:00",))
    assert (session.speakers, session.links) == (
        (Speaker("Solmori Quartz", "Keeper", "Vacuum"),),
        (),
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A | SVS301", ("svs301", "A", "SVS301")),
        ("A | B | PRT204-S", ("prt204-s", "A | B", "PRT204-S")),
        ("서버리스 | SVS301-R1", ("svs301-r1", "서버리스", "SVS301-R1")),
        ("Storage | S3", ("sleeping-tables", "Storage | S3", None)),
        ("A (sponsored) | PRTNaN-S", ("sleeping-tables", "A (sponsored)", "PRTNaN-S")),
        ("A | SVS301 and more", ("sleeping-tables", "A | SVS301 and more", None)),
    ],
)
def test_the_code_behind_the_title(title: str, expected: tuple[str, str, str | None]) -> None:
    found = only(lines(card(title=title)))
    assert (found.id, found.title, found.code) == expected


def test_the_heading_is_believed_over_the_title() -> None:
    found = only(lines(card(title="A | SVS301", heading="AB101", ctaLabel="AB101")))
    assert (found.title, found.code) == ("A | SVS301", "AB101")
    assert found.links == (Link("example.org", "https://example.org/register"),)


@pytest.mark.parametrize(
    ("given", "what", "expected"),
    [
        ({"badge": "Keynote", "heading": ...}, "kind", "keynote"),
        ({"badge": "{broken"}, "tags", ("at 15:30", "{broken")),
        ({"badge": '{"value": ["100 - Foundational", "Kept"]}'}, "level", 100),
        ({"badge": '{"value": ["100 - Foundational", "Kept"]}'}, "tags", ("at 15:30", "Kept")),
        ({"time": "3:05 PM", "date": "2026-05-04"}, "start", "2026-05-04 15:05:00+03:00"),
        ({"time": "15:05", "date": "2026-05-04T00:00"}, "start", "2026-05-04 15:05:00+03:00"),
        (
            {"time": "15:05+02:00", "timeZone": ..., "date": "2026-05-04"},
            "start",
            "2026-05-04 15:05:00+02:00",
        ),
        ({"endTime": "16:50", "durationText": ..., "date": "2026-05-04"}, "duration", 80),
        ({"date": "Day 1"}, "tags", ("at 15:30", "Day 1")),
        ({"date": "2026-05-04", "time": ...}, "day", "2026-05-04"),
        ({"ctaLink": "/events/x", "ctaLabel": ...}, "links", 1),
        ({"time": "soon"}, "tags", ()),
    ],
)
def test_what_a_field_becomes(given: dict[str, Any], what: str, expected: object) -> None:
    found = getattr(only(lines(card(**given))), what)
    if what in ("start", "day"):
        found = str(found)
    assert (len(found) if what == "links" else found) == expected


def test_every_wrapping_comes_out_the_same() -> None:
    cards = [card(), card(name="other", title="Other | SVS302")]
    whole = json.dumps(cards).encode()
    pages = json.dumps([json.loads(page(each)) for each in cards]).encode()
    bare = json.dumps([each["item"] for each in cards]).encode()
    by_page = b"\n\n".join(page(each) for each in cards)
    forms = (lines(*cards), page(*cards), whole, pages, bare, by_page)
    assert len({write(imported(data).catalogue) for data in forms}) == 1


def test_a_broken_line_is_told() -> None:
    found = imported(lines(card()) + b'{"item": {"id"\n' + lines(card(title="B | AB101", name="b")))
    assert sorted(found.catalogue.sessions.ids()) == ["ab101", "svs301"]
    assert str(found.report.notes[0]) == "unread: a line is no JSON (in line 2)"


def test_what_has_no_place_is_told() -> None:
    notes = told(lines(card(time="soon", mediaUrl="https://example.org/x.png")))
    assert notes == [
        "unread: the time 'soon' (in svs301)",
        "left out: 'mediaUrl': a catalogue has no place for it (in svs301)",
    ]
