"""The zone that a programme's clocks are of, as an import finds it out."""

from typing import Any

import pytest

from tests.formats.readers.documents import event, imported, schedule_json, told


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
