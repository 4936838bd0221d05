"""schedule.xml out: what the XSD asks for, and what apps make of it."""

import json
import re
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from summit_tui.catalogue.model import Catalogue, Event, Link, Room, Session, Speaker
from summit_tui.catalogue.times import zone
from summit_tui.formats.readers.content import Content
from summit_tui.formats.table import produce, render
from summit_tui.formats.writers.xml_days import days
from summit_tui.formats.writers.xml_names import acronym, names, track_slugs
from tests.catalogue.strategies import catalogues
from tests.factories import PARIS, at, make_catalogue, make_session
from tests.formats.exports import HOSTILE, full_catalogue, full_session, make_export

GUID = "01234567-89ab-cdef-0123-456789abcdef"


def text(*sessions: Session, **given: Any) -> str:
    return render("xml", make_export(*sessions, **given)).decode()


def tree(*sessions: Session, **given: Any) -> ET.Element:
    return Content(text(*sessions, **given).encode()).xml


def told(event: ET.Element) -> dict[str, str]:
    return {each.tag: each.text or "" for each in event if not len(each)}


def test_an_event() -> None:
    session = full_session()
    (event,) = tree(session, catalogue=full_catalogue(session)).iter("event")
    assert told(event) == {
        "date": "2019-04-02T11:30:00+02:00",
        "start": "11:30",
        "duration": "00:45",
        "room": "Amphi bleu",
        "title": "Lambda under the hood",
        "subtitle": "What happens first",
        "track": "Serverless",
        "type": "workshop",
        "language": "fr",
        "abstract": "We look **inside**.\n\n- one\n- two",
        "description": "SVS301 · 300 Advanced · Data, and more · 40 seats\n"
        "Ada Example: CTO, Engines; Ltd\n"
        "Tags: cloud, faas",
    }
    assert event.get("code") == "SVS301"
    assert [person.text for person in event.iter("person")] == ["Ada Example", "Bo Sample"]
    links = [(link.text, link.get("href")) for link in event.iter("link")]
    assert links == [("slides", "https://example.org/a"), ("video", "https://example.org/b")]
    assert event.findtext("recording/optout") == "true"


def test_the_head() -> None:
    catalogue = make_catalogue(
        make_session("a", tracks=("1-2-3",)),
        make_session("b", "2019-04-04 09:00"),
        event=Event("ab", "A & B", "Asia/Kolkata", url="HTTP://example.org/a b|é"),
        tracks=("Data",),
    )
    head = tree(*catalogue.sessions, catalogue=catalogue).find("conference")
    assert head is not None
    assert told(head) | {"track": ""} == {
        "title": "A & B",
        "acronym": "ab--",
        "start": "2019-04-02",
        "end": "2019-04-04",
        "days": "2",
        "url": "http://example.org/a%20b%7C%C3%A9",
        "time_zone_name": "Asia/Kolkata",
        "track": "",
    }
    tracks = [(track.get("name"), track.get("slug")) for track in head.iter("track")]
    assert tracks == [("Data", "data"), ("1-2-3", "track-1-2-3")]


def test_what_will_not_take_place_says_so_where_lists_show_it() -> None:
    (event,) = tree(make_session(title="Talk", status="cancelled")).iter("event")
    assert event.findtext("title") == "CANCELLED: Talk"
    assert event.findtext("description") == "cancelled"


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(0, "00:00"), (75, "01:15"), (1439, "23:59"), (1440, "23:59"), (None, "00:45")],
)
def test_a_length_is_a_time_of_day(minutes: int | None, written: str) -> None:
    (event,) = tree(make_session(duration=minutes)).iter("event")
    assert event.findtext("duration") == written


def test_rooms_stand_in_the_programmes_order_and_once_a_day() -> None:
    sessions = [make_session(str(n), f"1{n}:00", room=room) for n, room in enumerate("CABA")]
    catalogue = make_catalogue(*sessions, make_session("none", "20:00"), rooms=(Room("A"),))
    rooms = [each.get("name") for each in tree(*catalogue.sessions, catalogue=catalogue)[3]]
    assert rooms == ["A", "C", "B", ""]


def test_what_has_no_time_is_left_out_and_told() -> None:
    data, notices = produce("xml", make_export(make_session("a"), make_session("b", None)))
    assert data.count(b"<event ") == 1
    assert notices == ("1 session without a time is left out: b",)


def test_a_schedule_has_a_day_even_when_nothing_has_a_time() -> None:
    (day,) = tree(make_session("b", None)).iter("day")
    assert len(day) == 0


def test_the_version_tells_one_programme_from_another() -> None:
    versions = {tree(make_session(start=start)).findtext("version") for start in ("9:30", "9:45")}
    assert len(versions) == 2
    assert text(make_session()) == text(make_session())


def test_an_offset_of_seconds_is_written_in_utc() -> None:
    start = at("1960-05-01 09:00", zone("Africa/Monrovia"))
    (event,) = tree(
        make_session()._replace(start=start),
        catalogue=make_catalogue(event=Event("demo", "Demo", "Africa/Monrovia")),
    ).iter("event")
    assert told(event)["date"] == "1960-05-01T09:44:30+00:00"


def test_nothing_that_xml_forbids_goes_out() -> None:
    session = full_session(
        *(),
        title=HOSTILE,
        room=HOSTILE,
        abstract=HOSTILE,
        tracks=(HOSTILE, "B"),
        tags=("?>", HOSTILE),
        links=(Link(HOSTILE, f"https://example.org/{HOSTILE}"),),
        speakers=(Speaker(HOSTILE, "?>", HOSTILE),),
    )
    content = text(session)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e\ud800-\udfff]", content)
    assert Content(content.encode()).xml.tag == "schedule"


def test_what_has_no_element_stands_behind_the_root_as_json() -> None:
    session = full_session(tags=("?>",), code="odd")
    _, _, behind = text(session, catalogue=full_catalogue(session)).partition("</schedule>\n")
    lines = behind.splitlines()
    assert all(re.fullmatch(r"<\?summit-tui \{[^?]*(\?(?!>)[^?]*)*\}\?>", line) for line in lines)
    head, own = (json.loads(line[len("<?summit-tui ") : -2]) for line in lines)
    assert head["event"]["rooms"] == [["Amphi bleu", "Annexe", 826]]
    assert (own["id"], own["code"], own["level"], own["tags"]) == ("full", "odd", 300, ["?>"])
    assert own["speakers"] == [["Ada Example", "CTO", "Engines; Ltd"], ["Bo Sample", None, None]]


def test_names_stay_when_the_programme_changes() -> None:
    event = make_catalogue().event
    before = names(event, [make_session("b"), make_session("d")])
    after = names(event, [make_session(each, "16:00") for each in "abcde"])
    assert {each: after[each] for each in before} == before


def test_ids_with_one_checksum_have_two_numbers() -> None:
    found = names(make_catalogue().event, [make_session("plumless"), make_session("buckeroo")])
    assert found["plumless"].number != found["buckeroo"].number


def test_names_it_was_imported_with_are_kept_by_one() -> None:
    source = (("format", "frab"), ("id", "42"), ("guid", GUID.upper()))
    first, second = (make_session(each, source=source, code="ABC123") for each in ("a", "b"))
    found = names(make_catalogue().event, [first, second])
    assert (found["a"].number, found["a"].guid, found["a"].code) == (42, GUID, "ABC123")
    assert (found["b"].number != 42, found["b"].guid != GUID, found["b"].code) == (True, True, "")


@pytest.mark.parametrize(
    ("tracks", "slugs"),
    [
        (("Data", "data", "DATA!"), ["data", "data-2", "data-3"]),
        (("9", "X", "日本"), ["track-9", "track-x", "track-6ad5a1d0"]),
    ],
)
def test_track_slugs(tracks: tuple[str, ...], slugs: list[str]) -> None:
    found = list(track_slugs(tracks).values())
    assert found[:2] == slugs[:2]
    assert len(set(found)) == len(tracks)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]+", slug) for slug in found)


@pytest.mark.parametrize(
    ("where", "starts", "night", "begins", "ends"),
    [
        ("Europe/Paris", ["09:00", "23:30"], [], "02T04:00", "03T04:00"),
        ("Europe/Paris", ["09:00"], ["03:15"], "02T05:30", "03T05:30"),
        ("Europe/Paris", ["00:30"], [], "02T00:30", "03T02:30"),
        ("Asia/Tokyo", ["09:00"], [], "02T09:00", "03T09:00"),
        ("America/Los_Angeles", ["07:00"], ["01:30"], "02T07:00", "03T18:45"),
        ("UTC", ["02:00"], ["03:00"], "02T02:00", "03T03:01"),
    ],
)
def test_when_a_day_begins_and_ends(
    where: str, starts: list[str], night: list[str], begins: str, ends: str
) -> None:
    sessions = [
        make_session(clock)._replace(start=at(f"2019-04-02 {clock}", zone(where)))
        for clock in starts
    ]
    sessions += [
        make_session(clock, day=date(2019, 4, 2))._replace(
            start=at(f"2019-04-03 {clock}", zone(where))
        )
        for clock in night
    ]
    (day,) = days(sessions, zone(where))
    assert f"{day.begins:%dT%H:%M}" == begins
    assert f"{day.ends:%dT%H:%M}" == ends


def test_a_day_that_a_session_cannot_belong_to_is_not_believed() -> None:
    session = make_session(day=date(2019, 4, 1), start="15:00")
    assert [day.date for day in days([session], PARIS)] == [date(2019, 4, 2)]


def unique(values: list[str | None]) -> bool:
    return len(values) == len(set(values))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues())
def test_what_the_xsd_asks_for_holds_for_any_catalogue(catalogue: Catalogue) -> None:
    root = tree(*catalogue.sessions, catalogue=catalogue)
    events = list(root.iter("event"))
    assert unique([event.get("id") for event in events])
    assert unique([event.get("guid") for event in events])
    assert unique([code for event in events if (code := event.get("code"))])
    assert re.fullmatch(r"[a-z0-9_-]{4,}", acronym(catalogue.event))
    for event in events:
        found = told(event)
        assert 0 < int(event.get("id", "")) < 2**31
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", event.get("guid", ""))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", found["date"])
        assert re.fullmatch(r"[0-2]\d:[0-5]\d", found["start"])
        assert re.fullmatch(r"[0-2]\d:[0-5]\d", found["duration"])
    for day in root.iter("day"):
        assert day.get("start", "")[:10] >= day.get("date", "")
