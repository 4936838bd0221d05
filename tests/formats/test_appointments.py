"""My own appointments, out of any calendar."""

import pytest

from summit_tui.formats.appointments import Appointments, appointments
from tests.factories import at, make_catalogue, make_session
from tests.formats.readers.calendars import calendar, event

DAYS = make_catalogue(
    make_session("a", "2024-05-04 09:30"), make_session("b", "2024-05-05 23:30", duration=60)
)


def read(*events: str) -> Appointments:
    return appointments([calendar(*events)], DAYS)


def test_an_appointment_is_a_session_without_a_room() -> None:
    (found,) = read(event(SUMMARY="Dentist\\, again")).sessions
    assert (found.id, found.title, found.kind) == ("busy-1", "Dentist, again", "appointment")
    assert (found.start, found.duration, found.room) == (at("2024-05-04 10:00"), 45, None)


def test_no_appointment_is_called_like_a_session() -> None:
    programme = make_catalogue(*DAYS.sessions, make_session("busy-1", "2024-05-04 16:00"))
    found = appointments([calendar(event(UID="1"), event(UID="2"))], programme).sessions
    assert [each.id for each in found] == ["busy-2", "busy-3"]


@pytest.mark.parametrize(
    "lines",
    [
        ("STATUS:CANCELLED",),
        ("TRANSP:TRANSPARENT",),
    ],
)
def test_what_takes_no_time_is_left_out(lines: tuple[str, ...]) -> None:
    assert read(event(*lines)).sessions == ()


@pytest.mark.parametrize(
    "given",
    [
        {"UID": "keynote@demo.summit-tui"},
        {"DTSTART": "20240504", "DTEND": "20240506"},
        {"DTSTART": "20240503T100000Z", "DTEND": "20240503T110000Z"},
        {"DTSTART": "20240507T100000Z", "DTEND": "20240507T110000Z"},
        {"DTEND": None},
    ],
)
def test_what_is_ours_or_whole_days_or_elsewhen_is_left_out(given: dict[str, str | None]) -> None:
    assert read(event(**given)) == Appointments()


@pytest.mark.parametrize(
    ("given", "start", "minutes"),
    [
        ({"DTSTART": "20240504T080000Z", "DTEND": "20240504T090000Z"}, "2024-05-04 10:00", 60),
        ({"DTSTART": "20240504T080000", "DTEND": "20240504T090000"}, "2024-05-04 08:00", 60),
        ({"DTSTART": "20240503T213000Z", "DTEND": "20240503T223000Z"}, "2024-05-03 23:30", 60),
        ({"DTSTART": "20240506T213000Z", "DTEND": "20240506T223000Z"}, "2024-05-06 23:30", 60),
        ({"DTEND": None, "DURATION": "PT90M"}, "2024-05-04 10:00", 90),
    ],
)
def test_times_are_read_in_their_zone(
    given: dict[str, str | None], start: str, minutes: int
) -> None:
    (found,) = read(event(**given)).sessions
    assert (found.start, found.duration) == (at(start), minutes)


def test_what_recurs_is_expanded_within_the_days_and_no_further() -> None:
    weekly = event(
        "RRULE:FREQ=DAILY",
        "EXDATE;TZID=Europe/Paris:20240505T080000",
        **{"DTSTART;TZID=Europe/Paris": "20050504T080000", "DTSTART": None},
        **{"DTEND;TZID=Europe/Paris": "20050504T083000", "DTEND": None},
    )
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Paris:20240504T080000",
        DTSTART="20240504T170000Z",
        DTEND="20240504T173000Z",
    )
    assert [one.start for one in read(weekly).sessions] == [
        at("2024-05-04 08:00"),
        at("2024-05-06 08:00"),
    ]
    assert [one.start for one in read(weekly, moved).sessions] == [
        at("2024-05-04 19:00"),
        at("2024-05-06 08:00"),
    ]


@pytest.mark.parametrize("rule", ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY;INTERVAL=24"])
def test_what_has_recurred_for_long_uses_nothing_up(rule: str) -> None:
    old = {"DTSTART": "19500104T100000", "DTEND": "19500104T103000"}
    birthdays = [event(f"RRULE:FREQ={rule}", UID=str(number), **old) for number in range(300)]
    weekly = event(
        "RRULE:FREQ=WEEKLY", SUMMARY="Chess", DTSTART="19700103T100000", DTEND="19700103T110000"
    )
    found = read(*birthdays, weekly)
    assert [one.start for one in found.sessions if one.title == "Chess"] == [at("2024-05-04 10:00")]
    assert found.notes == ()


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY", "FREQ=SECONDLY;COUNT=1000000"]
)
def test_what_recurs_too_often_is_told(rule: str) -> None:
    given = event(f"RRULE:{rule}", DTSTART="20240501T100000", DTEND="20240501T103000")
    found = read(*[given] * 3)
    assert any("it recurs too often" in note for note in found.notes)


def test_several_calendars_are_one_row_of_appointments() -> None:
    later = calendar(event(DTSTART="20240504T160000Z", DTEND="20240504T170000Z", SUMMARY="Later"))
    found = appointments([later, calendar(event(SUMMARY="Sooner"))], DAYS).sessions
    assert [(one.id, one.title) for one in found] == [("busy-1", "Sooner"), ("busy-2", "Later")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (calendar(), "a calendar without an event"),
        (b"\x00\xff no calendar", "a calendar without an event"),
        (calendar(event(DTSTART="soon")), "not a date and time"),
        (
            calendar(event("RRULE:FREQ=OFTEN", DTSTART="20200101", DTEND=None)),
            "'FREQ=OFTEN' is not",
        ),
        (calendar(event("DURATION:soon", DTEND=None)), "is not a duration"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, said: str) -> None:
    found = appointments([data], DAYS)
    assert found.sessions == ()
    assert any(said in note for note in found.notes)


def test_a_programme_without_times_has_no_days_to_be_busy_in() -> None:
    assert appointments([calendar(event())], make_catalogue(make_session(start=None))) == (
        Appointments()
    )
