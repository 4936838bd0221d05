"""schedule.xml, schedule.json and version 2: what stands where, and both coming out the same."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from summit_tui.catalogue.model import Link, Speaker
from summit_tui.catalogue.writing import write
from summit_tui.formats.readers.draft import NotAProgramme
from tests.formats.readers.documents import (
    event,
    imported,
    only,
    schedule_json,
    schedule_xml,
    told,
)

BOTH: list[Callable[..., bytes]] = [schedule_xml, schedule_json]


@pytest.mark.parametrize("schedule", BOTH)
def test_every_field_has_its_place(schedule: Any) -> None:
    found = imported(schedule(event()))
    session = found.catalogue.sessions[0]
    assert found.catalogue.event[:3] == ("vacuum24", "Vacuum Days", "Europe/Paris")
    assert (session.id, session.title, session.subtitle) == ("7", "Sleeping tables", "A lullaby")
    assert (session.kind, session.tracks, session.room) == ("talk", ("Databases",), "Amber")
    assert (str(session.start), session.duration) == ("2024-05-04 10:00:00+02:00", 45)
    assert (session.language, session.abstract) == ("en", "What vacuum does.\n\nAt night.")
    assert session.speakers == (Speaker("Solmori Quartz"),)
    assert session.links == (
        Link("page", "https://example.org/7"),
        Link("Slides", "https://example.org/s.pdf"),
    )
    assert session.source == (("format", "frab"), ("id", "7"), ("guid", "g-7"))
    assert found.report.summary == "imported 1 sessions, 1 speakers, 1 rooms, 1 days"
    assert found.report.version == "1"
    assert not found.report.notes


def test_xml_and_json_come_out_the_same() -> None:
    events = (
        event(),
        event(id=8, guid="g-8", title="Étude & <b>", room="Blue", abstract="<p>a <b>b</b></p>"),
        event(id=9, guid="g-8", date="2024-05-05T01:30:00+02:00", start="01:30", room="Blue"),
    )
    one, other = imported(schedule_xml(*events)), imported(schedule_json(*events))
    assert write(one.catalogue) == write(other.catalogue)
    assert one.report.notes == other.report.notes


def test_pentabarf_without_rooms_dates_and_zone() -> None:
    data = b"""<?xml version="1.0"?><schedule><conference><title>Old Days 2007</title>
      <venue>Hall</venue><city>Brussels</city><day_change>09:00:00</day_change></conference>
      <day index="1" date="2007-02-25">
      <event id="1"><start>15:00</start><duration>00:45</duration><room>Big</room>
        <title>One</title><track>X</track><type></type></event>
      <event id="2"><start>01:00</start><duration>0:30</duration><room>Big</room>
        <title>Two</title></event>
      <event id="3"><start>09:00</start><title>First</title></event></day></schedule>"""
    found = imported(data, "Europe/Brussels")
    first, one, two = found.catalogue.sessions
    assert (str(first.start), first.day) == ("2007-02-25 09:00:00+01:00", None)
    assert found.catalogue.event.id == "old-days-2007"
    assert found.catalogue.event.venue == "Hall, Brussels"
    assert (str(one.start), one.room, one.day) == ("2007-02-25 15:00:00+01:00", "Big", None)
    assert (str(two.start), two.day) == ("2007-02-26 01:00:00+01:00", date(2007, 2, 25))
    assert found.report.days == 1


def test_a_namespace_and_a_doctype_free_prologue_are_no_obstacle() -> None:
    data = schedule_xml(event()).replace(b"<schedule>", b'<!-- x --><schedule xmlns="urn:x">')
    assert only(data).title == "Sleeping tables"


@pytest.mark.parametrize(
    ("given", "links"),
    [
        ({"links": ["https://a.example/x.pdf"]}, [("slides", "https://a.example/x.pdf")]),
        ({"links": [{"url": "https://youtu.be/x"}]}, [("video", "https://youtu.be/x")]),
        ({"links": [{"url": "www.a.example"}]}, [("a.example", "https://www.a.example")]),
        (
            {"attachments": [{"title": "S", "url": "/f/s.odp"}]},
            [("S", "https://b.example/f/s.odp")],
        ),
        (
            {"links": [{"title": "S", "url": "https://a/1"}, {"title": "S", "url": "https://a/2"}]},
            [("S", "https://a/1"), ("S 2", "https://a/2")],
        ),
        ({"links": [{"title": "S", "url": "https://a/1"}] * 2}, [("S", "https://a/1")]),
        ({"feedback_url": "https://a/f", "links": []}, [("feedback", "https://a/f")]),
        ({"links": [{"title": "S", "url": "javascript:x"}]}, []),
    ],
)
def test_links(given: dict[str, Any], links: list[tuple[str, str]]) -> None:
    values = {"url": None, "links": None} | given
    found = only(schedule_json(event(**values), base_url="https://b.example/"))
    assert [tuple(link) for link in found.links] == links


def test_a_link_that_is_none_is_told_with_where() -> None:
    data = schedule_json(event(links=[{"title": "S", "url": "../s.pdf"}]))
    assert told(data) == ["unread: a link is no web address (in 7 S ../s.pdf)"]


@pytest.mark.parametrize(
    ("given", "what", "expected"),
    [
        ({"do_not_record": True}, "recorded", False),
        ({"do_not_record": False}, "recorded", None),
        ({"recording": {"optout": "true"}}, "recorded", False),
        ({"code": "ABC123"}, "id", "abc123"),
        ({"id": None, "guid": None}, "id", "sleeping-tables"),
        ({"title": " ", "subtitle": None}, "title", "Untitled"),
        ({"title": "CANCELLED: Tables"}, "status", "cancelled"),
        ({"title": "Cancelled futures"}, "status", "confirmed"),
        ({"status": "canceled"}, "status", "cancelled"),
        ({"language": "de-formal"}, "language", "de"),
        ({"language": "de, en"}, "language", "de"),
        ({"language": "de, en"}, "tags", ("also in English",)),
        ({"language": "tlh"}, "tags", ("tlh",)),
        ({"type": "devroom"}, "kind", "talk"),
        ({"type": "devroom"}, "tags", ("devroom",)),
        ({"type": "Normale Länge"}, "tags", ("Normale Länge",)),
        ({"persons": [{"name": "A"}, "B", {"x": 1}, 3]}, "speakers", (Speaker("A"), Speaker("B"))),
        ({"abstract": "Same.", "description": "Same. More."}, "abstract", "Same. More."),
        ({"abstract": {"fr": "Quoi", "en": "What"}, "description": None}, "abstract", "What"),
    ],
)
def test_what_a_field_becomes(given: dict[str, Any], what: str, expected: object) -> None:
    assert getattr(only(schedule_json(event(**given))), what) == expected


def test_a_room_with_two_names_is_the_one_it_is_listed_in() -> None:
    data = schedule_json(event()).replace(b'"rooms": {"Amber"', b'"rooms": {"1 Amber"')
    found = imported(data)
    assert (found.catalogue.sessions[0].room, found.report.rooms) == ("1 Amber", 1)
    assert "its own room is 'Amber'" in str(found.report.notes[0])


def test_what_has_no_place_is_told() -> None:
    people = [{"public_name": "A", "biography": "b"}]
    notes = told(schedule_json(event(logo="/l.png", persons=people, answers=[1])))
    assert notes == [
        "left out: biographies: a catalogue has no place for them (in A)",
        "left out: logos: a catalogue has no place for them (in 7)",
        "left out: <answers>: a catalogue has no place for it (in 7)",
    ]


def hub(*events: dict[str, Any]) -> bytes:
    conference = {
        "acronym": "hub",
        "title": "Hub",
        "time_zone_name": "Europe/Berlin",
        "tracks": [{"name": "Ethics", "slug": "ethics"}],
        "rooms": [{"name": "Saal", "guid": "r", "capacity": 12}, {"name": "Empty", "guid": "e"}],
        "days": [
            {
                "date": "2024-12-27",
                "start": "2024-12-27T09:30:00+00:00",
                "end": "2024-12-28T06:00:00+01:00",
            }
        ],
    }
    return json.dumps({"schedule": {"conference": conference, "events": list(events)}}).encode()


def test_version_2() -> None:
    given = {
        "guid": "g",
        "code": "ABCDEF",
        "title": "T",
        "type": "WORKSHOP",
        "start": "2024-12-28T00:15:00+01:00",
        "end": "2024-12-28T00:55:00+01:00",
        "room": {"guid": "r"},
        "track": {"slug": "ethics"},
        "participants": [{"name": "A", "role": "SPEAKER"}, {"name": "B", "role": "MODERATOR"}],
        "state": "CANCELED",
    }
    found = imported(hub(given, {"title": "Later", "guid": "h"}))
    session = found.catalogue.sessions[0]
    assert (session.id, session.kind, session.room) == ("abcdef", "workshop", "Saal")
    assert (session.tracks, session.status, session.duration) == (("Ethics",), "cancelled", 40)
    assert session.day == date(2024, 12, 27)
    assert session.speakers == (Speaker("A"), Speaker("B", "moderator"))
    assert found.report.summary == "imported 2 sessions, 2 speakers, 2 rooms, 1 days"


def test_a_track_or_title_tells_the_kind_that_no_type_does() -> None:
    """Speakers, or a text of some length, tell that it is no break."""
    given: dict[str, Any] = {"type": None, "persons": []}
    assert only(schedule_json(event(**given, track="Lightning Talks"))).kind == "lightning"
    assert only(schedule_json(event(**given, title="Keynote: Beds"))).kind == "keynote"
    assert only(schedule_json(event(**given, title="Lunch"))).kind == "meal"
    assert only(schedule_json(event(type=None, title="Lunch"))).kind == "talk"
    long = event(**given, title="Lunch", abstract="What to eat. " * 20)
    assert only(schedule_json(long)).kind == "talk"
    assert only(schedule_json(event(**given | {"type": "lecture"}, title="Lunch"))).kind == "talk"


def test_a_person_with_elements_within() -> None:
    data = schedule_xml(event(persons=[{"public_name": "@"}]))
    inside = b"<person id='3'><name>Solmori</name> <name>Quartz</name></person>"
    assert only(data.replace(b"<person>@</person>", inside)).speakers == (
        Speaker("Solmori Quartz"),
    )


def test_a_schedule_of_another_make_is_refused() -> None:
    """It is not taken for an event without sessions."""
    days = (
        b"<schedule><day date='2014-07-21'><entry id='1'><title>T</title></entry></day></schedule>"
    )
    with pytest.raises(NotAProgramme, match="root is <schedule>"):
        imported(days)
    assert not imported(b"<schedule><day date='2014-07-21'/></schedule>").catalogue.sessions


def test_what_hand_made_schedules_write() -> None:
    """Names in one text, markup as elements, the name as an attribute, a German date."""
    data = b"""<schedule><conference><timezone>Europe/Paris</timezone></conference>
    <day date="04.05.2024"><room name="A"><event id="1"><start>10:00</start>
    <title>Sleeping <b>tables</b></title><persons>Solmori Quartz, Bo Fern</persons>
    <track name="Data"/><abstract><p>What <em>vacuum</em> does.</p><p>At night.</p></abstract>
    </event></room></day></schedule>"""
    found = only(data)
    assert (found.title, str(found.start)) == ("Sleeping tables", "2024-05-04 10:00:00+02:00")
    assert ([who.name for who in found.speakers], found.tracks) == (
        ["Solmori Quartz", "Bo Fern"],
        ("Data",),
    )
    assert found.abstract == "What *vacuum* does.\n\nAt night."
    assert [who.name for who in only(schedule_json(event(persons="Ada & Bo"))).speakers] == [
        "Ada",
        "Bo",
    ]


def test_people_right_below_the_event_and_pauses_as_a_track() -> None:
    data = b"""<schedule><conference><title>Vacuum Day</title></conference><day date="2024-05-04">
    <room name="A"><event id="1"><title>Beds</title><start>10:00</start><duration>00:20</duration>
    <person>Dr. Ada Moss, Bo Fern</person><track>Wood</track></event>
    <event id="2"><title>Coffee and posters</title><start>11:00</start><duration>00:20</duration>
    <person></person><track>Pause</track></event></room></day></schedule>"""
    talk, pause = imported(data, "Europe/Berlin").catalogue.sessions
    assert [who.name for who in talk.speakers] == ["Dr. Ada Moss", "Bo Fern"]
    assert (talk.kind, pause.kind) == ("talk", "break")
