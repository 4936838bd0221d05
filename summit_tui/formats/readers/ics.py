"""iCalendar as events publish it (RFC 5545): Sched, pretalx, frab, hand-made and appointments'.

A calendar has no words for speakers, kinds, levels and tracks; they are read from where its
producers put them, and only where that is clear. What recurs becomes runs of one session.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import (
    Draft,
    DraftEvent,
    DraftSession,
    Hints,
    NotAProgramme,
)
from summit_tui.formats.readers.event_zones import is_zone
from summit_tui.formats.readers.ics_entry import OWN_UID, Entry
from summit_tui.formats.readers.ics_events import Reader
from summit_tui.formats.readers.ics_lines import Component, parse
from summit_tui.formats.readers.ics_zones import Zones
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.prose import line

_SCHED = re.compile(r"-//Sched\.(?:com|org) ([^/]+)//")
_PRETALX = re.compile(r"-//pretalx//[^/]*//([^/]+)")
_SCHED_HOST = re.compile(r"https?://[^/]+\.sched\.(?:com|org)/")
_LONGEST_NAME = 60
_NO_NAME = "Event Calendar"
_ZONES = ("X-WR-TIMEZONE", "TIMEZONE-ID", "TZID", "VTIMEZONE")
"""Where calendars name their zone, whatever the standard says."""
_UTC = ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu")


def recognises(content: Content) -> bool:
    """Return whether it is a calendar; the family has told already."""
    return content.family == "calendar"


def read(content: Content, hints: Hints) -> Draft:
    """Return what the calendar says; NotAProgramme when it holds no event."""
    notes = content.notes
    parts = parse(content.data, notes)
    entries = [
        Entry(event, event.text("UID").strip(), part.text("PRODID").strip(), _is_cancelled(part))
        for part in parts
        for event in part.within("VEVENT")
    ]
    others = Counter(
        _called(child) for part in parts for child in part.children if not _is_known(child)
    )
    if not entries:
        found = f", only {', '.join(others)}" if others else ""
        raise NotAProgramme(f"this is a calendar without an event (VEVENT){found}")
    for name, count in others.items():
        notes.add("left out", f"{count} {name}: no session", *_lines(parts, name))
    if any(one.cancelled for one in entries):
        notes.add("changed", "METHOD:CANCEL takes the whole calendar back: all is cancelled")
    zones = Zones(parts, notes)
    venue = _venue(entries)
    if venue:
        notes.add("changed", f"every place ends with {quoted([venue])}: taken as the venue")
    sessions = Reader(entries, venue, zones, notes).sessions()
    event = _event(parts, entries, venue, _zone(parts, zones, sessions), notes)
    return Draft(event=event, sessions=sessions, notes=notes)


def _is_cancelled(calendar: Component) -> bool:
    return calendar.text("METHOD").strip().upper() == "CANCEL"


def _is_known(child: Component) -> bool:
    return child.name in ("VEVENT", "VTIMEZONE", "VALARM")


def _called(child: Component) -> str:
    return line(child.name[:40]) or "components without a name"


def _lines(parts: Iterable[Component], name: str) -> list[str]:
    return [
        f"line {child.line}" for part in parts for child in part.children if _called(child) == name
    ]


def _event(
    parts: Sequence[Component], entries: Sequence[Entry], venue: str, zone: str, notes: Notes
) -> DraftEvent:
    """Return the edition, named after the first calendar that has a name."""
    names = [line(part.text("NAME", "X-WR-CALNAME", "SUMMARY")) for part in parts]
    names = [name for name in dict.fromkeys(names) if name]
    if len(names) > 1:
        notes.add("changed", f"several calendars in one: {quoted(names[:6])}: read as one event")
    products = [one.product for one in entries]
    sched = next((found for each in products if (found := _SCHED.match(each))), None)
    pretalx = next((found for each in products if (found := _PRETALX.match(each))), None)
    own = {found["event"] for one in entries if (found := OWN_UID.fullmatch(one.uid))}
    described = line(" ".join(dict.fromkeys(part.text("X-WR-CALDESC").strip() for part in parts)))
    named = names or [described] * (len(described) <= _LONGEST_NAME and described != _NO_NAME)
    name, called = (named or [""])[0], ""
    if sched:  # the name of its calendar is the one of its host
        name, called = sched[1], name
    elif len(own) == 1:
        called = own.pop()
    elif pretalx:
        called = pretalx[1]
    if described not in ("", name, _NO_NAME):
        notes.add("left out", "the calendar's description: a catalogue has no place for it")
    url = next((text for part in parts if (text := part.text("URL", "X-ORIGINAL-URL"))), "")
    host = _SCHED_HOST.match(entries[0].event.text("URL"))
    return DraftEvent(
        name=name,
        id=called,
        venue=venue,
        url=url if not host else host[0],
        timezone=zone,
    )


def _zone(parts: Iterable[Component], zones: Zones, sessions: Iterable[DraftSession]) -> str:
    """Return the event's zone: what the calendar says, else where most sessions are.

    A calendar that gives UTC for want of better names none: its sessions are not in Greenwich.
    """
    said = next((text for part in parts if (text := part.text(*_ZONES).strip())), "")
    zone = zones.name(said) or said
    usual = Counter(name for one in sessions if (name := zones.name(one.zone)))
    if not zone or zone in _UTC:
        zone = next((name for name, _ in usual.most_common() if name not in _UTC), "")
    defined = {name for tzid in zones.definitions if (name := zones.name(tzid))}
    if not zone and len(defined) == 1:
        zone = defined.pop()
    return zone if is_zone(zone) or not usual else usual.most_common(1)[0][0]


def _venue(entries: Iterable[Entry]) -> str:
    """Return the end, from a comma on, that the places of all sessions share."""
    places = {line(one.event.text("LOCATION")) for one in entries} - {""}
    parts = [place.split(", ")[::-1] for place in places]
    shared: list[str] = []
    for same in zip(*parts, strict=False):
        if len(set(same)) > 1:
            break
        shared.insert(0, same[0])
    rooms = {tuple(each[len(shared) :]) for each in parts} - {()}
    return ", ".join(shared) if len(rooms) > 1 else ""
