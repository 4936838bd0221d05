from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.times import (
    MAX_MINUTES,
    after,
    format_duration,
    minutes_between,
    parse_date,
    parse_duration,
    parse_moment,
    parse_time,
    said_length,
    zone,
)

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2019-04-02 09:30", "2019-04-02T07:30"),
        ("2019-04-02T09:30", "2019-04-02T07:30"),
        ("2019-04-02 9:30", "2019-04-02T07:30"),
        ("2019-4-2 09:30:15", "2019-04-02T07:30:15"),
        ("2019-04-02T09:30:00Z", "2019-04-02T09:30"),
        ("2019-04-02T09:30+09:00", "2019-04-02T00:30"),
        ("2019-04-02 09:30:00.000-0400", "2019-04-02T13:30"),
        ("2019-12-02 09:30", "2019-12-02T08:30"),
        # clocks go back: the wall clock comes twice, the first is meant unless an offset says more
        ("2019-10-27 02:30", "2019-10-27T00:30"),
        ("2019-10-27 02:30+01:00", "2019-10-27T01:30"),
    ],
)
def test_a_moment_is_read_in_its_zone(text: str, utc: str) -> None:
    moment = parse_moment(text, PARIS)
    assert moment.astimezone(UTC) == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert moment.tzinfo is PARIS


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("09:30", "not a date and time"),
        ("2019-04-02", "not a date and time"),
        ("2019-02-30 10:00", "not in the calendar"),
        ("2019-04-02 25:00", "not in the calendar"),
        ("9999-12-31 23:30", "no conference's year"),
        ("0001-01-01 00:00", "no conference's year"),
        ("2019-03-31 02:30", "does not exist in Europe/Paris"),
        ("tomorrow", "not a date and time"),
        ("2019-04-02 09:30 +99:99", "offset"),
    ],
)
def test_what_is_no_moment_is_said(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_moment(text, PARIS)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45m", 45),
        ("45 min", 45),
        ("45'", 45),
        ("1h", 60),
        ("1h45", 105),
        ("1 h 45", 105),
        ("1h45m", 105),
        ("1 hour 30 minutes", 90),
        ("1 heure 30", 90),
        ("45 minutos", 45),
        ("1 Stunde 30 Minuten", 90),
        ("1시간 30분", 90),
        ("40分", 40),
        ("30’", 30),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("1:45", 105),
        ("0:30", 30),
        ("00:50:00", 50),
        ("PT1H45M", 105),
        ("pt45m", 45),
        ("P1DT1H", 1500),
        ("PT90S", 1),
        ("2 days", 2880),
        ("0", 0),
    ],
)
def test_a_duration_is_read_as_people_write_it(text: str, minutes: int) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize(
    "text", ["", "soon", "P", "PT", "-5", "1h75x", "h", "1:2:3:4", "999999999"]
)
def test_what_is_no_duration_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"duration|longer"):
        parse_duration(text)


@given(st.integers(0, MAX_MINUTES))
def test_a_printed_duration_is_read_again(minutes: int) -> None:
    assert parse_duration(format_duration(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:00", time(14)),
        ("9", time(9)),
        ("14h", time(14)),
        ("14h30", time(14, 30)),
        ("2pm", time(14)),
        ("12:15 AM", time(0, 15)),
        ("12pm", time(12)),
    ],
)
def test_a_time_of_day_is_read(text: str, expected: time) -> None:
    assert parse_time(text) == expected


@pytest.mark.parametrize("text", ["25:00", "14:75", "noon", "", "14:00:00:00"])
def test_what_is_no_time_of_day_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="not a time of day"):
        parse_time(text)


def test_dates_and_zones() -> None:
    assert parse_date("2019-04-02") == date(2019, 4, 2)
    for wrong in ("2019-02-30", "2019-04-02 10:00", "x"):
        with pytest.raises(ValueError, match=r"not (a date|in the calendar)"):
            parse_date(wrong)
    assert zone("Europe/Paris").key == "Europe/Paris"
    for wrong in ("Paris", "../../etc/passwd", "", "Europe"):
        with pytest.raises(ValueError, match="not a time zone"):
            zone(wrong)


def test_time_passes_over_a_clock_change_as_it_does_on_a_watch() -> None:
    start = parse_moment("2019-10-27 01:30", PARIS)
    assert f"{after(start, 120):%H:%M}" == "02:30"
    assert minutes_between(start, parse_moment("2019-10-27 03:30", PARIS)) == 180
    spring = parse_moment("2019-03-31 01:30", PARIS)
    assert f"{after(spring, 60):%H:%M}" == "03:30"
    assert minutes_between(parse_moment("2019-03-31 03:30", PARIS), spring) == -60


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (15, "15 min"),
        (60, "1 h"),
        (90, "1 h 30"),
        (65, "1 h 05"),
        (24 * 60, "24 h"),
        (72 * 60, "3 days"),
        (73 * 60, "3 days 1 h"),
    ],
)
def test_lengths_are_said_as_people_say_them(minutes: int, expected: str) -> None:
    assert said_length(minutes) == expected


def test_a_zone_of_many_folders_is_none() -> None:
    with pytest.raises(ValueError, match="is not a time zone"):
        zone("a/" * 2_000)
