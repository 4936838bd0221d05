"""Which sessions of an agenda cannot both be seen, and by how many minutes.

Two conflict when neither can be seen to its end before the other begins; ending as another starts
is no conflict. They also do when one follows the other and the way between their rooms takes longer
than there is time: a conflict of its own kind, judged from one session to the next, so not between
two that a third lies between. Times are instants, so sessions over midnight or a clock change need
no special case. Cancelled sessions and two runs of one session never conflict, nor does a session
without a start, nor one that one drops into, such as an exhibition.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import ASSUMED_MINUTES, Session
from summit_tui.catalogue.times import after

_NO_WALKING = Walking()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another session that cannot be seen as well."""

    id: str
    minutes: int
    """Of overlap, or that are missing for the way, in real time; a part of one counts as one."""
    walk: int = 0
    """The minutes on foot where there are too few for the way; 0 where the two overlap."""

    @property
    def too_tight(self) -> bool:
        """Whether only the way is too long."""
        return self.walk > 0

    @property
    def between(self) -> int:
        """The minutes between the end of one and the start of the other; 0 when they overlap."""
        return self.walk - self.minutes if self.walk else 0


@dataclass(frozen=True, slots=True)
class _Span:
    """A session with the seconds since the epoch between which it is on."""

    session: Session
    start: float
    end: float


def busy_spans(sessions: Iterable[Session]) -> tuple[tuple[int, int], ...]:
    """Return start and end, in seconds since 1970 UTC, of each session that takes my time."""
    spans = filter(None, map(_span, sessions))
    return tuple((int(span.start), int(span.end)) for span in spans)


def end_of(session: Session) -> datetime | None:
    """Return when `session` ends, `ASSUMED_MINUTES` after its start where it does not say.

    None when the start is unknown.
    """
    if session.start is None:
        return None
    return session.end or after(session.start, ASSUMED_MINUTES)


def conflicts(
    agenda_sessions: Iterable[Session], walking: Walking = _NO_WALKING
) -> dict[str, tuple[Conflict, ...]]:
    """Return for each session that conflicts with others all those, in time order.

    Sweeps over the starts: O(n log n), and as much again as there are overlaps.
    """
    found: dict[str, list[Conflict]] = {}
    for span, before in _swept(agenda_sessions, walking):
        for other in before:
            minutes, walk = _missed(other, span, walking)
            if minutes:
                first, second = other.session.id, span.session.id
                found.setdefault(first, []).append(Conflict(second, minutes, walk))
                found.setdefault(second, []).append(Conflict(first, minutes, walk))
    return {session_id: tuple(each) for session_id, each in found.items()}


def conflicts_of(
    session: Session, others: Iterable[Session], walking: Walking = _NO_WALKING
) -> tuple[Conflict, ...]:
    """Return those of `others` that `session` conflicts with, or would, in time order.

    `conflicts` says the same, and whom the others conflict with.
    """
    found = []
    for span, before in _swept((session, *near(session, others, walking)), walking):
        for other in before:
            if span.session is session or other.session is session:
                minutes, walk = _missed(other, span, walking)
                one = other.session if span.session is session else span.session
                found += [Conflict(one.id, minutes, walk)] * bool(minutes)
    return tuple(found)


def _swept(sessions: Iterable[Session], walking: Walking) -> Iterator[tuple[_Span, list[_Span]]]:
    """Yield each session, in time order, with those before it that are not out of the question.

    These are on when it begins, or it may be too far to walk from them.
    """
    before: list[_Span] = []
    for span in sorted(filter(None, map(_span, sessions)), key=_order):
        over = [other for other in before if other.end <= span.start] if walking.longest else []
        # What ended before the last of them began has that one between itself and all to come.
        last, since = (over[-1], over[-1].start) if over else (None, span.start)
        before = [other for other in before if other.end > since or other is last]
        yield span, before
        before.append(span)


def near(
    session: Session, others: Iterable[Session], walking: Walking = _NO_WALKING
) -> tuple[Session, ...]:
    """Return those of `others` that decide whether `session` conflicts with any, in their order.

    No way is longer than `Walking.longest`, and whatever lies between two that are near is near as
    well. None when it is not known when `session` is.
    """
    span = _span(session)
    if span is None:
        return ()
    reach = walking.longest * 60
    begin, end = span.start - reach, span.end + reach
    return tuple(
        one for one in others if (at := _span(one)) and at.end >= begin and at.start <= end
    )


def overlaps_between(
    sessions: Iterable[Session], others: Iterable[Session]
) -> dict[str, tuple[Conflict, ...]]:
    """Return for each of `sessions` those of `others` that it overlaps with, in time order.

    As `conflicts` has it without ways; only what lies in the reach of the longest is looked at.
    """
    there = sorted(filter(None, map(_span, others)), key=_order)
    longest = max((span.end - span.start for span in there), default=0)
    found = {}
    for span in filter(None, map(_span, sessions)):
        begin = bisect_left(there, span.start - longest, key=_start)
        end = bisect_right(there, span.end, key=_start)
        each = tuple(conflict for other in there[begin:end] if (conflict := _apart(span, other)))
        if each:
            found[span.session.id] = each
    return found


def _apart(span: _Span, other: _Span) -> Conflict | None:
    first, second = sorted((span, other), key=_order)
    if first.end <= second.start or span.session.run_of == other.session.run_of:
        return None
    return Conflict(other.session.id, _overlap(first, second))


def _span(session: Session) -> _Span | None:
    if session.start is None or session.cancelled or session.drop_in:
        return None
    start = session.start.timestamp()
    minutes = ASSUMED_MINUTES if session.duration is None else session.duration
    return _Span(session, start, start + 60 * minutes)  # as `end_of`, which asks the zone as well


def _order(span: _Span) -> tuple[float, float, str]:
    return span.start, span.end, span.session.id


def _start(span: _Span) -> float:
    return span.start


def _missed(earlier: _Span, span: _Span, walking: Walking) -> tuple[int, int]:
    """Return by how many minutes two conflict, and how many the way takes if it is that."""
    if earlier.session.run_of == span.session.run_of:
        return 0, 0
    if earlier.end > span.start:
        return _overlap(earlier, span), 0
    return _missing(earlier, span, walking)


def _overlap(running: _Span, span: _Span) -> int:
    """Return the minutes that `span` overlaps with one that began before and is still on.

    A session without length has no minutes, but is not seen from within another: 1.
    """
    return max(1, -int((span.start - min(running.end, span.end)) // 60))


def _missing(earlier: _Span, span: _Span, walking: Walking) -> tuple[int, int]:
    """Return the minutes missing for the way to `span`, with those it takes; 0, 0 with none."""
    walk = walking.minutes(earlier.session.room, span.session.room)
    missing = -int((span.start - earlier.end - walk * 60) // 60)
    return (missing, walk) if missing > 0 else (0, 0)
