"""schedule.xml out, as frab, pentabarf and pretalx have it: for Giggity, EventFahrplan and others.

It is valid against the XSD of https://c3voc.de/wiki/schedule, which is stricter than most of what
is published. A session without a start has no place in it. What has no element (levels, companies,
tags, …) stands twice: for people as lines of the description, which apps show, and for our own
import behind the root (`instruction`), so that what goes out comes in as it was.

Elements required by the XSD stand also where nothing is known: an unknown length is what the rest
of the program counts it as, and one of a day or more is cut, for Giggity reads a time of day there.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

from summit_tui.catalogue.model import ASSUMED_MINUTES, Catalogue, Session, Speaker
from summit_tui.catalogue.text import clean, clean_line
from summit_tui.formats.export import Export
from summit_tui.formats.instruction import instruction
from summit_tui.formats.writers.xml_days import Day, days
from summit_tui.formats.writers.xml_names import Names, acronym, made_guid, names, track_slugs

_LONGEST = 24 * 60 - 1
_NOWHEN = datetime(1970, 1, 1, tzinfo=UTC)
_HOST = re.compile(r"[A-Za-z0-9._%-]+(?::[0-9]{1,5})?(?=[/?#]|\Z)")
_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*"
"""What `quote` leaves alone in an anyURI (RFC 3986 §2.2)."""


def render(export: Export) -> bytes:
    """Return the scheduled sessions of the export as one schedule.xml in UTF-8."""
    catalogue = export.catalogue
    scheduled = [session for session in export.sessions if session.start is not None]
    called = names(catalogue.event, scheduled)
    listed = days(scheduled, catalogue.event.zone) or _no_days(catalogue)
    root = ET.Element("schedule")
    ET.SubElement(root, "generator", name="summit-tui")
    version = ET.SubElement(root, "version")
    root.append(_conference(catalogue, listed))
    for index, day in enumerate(listed, 1):
        root.append(_day(catalogue, day, index, called))
    ET.indent(root)
    version.text = hashlib.sha256(ET.tostring(root)).hexdigest()[:8]
    parts = [ET.tostring(root, "unicode", short_empty_elements=True)]
    parts.append(instruction({"event": dict(_beyond_the_head(catalogue))}))
    runs = _runs(scheduled)
    for session in scheduled:
        known = dict(_beyond(session, called[session.id], runs.get(session.id)))
        parts.append(instruction({"guid": called[session.id].guid} | known))
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *parts, ""]).encode()


def _no_days(catalogue: Catalogue) -> tuple[Day, ...]:
    """Return the empty day that a schedule must have at least."""
    nowhen = _NOWHEN.astimezone(catalogue.event.zone)
    return (Day(nowhen.date(), (), nowhen, nowhen),)


def _add(parent: ET.Element, name: str, text: object, **attributes: str) -> None:
    element = ET.SubElement(parent, name, attributes)
    element.text = clean(str(text)) or None


def _conference(catalogue: Catalogue, listed: tuple[Day, ...]) -> ET.Element:
    event, conference = catalogue.event, ET.Element("conference")
    _add(conference, "title", clean_line(event.name))
    _add(conference, "acronym", acronym(event))
    _add(conference, "start", listed[0].date)
    _add(conference, "end", listed[-1].date)
    _add(conference, "days", len(listed))
    if url := _address(event.url):
        _add(conference, "url", url)
    _add(conference, "time_zone_name", event.timezone)
    used = [clean_line(track) for day in listed for one in day.sessions for track in one.tracks]
    tracks = dict.fromkeys([*map(clean_line, catalogue.tracks), *used])
    for track, slug in track_slugs(filter(None, tracks)).items():
        ET.SubElement(conference, "track", name=track, slug=slug)
    return conference


def _day(catalogue: Catalogue, day: Day, index: int, called: dict[str, Names]) -> ET.Element:
    begins, ends = _moment(day.begins), _moment(day.ends)
    element = ET.Element("day", index=str(index), date=str(day.date), start=begins, end=ends)
    rooms: dict[str, list[Session]] = defaultdict(list)
    for session in day.sessions:
        rooms[clean_line(session.room or "")].append(session)
    known = {clean_line(room.name): rank for rank, room in enumerate(catalogue.rooms)}
    for name in sorted(rooms, key=lambda name: known.get(name, len(known))):
        guid = made_guid(catalogue.event, f"room/{name}")
        room = ET.SubElement(element, "room", name=name, guid=guid)
        for session in rooms[name]:
            room.append(_event(catalogue, session, name, called[session.id]))
    return element


def _event(catalogue: Catalogue, session: Session, room: str, called: Names) -> ET.Element:
    code = {"code": called.code} if called.code else {}
    event = ET.Element("event", {"id": str(called.number), "guid": called.guid} | code)
    if session.start is not None:
        _add(event, "date", _moment(session.start))
        _add(event, "start", f"{session.start:%H:%M}")
    _add(event, "duration", "{:02d}:{:02d}".format(*divmod(_minutes(session), 60)))
    _add(event, "room", room)
    _add(event, "title", _shown_title(session))
    _add(event, "subtitle", clean_line(session.subtitle or ""))
    _add(event, "track", clean_line(session.track or ""))
    _add(event, "type", session.kind)
    _add(event, "language", session.language or "")
    _add(event, "abstract", session.abstract or "")
    _add(event, "description", "\n".join(_for_people(catalogue, session)))
    if session.recorded is not None:
        recording = ET.SubElement(event, "recording")
        _add(recording, "license", "")
        _add(recording, "optout", str(not session.recorded).lower())
    persons = ET.SubElement(event, "persons")
    for speaker in session.speakers:
        _add(persons, "person", clean_line(speaker.name))
    links = ET.SubElement(event, "links")
    for link in session.links:
        _add(links, "link", clean_line(link.name), href=clean_line(link.url))
    return event


def _moment(moment: datetime) -> str:
    """Return `2019-04-02T11:30:00+02:00`; in UTC where the offset had seconds, long ago."""
    offset = moment.utcoffset()
    odd = offset is not None and offset.total_seconds() % 60
    return (moment.astimezone(UTC) if odd else moment).isoformat(timespec="seconds")


def _minutes(session: Session) -> int:
    return min(ASSUMED_MINUTES if session.duration is None else session.duration, _LONGEST)


def _address(url: str | None) -> str:
    """Return an anyURI of the web, empty when `url` is none."""
    scheme, _, rest = clean_line(url or "").partition("://")
    rest = quote(rest, safe=_IN_ADDRESSES)
    if scheme.lower() not in ("http", "https") or not _HOST.match(rest):
        return ""
    return f"{scheme.lower()}://{rest}"


def _shown_title(session: Session) -> str:
    """Return the title; lists show nothing else, so it says what will not take place."""
    title = clean_line(session.title)
    return f"CANCELLED: {title}" if session.cancelled else title


def _for_people(catalogue: Catalogue, session: Session) -> Iterator[str]:
    """Yield what apps have no place for, a line each."""
    facts: list[object] = [session.code]
    facts.append(catalogue.scale.get(session.level))
    facts += session.tracks[1:]
    facts.append(None if session.status == "confirmed" else session.status)
    facts.append(session.capacity and f"{session.capacity} seats")
    if shown := " · ".join(clean_line(str(fact)) for fact in facts if fact):
        yield shown
    for speaker in session.speakers:
        if about := ", ".join(part for part in (speaker.role, speaker.company) if part):
            yield f"{clean_line(speaker.name)}: {clean_line(about)}"
    if session.tags:
        yield f"Tags: {clean_line(', '.join(session.tags))}"


def _beyond_the_head(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:
    event = catalogue.event
    yield from (pair for pair in (("venue", event.venue), ("note", event.note)) if pair[1])
    if event.url and _address(event.url) != event.url:
        yield "url", event.url
    yield "levels", [[level.value, level.name] for level in catalogue.scale.levels]
    if catalogue.rooms:
        yield "rooms", [[room.name, room.venue, room.capacity] for room in catalogue.rooms]


def _beyond(session: Session, called: Names, run: str | None) -> Iterator[tuple[str, Any]]:
    """Yield what the elements of `session` do not say, by the name of its field."""
    yield "id", session.id
    if session.code and not called.code:
        yield "code", session.code
    if session.duration is None or session.duration > _LONGEST:
        yield "duration", session.duration
    if session.title != _shown_title(session):
        yield "title", session.title
    if session.status != "confirmed":
        yield "status", session.status
    if any(speaker.role or speaker.company for speaker in session.speakers):
        yield "speakers", [_speaker(speaker) for speaker in session.speakers]
    if len(session.tracks) > 1:
        yield "tracks", list(session.tracks)
    facts = ("level", "recorded", "capacity", "tags")
    values = ((name, getattr(session, name)) for name in facts)
    yield from ((name, value) for name, value in values if value not in (None, ()))
    if run:
        yield "run", run


def _speaker(speaker: Speaker) -> list[str | None]:
    return [speaker.name, speaker.role, speaker.company]


def _runs(sessions: Iterable[Session]) -> dict[str, str]:
    """Return by id what the runs of a session share; an import takes two at one time for one."""
    groups: dict[str, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.start not in [other.start for other in groups[session.run_of]]:
            groups[session.run_of].append(session)
    several = {run: group for run, group in groups.items() if len(group) > 1}
    return {session.id: run for run, group in several.items() for session in group}
