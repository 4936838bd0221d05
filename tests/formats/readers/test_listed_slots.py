"""Schedules whose times are keys."""

import json
from typing import Any

import pytest

from summit_tui.formats.readers.listed_slots import is_clock
from tests.formats.readers.documents import imported


@pytest.mark.parametrize(
    "key",
    ["10:00", "9.30", "9h30", "10:00 AM", "9am", "10:00-10:45", "10:00 – 10:45", "9:00:00",
     "Mon 10:00", "9:00 am - 10:00 am", " 10:00 "],
)  # fmt: skip
def test_a_key_that_is_a_time(key: str) -> None:
    assert is_clock(key)


@pytest.mark.parametrize("key", ["10", "2026-05-04", "Day 1", "1.10.2", "a", "", "10:00" * 20])
def test_a_key_that_is_none(key: str) -> None:
    assert not is_clock(key)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"9:00": "Tea", "9:30": {"title": "Beds"}}, ["09:00 Tea None", "09:30 Beds None"]),
        ({"9:00": {"title": "Tea"}, "9:30": [{"title": "Beds", "speaker": "Ada"}, "Owls"]},
         ["09:00 Tea None", "09:30 Beds None", "09:30 Owls None"]),
        ({"9:30": {"Amber": "Beds", "Blue": "Owls", "Red": None}},
         ["09:30 Beds Amber", "09:30 Owls Blue"]),
        ({"9:00": "", "9:30": {"Amber": {"title": "Beds"}, "Blue": {"title": "Owls"}}},
         ["09:30 Beds Amber", "09:30 Owls Blue"]),
        ({"9:00 - 9:30": "Tea", "9:30 - 10:00": "Beds"}, ["09:00 Tea None", "09:30 Beds None"]),
    ],
)  # fmt: skip
def test_all_that_stands_under_a_time_is_there(value: Any, expected: list[str]) -> None:
    found = imported(json.dumps({"2026-05-04": value}).encode(), "UTC").catalogue.sessions
    assert [f"{one.start:%H:%M} {one.title} {one.room}" for one in found] == expected
