"""Zones, clock changes, nights and lengths, as an import reads them."""

from datetime import date
from typing import Any

import pytest

from tests.formats.readers.documents import event, imported, only, schedule_json, told


def at(moment: str, zone: str | None = "Europe/Paris", said: str = "", **given: Any) -> str:
    """Return the start that a session dated `moment` gets, and the zone of the event."""
    values = {"date": moment, "start": None} | given
    day = values.pop("day", moment[:10])
    found = imported(schedule_json(event(**values), date=day, time_zone_name=zone), said)
    begins = found.catalogue.sessions[0].start
    return f"{begins:%Y-%m-%d %H:%M%z} {found.catalogue.event.timezone}"


@pytest.mark.parametrize(
    ("start", "zone", "said", "expected"),
    [
        ("2024-05-04T10:00:00+02:00", "Europe/Paris", "", "2024-05-04 10:00+0200 Europe/Paris"),
        ("2024-05-04T08:00:00Z", "Europe/Paris", "", "2024-05-04 10:00+0200 Europe/Paris"),
        ("2024-05-04T10:00:00", "Europe/Paris", "", "2024-05-04 10:00+0200 Europe/Paris"),
        ("2024-05-04T10:00:00", None, "Asia/Seoul", "2024-05-04 10:00+0900 Asia/Seoul"),
        ("2024-05-04T10:00:00", None, "", "2024-05-04 10:00+0000 UTC"),
        ("2024-05-04T10:00:00+02:00", None, "", "2024-05-04 10:00+0200 Etc/GMT-2"),
        ("2024-05-04T10:00:00-0700", None, "", "2024-05-04 10:00-0700 Etc/GMT+7"),
        ("2024-05-04T10:00:00+05:30", None, "", "2024-05-04 10:00+0530 Asia/Kolkata"),
        ("2024-05-04T10:00:00+02:00", "Mars/Base", "", "2024-05-04 10:00+0200 Etc/GMT-2"),
        ("2024-05-04T10:00:00+02:00", "UTC", "Asia/Tokyo", "2024-05-04 17:00+0900 Asia/Tokyo"),
        # Clocks go back: 02:30 comes twice, the offset tells which is meant.
        ("2024-10-27T02:30:00", "Europe/Paris", "", "2024-10-27 02:30+0200 Europe/Paris"),
        ("2024-10-27T02:30:00+01:00", "Europe/Paris", "", "2024-10-27 02:30+0100 Europe/Paris"),
        # Clocks go forward over 02:30.
        ("2024-03-31T02:30:00", "Europe/Paris", "", "2024-03-31 03:30+0200 Europe/Paris"),
    ],
)
def test_a_start_in_its_zone(start: str, zone: str | None, said: str, expected: str) -> None:
    assert at(start, zone, said) == expected


def test_a_zone_that_the_printed_clocks_disprove() -> None:
    assert at("2024-05-04T10:00:00+01:00", "UTC", start="10:00").endswith("10:00+0100 Etc/GMT-1")
    assert at("2024-05-04T10:00:00+01:00", "UTC", start="09:00") == "2024-05-04 09:00+0000 UTC"


@pytest.mark.parametrize(
    ("letters", "zone", "note"),
    [
        ("JST", "Asia/Tokyo", "changed: the time zone 'JST' is read as Asia/Tokyo"),
        ("brt", "America/Sao_Paulo", "changed: the time zone 'brt' is read as America/Sao_Paulo"),
        ("EET", "EET", None),
        ("IST", "Etc/GMT-2", "unread: the time zone 'IST' is not known"),
    ],
)
def test_a_zone_by_its_letters(letters: str, zone: str, note: str | None) -> None:
    data = schedule_json(event(start=None), time_zone_name=letters)
    assert imported(data).catalogue.event.timezone == zone
    assert next(iter(told(data)), None) == note


@pytest.mark.parametrize(
    ("date", "named", "zone", "sort"),
    [
        ("2024-05-04T10:00:00", None, "Europe/Berlin", "changed: no time zone is named: Europe/B"),
        ("2024-05-04T10:00:00+02:00", None, "Europe/Berlin", "changed: no time zone is named: Eu"),
        ("2024-05-04T08:00:00Z", "Mars/Base", "Europe/Berlin", "unread: the time zone 'Mars/Base"),
        ("2024-05-04T10:00:00-04:00", None, "Etc/GMT+4", "changed: no time zone is named, only o"),
        ("2024-05-04T10:00:00+02:00", "Asia/Tokyo", "Asia/Tokyo", ""),
    ],
)
def test_the_zone_of_the_city_where_no_other_is_named(
    date: str, named: str | None, zone: str, sort: str
) -> None:
    """Offsets that are not those of the city, as of another Berlin, prevail."""
    data = schedule_json(event(date=date, start=None), time_zone_name=named, city="Berlin")
    assert imported(data).catalogue.event.timezone == zone
    assert [note[: len(sort)] for note in told(data)][:1] == ([sort] if sort else [])


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
