"""Hoverboard and other DevFest sites: sessions, speakers and schedule, in JSON or YAML.

Sessions lie by their id, or in a list; times only in the schedule, where the place in a slot is the
track and so the room. A session in slots that follow each other is one long session, in others it
has several runs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.yaml_values import foreign_value
from summit_tui.catalogue.yamlio import YamlSyntaxError
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import (
    Draft,
    DraftEvent,
    DraftRoom,
    DraftSession,
    DraftSpeaker,
    Hints,
    NotAProgramme,
)
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.values import first, items, mapping, mappings, text

FORMAT = "hoverboard"
_A_LIST = re.compile(r"\s*(?:---[^\n]*\n\s*|#[^\n]*\n\s*)*-\s")
_TAKEN_OVER = (
    "id title description language speakers complexity level tags presentation videoId image icon "
    "track subtype type format service place room"
)
_KNOWN = frozenset(_TAKEN_OVER.split())
_TELLING = frozenset(("description", "speakers", "language", "complexity", "service", "track"))
_NO_PLACE = {
    "biographies": ("bio", "shortBio"),
    "pictures": ("photoUrl", "photo", "thumbnailUrl"),
    "links of speakers": ("socials", "social"),
}
_PAUSE = timedelta(minutes=30)
"""So long a session pauses, when it takes several slots."""

Thing = Mapping[str, Any]


class Slot(NamedTuple):
    """Where the schedule has a session."""

    key: str
    start: str
    end: str
    room: str
    at: int
    """Which slot of the day it is."""
    column: int


class Site(NamedTuple):
    """What the files of a site hold, by id."""

    sessions: dict[str, Thing]
    speakers: dict[str, Thing]
    days: list[Thing]


def recognises(content: Content) -> bool:
    """Return whether there are sessions by id, or a schedule of their ids."""
    head = content.data[:4000].decode("utf-8-sig", "replace")  # `text` would tell of wrong bytes
    if content.family == "text" and not _A_LIST.match(head):
        return False
    try:
        site = _site([_value(content)])
    except YamlSyntaxError:
        return False
    return bool(site.sessions or site.days)


def read(content: Content, hints: Hints) -> Draft:
    """Return what the sessions say, at the times of the schedule."""
    notes = content.notes
    values = []
    for name, each in ((hints.name, content), *content.beside.items()):
        try:
            values.append(_value(each, notes))
        except YamlSyntaxError as error:
            notes.add("unread", f"it is no YAML: {error}, line {error.line + 1}", name)
    site = _site(values)
    if not site.sessions:
        raise NotAProgramme("this is a schedule without its sessions: import the sessions' file")
    slots = list(_slots(site.days, notes))
    listings = [
        made
        for key, one in site.sessions.items()
        for made in _listings(key, one, site, slots, notes)
    ]
    _tell_missing(slots, site, notes)
    _tell_people(site, notes)
    rooms = dict.fromkeys(room for day in site.days for room in _rooms(day))
    return Draft(
        DraftEvent(), tuple(listings), notes, rooms=tuple(DraftRoom(room) for room in rooms if room)
    )


def _value(content: Content, notes: Notes | None = None) -> Any:
    if content.family == "json":
        return content.json
    found, faults = foreign_value(content.text)
    for fault in faults if notes else ():
        (notes or Notes()).add("unread", fault)
    return found


def _site(values: list[Any]) -> Site:
    """Return what the files hold, told apart by what stands in them."""
    site = Site({}, {}, [])
    for value in values:
        whole = mapping(value)
        parts = [whole.get(key) for key in ("sessions", "speakers", "schedule") if key in whole]
        for part in parts if len(parts) > 1 else [value]:
            found = _by_id(part)
            if days := _days(part):
                site.days.extend(days)
            elif found and all(map(_is_person, found.values())):
                site.speakers.update(found)
            elif found and all(map(_is_session, list(found.values())[:5])):
                site.sessions.update(found)
    return site


def _by_id(value: Any) -> dict[str, Thing]:
    """Return the mappings in `value` by their key or id; none when there is something else."""
    if isinstance(value, dict):
        pairs = [(first(mapping(each), "id") or str(key), each) for key, each in value.items()]
    elif isinstance(value, list):
        pairs = [(first(mapping(each), "id"), each) for each in value]
    else:
        return {}
    wrong = any(not isinstance(each, dict) or not key for key, each in pairs)
    return {} if wrong else dict(pairs)


def _is_person(each: Thing) -> bool:
    return "name" in each and not {"timeslots", "description"} & each.keys()


def _is_session(each: Thing) -> bool:
    foreign = {"session_type", "questionAnswers", "starts-at", "starts_at", "startsAt", "sessions"}
    return "title" in each and bool(_TELLING & each.keys()) and not foreign & each.keys()


def _days(value: Any) -> list[Thing]:
    """Return the days of a schedule, with their date where that is the key."""
    days = [each for each in mappings(value) if isinstance(each.get("timeslots"), list)]
    if isinstance(value, dict):
        named = {id(each): key for key, each in value.items()}
        return [{"date": named[id(day)], **day} for day in days]
    return days


def _rooms(day: Thing) -> list[str]:
    return [
        first(each, "title", "name") for each in mappings(day.get("rooms") or day.get("tracks"))
    ]


def _slots(days: list[Thing], notes: Notes) -> Iterator[Slot]:
    """Yield the sessions of each slot."""
    for day in days:
        rooms, date = _rooms(day), first(day, "date")
        for at, slot in enumerate(mappings(day.get("timeslots"))):
            times = first(slot, "startTime"), first(slot, "endTime")
            start, end = (f"{date}T{_clock(each)}" if date and each else "" for each in times)
            columns = items(slot.get("sessionIds") or slot.get("sessions"))
            alone = len(columns) == 1 and len(rooms) > 1
            for column, cell in enumerate(columns):
                keys = items(mapping(cell).get("items")) or items(cell) or [cell]
                room = rooms[column] if column < len(rooms) and not alone else ""
                for key in map(text, keys):
                    if key:
                        yield Slot(key, start, end, room, at, column)


def _clock(time: str) -> str:
    return time.zfill(5) if re.fullmatch(r"\d:\d\d", time) else time


def _listings(
    key: str, one: Thing, site: Site, slots: list[Slot], notes: Notes
) -> list[DraftSession]:
    """Return a session once for each time it begins."""
    bare = _session(key, one, site)
    runs = _joined([slot for slot in slots if slot.key == key])
    timed = (replace(bare, start=each.start, end=each.end) for each in runs)
    made = [
        replace(listing, room=bare.room or each.room)
        for listing, each in zip(timed, runs, strict=True)
    ] or [bare]
    _tell(one, made[0], notes)
    if slots and not runs:
        notes.add("unread", "it is not in the schedule", bare)
    if len(runs) > 1:
        message = "listed at several times: each is a session of its own, linked"
        notes.add("changed", message, made[0])
    return made


def _joined(slots: list[Slot]) -> list[Slot]:
    """Return the runs: slots that follow each other in one column of a day are one."""
    runs: list[Slot] = []
    for slot in slots:
        last = runs[-1] if runs else None
        same = last is not None and (last.start[:10], last.column) == (slot.start[:10], slot.column)
        if last and same and slot.at == last.at + 1 and _soon(last.end, slot.start):
            runs[-1] = last._replace(end=slot.end, at=slot.at)
        else:
            runs.append(slot)
    return runs


def _soon(end: str, start: str) -> bool:
    """Return whether there is but a pause between two moments of a day."""
    try:
        pause = datetime.fromisoformat(start) - datetime.fromisoformat(end)
    except (ValueError, TypeError):
        return False
    return timedelta(0) <= pause <= _PAUSE


def _session(key: str, one: Thing, site: Site) -> DraftSession:
    people = [site.speakers.get(text(who), mapping(who)) for who in items(one.get("speakers"))]
    video = first(one, "videoId")
    links = (("slides", first(one, "presentation")), ("video", _VIDEO + video if video else ""))
    return DraftSession(
        title=text(one.get("title")),
        id=key,
        kind=first(one, "subtype", "type", "format"),
        service=one.get("service") is True,
        level=first(one, "complexity", "level"),
        tracks=(text(one.get("track")),),
        room=first(one, "place", "room"),
        language=text(one.get("language")),
        speakers=tuple(_speaker(who) for who in people),
        tags=tuple(map(text, items(one.get("tags")))),
        links=tuple(link for link in links if link[1]),
        texts=(text(one.get("description")),),
        run=key,
        source=(("format", FORMAT), ("id", key)),
    )


_VIDEO = "https://youtu.be/"


def _speaker(who: Thing) -> DraftSpeaker:
    name = f"{first(who, 'name')} {first(who, 'surname')}".strip()
    return DraftSpeaker(name, first(who, "title", "position"), first(who, "company"))


def _tell(one: Thing, made: DraftSession, notes: Notes) -> None:
    """Note what a session could not take over."""
    if not all(who.name for who in made.speakers):
        notes.add("unread", "speakers are given by id only: the file of speakers tells names", made)
    if first(one, "image", "icon"):
        notes.add("left out", "pictures: a catalogue has no place for them", made)
    for key in sorted(one.keys() - _KNOWN):
        if one[key] not in (None, "", [], {}, False):
            name = quoted([clean_line(key)[:40]])
            notes.add("left out", f"{name}: a catalogue has no place for it", made)


def _tell_missing(slots: list[Slot], site: Site, notes: Notes) -> None:
    for slot in slots:
        if slot.key not in site.sessions:
            message = "the schedule names a session that is not in the list"
            notes.add("unread", message, f"{clean_line(slot.key)[:40]} at {clean_line(slot.start)}")


def _tell_people(site: Site, notes: Notes) -> None:
    used = {text(who) for one in site.sessions.values() for who in items(one.get("speakers"))}
    for key, who in site.speakers.items():
        name = clean_line(_speaker(who).name)[:60]
        if key not in used:
            notes.add("left out", "speakers without a session", name)
        for what, keys in _NO_PLACE.items():
            if any(who.get(each) for each in keys):
                notes.add("left out", f"{what}: a catalogue has no place for them", name)
