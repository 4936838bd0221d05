"""The values a programme is made of. All immutable; all text in them is already cleaned.

Named tuples, because every command defines them when it starts: a dataclass takes ten times as
long to define, and the module that makes them longer than a search.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple, overload
from zoneinfo import ZoneInfo

from summit_tui.catalogue.kinds import OPEN
from summit_tui.catalogue.levels import DEFAULT_SCALE, LevelValue, Scale
from summit_tui.catalogue.times import after, zone

ASSUMED_MINUTES = 45
"""How long a session counts whose programme does not say."""
LONGEST_ALIAS = 8
"""A name of more words is a sentence, and names nothing."""


class Event(NamedTuple):
    """One edition of a conference."""

    id: str
    name: str
    timezone: str = "UTC"
    """IANA name; every local time of the catalogue is read in it."""
    venue: str | None = None
    url: str | None = None
    note: str | None = None
    """Markdown: what a reader of the programme must know."""

    @property
    def zone(self) -> ZoneInfo:
        """The event's time zone."""
        return zone(self.timezone)


class Room(NamedTuple):
    """A place inside a venue."""

    name: str
    venue: str | None = None
    capacity: int | None = None


class Walk(NamedTuple):
    """How long it takes on foot between places; `agenda.walking` says which one counts."""

    between: tuple[str, ...]
    """Two rooms or venues; one means it and any other place, none any two places."""
    minutes: int


class Speaker(NamedTuple):
    """Who speaks, as the programme names them."""

    name: str
    role: str | None = None
    company: str | None = None

    def __str__(self) -> str:
        """Return `Name, role, company`, without what is unknown."""
        return ", ".join(part for part in (self.name, self.role, self.company) if part)


class Link(NamedTuple):
    """A named address."""

    name: str
    url: str


class Session(NamedTuple):
    """Anything one can attend. Only `id` and `title` are certain."""

    id: str
    title: str
    code: str | None = None
    subtitle: str | None = None
    kind: str = "talk"
    level: LevelValue | None = None
    """The value the catalogue's scale gives the level."""
    tracks: tuple[str, ...] = ()
    start: datetime | None = None
    """Aware, in the event's zone; None while not published."""
    duration: int | None = None
    """Minutes of real time."""
    day: date | None = None
    """The conference day it is listed under, where that is not the date of `start`."""
    room: str | None = None
    language: str | None = None
    """ISO 639-1."""
    status: str = "confirmed"
    recorded: bool | None = None
    repeats: str | None = None
    """The id of the session that this one is a further run of."""
    capacity: int | None = None
    speakers: tuple[Speaker, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    abstract: str | None = None
    """Markdown."""
    source: tuple[tuple[str, str], ...] = ()
    """Format and ids it was imported with, as name and value."""

    @property
    def end(self) -> datetime | None:
        """The instant it ends, in the event's zone; None when start or duration is unknown."""
        if self.start is None or self.duration is None:
            return None
        return after(self.start, self.duration)

    @property
    def track(self) -> str | None:
        """The first track, the one a list shows."""
        return self.tracks[0] if self.tracks else None

    @property
    def calendar_date(self) -> date | None:
        """The local date of `start`, which after midnight is the one after `date`; else `day`."""
        return self.day if self.start is None else self.start.date()

    @property
    def date(self) -> date | None:
        """The conference day: `day` when given, else the local date of `start`."""
        return self.day or (None if self.start is None else self.start.date())

    @property
    def cancelled(self) -> bool:
        """Whether it will not take place."""
        return self.status == "cancelled"

    @property
    def drop_in(self) -> bool:
        """Whether it is open for a while and one comes and goes: it takes no time of its own."""
        least = OPEN.get(self.kind)
        return least is not None and (self.duration is None or self.duration >= least)

    @property
    def run_of(self) -> str:
        """What all runs of one session share: the id of the first."""
        return self.repeats or self.id

    @property
    def label(self) -> str:
        """The code where there is one, else the id; `SessionList.label` is what means it alone."""
        return self.code or self.id


class SessionList(Sequence[Session]):
    """Sessions in programme order, also found by id or code."""

    _shared: frozenset[str] | None = None

    def __init__(self, sessions: Iterable[Session] = ()) -> None:
        self._sessions = tuple(sessions)
        self._rows: dict[str, int] | None = None

    @overload
    def __getitem__(self, row: int) -> Session: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Session]: ...
    def __getitem__(self, row: int | slice) -> Session | Sequence[Session]:
        return self._sessions[row]

    def __len__(self) -> int:
        return len(self._sessions)

    def __iter__(self) -> Iterator[Session]:
        return iter(self._sessions)

    def row(self, session_id: str) -> int | None:
        """Return the position of the session called `session_id`, or None."""
        if self._rows is None:
            self._rows = {session.id: row for row, session in enumerate(self._sessions)}
        return self._rows.get(session_id)

    def ids(self) -> list[str]:
        """Return every id, in programme order."""
        return [session.id for session in self._sessions]

    def codes(self) -> list[str]:
        """Return every code, in programme order, empty where a session has none."""
        return [session.code or "" for session in self._sessions]

    def label(self, session: Session) -> str:
        """Return what a person types to mean `session`: its code, if that means no other.

        Else its id: the runs of a session often have one code.
        """
        if not session.code:
            return session.id
        if self._shared is None:
            self._shared = frozenset(self._names_of_several())
        return session.id if session.code.casefold() in self._shared else session.code

    def _names_of_several(self) -> Iterator[str]:
        owners: dict[str, str] = {}
        for session_id, code in zip(self.ids(), self.codes(), strict=True):
            for name in filter(None, (session_id.casefold(), code.casefold())):
                if owners.setdefault(name, session_id) != session_id:
                    yield name


class Catalogue(NamedTuple):
    """An event with its sessions, in programme order (`programme_order`)."""

    event: Event
    sessions: SessionList = SessionList()
    scale: Scale = DEFAULT_SCALE
    rooms: tuple[Room, ...] = ()
    tracks: tuple[str, ...] = ()
    """Declared tracks; empty when the catalogue declares none."""
    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Names with the other names of the same thing; one with none takes a usual alias away."""
    walking: tuple[Walk, ...] = ()
    """What the catalogue says of the ways between its rooms and venues."""

    def get(self, session_id: str) -> Session | None:
        """Return the session called `session_id`, or None."""
        row = self.sessions.row(session_id)
        return None if row is None else self.sessions[row]

    def room(self, name: str | None) -> Room | None:
        """Return the declared room called `name`, or None."""
        return next((room for room in self.rooms if room.name == name), None)

    def place(self, session: Session) -> str:
        """Return where `session` is, for a person: `Amphi bleu, Palais`; empty when unknown."""
        room = self.room(session.room)
        venue = (room.venue if room else None) or self.event.venue
        return ", ".join(part for part in (session.room, venue) if part)


def programme_order(session: Session) -> tuple[bool, float]:
    """Return the sort key of a programme: by start, those without time last."""
    start = session.start
    return (True, 0.0) if start is None else (False, start.timestamp())
