"""Schedules that name talks by id, in one file or in two; and those whose talks are not there."""

import json
from typing import Any

import pytest

from summit_tui.formats.readers.draft import Hints, NotAProgramme
from summit_tui.formats.readers.importing import take_in
from summit_tui.formats.readers.listed_talks import is_id, is_of_talks

TALKS = {
    "beds": {"title": "Beds", "abstract": "Why.", "speaker": "Ada Umbel"},
    "owls": {"title": "Owls", "abstract": "How.", "speaker": "Bo Fern", "room": "?"},
}
NIGHT = [
    {"date": "2026-05-04", "time": "09:30", "talk": "beds", "room": "Amber"},
    {"date": "2026-05-04", "time": "10:00", "title": "Tea"},
    {"date": "2026-05-04", "time": "10:30", "talk": "owls", "room": "Blue"},
]


def listed(value: Any, **beside: Any) -> list[str]:
    """Return id, title, start, room and speakers of each session."""
    files = {name: json.dumps(each).encode() for name, each in beside.items()}
    found = take_in(json.dumps(value).encode(), Hints("UTC"), nearby=lambda _: files)
    return [
        f"{one.id}|{one.title}|{one.start and f'{one.start:%H:%M}'}|{one.room}|"
        f"{','.join(who.name for who in one.speakers)}"
        for one in found.catalogue.sessions
    ]


PUT = ["beds|Beds|09:30|Amber|Ada Umbel", "tea|Tea|10:00|None|", "owls|Owls|10:30|Blue|Bo Fern"]


@pytest.mark.parametrize(
    "value",
    [
        {"schedule": NIGHT, "talks": TALKS},
        {"talks": [{"id": key, **each} for key, each in TALKS.items()], "schedule": NIGHT},
        {"sessions": [{"slug": key, "id": key, **each} for key, each in TALKS.items()],
         "days": [{"slots": NIGHT}]},
    ],
)  # fmt: skip
def test_talks_stand_once_where_the_schedule_names_them(value: Any) -> None:
    assert listed(value) == PUT


def test_either_file_may_be_named_and_both_say_the_same() -> None:
    assert listed(NIGHT, **{"talks.json": TALKS}) == PUT
    assert listed(TALKS, **{"schedule.json": NIGHT}) == PUT


def test_what_is_not_named_is_there_without_a_time_and_what_repeats_twice() -> None:
    again = [NIGHT[0], {**NIGHT[0], "time": "14:00", "room": "Blue"}]
    assert sorted(listed({"talks": TALKS, "schedule": again})) == [
        "beds-2|Beds|14:00|Blue|Ada Umbel",
        "beds|Beds|09:30|Amber|Ada Umbel",
        "owls|Owls|None|?|Bo Fern",
    ]


def test_a_slot_may_name_several_with_a_room_for_each() -> None:
    slot = {"date": "2026-05-04", "time": "9:30", "session_ids": ["beds", "owls"]}
    value = {"sessions": TALKS, "slots": [{**slot, "rooms": ["Amber", "Blue"]}]}
    assert listed(value) == ["beds|Beds|09:30|Amber|Ada Umbel", "owls|Owls|09:30|Blue|Bo Fern"]


def test_times_may_be_keys() -> None:
    day = {"09:30": "beds", "10:00": "Tea", "10:30": ["owls"]}
    found = listed({"schedule": {"2026-05-04": day}, "talks": TALKS})
    assert [each.split("|")[1:3] for each in found] == [
        ["Beds", "09:30"], ["Tea", "10:00"], ["Owls", "10:30"]
    ]  # fmt: skip


def test_a_file_of_another_event_beside_it_is_left_alone_and_told() -> None:
    other = [{**each, "talk": "nests"} for each in NIGHT]
    beside = {"schedule.json": other, "talks.json": {"nests": TALKS["beds"]}}
    mine = [{"title": "Soup", "start": "2026-05-04 12:00", "speaker": "Ada Umbel"}] * 2
    assert [each.split("|")[1] for each in listed(mine, **beside)] == ["Soup", "Soup"]
    files = {name: json.dumps(each).encode() for name, each in beside.items()}
    report = take_in(json.dumps(mine).encode(), nearby=lambda _: files).report
    (note,) = [note for note in report.notes if "beside" in note.message]
    assert note.places == ("schedule.json", "talks.json")


@pytest.mark.parametrize(
    "value",
    [
        [{"date": "2026-05-04", "time": "9:30", "talk": f"beds-{n}"} for n in (1, 2)],
        [{"date": "2026-05-04", "time": "9:30", "session_ids": ["beds"]}, NIGHT[1]],
        [{"day": "2026-05-04", "sessions": [
            {"time": "9:30", "session": "open_1"}, {"time": "9:40", "session": "__break"}]}],
    ],
)  # fmt: skip
def test_a_schedule_without_its_talks_is_refused_with_the_way_out(value: Any) -> None:
    with pytest.raises(NotAProgramme, match=r"by id only .*beside it, called sessions"):
        listed(value)


@pytest.mark.parametrize(
    ("key", "title"), [("talk", "Keynote"), ("talk", "Intro to Go-2"), ("title", "talk-1")]
)
def test_short_titles_are_no_ids(key: str, title: str) -> None:
    day = [{"time": f"{hour}:00", "date": "2026-05-04", key: title} for hour in (10, 11)]
    assert len(listed(day)) == 2


def test_a_slot_that_names_a_talk_without_end_is_refused() -> None:
    slot = {"date": "2026-05-04", "time": "9:30", "sessions": ["beds"] * 50_001}
    with pytest.raises(NotAProgramme, match="more than 50,000 sessions"):
        listed({"talks": TALKS, "slots": [slot]})


@pytest.mark.parametrize(
    ("key", "of_talks", "by_id"),
    [
        ("sessionIds", True, True),
        ("talk", True, False),
        ("workshopsIds", True, True),
        ("relatedSessions", False, False),
        ("roomId", False, False),
        ("id", False, False),
    ],
)
def test_which_keys_hold_sessions(key: str, *, of_talks: bool, by_id: bool) -> None:
    assert (is_of_talks(key), is_id(key)) == (of_talks, by_id)
