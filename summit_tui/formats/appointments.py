"""My own appointments, out of any calendar (.ics): what takes my time besides the programme.

Each is a session of kind `appointment` without a room, so that whatever asks what two sessions have
to do with one another asks it of these too. What recurs is expanded within the days of the event.
Left out: what is cancelled or does not count as busy (TRANSP:TRANSPARENT), what lasts whole days (a
birthday, the conference itself), and what our own export put there, which would clash with itself.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import NamedTuple
from zoneinfo import ZoneInfo

from summit_tui.agenda.clash_words import APPOINTMENT
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.times import parse_duration
from summit_tui.formats.readers.ics_entry import OWN_UID
from summit_tui.formats.readers.ics_lines import Component, parse
from summit_tui.formats.readers.ics_occurrences import Occurrences, Places, occurrences
from summit_tui.formats.readers.ics_zones import Moment, Zones
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.prose import line
from summit_tui.formats.readers.recurring import Budget

_STEPS = 200_000
_MOST_EACH = 200
_TOO_OFTEN = "it recurs too often: some of it is left out"
_FAR = timedelta(days=2)
"""Zones are up to a day apart; what is outside the days is left out by its instant after that."""


class Appointments(NamedTuple):
    """What a calendar says of the days of an event."""

    sessions: tuple[Session, ...] = ()
    """In time order, with ids `busy-1`, `busy-2` … but for those that a session has."""
    notes: tuple[str, ...] = ()
    """What could not be read, one sentence each."""


class _Days(NamedTuple):
    """The first instant of the event's first day, and that of the day after its last."""

    begin: datetime
    end: datetime


def appointments(calendars: Iterable[bytes], catalogue: Catalogue) -> Appointments:
    """Return the appointments of the event's days in `calendars`, each the bytes of a file.

    Nothing where no session has a time yet. NotAProgramme where one is far too large.
    """
    days = _days_of(catalogue)
    if days is None:
        return Appointments()
    notes = Notes()
    found = [each for data in calendars for each in _of(data, days, catalogue.event.zone, notes)]
    found.sort(key=lambda one: (one.start.timestamp() if one.start else 0.0, one.title))
    named = (one._replace(id=name) for one, name in zip(found, _names(catalogue), strict=False))
    told = [note for note in notes.told(str) if note.sort == "unread"]
    return Appointments(tuple(named), tuple(map(str, told)))


def _names(catalogue: Catalogue) -> Iterator[str]:
    """Yield ids without end that no session of the programme has: it may have a talk `busy-1`."""
    return filter(lambda name: catalogue.get(name) is None, map("busy-{}".format, count(1)))


def _days_of(catalogue: Catalogue) -> _Days | None:
    dates = {day for one in catalogue.sessions for day in _dates(one)}
    if not dates:
        return None
    midnights = (min(dates), max(dates) + timedelta(days=1))
    begin, end = (datetime(d.year, d.month, d.day, tzinfo=catalogue.event.zone) for d in midnights)
    return _Days(begin, end)


def _dates(session: Session) -> Iterator[date]:
    if session.start is not None:
        yield session.start.date()
        yield (session.end or session.start).date()


def _of(data: bytes, days: _Days, zone: ZoneInfo, notes: Notes) -> Iterator[Session]:
    parts = parse(data, notes)
    zones, budget = Zones(parts, notes), Budget(_STEPS)
    events = [event for part in parts for event in part.within("VEVENT")]
    if not events:
        notes.add("unread", "a calendar without an event (VEVENT)")
    replaced = _replaced(events, zones)
    for event in events:
        if not _takes_time(event):
            continue
        try:
            length = _length(event, zones, zone)
            found = _occurrences(event, days, length, zones, budget, replaced)
            yield from _sessions(event, found.moments, length, days, zone)
            problems = [*found.unread, *([_TOO_OFTEN] if found.given_up else [])]
        except ValueError as error:
            problems = [str(error)]
        for problem in problems:
            notes.add("unread", f"appointments: {problem}", f"line {event.line}")


def _takes_time(event: Component) -> bool:
    """Return whether I am busy meanwhile."""
    free = event.text("TRANSP").strip().upper() == "TRANSPARENT"
    cancelled = event.text("STATUS").strip().upper() == "CANCELLED"
    ours = OWN_UID.fullmatch(event.text("UID").strip())
    return not (free or cancelled or ours)


def _replaced(events: Iterable[Component], zones: Zones) -> dict[str, Places]:
    """Return, by UID, the occurrences that another entry moved or took back."""
    found: dict[str, list[Moment]] = {}
    for event in events:
        written = event.first("RECURRENCE-ID")
        if written is not None:
            try:
                moment = zones.moment(written, "")
            except ValueError:
                continue  # the entry itself counts all the same
            found.setdefault(event.text("UID").strip(), []).append(moment)
    return {uid: Places(moments) for uid, moments in found.items()}


def _occurrences(
    event: Component,
    days: _Days,
    length: timedelta,
    zones: Zones,
    budget: Budget,
    replaced: dict[str, Places],
) -> Occurrences:
    alone = event.first("RECURRENCE-ID") is not None
    return occurrences(
        event,
        zones,
        budget,
        most=_MOST_EACH,
        after=days.begin.replace(tzinfo=None) - length - _FAR,
        before=days.end.replace(tzinfo=None) + _FAR,
        without=None if alone else replaced.get(event.text("UID").strip()),
    )


def _sessions(
    event: Component, moments: Iterable[Moment], length: timedelta, days: _Days, zone: ZoneInfo
) -> Iterator[Session]:
    for moment in moments:
        start = moment.instant(zone)
        inside = start < days.end and start + length > days.begin
        if inside and not moment.is_date and length:
            yield Session(
                id="",
                title=line(event.text("SUMMARY")) or "busy",
                kind=APPOINTMENT,
                start=start.astimezone(zone),
                duration=int(length.total_seconds() // 60),
            )


def _length(event: Component, zones: Zones, zone: ZoneInfo) -> timedelta:
    """Return how long it takes; nothing where it does not say."""
    written, start = event.first("DTEND"), event.first("DTSTART")
    if written is not None and start is not None:
        tzid = start.parameters.get("TZID", "")
        begins, ends = zones.moment(start, ""), zones.moment(written, tzid)
        return max(timedelta(), ends.instant(zone) - begins.instant(zone))
    return timedelta(minutes=parse_duration(event.text("DURATION").strip() or "0m"))
