"""iCalendar out (RFC 5545, RFC 7986): a file that updates a calendar instead of doubling it.

Every run of a session has its own UID, and SEQUENCE and DTSTAMP come from `revisions`, so the same
data always give the same bytes. Instants are UTC: every calendar shows them in its own zone, and
no zone table can be wrong. A session without a start is left out; one without a known end gets
none, since an invented one would claim time that nobody announced.

No METHOD: that would make the file an iTIP message, which demands an ORGANIZER (RFC 5546 §3.2.1)
that a programme has not; without it DTSTAMP means "last revised" (RFC 5545 §3.8.7.2), as here.
"""

from collections.abc import Iterator
from datetime import UTC, timedelta
from urllib.parse import quote

from icalendar import Alarm, Calendar, Component
from icalendar import Event as CalendarEvent
from icalendar.prop import vText

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.kinds import language_name
from summit_tui.catalogue.model import Catalogue, Session, Speaker
from summit_tui.catalogue.text import clean, clean_line
from summit_tui.formats.export import Export
from summit_tui.formats.plain import plain_text
from summit_tui.formats.revisions import first_stamp, uid

PRODUCT = "-//summit-tui//Conference programme//EN"
"""Without a version, so that the same data give the same bytes in the next one."""

_STATUS = {"cancelled": "CANCELLED", "tentative": "TENTATIVE"}
_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"
"""What `quote` leaves alone (RFC 3986 §2.2): an address is ASCII in iCalendar."""


def render(export: Export) -> bytes:
    """Return the scheduled sessions of the export as one calendar, folded at 75 octets."""
    event = export.catalogue.event
    calendar = _empty()
    name = vText(clean_line(event.name))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", event.timezone)
    if event.note:
        calendar.add("description", plain_text(event.note))
    for session in export.sessions:
        if session.start is not None:
            calendar.add_component(_event(export, session))
    return bytes(calendar.to_ical())


def item(export: Export, session: Session) -> bytes:
    """Return a calendar with nothing but the event of `session`, which has a start."""
    calendar = _empty()
    calendar.add_component(_event(export, session))
    return bytes(calendar.to_ical())


def _empty() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    return calendar


def _event(export: Export, session: Session) -> CalendarEvent:
    catalogue, pick = export.catalogue, export.picks.get(session.id)
    entry = CalendarEvent()
    entry.add("uid", clean_line(uid(catalogue.event, session)))
    _add_times(entry, session)
    _add_revision(entry, export, session)
    entry.add("summary", clean_line(session.title))
    if place := clean_line(catalogue.place(session)):
        entry.add("location", place)
    if description := clean("\n\n".join(_paragraphs(catalogue, session, pick))):
        entry.add("description", description)
    entry.add("categories", list(_categories(catalogue, session)))
    if address := _address(session.links[0].url if session.links else catalogue.event.url):
        entry.add("url", address)
    entry.add("status", _STATUS.get(session.status, "CONFIRMED"))
    entry.add("transp", "OPAQUE" if pick and not session.cancelled else "TRANSPARENT")
    if export.alarm is not None and not session.cancelled:
        entry.add_component(_alarm(session, export.alarm))
    return entry


def _add_times(entry: CalendarEvent, session: Session) -> None:
    if session.start is not None:
        entry.add("dtstart", session.start.astimezone(UTC))
    if session.end is not None and session.duration:  # DTEND must be later (RFC 5545 §3.8.2.2)
        entry.add("dtend", session.end.astimezone(UTC))


def _add_revision(entry: CalendarEvent, export: Export, session: Session) -> None:
    revision = export.revisions.get(uid(export.catalogue.event, session))
    stamp = (revision and revision.stamp) or first_stamp(session)
    entry.add("dtstamp", stamp)
    entry.add("last-modified", stamp)
    entry.add("sequence", revision.sequence if revision else 0)


def _paragraphs(catalogue: Catalogue, session: Session, pick: Pick | None) -> Iterator[str]:
    if session.subtitle:
        yield session.subtitle
    if session.speakers:
        yield "\n".join(_speaker(speaker) for speaker in session.speakers)
    yield " · ".join(_facts(catalogue, session))
    if pick and pick.note:
        yield f"Note: {plain_text(pick.note)}"
    if session.abstract:
        yield plain_text(session.abstract)
    yield "\n".join(f"{link.name}: {link.url}" for link in session.links)


def _speaker(speaker: Speaker) -> str:
    about = ", ".join(part for part in (speaker.role, speaker.company) if part)
    return f"{speaker.name} ({about})" if about else speaker.name


def _facts(catalogue: Catalogue, session: Session) -> Iterator[str]:
    if session.code:
        yield session.code
    yield from _categories(catalogue, session)
    if session.language:
        yield language_name(session.language)
    if session.recorded is False:
        yield "not recorded"


def _categories(catalogue: Catalogue, session: Session) -> Iterator[str]:
    yield session.kind
    if level := catalogue.scale.get(session.level):
        yield clean_line(str(level))
    yield from (clean_line(track) for track in session.tracks)


def _address(url: str | None) -> str | None:
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return quote(clean_line(url), safe=_IN_ADDRESSES)


def _alarm(session: Session, minutes: int) -> Component:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean_line(session.title))
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm
