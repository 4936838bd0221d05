"""Hoverboard and other DevFest sites: sessions, speakers and schedule, in JSON or YAML.

Sessions lie by their id, or in a list; times only in the schedule, where the place in a slot is the
track and so the room. A session in slots that follow each other is one long session, in others it
has several runs.
"""

import re
from dataclasses import replace
from typing import Any, NamedTuple

from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.yamlio import YamlSyntaxError
from summit_tui.formats.readers import encodings, json_list
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
from summit_tui.formats.readers.hoverboard_schedule import (
    Slot,
    Thing,
    days_of,
    joined,
    rooms_of,
    slots_of,
)
from summit_tui.formats.readers.listed_ids import meaning
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.values import first, is_true, items, mapping, text

FORMAT = "hoverboard"
_A_LIST = re.compile(r"\s*(?:---[^\n]*\n\s*|#[^\n]*\n\s*)*-\s")
_TAKEN_OVER = (
    "id title description language speakers complexity level tags presentation videoId image icon "
    "track subtype type format service place room"
)
_KNOWN = frozenset(_TAKEN_OVER.split())
_TELLING = frozenset(("description", "speakers", "language", "complexity", "service", "track"))
_FOREIGN = frozenset(("session_type", "submission_type", "questionAnswers", "sessions", "abstract"))
_TIMES = ("start", "time", "date")
_NO_PLACE = {
    "biographies": ("bio", "shortBio"),
    "pictures": ("photoUrl", "photo", "thumbnailUrl"),
    "links of speakers": ("socials", "social"),
}


class Site(NamedTuple):
    """What the files of a site hold, by id."""

    sessions: dict[str, Thing]
    speakers: dict[str, Thing]
    days: list[Thing]


def recognises(content: Content) -> bool:
    """Return whether there are sessions by id, or a schedule of their ids."""
    head = encodings.looked_at(content.data[:4000])
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
    values = [_value(content, notes)]
    strange = []
    for name, each in content.beside.items():
        try:
            values.append(_value(each, notes))
        except YamlSyntaxError as error:
            notes.add("unread", f"it is no YAML: {error}, line {error.line + 1}", name)
            continue
        if not any(_site(values[-1:])):
            strange.append(name)
    if strange and json_list.is_scheduled(content):
        return json_list.read(content, hints)
    message = "nothing in it is known: neither sessions, nor speakers, nor their times"
    for name in strange:
        notes.add("unread", message, name)
    site = _site(values)
    if not site.sessions:
        raise NotAProgramme("this is a schedule without its sessions: import the sessions' file")
    slots = list(slots_of(site.days, notes))
    listings = [
        made
        for key, one in site.sessions.items()
        for made in _listings(key, one, site, slots, notes)
    ]
    _tell_missing(slots, site, notes)
    _tell_people(site, notes)
    rooms = dict.fromkeys(room for day in site.days for room in rooms_of(day))
    return Draft(
        DraftEvent(), tuple(listings), notes, rooms=tuple(DraftRoom(room) for room in rooms if room)
    )


def _value(content: Content, notes: Notes | None = None) -> Any:
    if content.family == "json":
        return content.json
    found, faults = content.yaml
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
            if days := days_of(part):
                site.days.extend(days)
            elif found and all(map(_is_person, found.values())):
                site.speakers.update(found)
            elif found and _are_sessions(list(found.values())[:10]):
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


def _is_foreign(key: str) -> bool:
    """Return whether a key is of sessions of another format: those that have times, above all."""
    return key in _FOREIGN or meaning(key).field in _TIMES


def _are_sessions(found: list[Thing]) -> bool:
    """Return whether they are sessions of such a site, which have no time of their own.

    Some may say no more than a title: `TBA`.
    """
    own = all("title" in each and not any(map(_is_foreign, each)) for each in found)
    return own and 2 * sum(bool(_TELLING & each.keys()) for each in found) >= len(found)


def _listings(
    key: str, one: Thing, site: Site, slots: list[Slot], notes: Notes
) -> list[DraftSession]:
    """Return a session once for each time it begins."""
    bare = _session(key, one, site)
    runs = joined([slot for slot in slots if slot.key == key])
    timed = (replace(bare, start=each.start, end=each.end, day=each.day) for each in runs)
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


def _session(key: str, one: Thing, site: Site) -> DraftSession:
    people = [site.speakers.get(text(who), mapping(who)) for who in items(one.get("speakers"))]
    video = first(one, "videoId")
    links = (("slides", first(one, "presentation")), ("video", _VIDEO + video if video else ""))
    return DraftSession(
        title=text(one.get("title")),
        id=key,
        kind=first(one, "subtype", "type", "format"),
        service=is_true(one.get("service")),
        level=first(one, "complexity", "level"),
        tracks=(first(mapping(one.get("track")), "title", "name") or text(one.get("track")),),
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
