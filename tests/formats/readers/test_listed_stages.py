"""Slots whose stages are keys, and what stands around them."""

import json
from typing import Any

import pytest

from tests.formats.readers.documents import imported, told

BEDS = {"title": "Beds", "speaker": "Ada Umbel"}
OWLS = {"title": "Owls", "speaker": "Bo Fern"}


def listed(value: Any) -> list[str]:
    """Return title, time, room and tracks of each session."""
    return [
        f"{one.title} {one.start and f'{one.start:%d %H:%M}'} {one.room} {','.join(one.tracks)}"
        for one in imported(json.dumps(value).encode(), "UTC").catalogue.sessions
    ]


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ([{"time": "9:00", "amber": BEDS, "blue": OWLS},
          {"time": "9:30", "amber": {"title": "Tea"}}],
         ["Beds 04 09:00 amber ", "Owls 04 09:00 blue ", "Tea 04 09:30 amber "]),
        ([{"time": "9:00", "track1": BEDS, "track2": [OWLS]}, {"time": "9:30", "track2": BEDS}],
         ["Beds 04 09:00 None track1", "Owls 04 09:00 None track2", "Beds 04 09:30 None track2"]),
        ([{"time": "9:00", "Room 1": "Beds", "Room 2": "Owls"}, {"time": "9:30", "title": "Tea"}],
         ["Beds 04 09:00 Room 1 ", "Owls 04 09:00 Room 2 ", "Tea 04 09:30 None "]),
        ([{"time": "9:00", "amber": {**BEDS, "room": "Attic"}, "blue": OWLS}],
         ["Beds 04 09:00 Attic ", "Owls 04 09:00 blue "]),
    ],
)  # fmt: skip
def test_what_stands_on_a_stage_is_there(slots: Any, expected: list[str]) -> None:
    assert listed({"2026-05-04": slots}) == expected


def test_a_room_and_a_track_with_titles_are_no_stages() -> None:
    slot = {"start": "2026-05-04 09:00", "talk": BEDS, "room": {"title": "Amber"},
            "track": {"title": "Web"}}  # fmt: skip
    assert listed([slot]) == ["Beds 04 09:00 Amber Web"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"friday": [{"time": "9:00", **BEDS}], "saturday": [{"time": "9:30", **OWLS}]},
         ["at 09:00, friday", "at 09:30, saturday"]),
        ({"Sat": [{"track": "Web", "sessions": [{"time": "9:00", **BEDS}]}]},
         ["Sat, at 09:00"]),
        ({"Day 1": {"title": "On beds", "sessions": [{"time": "9:00", **BEDS}]}},
         ["Day 1, at 09:00"]),
    ],
)  # fmt: skip
def test_the_day_that_keys_name_stays(value: Any, expected: list[str]) -> None:
    found = imported(json.dumps(value).encode(), "UTC").catalogue.sessions
    assert [", ".join(sorted(one.tags)) for one in found] == expected


@pytest.mark.parametrize(
    "value",
    [
        {"days": [{"label": "Monday, 4 May 2026", "sessions": [{"time": "9:00", **BEDS}]}]},
        {"days": [{"id": "d1", "date": "2026-05-04"}, {"id": "d2", "date": "2026-05-05"}],
         "slots": [{"day": "d1", "start": "9:00", **BEDS}]},
    ],
)  # fmt: skip
def test_the_date_of_a_day(value: Any) -> None:
    assert listed(value) == ["Beds 04 09:00 None "]


def test_what_is_only_displayed_is_there_and_a_flag_is_no_title() -> None:
    tea = {"topic": False, "display": "Tea", "venue": {"name": "Hall"}}
    beds = {"topic": True, "display": "Beds", "speakers": [{"name": "Ada Umbel"}]}
    slots = [{"startTime": f"{n}:00", "endTime": f"{n}:30", "events": [each]}
             for n, each in enumerate((tea, beds), 9)]  # fmt: skip
    value = {"days": [{"date": "2026-05-04", "timeslots": slots}]}
    assert listed(value) == ["Tea 04 09:00 Hall ", "Beds 04 10:00 None "]


def test_a_day_in_a_time_stays() -> None:
    talk = {"title": "Beds", "datetime": "4 May, Mon @ 7pm IST"}
    (one,) = imported(json.dumps([talk]).encode(), "UTC").catalogue.sessions
    assert one.tags == ("at 19:00", "4 May, Mon @ 7pm IST")


def test_what_a_block_says_beside_is_told() -> None:
    block = {"time": "9:00", "chair": "Bo", "talks": [BEDS]}
    assert any("'chair'" in note for note in told(json.dumps({"2026-05-04": [block]}).encode()))


def test_links_by_what_they_are_and_who_speaks_by_a_subtitle() -> None:
    links = [{"label": "Slides", "url": "https://x.example/s"}, {"url": "https://x.example/p"}]
    talk = {"title": "Beds", "subtitle": "by Ada Umbel (Quartz / Owls)", "time": "9:00"}
    (one,) = imported(
        json.dumps({"2026-05-04": [{**talk, "links": links}]}).encode(), "UTC"
    ).catalogue.sessions
    assert {link.name: link.url for link in one.links} == {
        "slides": "https://x.example/s", "x.example": "https://x.example/p",
    }  # fmt: skip
    assert [tuple(who) for who in one.speakers] == [("Ada Umbel", None, "Quartz / Owls")]
    assert one.subtitle is None
