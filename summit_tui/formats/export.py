"""What an export is made of: the one value that every writer gets.

It holds everything a file shows, so a writer is a pure function of it: no clock, no disk, no
options of its own. Which sessions it takes, and their order, is the caller's decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from summit_tui.agenda.conflicts import Conflict, conflicts
from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Catalogue, Session, programme_order
from summit_tui.formats.revisions import Revision


@dataclass(frozen=True, slots=True)
class Export:
    """Sessions of a catalogue on their way out, with what I want of them."""

    catalogue: Catalogue
    sessions: tuple[Session, ...]
    """In the order to write."""
    picks: Mapping[str, Pick]
    """By session id; may hold more than `sessions` does."""
    alarm: int | None = None
    """Minutes before the start at which a calendar rings; None for silence."""
    missing: tuple[Pick, ...] = ()
    """Picks whose session is no longer in the catalogue."""
    revisions: Mapping[str, Revision] = field(default_factory=dict)
    """By UID, what earlier exports told calendars (`revisions`); only a calendar asks."""
    walking: Walking = field(default_factory=Walking)
    """The ways that a clash may come from; appointments are nobody's business but mine."""

    @property
    def clashes(self) -> Mapping[str, tuple[tuple[Conflict, Session], ...]]:
        """What each of the sessions that I picked clashes with among them, and how, by its id."""
        mine = {one.id: one for one in self.sessions if one.id in self.picks}
        found = conflicts(mine.values(), self.walking)
        return {
            session_id: tuple((clash, mine[clash.id]) for clash in clashes)
            for session_id, clashes in found.items()
        }

    @property
    def unscheduled(self) -> tuple[Session, ...]:
        """The sessions without a time, which a calendar has no place for."""
        return tuple(session for session in self.sessions if session.start is None)

    @property
    def by_day(self) -> list[tuple[date | None, list[Session]]]:
        """The sessions by conference day, each in time order; under None, last, without a time."""
        ordered = sorted(
            self.sessions, key=lambda one: (_day(one) or date.max, programme_order(one))
        )
        return [(day, list(sessions)) for day, sessions in groupby(ordered, key=_day)]

    @property
    def legend(self) -> str:
        """What the marks of picks mean, those that are used: `★ must · ○ maybe`."""
        used = {pick.want for pick in self.picks.values()}
        return " · ".join(f"{mark} {want}" for want, mark in WANT_MARKS.items() if want in used)


def _day(session: Session) -> date | None:
    return session.date if session.start else None
