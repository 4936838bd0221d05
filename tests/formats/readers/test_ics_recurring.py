"""What recurs in a calendar: runs of one session, within bounds, with their exceptions."""

from datetime import datetime

import pytest

from summit_tui.formats.readers.ics_lines import Component, parse
from summit_tui.formats.readers.ics_occurrences import occurrences
from summit_tui.formats.readers.ics_zones import Zones
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.recurring import Budget
from tests.formats.readers.calendars import calendar, event, sessions
from tests.formats.readers.documents import imported, told


def days(*events: str, timezone: str = "") -> list[str]:
    return [f"{each.start:%m-%d %H:%M}" for each in sessions(*events, timezone=timezone)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["RRULE:FREQ=DAILY;COUNT=3"], ["05-04 10:00", "05-05 10:00", "05-06 10:00"]),
        (["RRULE:FREQ=DAILY;UNTIL=20240505T080000Z"], ["05-04 10:00", "05-05 10:00"]),
        (["RRULE:FREQ=DAILY;UNTIL=20240505T075959Z"], ["05-04 10:00"]),
        (["RRULE:FREQ=DAILY;UNTIL=20240505"], ["05-04 10:00", "05-05 10:00"]),
        (["RRULE:FREQ=DAILY;UNTIL=20240505T095959"], ["05-04 10:00"]),
        (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Europe/Paris:20240505T100000"],
         ["05-04 10:00", "05-06 10:00"]),
        (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20240505T080000Z,20240506T080000Z"], ["05-04 10:00"]),
        (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20240504"],
         ["05-05 10:00", "05-06 10:00"]),
        (["RDATE;TZID=Europe/Paris:20240507T110000"], ["05-04 10:00", "05-07 11:00"]),
        (["RDATE;VALUE=PERIOD:20240507T090000Z/PT1H"], ["05-04 10:00", "05-07 11:00"]),
        (["RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=3"],
         ["05-04 10:00", "05-05 10:00", "05-06 10:00"]),
        (["RRULE:FREQ=HOURLY;INTERVAL=2;COUNT=2"], ["05-04 10:00", "05-04 12:00"]),
    ],
)  # fmt: skip
def test_when_it_recurs(lines: list[str], expected: list[str]) -> None:
    assert days(event(*lines)) == expected


def test_runs_are_linked_and_named_by_their_day() -> None:
    found = sessions(event("RRULE:FREQ=DAILY;COUNT=3"))
    assert [each.id for each in found] == ["7", "7-2024-05-05-1000", "7-2024-05-06-1000"]
    assert [each.repeats for each in found] == [None, "7", "7"]
    assert [each.duration for each in found] == [45, 45, 45]
    assert found[1].source[-1] == ("recurrence", "2024-05-05T10:00:00")
    without_first = sessions(event("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20240504T080000Z"))
    assert [each.id for each in without_first] == ["7-2024-05-05-1000", "7-2024-05-06-1000"]


def test_the_wall_clock_holds_when_the_clocks_change() -> None:
    start = {"DTSTART;TZID=Europe/Paris": "20241026T100000", "DTSTART": None, "DTEND": None}
    first, second = sessions(event("RRULE:FREQ=DAILY;COUNT=2", **start))
    assert (str(first.start), str(second.start)) == (
        "2024-10-26 10:00:00+02:00",
        "2024-10-27 10:00:00+01:00",
    )


def test_a_run_that_is_moved_or_cancelled() -> None:
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Paris:20240505T100000",
        DTSTART="20240505T120000Z",
        DTEND="20240505T130000Z",
        LOCATION="Blue",
    )
    dropped = event(
        "RECURRENCE-ID:20240506T080000Z", "STATUS:CANCELLED", DTSTART="20240506T080000Z"
    )
    first, second, third = sessions(event("RRULE:FREQ=DAILY;COUNT=3"), moved, dropped)
    assert (first.room, first.status) == ("Amber", "confirmed")
    assert (f"{second.start:%m-%d %H:%M}", second.room) == ("05-05 14:00", "Blue")
    assert (third.id, third.status) == ("7-2024-05-06-1000", "cancelled")
    assert (second.repeats, third.repeats) == ("7", "7")
    opening = event("RECURRENCE-ID:20240504T080000Z", LOCATION="Blue")
    first, second = sessions(event("RRULE:FREQ=DAILY;COUNT=2"), opening)
    assert (first.id, first.room, second.room) == ("7", "Blue", "Amber")
    (alone,) = sessions(event("RECURRENCE-ID:20240504T080000Z"))
    assert alone.id == "7-2024-05-04-0800"


def test_all_days_that_recur() -> None:
    found = sessions(event("RRULE:FREQ=DAILY;COUNT=2", DTSTART="20240504", DTEND="20240505"))
    assert [str(each.day) for each in found] == ["2024-05-04", "2024-05-05"]


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("FREQ=DAILY", 100),
        ("FREQ=WEEKLY", 53),
        ("FREQ=YEARLY;COUNT=9", 1),
        ("FREQ=SECONDLY;COUNT=1000000000", 100),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 1),
    ],
)
def test_what_goes_on_is_cut_and_told(rule: str, count: int) -> None:
    data = calendar(event(f"RRULE:{rule}"))
    assert len(imported(data).catalogue.sessions) == count
    assert any(note.startswith("left out: it goes on: only its first runs") for note in told(data))


def test_all_rules_together_are_bounded() -> None:
    data = calendar(*(event("RRULE:FREQ=DAILY", UID=f"{n}") for n in range(60)))
    assert len(imported(data).catalogue.sessions) == 60 + 2000


def test_a_zone_whose_rule_never_comes_true() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Home\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE"
    )
    start = {"DTSTART;TZID=Home": "20240504T100000", "DTSTART": None, "DTEND": None}
    (session,) = imported(calendar(zone, event(**start))).catalogue.sessions
    assert str(session.start) == "2024-05-04 10:00:00+01:00"


def test_every_date_taken_out() -> None:
    data = calendar(event("RRULE:FREQ=DAILY;COUNT=1", "EXDATE:20240504T080000Z"))
    assert len(imported(data).catalogue.sessions) == 1
    assert told(data)[-1].startswith("changed: all its dates are taken out")


def components(data: bytes) -> tuple[Component, Zones]:
    notes = Notes()
    parts = parse(data, notes)
    return next(parts[0].within("VEVENT")), Zones(parts, notes)


def test_appointments_between_two_moments() -> None:
    part, zones = components(calendar(event("RRULE:FREQ=WEEKLY")))
    found = occurrences(
        part,
        zones,
        Budget(10_000),
        most=10,
        after=datetime(2026, 5, 1),
        before=datetime(2026, 5, 20),
    )
    assert [f"{each.instant():%Y-%m-%dT%H:%MZ}" for each in found.moments] == [
        "2026-05-02T08:00Z",
        "2026-05-09T08:00Z",
        "2026-05-16T08:00Z",
    ]
    assert found.cut
    part, zones = components(calendar(event(DTSTART=None)))
    with pytest.raises(ValueError, match="no DTSTART"):
        occurrences(part, zones, Budget(1), most=1)
