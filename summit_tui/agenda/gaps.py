"""The free time between my picks of a day, where something else may fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from summit_tui.agenda.conflicts import end_of
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.times import minutes_between

SHORTEST_MINUTES = 15
"""A shorter break is the way to the next room."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A window in which no pick is on, in the event's zone."""

    start: datetime
    end: datetime
    after: Session
    """The pick that ends as it begins."""
    before: Session
    """The pick that begins as it ends."""

    @property
    def minutes(self) -> int:
        """How long it is, in real time."""
        return minutes_between(self.start, self.end)


def gaps(sessions: Iterable[Session]) -> tuple[Gap, ...]:
    """Return the windows of at least `SHORTEST_MINUTES` between picks of one conference day.

    In time order; nothing before a day's first pick or after its last. Cancelled sessions, those
    without a start and what one drops into do not count; one without a length counts as
    `conflicts` has it.
    """
    found: list[Gap] = []
    free_from: datetime | None = None
    after: Session | None = None
    begun: set[date] = set()
    for start, end, day, session in sorted(_busy(sessions), key=lambda busy: busy[0].timestamp()):
        if free_from is not None and after is not None and day in begun:
            gap = Gap(free_from, start, after, session)
            if gap.minutes >= SHORTEST_MINUTES:
                found.append(gap)
        begun.add(day)
        # Two values of one zone compare as wall clocks, wrong where clocks go back.
        if free_from is None or end.timestamp() > free_from.timestamp():
            free_from, after = end, session
    return tuple(found)


def _busy(sessions: Iterable[Session]) -> Iterator[tuple[datetime, datetime, date, Session]]:
    for session in sessions:
        end, day = end_of(session), session.date
        free = session.cancelled or session.drop_in
        if session.start is not None and end is not None and day and not free:
            yield session.start, end, day, session
