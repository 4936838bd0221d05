"""When the session of a row takes place, as people write that into sheets."""

import pytest

from summit_tui.formats.readers.draft import Hints
from summit_tui.formats.readers.importing import take_in
from tests.formats.readers.documents import imported, only, told


@pytest.mark.parametrize(
    ("cells", "start", "minutes"),
    [
        ("2026-04-03,14:00,45", "2026-04-03 14:00", 45),
        ("4/13/2026,2:00 PM,0:45", "2026-04-13 14:00", 45),
        ("13/04/2026,2pm,1h", "2026-04-13 14:00", 60),
        ("03.04.26,14.00 Uhr,45 min", "2026-04-03 14:00", 45),
        ('"Friday, April 3, 2026",14h,PT45M', "2026-04-03 14:00", 45),
        ("3. März 2026,14:00 - 14:30,", "2026-03-03 14:00", 30),
        ("2026年4月3日,14:00,", "2026-04-03 14:00", None),
        ("2026. 4. 3.,23:30 - 00:15,", "2026-04-03 23:30", 45),
        ("2026-04-03,01:00 - 02:00 PM,", "2026-04-03 13:00", 60),
        ("2026-04-03,11:25 - 12:15 PM,", "2026-04-03 11:25", 50),
        ("2026-04-03,12:20 - 01:00 PM,", "2026-04-03 12:20", 40),
        ("2026-04-03,09:00 - 10:00 AM,", "2026-04-03 09:00", 60),
        ("2026-04-03,10-11 Uhr,", "2026-04-03 10:00", 60),
        ("2026-04-03,von 10 bis 11:30 Uhr,", "2026-04-03 10:00", 90),
        ("2026-04-03,9h30-11,", "2026-04-03 09:30", 90),
        ("2026-04-03,2-3pm,", "2026-04-03 14:00", 60),
        ("2026-04-03,Fri 11-1 p.m.,", "2026-04-03 11:00", 120),
        ("2026-04-03,9 to 10:15am,", "2026-04-03 09:00", 75),
        ("2026-04-03,10 à 12h,", "2026-04-03 10:00", 120),
        ("2026-04-03,noon - 1pm,", "2026-04-03 12:00", 60),
        ("2026-04-03,11:30 - 12 noon,", "2026-04-03 11:30", 30),
        ("2026-04-03,22:30 - midnight,", "2026-04-03 22:30", 90),
        ("2026-04-03,Room 3 - 10:30,", "2026-04-03 10:30", None),
        ("2026-04-03,11am - 1,", "2026-04-03 11:00", None),
        ("20260403,10:00,", "2026-04-03 10:00", None),
    ],
)
def test_dates_and_times(cells: str, start: str, minutes: int | None) -> None:
    one = only(f"Title,Date,Time,Duration\nA,{cells}\n".encode(), "Europe/Paris")
    assert one.start is not None
    assert (f"{one.start:%Y-%m-%d %H:%M}", one.duration) == (start, minutes)


@pytest.mark.parametrize(
    ("dates", "expected", "is_told"),
    [
        (("03/04/2026", "14/04/2026"), "2026-04-03", False),
        (("03/04/2026", "03/14/2026"), "2026-03-04", False),
        (("03/04/2026", "03/05/2026"), "2026-03-04", True),
        (("03/04/2026",), "2026-04-03", True),
        (("04/04/2026",), "2026-04-04", False),
        (("03.04.2026", "04.04.2026"), "2026-04-03", False),
    ],
)
def test_the_whole_column_says_what_is_the_month(
    dates: tuple[str, ...], expected: str, is_told: bool
) -> None:
    rows = "".join(f"{n},{date},10:00\n" for n, date in enumerate(dates))
    data = f"Title,Date,Start\n{rows}".encode()
    (first, *_) = imported(data, "UTC").catalogue.sessions
    starts = {one.title: one.start for one in imported(data, "UTC").catalogue.sessions}
    assert f"{starts['0']:%Y-%m-%d}" == expected, first
    assert any("leave no doubt" in note for note in told(data, "UTC")) == is_told


def test_an_instant_keeps_its_offset() -> None:
    data = b"Title,Start,End\nA,2026-04-03T09:30:00+02:00,2026-04-03T10:00:00+02:00\n"
    one = only(data, "UTC")
    assert (f"{one.start}", one.duration) == ("2026-04-03 07:30:00+00:00", 30)


@pytest.mark.parametrize(
    ("heads", "cells", "expected"),
    [
        ("Date,Start", "2026-04-03,noonish", ["noonish"]),
        ("Date,Time", "2026-04-03,after lunch", ["after lunch"]),
        ("Date,Start", "2026-04-03,", []),
        ("Date,Start", "2026-04-03,10:00", []),
        ("Start", "Fri 3 April 2026", []),
    ],
)
def test_a_time_that_is_lost_is_told(heads: str, cells: str, expected: list[str]) -> None:
    found = told(f"Title,{heads}\nA,{cells}\n".encode(), "UTC")
    assert found == [f"unread: the time '{each}' is not understood (in a)" for each in expected]


@pytest.mark.parametrize(
    ("start", "clock"),
    [("2026-05-04 0930", "09:30"), ("2026-05-04 9h", "09:00"), ("2026-05-04 2500", None)],
)
def test_a_time_behind_a_date_is_never_lost_in_silence(start: str, clock: str | None) -> None:
    data = f"Title,Start\nA,{start}\n".encode()
    found = only(data, "UTC").start
    assert (found and f"{found:%H:%M}") == clock
    assert bool(told(data, "UTC")) == (clock is None)


def test_a_day_of_four_digits() -> None:
    data = b"name,start_day,start_at,end_day,end_at\nBeds,1127,23:00,1127,25:00\n"
    found = take_in(data, Hints(timezone="Asia/Tokyo", first_day="2026-11-26")).catalogue.sessions
    assert [(str(one.start)[:16], one.duration) for one in found] == [("2026-11-27 23:00", 120)]


@pytest.mark.parametrize(
    ("said", "expected"), [("13:30 AM", "13:30"), ("12:30 AM", "00:30"), ("1:30 pm", "13:30")]
)
def test_half_a_day_is_added_only_to_what_has_one(said: str, expected: str) -> None:
    text = f"Title,Date,Start\nBeds,2026-05-04,{said}\n"
    (one,) = imported(text.encode(), "UTC").catalogue.sessions
    assert f"{one.start:%H:%M}" == expected
