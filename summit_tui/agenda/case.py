"""The case for going: what of my wishes I could really attend, and what that comes to.

Nothing is promised twice: of picks that are on at the same time the one I want more counts, else
the earlier, and a repeated session counts once. What has to give way is still named. Breaks and
meals make no case.
"""

from dataclasses import dataclass
from datetime import date, datetime

from summit_tui.agenda.conflicts import conflicts_of, end_of
from summit_tui.agenda.hours import learning
from summit_tui.agenda.model import WANTS, Agenda, Pick
from summit_tui.agenda.resolve import sessions_of
from summit_tui.catalogue.model import Catalogue, Session, Speaker


@dataclass(frozen=True, slots=True)
class Day:
    """A day at the event, from the start of the first session to the end of the last."""

    date: date
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """What I would attend."""

    catalogue: Catalogue
    sessions: tuple[Session, ...]
    """In time order, those without a time last; none at the same time as another."""
    instead: tuple[Session, ...]
    """What I want as well, at the same time as one of `sessions`."""
    picks: dict[str, Pick]

    def wanted(self, want: str) -> tuple[Session, ...]:
        """Return those of `sessions` that I want as much as `want` says."""
        return tuple(one for one in self.sessions if self.picks[one.id].want == want)

    @property
    def days(self) -> tuple[Day, ...]:
        """The days it takes, in order."""
        found: dict[date, Day] = {}
        for session in self.sessions:
            day, start, end = session.date, session.start, end_of(session)
            if day is None or start is None or end is None:
                continue
            known = found.get(day) or Day(day, start, end)
            # Two values of one zone compare as wall clocks, wrong where clocks go back.
            found[day] = Day(day, known.start, max(known.end, end, key=datetime.timestamp))
        return tuple(found[day] for day in sorted(found))

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everyone who speaks in `sessions`, each once, in the order they speak."""
        return tuple(dict.fromkeys(who for one in self.sessions for who in one.speakers))


def case_for(agenda: Agenda, catalogue: Catalogue) -> Case:
    """Return the case that `agenda` makes."""
    wishes = learning(sessions_of(agenda, catalogue))
    ranked = sorted(wishes, key=lambda one: WANTS.index(agenda.picks[one.id].want))
    chosen: list[Session] = []
    for session in ranked:
        run_known = session.run_of in {other.run_of for other in chosen}
        if not run_known and not conflicts_of(session, chosen):
            chosen.append(session)
    runs = {one.run_of for one in chosen}
    return Case(
        catalogue,
        tuple(one for one in wishes if one in chosen),
        tuple(one for one in wishes if one.run_of not in runs),
        dict(agenda.picks),
    )
