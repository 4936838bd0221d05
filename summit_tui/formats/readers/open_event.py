"""Open Event, as its servers export it: sessions with speakers, tracks and rooms beside them.

Keys are written with hyphens or underscores, by generation. Proposals that were not accepted are
in the same list: they are counted and left out. Speakers, tracks and rooms may be given whole, by
id and name, or by id alone; event.json has the zone.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import (
    Draft,
    DraftEvent,
    DraftRoom,
    DraftSession,
    DraftSpeaker,
    Hints,
)
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.values import first, is_true, items, mapping, mappings, text

FORMAT = "open-event"
_NOT_ACCEPTED = frozenset(
    ("rejected", "draft", "pending", "withdrawn", "not accepted", "submitted", "deleted")
)
_SURE = frozenset(
    ("microlocation", "short-abstract", "long-abstract", "session-type", "slides-url")
)
"""Keys of a session, of which it has at least two."""
_TAKEN_OVER = (
    "short-abstract long-abstract speakers subtitle language session-type track starts-at ends-at "
    "start-time end-time title state slides-url video-url audio-url slides video audio signup-url "
    "microlocation id level status link is-deleted deleted-at"
)
_KNOWN = frozenset(_TAKEN_OVER.split())
_LINKS = {"slides": "slides", "video": "video", "audio": "audio", "signup": "sign up", "link": ""}
_PERSONAL = {
    "biographies": ("short-biography", "long-biography"),
    "pictures": ("photo-url",),
    "links of speakers": ("twitter", "linkedin", "github", "facebook", "website"),
}

Thing = Mapping[str, Any]


def recognises(content: Content) -> bool:
    """Return whether it is a list of sessions."""
    found = [_kebab(each) for each in mappings(content.json)[:3]] if _is_list(content) else []
    return bool(found) and all(len(_SURE & each.keys()) > 1 and "title" in each for each in found)


def read(content: Content, hints: Hints) -> Draft:
    """Return what the sessions say, with what lies beside them."""
    known = _Known(content)
    entries = [_kebab(each) for each in mappings(content.json)]
    if odd := len(items(content.json)) - len(entries):
        content.notes.add("unread", f"{odd} entries that are no sessions")
    sessions = [_session(each, known, content.notes) for each in _accepted(entries, content.notes)]
    known.tell(content.notes)
    return Draft(
        event=known.event(),
        sessions=tuple(sessions),
        notes=content.notes,
        rooms=tuple(known.unlisted_rooms()),
        tracks=tuple(known.name("tracks", each) for each in known.listed("tracks")),
    )


def _is_list(content: Content) -> bool:
    return isinstance(content.json, list)


def _kebab(value: Thing) -> Thing:
    return {str(key).replace("_", "-"): each for key, each in value.items()}


def _accepted(entries: list[Thing], notes: Notes) -> Iterator[Thing]:
    """Yield the sessions that take place; the others are noted."""
    for each in entries:
        state = fold(first(each, "state", "status")).strip()
        gone = is_true(each.get("is-deleted")) or bool(first(each, "deleted-at"))
        if state not in _NOT_ACCEPTED and not gone:
            yield each
            continue
        told = "deleted" if gone else state
        place = clean_line(first(each, "id"))[:40], clean_line(first(each, "title"))[:60]
        notes.add("left out", f"proposals that are '{told}' are no sessions", place)


class _Known:
    """What the files beside the sessions tell about speakers, rooms, tracks and the event."""

    def __init__(self, content: Content) -> None:
        self._lists: dict[str, dict[str, Thing]] = {}
        self._event: Thing = {}
        self._used: set[str] = set()
        for name, companion in content.beside.items():
            if companion.family != "json":
                continue
            word = name.rsplit(".", 1)[0].rsplit("-", 1)[-1]
            if isinstance(companion.json, dict) and word == "event":
                self._event = _kebab(companion.json)
            things = [_kebab(each) for each in mappings(companion.json)]
            self._lists[word] = {first(each, "id"): each for each in things if first(each, "id")}

    def listed(self, word: str) -> list[Thing]:
        """Return all things in the file called `word`."""
        return list(self._lists.get(word, {}).values())

    def whole(self, word: str, given: Any) -> Thing:
        """Return a thing that a session gives whole or by its id, with what its file adds."""
        found = _kebab(mapping(given))
        key = first(found, "id") or text(given)
        beside = self._lists.get(word, {}).get(key, {})
        if word == "speakers":
            self._used.add(key)
        return {**beside, **{name: each for name, each in found.items() if each not in ("", None)}}

    def name(self, word: str, given: Any) -> str:
        """Return the name of such a thing."""
        return first(self.whole(word, given), "name")

    def room(self, given: Any) -> str:
        """Return the room a session names, in the spelling of the list of rooms.

        Names are believed over ids, which servers mixed up.
        """
        name = self.name("microlocations", given)
        return self._spelling.get(_squeezed(name), name)

    @cached_property
    def _spelling(self) -> dict[str, str]:
        names = [first(each, "name") for each in self.listed("microlocations")]
        return {_squeezed(name): name for name in names}

    def event(self) -> DraftEvent:
        """Return the event as event.json has it."""
        get = self._event
        return DraftEvent(
            name=first(get, "name"),
            venue=first(get, "location-name"),
            url=first(get, "external-event-url"),
            timezone=first(get, "timezone"),
        )

    def unlisted_rooms(self) -> Iterator[DraftRoom]:
        """Yield the rooms in microlocations.json."""
        for each in self.listed("microlocations"):
            yield DraftRoom(first(each, "name"))

    def tell(self, notes: Notes) -> None:
        """Note what of the speakers has no place in a catalogue."""
        for key, who in self._lists.get("speakers", {}).items():
            name = clean_line(first(who, "name"))[:60]
            if key not in self._used:
                notes.add("left out", "speakers without a session", name)
            for what, keys in _PERSONAL.items():
                if first(who, *keys):
                    notes.add("left out", f"{what}: a catalogue has no place for them", name)
        if first(self._event, "description"):
            notes.add("left out", "the event's description: a catalogue has no place for it")


def _squeezed(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name)))


def _session(each: Thing, known: _Known, notes: Notes) -> DraftSession:
    given_id = first(each, "id")
    texts = text(each.get("short-abstract")), text(each.get("long-abstract"))
    kind = _type(first(mapping(each.get("session-type")), "name") or text(each.get("session-type")))
    session = DraftSession(
        title=text(each.get("title")),
        id=given_id,
        subtitle=text(each.get("subtitle")),
        kind=kind,
        level=first(mapping(each.get("level")), "name") or text(each.get("level")),
        tracks=(known.name("tracks", each.get("track")),),
        start=first(each, "starts-at", "start-time"),
        end=first(each, "ends-at", "end-time"),
        room=known.room(each.get("microlocation")),
        language=text(each.get("language")),
        status="cancelled" if fold(first(each, "state")) in ("canceled", "cancelled") else "",
        speakers=tuple(
            _speaker(known.whole("speakers", who)) for who in items(each.get("speakers"))
        ),
        links=tuple(_links(each)),
        texts=texts,
        run=" ".join((given_id, *texts)),  # one id may stand for different sessions
        source=tuple(pair for pair in (("format", FORMAT), ("id", given_id)) if pair[1]),
    )
    _tell(each, session, notes)
    return session


def _type(name: str) -> str:
    """Return the session type, but not one that only says how long: `2 hour session`."""
    words = [word for word in fold(name).split() if not word.strip("~+").isdigit()]
    length_only = set(words) <= {"hour", "hours", "minute", "minutes", "min", "session"}
    return "" if length_only else name


def _speaker(who: Thing) -> DraftSpeaker:
    return DraftSpeaker(first(who, "name"), first(who, "position"), first(who, "organisation"))


def _links(each: Thing) -> Iterator[tuple[str, str]]:
    for key, name in _LINKS.items():
        if url := first(each, f"{key}-url", key):
            yield name, url


def _tell(each: Thing, session: DraftSession, notes: Notes) -> None:
    """Note what a session could not take over."""
    if not all(who.name for who in session.speakers):
        notes.add("unread", "a speaker has no name and is not in speakers.json", session)
    if not session.room and each.get("microlocation"):
        notes.add("unread", "its room has no name and is not in microlocations.json", session)
    for key in sorted(each.keys() - _KNOWN):
        if each[key] not in (None, "", [], {}, False):
            name = clean_line(key)[:40]
            notes.add("left out", f"{quoted([name])}: a catalogue has no place for it", session)
