"""From a draft to a catalogue: the one place where foreign values get our meaning.

Nothing is dropped without a note, and no session ever: what cannot be understood stays as a tag or
is told. The result reads back from our YAML without errors.
"""

from collections.abc import Iterable
from datetime import datetime
from math import inf
from typing import NamedTuple

from summit_tui.catalogue.levels import LevelValue, Scale
from summit_tui.catalogue.model import (
    Catalogue,
    Event,
    Link,
    Room,
    Session,
    SessionList,
    Speaker,
    programme_order,
)
from summit_tui.catalogue.text import clean, slug
from summit_tui.formats.readers import addresses, identity, undated, words
from summit_tui.formats.readers.draft import (
    Draft,
    DraftSession,
    DraftSpeaker,
    Hints,
    refuse_more,
)
from summit_tui.formats.readers.event_zones import event_zone
from summit_tui.formats.readers.hinted import hinted
from summit_tui.formats.readers.moments import Clock, is_date
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.prose import Markdown, joined, line

_MOST_CAPACITY = 9
_A_REMARK = 200
"""So long a text may be that says where there is lunch, and not what a session is about."""


class Built(NamedTuple):
    """A catalogue, and what is to be told of its making; places are sessions' ids or words."""

    catalogue: Catalogue
    notes: Notes
    ids: dict[DraftSession, str]
    """What each session of the draft is called; those joined into another are not among them."""


def build(draft: Draft, hints: Hints) -> Built:
    """Return what `draft` means; NotAProgramme when it has more sessions than any event."""
    refuse_more(len(draft.sessions))
    notes = Notes()
    notes.take(draft.notes)
    draft, before = hinted(draft, hints, notes)
    said, place = draft.event, draft.event.venue
    zone = event_zone(said.timezone, hints.timezone, draft.sessions, notes, place)
    event = _event(draft, zone, hints, notes)
    builder = _Builder(draft, Clock(zone, draft.days, notes), notes)
    sessions = builder.sessions()
    tracks = [line(track) for track in draft.tracks] + [t for one in sessions for t in one.tracks]
    rooms = _rooms(draft, [one.room for one in sessions], notes)
    tracks = [track for track in dict.fromkeys(tracks) if track]
    sessions.sort(key=programme_order)
    catalogue = Catalogue(event, SessionList(sessions), builder.scale, rooms, tuple(tracks))
    ids = builder.ids | {old: builder.ids[new] for old, new in before.items() if new in builder.ids}
    return Built(catalogue, notes, ids)


def _event(draft: Draft, zone: str, hints: Hints, notes: Notes) -> Event:
    name = line(draft.event.name) or line(draft.event.id) or line(hints.name) or "Programme"
    url = addresses.address(draft.event.url) or addresses.address(draft.base)
    if draft.event.url and not url:
        notes.add("unread", f"the event's address {quoted([line(draft.event.url)])}")
    event_id = slug(line(draft.event.id) or name)
    note, venue = clean(draft.event.note), line(draft.event.venue)
    return Event(event_id, name, zone, venue or None, url or None, note or None)


def _rooms(draft: Draft, used: Iterable[str | None], notes: Notes) -> tuple[Room, ...]:
    rooms: dict[str, Room] = {}
    for one in draft.rooms:
        name = line(one.name)
        capacity = _count(one.capacity)
        if one.capacity and capacity is None:
            notes.add("unread", f"capacity {quoted([one.capacity])}", name)
        if name:
            rooms.setdefault(name, Room(name, line(one.venue) or None, capacity))
    for room in used:
        if room:
            rooms.setdefault(room, Room(room))
    return tuple(rooms.values())


def _count(text: str) -> int | None:
    text = text.strip().removesuffix(".0")
    small = text.isascii() and text.isdigit() and len(text) <= _MOST_CAPACITY
    return int(text) if small else None


class _Builder:
    """Makes the sessions of one draft."""

    def __init__(self, draft: Draft, clock: Clock, notes: Notes) -> None:
        self._draft = draft
        self._clock = clock
        self._notes = notes
        self._markdown = Markdown(sum(len(text) for one in draft.sessions for text in one.texts))
        used = {line(one.level) for one in draft.sessions if one.level.strip()}
        offered = tuple(line(level) for level in draft.levels)
        self.scale: Scale = draft.scale or words.scale(used, offered)
        self.ids: dict[DraftSession, str] = {}

    def sessions(self) -> list[Session]:
        """Return all sessions, runs linked."""
        starts = {one: self._clock.start(one) for one in self._draft.sessions}
        days = self._clock.days(starts)
        listed = identity.joined(self._draft.sessions, lambda one: starts[one], self._notes)
        # By time, for formats of one event list its runs in different orders.
        in_order = sorted((one for one, _ in listed), key=lambda one: _seconds(starts[one]))
        self.ids = identity.ids(in_order, self._notes)
        made = []
        for one, also_in in listed:
            session = self._session(one, starts[one], also_in)
            day = self._clock.day(one, starts[one], days.get(one.day))
            made.append((session._replace(day=day), one.run))
        if self._markdown.stripped:
            self._notes.add("changed", "so much markup that some of it was taken out")
        runs = identity.runs(made)
        return [session._replace(repeats=runs.get(session.id)) for session, _ in made]

    def _session(
        self, one: DraftSession, start: datetime | None, also_in: tuple[str, ...]
    ) -> Session:
        title = line(one.title) or line(one.subtitle)
        if not title:
            kind = line(one.kind)
            pause = words.kind(kind)[0] in words.PAUSES
            title = line(one.code) or (kind if pause else "Untitled")
            self._notes.add("changed", f"it has no title: called {title}", one)
        subtitle = line(one.subtitle)
        tags = [*self._undated(one, start), *(line(tag) for tag in one.tags)]
        tags += [f"also in {name}" for room in also_in if (name := line(room))]
        tracks = dict.fromkeys(line(track) for track in one.tracks)
        self._tell_answers(one)
        return Session(
            id=self.ids[one],
            title=title,
            code=line(one.code) or None,
            subtitle=(subtitle if subtitle != title else "") or None,
            kind=self._kind(one, title, tags),
            level=self._level(one, tags),
            tracks=tuple(track for track in tracks if track),
            start=start,
            duration=self._clock.duration(one, start),
            room=line(one.room) or None,
            language=self._language(one, tags),
            status=self._status(one, title, tags),
            recorded=one.recorded,
            capacity=self._capacity(one),
            speakers=_speakers(one.speakers),
            links=self._links(one),
            abstract=self._abstract(one) or None,
            source=tuple((key, found) for key, value in one.source if (found := line(value))),
            tags=tuple(tag for tag in dict.fromkeys(tags) if tag),
        )

    def _undated(self, one: DraftSession, start: datetime | None) -> list[str]:
        """Return the time of day and what the day is called as tags, where they make no moment."""
        if start is not None:
            return []
        called = "" if is_date(one.day) else line(one.day)
        if not undated.is_alone(one.start):
            return [called]
        self._notes.add("unread", "its time has no date: kept as a tag", one)
        return [f"at {undated.shown(one.start)}", called]

    def _abstract(self, one: DraftSession) -> str:
        if self._draft.markdown:
            return clean("\n\n".join(filter(None, one.texts)))
        return joined(one.texts, self._markdown)

    def _kind(self, one: DraftSession, title: str, tags: list[str]) -> str:
        text = line(one.kind)
        if not text:
            return words.service_kind(title) if one.service else _untold_kind(one, title)
        kind, whole = words.kind(text)
        if not whole:
            tags.append(text)
        if not kind:
            message = f"the kind {quoted([text])} is none of ours: kept as a tag"
            self._notes.add("unread", message, one)
            return words.service_kind(title) if one.service else _untold_kind(one, title)
        return kind

    def _level(self, one: DraftSession, tags: list[str]) -> LevelValue | None:
        text = line(one.level)
        level = words.level(self.scale, text) if text else None
        if text and level is None:
            tags.append(text)
            message = f"the level {quoted([text])} is not of the scale: kept as a tag"
            self._notes.add("unread", message, one)
        return level

    def _language(self, one: DraftSession, tags: list[str]) -> str | None:
        codes, rest = words.languages(line(one.language))
        tags += [f"also in {words.language(code)}" for code in codes[1:]]
        if len(codes) > 1:
            self._notes.add("changed", "held in several languages: the others are tags", one)
        if rest:
            tags.append(rest)
            message = f"the language {quoted([rest])} is not known: kept as a tag"
            self._notes.add("unread", message, one)
        return codes[0] if codes else None

    def _status(self, one: DraftSession, title: str, tags: list[str]) -> str:
        text = line(one.status)
        status = words.status(text, title)
        if not status:
            tags.append(text)
            message = f"the status {quoted([text])} is none of ours: kept as a tag"
            self._notes.add("unread", message, one)
        elif status == "cancelled" and words.status(text, "") != status:
            self._notes.add("changed", "cancelled, as the title says", one)
        return status or "confirmed"

    def _capacity(self, one: DraftSession) -> int | None:
        capacity = _count(one.capacity)
        if one.capacity.strip() and capacity is None:
            self._notes.add("unread", f"capacity {quoted([line(one.capacity)])}", one)
        return capacity

    def _tell_answers(self, one: DraftSession) -> None:
        """Note what was answered and is kept nowhere."""
        for each in one.answers:
            if not each.kept and each.text.strip() and each.text != one.level:
                asked = line(each.question)
                what = quoted([asked]) if asked else "an answer to a question that is not given"
                self._notes.add("left out", f"{what}: a catalogue has no place for it", one)

    def _links(self, one: DraftSession) -> tuple[Link, ...]:
        found: dict[str, Link] = {}
        names: set[str] = set()
        for given, text in one.links:
            if not text.strip() and not given.strip():
                continue
            url = addresses.address(text, self._draft.base)
            if not url:
                what = line(f"{given} {text}")
                self._notes.add("unread", "a link is no web address", (one, what[:60]))
            elif url not in found:
                name = _unlike(line(given) or addresses.link_name(url), names)
                names.add(name)
                found[url] = Link(name, url)
        return tuple(found.values())


def _untold_kind(one: DraftSession, title: str) -> str:
    """Return the kind as the title or a track tells it, where the source has no word for it."""
    told = next(filter(None, map(words.told_kind, (title, *one.tracks))), "")
    bare = not one.speakers and sum(map(len, one.texts)) <= _A_REMARK
    pauses = map(words.pause, (title, *one.tracks)) if bare else ()
    return told or next(filter(None, pauses), "talk")


def _seconds(start: datetime | None) -> float:
    return inf if start is None else start.timestamp()


def _unlike(name: str, names: set[str]) -> str:
    """Return `name` with a number where it is taken, as `slides 2`."""
    number, found = 2, name
    while found in names:
        found, number = f"{name} {number}", number + 1
    return found


def _speakers(given: tuple[DraftSpeaker, ...]) -> tuple[Speaker, ...]:
    cleaned = [
        Speaker(line(one.name), line(one.role) or None, line(one.company) or None) for one in given
    ]
    return tuple(dict.fromkeys(one for one in cleaned if one.name))
