"""Which sessions of an agenda cannot both be seen, and by how many minutes they overlap.

Times are instants, so sessions over midnight or a clock change need no special case. Ending as
another starts is no conflict. Cancelled sessions and two runs of one session never conflict, nor
does a session without a start. Walking time is not counted here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from summit_tui.catalogue.model import ASSUMED_MINUTES, Session
from summit_tui.catalogue.times import after


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another session that is on at the same time."""

    id: str
    minutes: int
    """Of overlap, in real time; a part of a minute counts as one."""


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


def conflicts(agenda_sessions: Iterable[Session]) -> dict[str, tuple[Conflict, ...]]:
    """Return for each session that conflicts with others all those, in time order.

    Sweeps over the starts: O(n log n) and as much again as there are overlaps.
    """
    spans = sorted(filter(None, map(_span, agenda_sessions)), key=_order)
    found: dict[str, list[tuple[_Span, int]]] = {}
    running: list[_Span] = []
    for span in spans:
        running = [other for other in running if other.end > span.start]
        for other in running:
            if minutes := _overlap(other, span):
                found.setdefault(other.session.id, []).append((span, minutes))
                found.setdefault(span.session.id, []).append((other, minutes))
        running.append(span)
    return {
        session_id: tuple(
            Conflict(other.session.id, minutes)
            for other, minutes in sorted(pairs, key=lambda pair: _order(pair[0]))
        )
        for session_id, pairs in found.items()
    }


def conflicts_of(session: Session, others: Iterable[Session]) -> tuple[Conflict, ...]:
    """Return those of `others` that `session` conflicts with, or would, in time order."""
    span = _span(session)
    if span is None:
        return ()
    spans: Sequence[_Span] = sorted(filter(None, map(_span, others)), key=_order)
    overlaps = [(other.session.id, _overlap(span, other)) for other in spans]
    return tuple(Conflict(session_id, minutes) for session_id, minutes in overlaps if minutes)


def _span(session: Session) -> _Span | None:
    end = end_of(session)
    if session.start is None or end is None or session.cancelled:
        return None
    return _Span(session, session.start.timestamp(), end.timestamp())


def _order(span: _Span) -> tuple[float, float, str]:
    return span.start, span.end, span.session.id


def _overlap(one: _Span, other: _Span) -> int:
    """Return the minutes both are on, 0 when they do not conflict."""
    if one.session.run_of == other.session.run_of:
        return 0
    seconds = min(one.end, other.end) - max(one.start, other.start)
    return max(1, int(seconds // 60)) if seconds > 0 else 0
