"""Where I must be: what of mine is on, what comes next, and when to leave for it.

Mine are my picks, but for those I said I would not attend or saw in another run, and my own
appointments. I am taken to be in the room where the last of mine began, on the same day; from
there the way counts. All instants; nothing here asks what time it is, nor looks at sessions that
are not mine.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.conflicts import end_of
from summit_tui.agenda.model import WANTS, Agenda
from summit_tui.agenda.report import report_on
from summit_tui.agenda.resolve import Resolved, resolve
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.times import after


@dataclass(frozen=True, slots=True)
class Coming:
    """Something of mine that has not begun, seen from a moment."""

    session: Session
    minutes: int
    """Until it begins; a part of a minute counts as one."""
    walk: int = 0
    """Minutes on foot from where I am, 0 where that is unknown or the same room."""
    came_from: Session | None = None
    """What I am taken to come from."""

    @property
    def start(self) -> datetime:
        """When it begins."""
        assert self.session.start is not None  # noqa: S101  without a time nothing comes
        return self.session.start

    @property
    def leave(self) -> datetime:
        """When to leave for it; its start where there is no way to go."""
        return after(self.start, -self.walk)

    def must_leave(self, moment: datetime) -> bool:
        """Return whether it is time to leave for it at `moment`."""
        return moment.timestamp() >= self.leave.timestamp()


@dataclass(frozen=True, slots=True)
class Now:
    """How things stand at a moment."""

    moment: datetime
    mine: tuple[Session, ...]
    """What is on of mine, what I want most first."""
    coming: tuple[Coming, ...]
    """What comes of mine, in time order; of several at once what I want most first."""
    ended: tuple[Resolved, ...]
    """Picks that are over and of which I did not say whether I was there, the last one first."""

    @property
    def next(self) -> Coming | None:
        """What comes next of mine."""
        return self.coming[0] if self.coming else None


def current(
    catalogue: Catalogue, agenda: Agenda, circumstances: Circumstances, moment: datetime
) -> Now:
    """Return how things stand at `moment`."""
    mine = [*_wanted(resolve(agenda, catalogue)), *circumstances.appointments]
    ranked = sorted(mine, key=lambda session: (_want(agenda, session), session.id))
    on = tuple(one for one in ranked if _is_on(one, moment))
    return Now(
        moment,
        on,
        tuple(_coming(ranked, circumstances, moment)),
        report_on(agenda, catalogue, moment).unsaid[::-1],
    )


def _is_on(session: Session, moment: datetime) -> bool:
    start, end = session.start, end_of(session)
    if start is None or end is None:
        return False
    return start.timestamp() <= moment.timestamp() < end.timestamp()


def _wanted(items: Iterable[Resolved]) -> list[Session]:
    """Return the picked sessions that take place and that I did not say I would miss."""
    runs = {one.session.run_of for one in items if one.session and one.pick.attended}
    return [
        item.session
        for item in items
        if item.session
        and not item.session.cancelled
        and item.pick.attended is not False
        and (item.pick.attended or item.session.run_of not in runs)
    ]


def _want(agenda: Agenda, session: Session) -> int:
    """Return how much I want something of mine, 0 the most: an appointment is a promise."""
    pick = agenda.get(session.id)
    return WANTS.index(pick.want) if pick else 0


def _coming(
    mine: Iterable[Session], circumstances: Circumstances, moment: datetime
) -> Iterator[Coming]:
    """Yield what has not begun, with the way to it from what I want most of what comes before."""
    here: Session | None = None
    for start, together in groupby(sorted(mine, key=_start), key=_start):
        at_once = [session for session in together if session.start is not None]
        for session in at_once if start > moment.timestamp() else ():
            came_from = here if here and here.date == session.date else None
            rooms = (came_from.room if came_from else None, session.room)
            minutes = -int(-(start - moment.timestamp()) // 60)
            walk = circumstances.walking.minutes(*rooms)
            yield Coming(session, minutes, walk, came_from)
        stays = (session for session in at_once if session.room and not session.drop_in)
        here = next(stays, here)


def _start(session: Session) -> float:
    return session.start.timestamp() if session.start else 0.0
