"""My agenda as the screens need it: by row of the programme, with its clashes worked out.

Made anew whenever the agenda changes; it decodes the picked sessions and no others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from summit_tui.agenda.model import Agenda
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.search.context import Context

if TYPE_CHECKING:
    from summit_tui.agenda.conflicts import Conflict
    from summit_tui.agenda.resolve import Resolved


@dataclass(frozen=True, slots=True)
class Picks:
    """What I picked, joined with the programme."""

    agenda: Agenda
    resolved: "tuple[Resolved, ...]" = ()
    """In time order, those without time last."""
    wants: Mapping[int, str] = field(default_factory=dict)
    """How much I want each picked row."""
    clashes: "Mapping[str, tuple[Conflict, ...]]" = field(default_factory=dict)
    """By id of the session, whom it clashes with."""
    tall: frozenset[int] = frozenset()
    """The picked rows that clash, which say so on a line of their own."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The picked sessions that the programme has."""
        return tuple(item.session for item in self.resolved if item.session is not None)

    @property
    def clash_count(self) -> int:
        """How many pairs of picks clash."""
        return sum(map(len, self.clashes.values())) // 2

    def clashes_with(self, session: Session) -> "tuple[Conflict, ...]":
        """Return the picks that `session` clashes with, or would if it were picked."""
        from summit_tui.agenda.conflicts import conflicts_of

        others = (other for other in self.sessions if other.id != session.id)
        return conflicts_of(session, others)

    def context(self, now: datetime) -> Context:
        """Return what the query language answers `is:picked`, `free:me` and `at:now` from."""
        if not self.resolved:
            return Context(now, tuple((pick.id, pick.want) for pick in self.agenda))
        from summit_tui.agenda.conflicts import busy_spans

        wants = tuple((pick.id, pick.want) for pick in self.agenda)
        return Context(now, wants, busy_spans(self.sessions))


def picks_of(agenda: Agenda, catalogue: Catalogue) -> Picks:
    """Return `agenda` joined with `catalogue`."""
    from summit_tui.agenda.conflicts import conflicts
    from summit_tui.agenda.resolve import resolve

    resolved = resolve(agenda, catalogue)
    found = conflicts(item.session for item in resolved if item.session is not None)
    rows = {item.id: catalogue.sessions.row(item.id) for item in resolved if not item.missing}
    wants = {row: agenda.picks[each].want for each, row in rows.items() if row is not None}
    tall = frozenset(row for each, row in rows.items() if row is not None and each in found)
    return Picks(agenda, resolved, wants, found, tall)
