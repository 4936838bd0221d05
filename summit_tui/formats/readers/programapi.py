"""EuroPython's programme API: sessions.json with speakers.json beside it, or schedule.json.

Its codes are pretalx's. Times, rooms and speakers are absent while they are not published.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from summit_tui.formats.readers import pretalx
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import (
    Draft,
    DraftEvent,
    DraftRoom,
    DraftSession,
    DraftSpeaker,
    Hints,
)
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.values import first, items, mapping, mappings, text

_LEVELS = ("beginner", "intermediate", "advanced")
_SURE = frozenset(("tweet", "delivery", "level", "sessions_in_parallel", "website_url"))
"""Keys of a session, of which it has at least two."""
_TYPES = ("session_type", "submission_type")
"""What the type is called: now, and in the first year of the API."""
_TAKEN_OVER = (
    "code title speakers session_type submission_type state slug track abstract tweet duration "
    "level delivery resources room rooms start end website_url youtube_url event_type "
    "sessions_in_parallel sessions_after sessions_before next_session prev_session "
    "talks_in_parallel talks_after talks_before next_talk prev_talk next_talk_code prev_talk_code"
)
_KNOWN = frozenset(_TAKEN_OVER.split())

Thing = Mapping[str, Any]


def recognises(content: Content) -> bool:
    """Return whether it has sessions by their code, or days with events."""
    root = content.json
    if days := _days(root):
        return any("event_type" in one for day in days for one in mappings(day.get("events")))
    found = mappings(root)
    return bool(found) and all(_is_session(one) for one in found[:3])


def _is_session(one: Thing) -> bool:
    sure = len(_SURE & one.keys()) > 1
    typed = any(key in one for key in _TYPES)
    return sure and typed and all(key in one for key in ("code", "title"))


def read(content: Content, hints: Hints) -> Draft:
    """Return what the sessions say, with the speakers and breaks that lie beside them."""
    companions = [each.json for each in content.beside.values() if each.family == "json"]
    speakers = _by_code([content.json, *companions], "name")
    entries = _entries(content.json)
    if not _days(content.json) and (odd := len(items(content.json)) - len(entries)):
        content.notes.add("unread", f"{odd} entries that are no sessions")
    if _days(content.json):
        sessions = _by_code(companions, "title")
        talks: list[Thing] = [
            {**sessions.get(first(one, "code"), {}), **_said(one)} for one in entries
        ]
    else:
        events = [one for each in companions if _days(each) for one in _entries(each)]
        talks = entries + [one for one in events if first(one, "event_type") == "break"]
    listings = [each for one in talks for each in _listings(one, speakers, content.notes)]
    rooms = dict.fromkeys(name for day in _days(content.json) for name in _rooms(day))
    return Draft(
        event=_event(listings),
        sessions=tuple(listings),
        notes=content.notes,
        rooms=tuple(DraftRoom(name) for name in sorted(rooms)),
        levels=_LEVELS,
    )


def _days(root: Any) -> list[Thing]:
    """Return the days of a schedule; none when `root` is no schedule."""
    return mappings(mapping(root).get("days"))


def _entries(root: Any) -> list[Thing]:
    """Return the sessions, or a schedule's events."""
    if days := _days(root):
        return [one for day in days for one in mappings(day.get("events"))]
    return mappings(root)


def _rooms(day: Thing) -> Iterator[str]:
    yield from filter(None, map(text, items(day.get("rooms"))))


def _said(one: Thing) -> Thing:
    return {key: value for key, value in one.items() if value not in (None, "", [])}


def _by_code(found: list[Any], key: str) -> dict[str, Thing]:
    """Return the sessions or speakers in `found`: those that have `key`."""
    things = (one for each in found for one in mappings(each) if "code" in one and key in one)
    return {first(one, "code"): one for one in things}


def _event(sessions: list[DraftSession]) -> DraftEvent:
    """Return the event by the site that the sessions' pages are on."""
    for name, address in (link for one in sessions for link in one.links):
        if name == "page":
            try:
                host = urlsplit(address).hostname or ""
            except ValueError:  # brackets that are no IPv6 address
                continue
            return DraftEvent(name=host, url=f"https://{host}/" if host else "")
    return DraftEvent()


def _listings(one: Thing, speakers: Mapping[str, Thing], notes: Notes) -> Iterator[DraftSession]:
    """Yield a session once for each of its rooms: it is one to whoever joins them."""
    rooms = list(dict.fromkeys(_rooms(one))) or [text(one.get("room"))]
    unknown: list[str] = []
    people = tuple(_speakers(one, speakers, unknown, notes))
    code, start, end = first(one, "code"), first(one, "start"), first(one, "end")
    title, service = text(one.get("title")), first(one, "event_type") == "break"
    for room in rooms:
        made = DraftSession(
            title=title,
            code=code,
            kind=first(one, *_TYPES),
            service=service,
            level=text(one.get("level")),
            tracks=(text(one.get("track")),),
            start=start,
            end=end,
            duration="" if start and end else first(one, "duration"),
            room=room,
            speakers=people,
            tags=(text(one.get("delivery")),),
            links=tuple(_links(one)),
            texts=(text(one.get("abstract")) or text(one.get("tweet")),),
            run=code or f"{title} {start}",
            source=(("format", pretalx.FORMAT), ("code", code)) if code else (),
        )
        _tell(made, one, unknown, notes)
        yield made


def _speakers(
    one: Thing, speakers: Mapping[str, Thing], unknown: list[str], notes: Notes
) -> Iterator[DraftSpeaker]:
    for person in items(one.get("speakers")):
        found = mapping(person) or speakers.get(text(person), {})
        name = first(found, "name")
        if not name:
            unknown.append(text(person))
            continue
        if first(found, "biography"):
            notes.add("left out", pretalx.BIOGRAPHIES, name)
        yield DraftSpeaker(name, company=first(found, "affiliation"))


def _links(one: Thing) -> Iterator[tuple[str, str]]:
    for name, key in (("page", "website_url"), ("video", "youtube_url")):
        if url := first(one, key):
            yield name, url
    for resource in mappings(one.get("resources")):
        yield first(resource, "description"), first(resource, "resource")


def _tell(made: DraftSession, one: Thing, unknown: list[str], notes: Notes) -> None:
    """Note what a session could not take over."""
    if unknown:
        message = "speakers are given by code only: no speakers.json beside it tells their names"
        notes.add("unread", message, made)
    if first(one, "tweet") and first(one, "abstract"):
        notes.add("left out", "short versions of the abstract", made)
    pretalx.tell_unknown(made, one, _KNOWN, notes)
