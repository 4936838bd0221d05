"""What schedule.xml and schedule.json have in common: the fields of frab and its successors.

Both readers hand over each event as a mapping with the names of the JSON; so one event comes out
the same from either. The format is described at https://c3voc.de/wiki/schedule; real files differ
from it and from each other in every detail, so nothing is required here but that it is an event.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.times import parse_date, parse_time
from summit_tui.formats.readers import names
from summit_tui.formats.readers.draft import (
    Draft,
    DraftDay,
    DraftEvent,
    DraftRoom,
    DraftSession,
    DraftSpeaker,
)
from summit_tui.formats.readers.moments import is_date
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.sheet_dates import Dates
from summit_tui.formats.readers.values import first, is_true, items, mapping, text

FORMAT = "frab"
"""What a session's `source` calls it: XML and JSON have the same ids."""
LISTED_IN = " listed in"
"""The key under which a reader says in which room an event is listed; no producer writes it."""
_TAKEN_OVER = (
    "id guid code slug url date start end duration room title subtitle track type language "
    "abstract description persons links attachments feedback_url origin_url video_download_url "
    "do_not_record recording recording_license optout status state logo"
)
_KNOWN = {LISTED_IN, *_TAKEN_OVER.split()}
_ADDRESSES = (
    ("page", "url"),
    ("origin", "origin_url"),
    ("video", "video_download_url"),
    ("feedback", "feedback_url"),
)


@dataclass(frozen=True, slots=True)
class ListedDay:
    """A day with the events listed under it, in the order of the file."""

    date: str
    begins: str
    events: tuple[Mapping[str, Any], ...]
    """Each with `LISTED_IN` where the file lists it in a room."""


def draft(
    conference: Mapping[str, Any],
    days: Iterable[ListedDay],
    *,
    rooms: tuple[DraftRoom, ...],
    tracks: tuple[str, ...],
    version: str,
    base: str,
    notes: Notes,
) -> Draft:
    """Return what a schedule says; `conference` is its head, with the names of the JSON."""
    days = tuple(_dated(days, notes))
    listed = [(day, event) for day in days for event in day.events]
    change = text(conference.get("day_change"))
    return Draft(
        event=_event(conference, version),
        sessions=tuple(_session(event, day, change, notes) for day, event in listed),
        notes=notes,
        days=tuple(DraftDay(day.date, day.begins) for day in days),
        rooms=rooms,
        tracks=tracks,
        base=text(conference.get("base_url")) or base,
    )


def _dated(days: Iterable[ListedDay], notes: Notes) -> Iterator[ListedDay]:
    """Yield the days with their dates as ISO has them, however they are spelled."""
    days = tuple(days)
    dates = Dates([day.date for day in days if not is_date(day.date)], notes)
    for day in days:
        iso = "" if is_date(day.date) else dates.day(day.date).iso
        yield replace(day, date=iso) if iso else day


def _event(conference: Mapping[str, Any], version: str) -> DraftEvent:
    place = (first(conference, "venue"), first(conference, "city"))
    return DraftEvent(
        name=first(conference, "title"),
        id=first(conference, "acronym"),
        venue=", ".join(part for part in place if part),
        url=first(conference, "url", "base_url"),
        timezone=first(conference, "time_zone_name", "timezone", "time_zone"),
        version=version,
    )


def _session(event: Mapping[str, Any], day: ListedDay, change: str, notes: Notes) -> DraftSession:
    guid = first(event, "guid")
    ids = {"format": FORMAT, "id": first(event, "id"), "guid": guid}
    session = DraftSession(
        title=text(event.get("title")),
        id=first(event, "code", "id") or guid,
        code=first(event, "code"),
        subtitle=text(event.get("subtitle")),
        kind=text(event.get("type")),
        tracks=(text(event.get("track")),),
        start=_start(event, day.date, change),
        clock=first(event, "start") if first(event, "date") else "",
        end=first(event, "end"),
        duration=first(event, "duration"),
        day=day.date,
        room=first(event, LISTED_IN, "room"),
        language=first(event, "language"),
        status=first(event, "status", "state"),
        recorded=False if _opts_out(event) else None,
        speakers=tuple(_speakers(event, notes)),
        links=tuple(_links(event)),
        texts=(text(event.get("abstract")), text(event.get("description"))),
        run=guid,
        source=tuple((key, value) for key, value in ids.items() if value),
    )
    _tell(event, session, notes)
    return session


def _start(event: Mapping[str, Any], day: str, change: str) -> str:
    """Return the moment: the event's date, else its time on the day, after midnight on the next."""
    start = first(event, "start")
    if moment := first(event, "date"):
        return moment if ":" in moment or not start else f"{moment}T{start}"
    if not start or not day or "-" in start:
        return start or day
    with suppress(ValueError, OverflowError):
        if parse_time(start) < parse_time(change):
            day = (parse_date(day) + timedelta(days=1)).isoformat()
    return f"{day}T{start}"


def _opts_out(event: Mapping[str, Any]) -> bool:
    optout = mapping(event.get("recording")).get("optout", event.get("do_not_record"))
    return is_true(optout)


def _speakers(event: Mapping[str, Any], notes: Notes) -> Iterator[DraftSpeaker]:
    given = event.get("persons")
    for person in names.parted(given) if isinstance(given, str) else items(given):
        if isinstance(person, str):
            yield DraftSpeaker(person)
            continue
        known = mapping(person)
        name = first(known, "public_name", "full_public_name", "name")
        if not name and known:
            name = f"{first(known, 'first_name')} {first(known, 'last_name')}".strip()
        if first(known, "biography", "description", "abstract"):
            notes.add("left out", "biographies: a catalogue has no place for them", name)
        role = first(known, "role").lower()
        company = first(known, "organization", "company")
        yield DraftSpeaker(name, "" if role == "speaker" else role, company)


def _links(event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, key in _ADDRESSES:
        if url := first(event, key):
            yield name, url
    for link in (*items(event.get("links")), *items(event.get("attachments"))):
        if isinstance(link, str):
            yield "", link
            continue
        known = mapping(link)
        name, url = first(known, "title", "name"), first(known, "url", "href")
        # Old schedules have the address as the text of the link.
        yield ("", name) if not url and ":" in name else (name or _sort(known), url)


def _sort(link: Mapping[str, Any]) -> str:
    """Return what the link is, as far as the source says more than that it is one."""
    sort = first(link, "type", "service").lower()
    return "" if sort in ("related", "web", "href") else sort


def _tell(event: Mapping[str, Any], session: DraftSession, notes: Notes) -> None:
    """Note what a session could not take over."""
    own = first(event, "room")
    if own and own != session.room:
        message = f"listed in {quoted([session.room])}, its own room is {quoted([own])}"
        notes.add("changed", f"{message}: the first holds", session)
    if first(event, "logo") or mapping(event.get("logo")):
        notes.add("left out", "logos: a catalogue has no place for them", session)
    for key in sorted(event.keys() - _KNOWN):
        if event[key] not in (None, "", [], {}, False):
            name = clean_line(str(key))[:40]
            notes.add("left out", f"<{name}>: a catalogue has no place for it", session)
