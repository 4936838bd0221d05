"""What a reader hands over: a programme as its source words it, nothing interpreted yet.

Every value is text as it stands in the source (empty where there is none); `building` is the one
place that cleans it, reads times, kinds, levels and languages, and gives ids. So a reader only says
what stands where, and two formats of one event come out the same. A reader is a pure function: it
asks no clock, no network and no disk.
"""

from dataclasses import dataclass, field

from summit_tui.catalogue.levels import Scale
from summit_tui.formats.readers.notes import Notes

MOST_SESSIONS = 50_000
"""The largest congresses of all list half as many; a file with more is something else."""


class NotAProgramme(ValueError):  # noqa: N818  a refusal is what it is, and how messages call it
    """The bytes hold no programme; the text says what was looked at and what was missing."""


def refuse_more(sessions: int) -> None:
    """Raise NotAProgramme where there are more sessions than any event has."""
    if sessions > MOST_SESSIONS:
        raise NotAProgramme(f"it lists more than {MOST_SESSIONS:,} sessions, as no event does")


@dataclass(frozen=True, slots=True)
class Hints:
    """What the person says besides the source."""

    timezone: str = ""
    """IANA zone of the event, over whatever the source says."""
    name: str = ""
    """What the source is called without its extension: the event's name where it has none."""
    event: str = ""
    """The event's name, over what the source says."""
    first_day: str = ""
    """The date, as 2019-04-02, of times of day that the source gives without one."""
    level_from: str = ""
    """Where the level stands: `tag`, `track`, `kind` or `question:` and words of the question."""


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """The edition as the source describes it."""

    name: str = ""
    id: str = ""
    """A short name; made of the name where the source has none."""
    venue: str = ""
    url: str = ""
    timezone: str = ""
    """The zone the source names."""
    version: str = ""
    """The version of the programme, to tell the person."""
    note: str = ""
    """What a reader must know, in Markdown."""


@dataclass(frozen=True, slots=True)
class DraftRoom:
    """A room the source describes, also one that no session uses."""

    name: str
    venue: str = ""
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class DraftSpeaker:
    """Who speaks."""

    name: str
    role: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """What organisers asked, or called a column of their own, and what a session says to it."""

    question: str
    text: str
    kept: bool = False
    """Whether the session says it elsewhere too, in a text or as a tag."""


@dataclass(frozen=True, slots=True)
class DraftDay:
    """A conference day as the source lists it."""

    date: str
    """What sessions call it in `DraftSession.day`."""
    begins: str = ""
    """The moment it begins, where the source says."""


@dataclass(frozen=True, slots=True, eq=False)
class DraftSession:
    """One listing in the source; compared by identity, for a source may list the same twice."""

    title: str
    id: str = ""
    """What the catalogue's id is made of; the code, then the title, where it is empty."""
    code: str = ""
    subtitle: str = ""
    kind: str = ""
    service: bool = False
    """Whether the source marks it as no contribution: a break, a meal, registration."""
    level: str = ""
    tracks: tuple[str, ...] = ()
    start: str = ""
    """`2019-04-02T09:30`, with or without an offset; one that is there is believed.

    A date alone, or a time of day alone, where the source says no more.
    """
    zone: str = ""
    """The zone that a start and end without offset are in, where that is not the event's."""
    clock: str = ""
    """The local time of day that the source prints beside `start`: a witness for the zone."""
    end: str = ""
    """Like `start`; used where there is no duration."""
    duration: str = ""
    day: str = ""
    """The date of the conference day it is listed under, or which day it is: `Day 2`."""
    room: str = ""
    language: str = ""
    status: str = ""
    recorded: bool | None = None
    capacity: str = ""
    speakers: tuple[DraftSpeaker, ...] = ()
    tags: tuple[str, ...] = ()
    answers: tuple[DraftAnswer, ...] = ()
    """Answers to the organisers' own questions; what is kept nowhere is told."""
    links: tuple[tuple[str, str], ...] = ()
    """Name and address; an empty name is made of the address."""
    texts: tuple[str, ...] = ()
    """Abstract, description …: Markdown or HTML; one that repeats another is left out."""
    run: str = ""
    """Sessions with an equal one are runs of one session; listed at one time they are one."""
    source: tuple[tuple[str, str], ...] = ()
    """Format and ids, for an update to find it again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A programme as its source words it."""

    event: DraftEvent
    sessions: tuple[DraftSession, ...]
    notes: Notes = field(default_factory=Notes)
    """What the reader itself could not take over."""
    days: tuple[DraftDay, ...] = ()
    rooms: tuple[DraftRoom, ...] = ()
    tracks: tuple[str, ...] = ()
    """Tracks in the source's order, also those that no session uses."""
    levels: tuple[str, ...] = ()
    """The source's own levels in ascending order; used where the usual scale does not know them."""
    scale: Scale | None = None
    """The source's own levels where it has them as we do; over `levels`."""
    markdown: bool = False
    """Whether texts are Markdown for certain, so that a tag in them is text."""
    base: str = ""
    """What relative addresses are relative to."""
