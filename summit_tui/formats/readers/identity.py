"""Which listings are one session, which are runs of one, and what each is called.

A source that lists a plenary once per room, or a session twice, means one. Runs are told by the
source (`DraftSession.run`), or by an equal title, speakers and abstract at another time. Ids are
slugs that a person can type; where two sessions claim one, the later is told apart by a number.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import datetime

from summit_tui.catalogue.model import Session, programme_order
from summit_tui.catalogue.text import slug
from summit_tui.formats.readers.draft import DraftSession
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.prose import line

Start = Callable[[DraftSession], datetime | None]
_NO_RUNS = frozenset(("break", "meal", "registration", "expo", "social"))
"""Lunch on the second day is no further run of lunch on the first."""


def joined(
    sessions: Sequence[DraftSession], start: Start, notes: Notes
) -> list[tuple[DraftSession, tuple[str, ...]]]:
    """Return each session once, with the further rooms it is listed in at the same time."""
    rooms: dict[Hashable, list[str]] = {}
    first: dict[Hashable, DraftSession] = {}
    for session in sessions:
        begins = start(session)
        same: Hashable = session
        if session.run and begins is not None:
            same = (session.run, session.title, begins.timestamp())
        first.setdefault(same, session)
        known = rooms.setdefault(same, [])
        if first[same] is not session:
            twice = session.room in ("", first[same].room)
            what = "listed twice" if twice else "listed in several rooms"
            notes.add("changed", f"{what} at one time: joined into one", first[same])
        if session.room and session.room not in known:
            known.append(session.room)
    return [
        (one, tuple(room for room in rooms[key] if room != one.room)) for key, one in first.items()
    ]


def ids(sessions: Iterable[DraftSession], notes: Notes) -> dict[DraftSession, str]:
    """Return an id for each session: unique, and the same whenever the source says the same."""
    wished = {one: slug(one.id or one.code or line(one.title)) for one in sessions}
    taken: dict[str, DraftSession] = {}
    for session, wish in wished.items():
        taken.setdefault(wish, session)
    found: dict[DraftSession, str] = {}
    numbers: dict[str, int] = defaultdict(lambda: 2)
    for session, wish in wished.items():
        name = wish
        if taken[wish] is not session:
            while (name := f"{wish}-{numbers[wish]}") in taken:
                numbers[wish] += 1
            taken[name] = session
            what = "further runs of a session" if _same_run(session, taken[wish]) else "sessions"
            notes.add("changed", f"{what} with an id that is taken: told apart by a number", name)
        found[session] = name
    return found


def _same_run(one: DraftSession, other: DraftSession) -> bool:
    return bool(one.run) and one.run == other.run


def runs(sessions: Sequence[tuple[Session, str]]) -> dict[str, str]:
    """Return, for the id of each further run, the id of the first; `str` is `DraftSession.run`."""
    said: dict[tuple[str, str], list[Session]] = defaultdict(list)
    alike: dict[Hashable, list[Session]] = defaultdict(list)
    for session, run in sessions:
        said[run, session.title].append(session)  # so one guid for all links nothing
    linked = {one.id for key, group in said.items() if key[0] and len(group) > 1 for one in group}
    for session, _ in sessions:
        content = session.speakers or session.abstract
        timed = session.start is not None and session.kind not in _NO_RUNS
        if session.id not in linked and content and timed:
            people = frozenset(speaker.name for speaker in session.speakers)
            alike[session.title, session.subtitle, people, session.abstract].append(session)
    groups = [*(group for key, group in said.items() if key[0]), *alike.values()]
    return dict(pair for group in groups if len(group) > 1 for pair in _further(group))


def _further(group: list[Session]) -> Iterator[tuple[str, str]]:
    """Yield each run at another time than the first, with the id of the first."""
    first, *others = sorted(group, key=programme_order)
    for other in others:
        if other.start is None or other.start != first.start:
            yield other.id, first.id
