"""Nights, days and lengths, as an import reads them."""

from datetime import date
from typing import Any

import pytest

from tests.formats.readers.documents import event, imported, only, schedule_json, told


def test_days_that_are_dated_in_utc() -> None:
    days = [
        {
            "date": "2023-09-09",
            "day_start": "2023-09-09T21:30:00+00:00",
            "rooms": {"A": [event(date="2023-09-10T05:00:00+00:00", start="10:30", room="A")]},
        }
    ]
    found = imported(schedule_json(days=days, time_zone_name="Asia/Kolkata"))
    session = found.catalogue.sessions[0]
    assert (f"{session.start:%d %H:%M}", session.day) == ("10 10:30", None)
    assert not found.report.notes


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("2024-05-05T00:00:00+02:00", date(2024, 5, 4)),
        ("2024-05-05T05:30:00+02:00", date(2024, 5, 4)),
        ("2024-05-04T23:59:00+02:00", None),
        ("2024-05-05T14:00:00+02:00", None),
        ("2024-05-07T01:00:00+02:00", None),
        ("2024-05-03T23:00:00+02:00", None),
    ],
)
def test_after_midnight_belongs_to_the_evening(start: str, day: date | None) -> None:
    assert only(schedule_json(event(date=start, start=None))).day == day


def test_a_session_outside_its_day_is_kept_and_told() -> None:
    (note,) = told(schedule_json(event(date="2024-05-07T14:00:00+02:00", start="14:00")))
    assert note == (
        "changed: listed under 2024-05-04, it begins on 2024-05-07: kept where it begins (in 7)"
    )


@pytest.mark.parametrize(
    ("given", "minutes"),
    [
        ({"duration": "0:30"}, 30),
        ({"duration": "00:50:00"}, 50),
        ({"duration": "135.0:00"}, 135),
        ({"duration": "0:75"}, 75),
        ({"duration": "20.0"}, 20),
        ({"duration": 90}, 90),
        ({"duration": "PT40M"}, 40),
        ({"duration": "soon"}, None),
        ({"duration": None, "end": "2024-05-04T11:00:00+02:00"}, 60),
        ({"duration": "soon", "end": "2024-05-04T11:00:00+02:00"}, 60),
        ({"duration": None, "end": "2024-05-04T09:00:00+02:00"}, None),
        ({"duration": None, "end": "later"}, None),
        # Through the night in which clocks go back: real time counts.
        (
            {
                "date": "2024-10-27T01:30:00+02:00",
                "duration": None,
                "end": "2024-10-27T03:30:00+01:00",
            },
            180,
        ),
    ],
)
def test_a_length(given: dict[str, Any], minutes: int | None) -> None:
    assert only(schedule_json(event(start=None, **given))).duration == minutes


@pytest.mark.parametrize("start", ["soon", "2024-02-30T10:00:00", "9999-01-01T10:00:00+00:00"])
def test_a_start_that_is_none_leaves_the_session(start: str) -> None:
    data = schedule_json(event(date=start, start=None))
    assert only(data).start is None
    assert any(note.startswith("unread: start: ") for note in told(data))


def test_nothing_has_a_time_yet() -> None:
    found = imported(schedule_json(event(date=None, start=None), date="", time_zone_name=None))
    assert found.catalogue.sessions[0].start is None
    assert found.report.days == 0
    assert not found.report.notes


@pytest.mark.parametrize(
    ("kind", "minutes"),
    [
        ("Talk (45 minutes)", 45),
        ("Charla (20 minutos) / Talk (20 minutes)", 20),
        ("Tutorial, 3 hours", 180),
        ("발표 40분", 40),
        ("30-45 minutes", None),
        ("up to 60 minutes", None),
        ("Talk 45 minutes + Q&A 10 minutes", None),
        ("Room 101", None),
    ],
)
def test_a_length_that_only_the_kind_tells(kind: str, minutes: int | None) -> None:
    assert only(schedule_json(event(start=None, duration="", type=kind))).duration == minutes
