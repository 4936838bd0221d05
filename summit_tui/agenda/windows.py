"""The free windows of my days, and what fits into each of them wholly, the ways included.

A conference day lasts from the first start to the last end of its programme, not counting what goes
on for a day or more (an exhibition, a camp site); what takes my time leaves windows in it. Unlike
`gaps`, which is what lies between picks, a day of which nothing is picked is one window, and so are
the hours before its first pick and after its last.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from summit_tui.agenda.conflicts import end_of
from summit_tui.agenda.gaps import SHORTEST_MINUTES
from summit_tui.agenda.taste import Likeness, Taste, usual_words
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.times import minutes_between

_DAY_MINUTES = 24 * 60
_LIKED = {"must": 3.0, "want": 2.0, "maybe": 1.0}


class Window(NamedTuple):
    """Time of a conference day in which nothing of mine is on."""

    day: date
    start: datetime
    end: datetime
    after: Session | None = None
    """What I come from; None at the day's beginning."""
    before: Session | None = None
    """What I go to; None at the day's end."""

    @property
    def minutes(self) -> int:
        """How long it is, in real time."""
        return minutes_between(self.start, self.end)

    def holds(self, session: Session, walking: Walking) -> bool:
        """Return whether `session` can be seen in it to its end, with the ways there and back."""
        end = end_of(session)
        if session.date != self.day or session.start is None or end is None:
            return False
        there = walking.minutes(self.after.room, session.room) if self.after else 0
        back = walking.minutes(session.room, self.before.room) if self.before else 0
        begins = session.start.timestamp() - there * 60
        return (
            begins >= self.start.timestamp() and end.timestamp() + back * 60 <= self.end.timestamp()
        )


class Fitting(NamedTuple):
    """A session that fits into a window."""

    session: Session
    likeness: Likeness
    """To what I picked so far."""


def windows(busy: Iterable[Session], programme: Iterable[Session]) -> tuple[Window, ...]:
    """Return the windows that `busy` leaves of the days of `programme`, in time order.

    At least `SHORTEST_MINUTES` each. What is cancelled or has no time leaves everything free, and
    so does what one drops into.
    """
    busy = (session for session in busy if not session.drop_in)
    taken = sorted(_spans(busy), key=lambda span: (span.start.timestamp(), span.end.timestamp()))
    return tuple(window for day in _days(programme) for window in _of_day(day, taken))


class _Span(NamedTuple):
    start: datetime
    end: datetime
    session: Session


def _spans(sessions: Iterable[Session]) -> Iterator[_Span]:
    for session in sessions:
        end = end_of(session)
        if session.start is not None and end is not None and not session.cancelled:
            yield _Span(session.start, end, session)


class _Day(NamedTuple):
    date: date
    start: datetime
    end: datetime


def _days(programme: Iterable[Session]) -> list[_Day]:
    spans: dict[date, list[_Span]] = defaultdict(list)
    for span in _spans(programme):
        long = minutes_between(span.start, span.end) >= _DAY_MINUTES
        if span.session.date is not None and not long:
            spans[span.session.date].append(span)
    return [
        _Day(
            day,
            min((span.start for span in spans[day]), key=datetime.timestamp),
            max((span.end for span in spans[day]), key=datetime.timestamp),
        )
        for day in sorted(spans)
    ]


def _of_day(day: _Day, taken: Sequence[_Span]) -> Iterator[Window]:
    """Yield the windows of a day; `taken` is in time order."""
    free_from, after = day.start, None
    for span in taken:
        if span.end.timestamp() <= day.start.timestamp():
            continue
        if span.start.timestamp() >= day.end.timestamp():
            break
        window = Window(day.date, free_from, span.start, after, span.session)
        if window.minutes >= SHORTEST_MINUTES:
            yield window
        if span.end.timestamp() > free_from.timestamp():
            free_from, after = span.end, span.session
    window = Window(day.date, free_from, day.end, after)
    if window.minutes >= SHORTEST_MINUTES:
        yield window


def taste_of(picked: Iterable[tuple[Session, str]], programme: Collection[Session] = ()) -> Taste:
    """Return what my picks say of my taste, by how much I want each (one of `WANTS`).

    `programme` tells which words are usual at the event.
    """
    liked = ((session, _LIKED[want]) for session, want in picked)
    return Taste(liked, usual_words(programme))


def fitting(
    window: Window,
    candidates: Iterable[Session],
    picked: Iterable[Session],
    walking: Walking,
    taste: Taste,
) -> tuple[Fitting, ...]:
    """Return those of `candidates` that fit into `window`, the ones most to my taste first.

    Not what is cancelled, picked already, or another run of something picked.
    """
    mine = {session.run_of for session in picked}
    found = [
        Fitting(session, taste.of(session))
        for session in candidates
        if not session.cancelled and session.run_of not in mine and window.holds(session, walking)
    ]
    found.sort(key=lambda each: (-each.likeness.score, _start(each.session), each.session.id))
    return tuple(found)


def _start(session: Session) -> float:
    return session.start.timestamp() if session.start else 0.0
