"""A fictional summit of any size, dated around today: to try the tool, test it and time it.

The same number of sessions, seed and first day give the same summit, down to the letter. Nobody
is meant: given names are invented syllables, surnames stars, minerals and trees, companies made
up (`demo_people`). It is a clean programme: no room and no speaker is booked twice.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from summit_tui.catalogue import clock
from summit_tui.catalogue import demo_words as words
from summit_tui.catalogue.demo_people import cast
from summit_tui.catalogue.demo_prose import Prose
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
from summit_tui.catalogue.text import slug

ZONE = ZoneInfo("Europe/Paris")
MAX_SESSIONS = 100_000

_PLENARY_FROM = 30
"""A summit with fewer sessions has no keynotes, meals and parties."""
_HALL, _FOYER, _TERRACE = "Great Hall", "Foyer", "Terrace"
_NOTE = (
    "**Generated for trying out the tool.** Nothing here takes place: event, sessions, speakers "
    "and companies are fictional."
)
_BLOCKS = (time(10, 30), time(13, 45), time(16, 15))
_EVENING_BLOCK = time(18, 30)
"""A large summit goes on after six; every block is two hours."""


@dataclass(frozen=True, slots=True)
class _Slot:
    room: Room
    start: datetime
    minutes: int
    kind: str

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)  # never over a clock change


def generate(sessions: int = 200, seed: int = 1, first_day: date | None = None) -> Catalogue:
    """Return a fictional summit of exactly `sessions` sessions over one to five days.

    Without `first_day` it began yesterday (today when it lasts one day), so that now is in it.
    ValueError for less than one session and for more than `MAX_SESSIONS`.
    """
    if not 1 <= sessions <= MAX_SESSIONS:
        raise ValueError(f"a demo has 1 to {MAX_SESSIONS} sessions, not {sessions}")
    days = 1 + sum(sessions >= least for least in (_PLENARY_FROM, 100, 500, 2500))
    first_day = first_day or clock.now(ZONE).date() - timedelta(days=days > 1)
    return _Generator(sessions, Random(seed), first_day, days).catalogue()  # noqa: S311 - no secret


class _Generator:
    """Builds one summit; every draw comes from `random`, in a fixed order."""

    def __init__(self, count: int, random: Random, first_day: date, days: int) -> None:
        self.count = count
        self.random = random
        self.days = [first_day + timedelta(days=number) for number in range(days)]
        self.rooms = [Room(_HALL, words.VENUES[0], 1800)]
        self.sessions: list[Session] = []
        self.prose = Prose(random)
        self.tracks = list(words.TRACKS)
        self.speakers = cast(random, 12 + count * 7 // 10)
        self._busy: dict[Speaker, list[_Slot]] = defaultdict(list)
        self._codes: Counter[str] = Counter()
        self._first_runs: dict[tuple[str, int], list[tuple[Session, _Slot]]] = defaultdict(list)

    def catalogue(self) -> Catalogue:
        """Return the whole summit."""
        if self.count >= _PLENARY_FROM:
            self._plenaries()
        for slot in self._slots(self.count - len(self.sessions)):
            self.sessions.append(self._further_run(slot) or self._first_run(slot))
        self._loosen()
        event = Event(
            id="demo-summit",
            name="Demo Summit",
            timezone=ZONE.key,
            venue=words.VENUES[0],
            url="https://example.org/demo-summit",
            note=_NOTE,
        )
        ordered = SessionList(sorted(self.sessions, key=programme_order))
        tracks = ("Keynote", *(name for name, _ in self.tracks))
        return Catalogue(event, ordered, rooms=tuple(self.rooms), tracks=tracks)

    def _plenaries(self) -> None:
        self.rooms += [Room(_FOYER, words.VENUES[0], 1200), Room(_TERRACE, words.VENUES[2], 900)]
        for number, day in enumerate(self.days, 1):
            title = words.KEYNOTES[-1 if 1 < number == len(self.days) else (number - 1) % 4]
            self._keynote(number, _Slot(self.rooms[0], _at(day, time(9)), 60, "keynote"), title)
            self._common("registration", number, "Doors and badges", day, time(8), 60)
            self._common("break", number, "Coffee", day, time(10), 30)
            self._common("meal", number, "Lunch", day, time(12, 30), 75)
            self._common("break", number + 10, "Tea and fruit", day, time(15, 45), 30)
        party = self.days[max(0, len(self.days) - 2)]
        self._common("social", 1, "Late party: vinyl and lanterns", party, time(20, 45), 210)
        night = _at(party + timedelta(days=1), time(0, 30))
        title = "Night owls: jam session after the party"
        self.sessions.append(
            Session("social-2", title, None, None, "social", None, (), night, 90, party, _TERRACE)
        )

    def _common(
        self, kind: str, number: int, title: str, day: date, start: time, minutes: int
    ) -> None:
        place = _TERRACE if kind == "social" else _FOYER
        when = _at(day, start)
        session = Session(f"{kind}-{number}", title, kind=kind, start=when, duration=minutes)
        self.sessions.append(session._replace(room=place))

    def _slots(self, needed: int) -> list[_Slot]:
        """Return exactly `needed` slots, opening one room after the other until they suffice."""
        starts = [*_BLOCKS, _EVENING_BLOCK] if self.count >= 600 else _BLOCKS
        slots: list[_Slot] = []
        before = 0
        while len(slots) < needed:
            before = len(slots)
            room = self._open_room()
            for day in self.days:
                for start in starts:
                    slots += self._fill(room, _at(day, start))
        last = self.random.sample(slots[before:], needed - before)
        return sorted([*slots[:before], *last], key=_start)

    def _fill(self, room: Room, start: datetime) -> list[_Slot]:
        return [
            _Slot(room, start + timedelta(minutes=offset), minutes, kind)
            for offset, minutes, kind in self.random.choice(words.PATTERNS)
        ]

    def _open_room(self) -> Room:
        names = words.ROOM_NAMES.split("|")
        number = len(self.rooms) - (3 if self.count >= _PLENARY_FROM else 1)
        storey, which = divmod(number, len(names))
        name = f"{names[which]} {storey + 1}" if storey else names[which]
        capacity = self.random.choice((60, 80, 120, 180, 250, 400))
        room = Room(name, words.VENUES[number % len(words.VENUES)], capacity)
        self.rooms.append(room)
        return room

    def _speakers_for(self, slot: _Slot) -> tuple[Speaker, ...]:
        """Return speakers who are free in `slot`, which is theirs from here on."""
        least, most = words.SPEAKER_COUNTS.get(slot.kind, (1, 2))
        wanted = most if self.random.random() < 0.3 else least
        found: dict[Speaker, None] = {}
        for _ in range(40):  # in a tiny cast all may be busy: then it goes without
            if len(found) == wanted:
                break
            speaker = self.prose.pick(self.speakers)
            if self._free(speaker, slot):
                found[speaker] = None
        for speaker in found:
            self._busy[speaker].append(slot)
        return tuple(found)

    def _free(self, speaker: Speaker, slot: _Slot) -> bool:
        return all(
            slot.end <= other.start or other.end <= slot.start for other in self._busy[speaker]
        )

    def _keynote(self, number: int, slot: _Slot, title: str) -> None:
        terms = self.prose.vocabulary(self.prose.pick(self.tracks), "en")
        self.sessions.append(
            Session(
                id=f"keynote-{number}",
                title=title.format_map(terms),
                code=f"KEY{100 + number}",
                kind="keynote",
                level=100,
                tracks=("Keynote",),
                start=slot.start,
                duration=slot.minutes,
                room=slot.room.name,
                language="en",
                recorded=True,
                speakers=self._speakers_for(slot),
                tags=("keynote",),
                abstract=self.prose.abstract(terms, "en"),
            )
        )

    def _session(self, slot: _Slot) -> Session:
        draw = self.random.random
        track, prefix = self.prose.pick(self.tracks)
        language = "fr" if draw() < 0.2 else "en"
        level = self.random.choices((100, 200, 300, 400), (20, 40, 30, 10))[0]
        code = self._code(prefix, level)
        vocabulary = self.prose.vocabulary((track, prefix), language)
        tracks = (track, self.prose.pick(self.tracks)[0]) if draw() < 0.08 else (track,)
        seats = slot.room.capacity or 60
        return Session(
            id=code.lower(),
            title=self.prose.title(slot.kind, language, vocabulary, (track, prefix)),
            code=code,
            subtitle=self.prose.subtitle(vocabulary, language) if draw() < 0.1 else None,
            kind=slot.kind,
            level=level,
            tracks=tuple(dict.fromkeys(tracks)),
            start=slot.start,
            duration=slot.minutes,
            room=slot.room.name,
            language=language,
            recorded=False if slot.kind == "workshop" else None,
            capacity=min(40, seats) if slot.kind == "workshop" else None,
            speakers=self._speakers_for(slot),
            tags=tuple(slug(vocabulary[name]) for name in "abc"),
            links=self._links(code.lower()),
            abstract=self.prose.abstract(vocabulary, language),
        )

    def _first_run(self, slot: _Slot) -> Session:
        session = self._session(slot)
        self._first_runs[slot.kind, slot.minutes].append((session, slot))
        return session

    def _further_run(self, slot: _Slot) -> Session | None:
        """Return a second run of an earlier session, now and then, when its speakers can."""
        known = self._first_runs[slot.kind, slot.minutes]
        if slot.kind == "lightning" or not known or self.random.random() > 0.06:
            return None
        row = self.random.randrange(len(known))
        first, earlier = known[row]
        if earlier.end > slot.start or not all(self._free(one, slot) for one in first.speakers):
            return None
        known.pop(row)  # one second run is enough
        for speaker in first.speakers:
            self._busy[speaker].append(slot)
        again = first._replace(start=slot.start, room=slot.room.name, repeats=first.id)
        return again._replace(id=f"{first.id}-r", code=f"{first.code}-R")

    def _loosen(self) -> None:
        """Cancel a few sessions and take time and room from a few, as real programmes have it."""
        for row, session in enumerate(self.sessions):
            if session.code is None or session.kind == "keynote":
                continue
            draw = self.random.random()
            if draw < 0.015:
                self.sessions[row] = session._replace(status="cancelled")
            elif draw < 0.035:
                self.sessions[row] = session._replace(start=None, room=None)

    def _code(self, prefix: str, level: int) -> str:
        series = f"{prefix}{level // 100}"
        self._codes[series] += 1
        return f"{series}{self._codes[series]:02d}"

    def _links(self, session_id: str) -> tuple[Link, ...]:
        address = f"https://example.org/demo-summit/{session_id}"
        names = [name for name in ("slides", "video") if self.random.random() < 0.3]
        return tuple(Link(name, f"{address}/{name}") for name in names)


def _start(slot: _Slot) -> tuple[datetime, str]:
    return slot.start, slot.room.name


def _at(day: date, clock_time: time) -> datetime:
    return datetime.combine(day, clock_time, ZONE)
