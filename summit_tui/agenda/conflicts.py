"""Which sessions of an agenda cannot both be seen, and by how many minutes.

Two conflict when neither can be seen to its end before the other begins; ending as another starts
is no conflict. They also do when one follows the other and the way between their rooms takes longer
than there is time: a conflict of its own kind, judged from one session to the next, so not between
two that a third lies between. Times are instants, so sessions over midnight or a clock change need
no special case. Cancelled sessions and two runs of one session never conflict, nor does a session
without a start, nor one that one drops into, such as an exhibition.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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
    found: dict[str, list[tuple[_Span, Conflict]]] = {}
    before: list[_Span] = []
    for span in sorted(filter(None, map(_span, agenda_sessions)), key=_order):
        running = [other for other in before if other.end > span.start]
        last = [other for other in before if other.end <= span.start]
        # What ended before the last of them began has that one between itself and all to come.
        last = [other for other in last if other is last[-1] or other.end > last[-1].start]
        pairs = [(other, _overlap(other, span), 0) for other in running]
        pairs += [(other, *_missing(other, span, walking)) for other in last]
        for other, minutes, walk in pairs:
            if minutes and other.session.run_of != span.session.run_of:
                conflict = Conflict(span.session.id, minutes, walk)
                found.setdefault(other.session.id, []).append((span, conflict))
                conflict = Conflict(other.session.id, minutes, walk)
                found.setdefault(span.session.id, []).append((other, conflict))
        before = [*last, *running, span]
        before.sort(key=_order)
    return {
        session_id: tuple(conflict for _, conflict in sorted(each, key=lambda one: _order(one[0])))
        for session_id, each in found.items()
    }


def conflicts_of(
    session: Session, others: Iterable[Session], walking: Walking = _NO_WALKING
) -> tuple[Conflict, ...]:
    """Return those of `others` that `session` conflicts with, or would, in time order."""
    return conflicts((session, *near(session, others, walking)), walking).get(session.id, ())


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
    end = end_of(session)
    if session.start is None or end is None or session.cancelled or session.drop_in:
        return None
    return _Span(session, session.start.timestamp(), end.timestamp())


def _order(span: _Span) -> tuple[float, float, str]:
    return span.start, span.end, span.session.id


def _start(span: _Span) -> float:
    return span.start


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
