"""Times of day alone, and hours that count on beyond midnight."""

from datetime import date

import pytest

from summit_tui.formats.readers import undated
from tests.formats.readers.documents import event, only, schedule_json, schedule_xml, told


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("15:30", True),
        (" 9:05:00 ", True),
        ("15:30+00:00", True),
        ("25:30", True),
        ("40:00", False),
        ("12:60", False),
        ("2026-05-04T15:30", False),
        ("soon", False),
        ("", False),
    ],
)
def test_what_is_a_time_of_day_alone(text: str, alone: bool) -> None:
    assert undated.is_alone(text) is alone


@pytest.mark.parametrize(
    ("called", "day"),
    [
        *(("", 1), ("Day 1", 1), ("Day 2", 2), ("3. Tag", 3), ("2日目", 2), ("Fri", 1), ("A", 1)),
        *(("Saturday", 2), ("Lundi", 4), ("May 4", 4), ("Sun, 3rd of May", 3), ("30. Mai", 30)),
    ],
)
def test_days_are_counted_from_the_first(called: str, day: int) -> None:
    assert undated.day_of(date(2026, 5, 1), called) == date(2026, 5, day)


@pytest.mark.parametrize(
    ("moment", "meant"),
    [
        ("2026-05-04T25:30", "2026-05-05T01:30"),
        ("2026-12-31 24:00:00", "2027-01-01T00:00:00"),
        ("2026-05-04T23:30", "2026-05-04T23:30"),
        ("2026-02-30T25:30", "2026-02-30T25:30"),
        ("9999-12-31T25:30", "9999-12-31T25:30"),
    ],
)
def test_hours_beyond_midnight(moment: str, meant: str) -> None:
    assert undated.within_the_day(moment) == meant


@pytest.mark.parametrize("make", [schedule_xml, schedule_json])
def test_half_past_25_belongs_to_the_evening_before(make: object) -> None:
    listed = event(date=None, start="25:30", duration="0:30")
    one = only(schedule_xml(listed) if make is schedule_xml else schedule_json(listed))
    assert (str(one.start), str(one.day)) == ("2024-05-05 01:30:00+02:00", "2024-05-04")


def test_a_sheet_that_counts_on() -> None:
    one = only(b"Title,Date,Time\nA,2026-05-04,24:00 - 25:30\n", "Asia/Tokyo")
    assert (str(one.start), one.duration) == ("2026-05-05 00:00:00+09:00", 90)
    assert only(b"Title,Date,Time\nA,2026-05-04,26.04\n", "UTC").start is None


def test_a_time_without_a_date_is_kept_with_its_length() -> None:
    data = b"Title,Day,From,To\nA,Friday,09:30,10:15\n"
    one = only(data)
    assert (one.start, one.duration, one.tags) == (None, 45, ("at 09:30", "Friday"))
    assert told(data) == ["unread: its time has no date: kept as a tag (in a)"]


def test_a_date_without_its_year_is_near_the_first() -> None:
    assert str(undated.day_of(date(2026, 12, 30), "1 January")) == "2027-01-01"
    assert str(undated.day_of(date(2026, 12, 30), "28 December")) == "2026-12-28"
