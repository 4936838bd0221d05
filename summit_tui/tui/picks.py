"""My agenda as the screens need it: by row of the programme, with its clashes, beside the team's.

Made anew whenever the agenda changes; it decodes the picked sessions and no others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.model import Agenda
from summit_tui.catalogue.model import Catalogue, Session, programme_order
from summit_tui.search.context import Context

if TYPE_CHECKING:
    from summit_tui.agenda.conflicts import Conflict
    from summit_tui.agenda.resolve import Resolved
    from summit_tui.tui.team import Team
    from summit_tui.tui.words import Going

_NOTHING_ELSE = Circumstances()


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
    circumstances: Circumstances = _NOTHING_ELSE
    """The ways between the rooms, and what else takes my time."""
    tall: frozenset[int] = frozenset()
    """The picked rows that clash, which say so on a line of their own."""
    busy: Mapping[str, Session] = field(default_factory=dict)
    """By id all that takes my time: the picked sessions, in time order, and my appointments."""
    spans: tuple[tuple[int, int], ...] = ()
    """Start and end of each of them that has a time, in seconds since 1970 UTC."""
    team: "Team | None" = None
    """My colleagues; None where there are none, or they are not known yet."""
    company: Mapping[str, Sequence[Session]] = field(default_factory=dict)
    """By what runs of a session share, the runs that colleagues go to, in time order."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The picked sessions that the programme has."""
        return tuple(item.session for item in self.resolved if item.session is not None)

    def going(self, session_id: str) -> "Going":
        """Return which colleagues go to a session, and how much they want it."""
        return () if self.team is None else self.team.going.get(session_id, ())

    def going_again(self, session: Session) -> "list[tuple[Session, Going]]":
        """Return the other runs of a session that colleagues go to instead, with who they are."""
        here = {name for name, _ in self.going(session.id)}
        found = []
        for run in self.company.get(session.run_of, ()):
            going = tuple(each for each in self.going(run.id) if each[0] not in here)
            if run.id != session.id and going:
                found.append((run, going))
        return found

    def named(self, session_id: str) -> Session | None:
        """Return the picked session, or appointment, called so; None where there is none."""
        return self.busy.get(session_id)

    @property
    def clash_count(self) -> int:
        """How many pairs of picks clash."""
        return sum(map(len, self.clashes.values())) // 2

    def clashes_with(self, session: Session) -> "tuple[Conflict, ...]":
        """Return the picks that `session` clashes with, or would if it were picked."""
        from summit_tui.agenda.conflicts import conflicts_of

        others = (other for other in self.busy.values() if other.id != session.id)
        return conflicts_of(session, others, self.circumstances.walking)

    def context(self, now: datetime) -> Context:
        """Return what `is:picked`, `free:me`, `with:anyone` and `at:now` are answered from."""
        wants = tuple((pick.id, pick.want) for pick in self.agenda)
        team = () if self.team is None else self.team.picked
        return Context(now, wants, self.spans, team)


def picks_of(
    agenda: Agenda,
    catalogue: Catalogue,
    circumstances: Circumstances = _NOTHING_ELSE,
    team: "Team | None" = None,
) -> Picks:
    """Return `agenda` joined with `catalogue`, judged by `circumstances`, beside the team's."""
    from summit_tui.agenda.conflicts import busy_spans, conflicts
    from summit_tui.agenda.resolve import resolve

    resolved = resolve(agenda, catalogue)
    busy = circumstances.busy(each.session for each in resolved if each.session is not None)
    found = conflicts(busy, circumstances.walking)
    rows = {item.id: catalogue.sessions.row(item.id) for item in resolved if not item.missing}
    wants = {row: agenda.picks[each].want for each, row in rows.items() if row is not None}
    tall = frozenset(row for each, row in rows.items() if row is not None and each in found)
    company = {} if team is None else _company(team, catalogue)
    return Picks(
        agenda,
        resolved,
        wants,
        found,
        circumstances,
        tall,
        {each.id: each for each in busy},
        busy_spans(busy),
        team,
        company,
    )


def _company(team: "Team", catalogue: Catalogue) -> Mapping[str, Sequence[Session]]:
    sessions = [session for each in team.going if (session := catalogue.get(each))]
    found: dict[str, list[Session]] = {}
    for session in sorted(sessions, key=programme_order):
        found.setdefault(session.run_of, []).append(session)
    return found
