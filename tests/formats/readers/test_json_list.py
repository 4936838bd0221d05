"""JSON and YAML of any make: what is a session in it, and what stands around them."""

import json
from typing import Any

import pytest

from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Hints, NotAProgramme
from summit_tui.formats.readers.importing import take_in
from summit_tui.formats.readers.table import recognise
from tests.formats.readers.documents import imported, told


def data(value: Any) -> bytes:
    return json.dumps(value).encode()


def listed(value: Any, zone: str = "UTC") -> list[str]:
    """Return title, start, length, room, tracks and speakers of each session."""
    return [
        f"{one.title}|{one.start and f'{one.start:%d %H:%M}'}|{one.duration}|{one.room}|"
        f"{','.join(one.tracks)}|{','.join(who.name for who in one.speakers)}"
        for one in imported(data(value), zone).catalogue.sessions
    ]


BEDS = {"title": "Beds", "speaker": "Ada Umbel & Bo Fern", "start": "2026-05-04T09:30:00"}
LUNCH = {"title": "Lunch", "description": "Soup"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([BEDS, LUNCH], ["Beds|04 09:30|None|None||Ada Umbel,Bo Fern", "Lunch|None|None|None||"]),
        ({"data": {"items": [BEDS]}}, ["Beds|04 09:30|None|None||Ada Umbel,Bo Fern"]),
        (
            [{"date": "2026-05-04", "timetable": [
                {"time": "9:00", "title": "Tea"},
                {"time": "10:00", "talks": [
                    {"title": "Beds", "track": "Web", "bio": "x"}, {"title": "Soup"}
                ]},
            ]}],
            ["Tea|04 09:00|None|None||", "Beds|04 10:00|None|None|Web|",
             "Soup|04 10:00|None|None||"],
        ),
        (
            {"Main Stage": {"2026-05-04": [{"title": "Beds", "time": "10:00 - 10:15"}]},
             "Owls": {"2026-05-05": [{"title": "Nests", "time": "10:00 - 10:15"}]}},
            ["Beds|04 10:00|15|Main Stage||", "Nests|05 10:00|15|None|Owls|"],
        ),
        (
            {"rooms": [{"name": "Amber", "sessions": [
                {"name": "Beds", "startTime": "2026-05-04 10:00", "endTime": "2026-05-04 10:45",
                 "track": {"id": 3, "name": "Web"}, "resources": [{"title": "S", "time": "x"}]}
            ]}]},
            ["Beds|04 10:00|45|Amber|Web|"],
        ),
        (
            {"people": {"ada": {"name": "Ada Umbel"}},
             "talks": {"b": {"title": "Beds", "speakers": ["ada"], "start": 1777887000}}},
            ["Beds|04 09:30|None|None||Ada Umbel"],
        ),
        (
            [{"title": {"en": "Beds", "ja": "眠る"}, "start": 1777887000000,
              "speakers": [{"firstName": "Ada", "lastName": "Umbel"}]}],
            ["Beds|04 09:30|None|None||Ada Umbel"],
        ),
    ],
)  # fmt: skip
def test_sessions_and_what_stands_around_them(value: Any, expected: list[str]) -> None:
    assert listed(value) == expected


def test_the_event_and_what_people_are() -> None:
    value = {
        "name": "Vacuum Days",
        "timezone": "Asia/Tokyo",
        "sessions": [{"talkTitle": "Beds", "startsAt": "2026-05-04T09:30:00", "speakerIds": [7]}],
        "speakers": [{"id": 7, "fullName": "Ada Umbel", "jobTitle": "Keeper", "company": "Mine"}],
    }
    value["sessions"][0] |= {"speakers": value["sessions"][0].pop("speakerIds")}  # type: ignore
    found = imported(data(value)).catalogue
    assert found.event[:3] == ("vacuum-days", "Vacuum Days", "Asia/Tokyo")
    ((ada,),) = (one.speakers for one in found.sessions)
    assert tuple(ada) == ("Ada Umbel", "Keeper", "Mine")


def test_of_two_keys_of_one_meaning_the_surer_holds_and_the_other_is_told() -> None:
    value = [{"title": "Beds", "name": "beds-1", "start": "2026-05-04 09:30", "speakers": ["Ada"]}]
    (one,) = imported(data(value), "UTC").catalogue.sessions
    assert one.title == "Beds"
    assert told(data(value), "UTC") == [
        "left out: 'name': a catalogue has no place for it (in beds)"
    ]


def test_yaml_is_read_the_same_way() -> None:
    text = "- date: 2026-05-04\n  talks:\n  - {title: Beds, speakers: [Ada], start: 09:30}\n"
    (one,) = imported(text.encode(), "UTC").catalogue.sessions
    assert (one.title, f"{one.start:%d %H:%M}") == ("Beds", "04 09:30")
    assert recognise(Content(text.encode())).name == "yml"


@pytest.mark.parametrize(
    "value",
    [
        {"name": "x", "version": "1", "description": "y", "author": "Ada"},
        {"name": "Vacuum Days", "starts-at": "2026-05-04T09:30:00Z", "location": "Amber"},
        [{"name": "Ada Umbel", "bio": "x", "title": "Keeper", "twitter": "@a"}] * 3,
        {"team": [{"name": "Ada", "badges": [{"title": "GDE", "description": "x"}]}] * 2},
        [1, 2],
        {},
    ],
)
def test_what_is_no_programme(value: Any) -> None:
    with pytest.raises(NotAProgramme):
        recognise(Content(data(value)))


def test_it_is_told_where_there_is_none_though_it_was_said_to_be_one() -> None:
    with pytest.raises(NotAProgramme, match="no session in it"):
        take_in(data([{"hall": "Amber"}]), None, "json")


@pytest.mark.parametrize("depth", [11, 13, 500])
def test_nothing_is_sought_too_deep(depth: int) -> None:
    text = '{"a":' * depth + json.dumps([BEDS, BEDS]) + "}" * depth
    found = [row for row in ("json",) if _recognised(text) == row]
    assert bool(found) == (depth < 12)


def _recognised(text: str) -> str:
    try:
        return recognise(Content(text.encode())).name
    except NotAProgramme:
        return ""


def test_a_flag_tells_the_day_and_no_other_is_lost() -> None:
    value = [{"title": "A", "time": "9:00", "day1": False, "day2": True, "paid": True}] * 2
    found = take_in(data(value), Hints(timezone="UTC", first_day="2026-05-04"))
    assert str(found.catalogue.sessions[0].start)[:10] == "2026-05-05"
    assert any("'paid'" in str(note) for note in found.report.notes)


@pytest.mark.parametrize(
    ("flags", "kind"),
    [
        ({"lightning": True}, "lightning"),
        ({"isKeynote": True, "type": "Talk"}, "keynote"),
        ({"tutorial": False, "is_break": True}, "break"),
        ({"break": True, "title": "Lunch"}, "meal"),
        ({"talk": True}, "talk"),
    ],
)
def test_a_flag_tells_the_kind(flags: dict[str, Any], kind: str) -> None:
    value = [{"title": "Beds", "start": "2026-05-04 09:30", **flags}]
    (one,) = imported(data(value), "UTC").catalogue.sessions
    assert one.kind == kind


def test_a_topic_with_a_time_and_a_speaker_is_a_session() -> None:
    value = [{"topic": "Beds", "time": "9:30am", "speaker": "Ada Umbel", "type": "Workshop"}]
    assert listed({"year": 2026, "sessions": value * 2})[0] == "Beds|None|None|None||Ada Umbel"


def test_what_says_no_day_does_not_hide_the_one_around() -> None:
    """`data` is a day in Portuguese and Italian, and anything in English."""
    value = [{"day": "2026-05-04", "contents": [{"title": "Beds", "time": "9:30", "data": "[X]"}]}]
    assert listed(value) == ["Beds|04 09:30|None|None||"]
    assert told(data(value), "UTC") == [
        "left out: 'data': a catalogue has no place for it (in beds)"
    ]


def test_lines_of_json() -> None:
    text = json.dumps(BEDS) + "\n" + json.dumps(LUNCH | {"start": "2026-05-04T12:00:00"}) + "\n"
    assert [one.title for one in imported(text.encode(), "UTC").catalogue.sessions] == [
        "Beds",
        "Lunch",
    ]


def test_speakers_by_id_alone_are_told() -> None:
    value = [{"title": "Beds", "start": "2026-05-04 09:30", "speaker_ids": ["ada-umbel", "bo_f"]}]
    assert told(data(value), "UTC") == [
        "unread: speakers are given by id only: the file of speakers tells names (in beds)"
    ]


def test_nobody_is_not_the_first_of_the_people() -> None:
    value = {"speakers": [{"name": "Ada Umbel"}], "talks": [{**BEDS, "speaker": ""}, BEDS]}
    assert listed(value)[0] == "Beds|04 09:30|None|None||"
