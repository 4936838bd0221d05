"""Small calendars written for these tests."""

from summit_tui.catalogue.model import Session
from tests.formats.readers.documents import imported

EVENT = {
    "UID": "7@vacuum.example.org",
    "SUMMARY": "Sleeping tables",
    "DTSTART;TZID=Europe/Paris": "20240504T100000",
    "DTEND;TZID=Europe/Paris": "20240504T104500",
    "LOCATION": "Amber",
    "DESCRIPTION": "What vacuum does.",
}
"""An event, by its properties."""


def event(*lines: str, **given: str | None) -> str:
    """Return an event with some properties changed and lines added; None leaves one out."""
    times = ("DTSTART", "DTEND")
    values = {
        name: value
        for name, value in EVENT.items()
        if not (name.startswith(times) and name.partition(";")[0] in given)
    }
    values |= given  # type: ignore[arg-type]  # None is dropped in the next line
    written = [f"{name}:{value}" for name, value in values.items() if value is not None]
    return "\r\n".join(["BEGIN:VEVENT", *written, *lines, "END:VEVENT"])


def calendar(*parts: str, head: str = "X-WR-CALNAME:Vacuum Days") -> bytes:
    """Return a calendar of events and other components."""
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", head, *parts, "END:VCALENDAR", ""]
    ).encode()


def sessions(*events: str, timezone: str = "") -> list[Session]:
    """Return the sessions in a calendar of `events`."""
    return list(imported(calendar(*events), timezone).catalogue.sessions)


def one(*lines: str, **given: str | None) -> Session:
    """Return the session that an event becomes."""
    (session,) = sessions(event(*lines, **given))
    return session


def full() -> bytes:
    """Return a calendar with everything that one can have."""
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Home\r\nBEGIN:STANDARD\r\nDTSTART:20231029T030000\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
        "END:STANDARD\r\nEND:VTIMEZONE"
    )
    recurring = event("RRULE:FREQ=DAILY;COUNT=3;BYDAY=SA,SU,MO", "EXDATE:20240505T080000Z")
    moved = event("RECURRENCE-ID;TZID=Europe/Paris:20240506T100000", DTSTART="20240506T090000Z")
    described = event(
        'ATTENDEE;ROLE=REQ-PARTICIPANT;CN="Ada Umbel":invalid:nomail',
        "CATEGORIES:Talk,Data",
        "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM",
        UID="pretalx-x-ABCDEF@example.org",
        DESCRIPTION="<p>a <b>b</b></p>\\n\\nSpeakers: Sol\\nLink: https://example.org/",
    )
    own_zone = {"UID": "9", "DTSTART;TZID=Home": "20240504T100000", "DTSTART": None, "DTEND": None}
    return calendar(zone, recurring, moved, described, event("DURATION:PT1H", **own_zone))
