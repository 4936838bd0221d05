"""What is wrong between the sessions of a programme: `summit check` beyond reading the file.

All of it is warnings: a real programme has its oddities, and none of them stops anyone from using
it. Each finding stands where the file can be mended. Overlaps are found by one sweep over time per
room and per speaker, so that ten thousand sessions are checked in a fraction of the reading time.
What is wrong with a single value is `reading`'s concern.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median_low

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.near import misspelled
from summit_tui.catalogue.page import Page
from summit_tui.catalogue.problems import Problem
from summit_tui.catalogue.reading import Reading, no_garbage_collection
from summit_tui.catalogue.source import MAX_PROBLEMS
from summit_tui.catalogue.times import after
from summit_tui.catalogue.yamlio import Node

LONGEST_MINUTES = 12 * 60
"""A longer session more likely has a slip in its end."""
FAR_DAYS = 30
"""A session further than this from the middle of the event more likely has a slip in its date."""

_STANDING = frozenset(("expo", "break", "meal", "registration", "social"))
"""What shares a place with others of its sort."""


def check(reading: Reading) -> tuple[Problem, ...]:
    """Return the warnings of a programme read with `keep_places=True`, in the file's order.

    At most `MAX_PROBLEMS`. The problems of the reading itself are not repeated.
    """
    page = Page(reading)
    with no_garbage_collection():
        found = [problem for one in _CHECKS for problem in one(page)]
    found.sort(key=lambda problem: (problem.line, problem.column, problem.code))
    return tuple(found[:MAX_PROBLEMS])


_Span = tuple[float, float, Session]
"""First and last instant of a session."""


def _spans(sessions: Iterable[Session]) -> Iterator[_Span]:
    """Yield when each session takes place; one of unknown length takes no time."""
    for session in sessions:
        if session.start is not None and not session.cancelled and session.duration != 0:
            start = session.start.timestamp()
            yield start, start + 60 * (session.duration or 0), session


def _clashes(spans: list[_Span]) -> Iterator[tuple[Session, Session]]:
    """Yield each session with the one still running, of all before it, that runs longest."""
    spans.sort(key=lambda span: span[:2])
    last: _Span | None = None
    for span in spans:
        if last is not None and (span[0] < last[1] or span[0] == last[0]):
            yield last[2], span[2]
        if last is None or span[1] >= last[1]:
            last = span


def _between(one: Session, other: Session) -> str:
    """Return `from 14:00 to 14:45`: the time both take; `at 14:00` when an end is unknown."""
    begins = max((s.start for s in (one, other) if s.start), key=datetime.timestamp)
    ends = [after(s.start, s.duration or 0) for s in (one, other) if s.start]
    end = min(ends, key=datetime.timestamp)
    if end.timestamp() <= begins.timestamp():
        return f"at {begins:%H:%M}"
    return f"from {begins:%H:%M} to {end:%H:%M}"


def _rooms_twice(page: Page) -> Iterator[Problem]:
    rooms: dict[str, list[_Span]] = defaultdict(list)
    for span in _spans(page.sessions):
        if span[2].room is not None and span[2].kind != "expo":
            rooms[span[2].room].append(span)
    for room, spans in rooms.items():
        for pair in _clashes(spans):
            if _STANDING.issuperset((pair[0].kind, pair[1].kind)):
                continue
            first, second = sorted(pair, key=page.line)
            message = f"{room} is used twice {_between(*pair)} (also {page.name(first)})"
            yield page.warn("room-twice", message, page.key(second, "room"))


def _speakers_twice(page: Page) -> Iterator[Problem]:
    people: dict[str, dict[str | None, list[_Span]]] = defaultdict(lambda: defaultdict(list))
    for span in _spans(page.sessions):
        for name, company in {(speaker.name, speaker.company) for speaker in span[2].speakers}:
            people[name][company].append(span)
    for name, spans in ((name, spans) for name, one in people.items() for spans in _persons(one)):
        for pair in _clashes(spans):
            if pair[0].room == pair[1].room is not None:
                continue  # told as a room used twice
            first, second = sorted(pair, key=page.line)
            rooms = " and in ".join(one.room or f"{one.id} (no room)" for one in (first, second))
            message = f"{name} is in {rooms} {_between(*pair)} (also {page.name(first)})"
            number = [speaker.name for speaker in second.speakers].index(name)
            yield page.warn("speaker-twice", message, page.item(second, number, "speakers"))


def _persons(by_company: dict[str | None, list[_Span]]) -> list[list[_Span]]:
    """Return the sessions of each person of one name: two companies are two people."""
    if len(by_company) <= 2 and None in by_company:
        return [[span for spans in by_company.values() for span in spans]]
    return list(by_company.values())


def _lengths(page: Page) -> Iterator[Problem]:
    for session in page.sessions:
        if session.duration == 0:
            where = page.value(session, "duration", "end")
            yield page.warn("no-length", "it ends when it starts", where)
        elif session.duration is not None and session.duration > LONGEST_MINUTES:
            hours = session.duration / 60
            where = page.value(session, "duration", "end")
            message = f"it takes {hours:.0f} hours"
            yield page.warn("too-long", message, where, "is the day of its end right?")


def _far_dates(page: Page) -> Iterator[Problem]:
    dated = [(session, session.date) for session in page.sessions if session.date]
    if len(dated) < 3:
        return
    middle = date.fromordinal(median_low(day.toordinal() for _, day in dated))
    far = [pair for pair in dated if abs(pair[1] - middle) > timedelta(days=FAR_DAYS)]
    if len(far) * 2 > len(dated):  # a series over months, no slip
        return
    for session, day in far:
        message = f"{day} is {abs((day - middle).days)} days from most sessions, around {middle}"
        where = page.value(session, "day" if session.day else "start")
        yield page.warn("far-date", message, where, _other_year(day, middle))


def _other_year(day: date, middle: date) -> str:
    try:
        moved = day.replace(year=middle.year)
    except ValueError:  # 29 February
        return ""
    return f"did you mean {moved}?" if abs(moved - middle) <= timedelta(days=FAR_DAYS) else ""


def _tracks(page: Page) -> Iterator[Problem]:
    uses = [
        (session, number, track)
        for session in page.sessions
        for number, track in enumerate(session.tracks)
    ]
    slips = _slips((track for _, _, track in uses), page.reading.catalogue.tracks, "track", page)
    for session, number, track in uses:
        if track in slips:
            has_one = page.key(session, "track") is not page.reading.places.get(session.id)
            where = page.value(session, "track") if has_one and number == 0 else None
            where = where or page.item(session, number - has_one, "tracks")
            yield page.warn(*slips[track].at(where))


def _rooms(page: Page) -> Iterator[Problem]:
    declared = tuple(room.name for room in page.reading.catalogue.rooms)
    slips = _slips((session.room for session in page.sessions), declared, "room", page)
    for session in page.sessions:
        if session.room in slips:
            yield page.warn(*slips[session.room].at(page.value(session, "room")))


def _walks(page: Page) -> Iterator[Problem]:
    catalogue = page.reading.catalogue
    rooms = {room.name for room in catalogue.rooms} | {one.room for one in page.sessions}
    venues = {room.venue for room in catalogue.rooms} | {catalogue.event.venue}
    known = sorted(name for name in rooms | venues if name)
    seen = set[tuple[str, ...]]()
    for walk, node in zip(catalogue.walking, page.reading.walks, strict=True):
        where = next((value for key, value in node.items if key.value == "between"), node)
        for name in walk.between:
            if name not in known:
                message = f"no room and no venue is called {name!r}"
                yield page.warn("unknown-place", message, where, page.hint(name, known))
        pair = tuple(sorted(walk.between))
        if pair in seen:
            message = "the way between these is given twice: the last one counts"
            yield page.warn("repeated-walk", message, where, "leave one of them out")
        seen.add(pair)


@dataclass(frozen=True, slots=True)
class _Slip:
    code: str
    message: str
    hint: str

    def at(self, node: Node | None) -> tuple[str, str, Node | None, str]:
        return self.code, self.message, node, self.hint


def _slips(
    used: Iterable[str | None], declared: tuple[str, ...], what: str, page: Page
) -> dict[str | None, _Slip]:
    """Return the wrong names: those not declared, or misspelled where nothing is declared."""
    uses = Counter(name for name in used if name is not None)
    if declared:
        unknown = set(uses).difference(declared)
        return {
            name: _Slip(
                f"unknown-{what}",
                f"{what} {name!r} is not among the {what}s above",
                page.hint(name, declared),
            )
            for name in sorted(unknown)
        }
    return {
        name: _Slip(
            f"rare-{what}",
            f"{what} {name!r} is used only here, {right!r} {uses[right]} times",
            f"did you mean {right}?",
        )
        for name, right in misspelled(uses).items()
    }


def _repeats(page: Page) -> Iterator[Problem]:
    by_id = {session.id: session for session in page.sessions}
    by_code = {session.code: session for session in page.sessions}
    for session in page.sessions:
        if session.repeats is None:
            continue
        where, first = page.value(session, "repeats"), by_id.get(session.repeats)
        if first is session:
            hint = "name the first run, or leave it out"
            yield page.warn("repeats-itself", "it repeats itself", where, hint)
        elif first is None:
            coded = by_code.get(session.repeats)
            hint = f"did you mean {coded.id}?" if coded else page.hint(session.repeats, by_id)
            yield page.warn("repeats-nothing", f"no session is {session.repeats!r}", where, hint)
        elif first.repeats is not None:
            message = f"{first.id!r} is itself a further run of {first.repeats!r}"
            yield page.warn("repeats-repeat", message, where, f"name {first.repeats}")


def _codes(page: Page) -> Iterator[Problem]:
    known: dict[str, Session] = {}
    for session in sorted(page.sessions, key=page.line):
        if session.code is None:
            continue
        first = known.setdefault(session.code, session)
        if first.run_of != session.run_of:
            message = f"code {session.code} is taken by {page.name(first)}"
            hint = f"is it another run? add repeats: {first.run_of}"
            yield page.warn("repeated-code", message, page.value(session, "code"), hint)


_CHECKS: tuple[Callable[[Page], Iterator[Problem]], ...] = (
    _rooms_twice,
    _speakers_twice,
    _lengths,
    _far_dates,
    _tracks,
    _rooms,
    _walks,
    _repeats,
    _codes,
)
