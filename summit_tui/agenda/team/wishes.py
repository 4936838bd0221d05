"""What a team wants to see: the union of what each of them picked, each session once.

A session with several runs is one wish, whichever run was picked, and any of them grants it that
is on a day for which the team picked something: on others nobody need be there. What cannot be seen
at all (cancelled, without a time, no longer in the programme) is a wish without runs. What one may
drop into is no wish: everybody can, and nobody need be sent there.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summit_tui.agenda.conflicts import end_of
from summit_tui.agenda.model import WANTS, Pick
from summit_tui.agenda.team.colleagues import Person
from summit_tui.agenda.team.lanes import Span
from summit_tui.catalogue.model import Catalogue, Session, programme_order


class Wish(NamedTuple):
    """A session that somebody of the team wants to see."""

    id: str
    """Of its first run."""
    title: str
    runs: tuple[Session, ...]
    """Those that take place, in time order."""
    wants: tuple[str | None, ...]
    """How much each of the team wants it, in the team's order; None for who did not pick it."""

    @property
    def want(self) -> str:
        """How much the one wants it who wants it most."""
        return min(filter(None, self.wants), key=WANTS.index)

    def wanting(self) -> tuple[int, ...]:
        """Return the rows of those who want it."""
        return tuple(row for row, want in enumerate(self.wants) if want)


def wishes(team: Sequence[Person], catalogue: Catalogue) -> tuple[Wish, ...]:
    """Return what `team` wants, in time order; what has no run comes last, by title."""
    picked: dict[str, list[str | None]] = {}
    titles: dict[str, str] = {}
    for row, person in enumerate(team):
        for pick in person.agenda:
            session = catalogue.get(pick.id)
            if session and session.drop_in:
                continue
            run_of = session.run_of if session else pick.id
            wants = picked.setdefault(run_of, [None] * len(team))
            wants[row] = _stronger(wants[row], pick)
            titles.setdefault(run_of, session.title if session else pick.name)
    runs = _runs(catalogue, picked, {each for person in team for each in person.agenda.picks})
    found = [
        Wish(each, titles[each], tuple(runs.get(each, ())), tuple(wants))
        for each, wants in picked.items()
    ]
    return tuple(sorted(found, key=_order))


def span_of(run: Session) -> Span:
    """Return the half open interval that `run` takes of a person's time.

    In half seconds, a start half a second late: one that has no length conflicts with what it lies
    in, and not with what ends or begins with it. As `conflicts` has it. ValueError
    for one without a time.
    """
    end = end_of(run)
    if run.start is None or end is None:
        raise ValueError(f"{run.id} has no time")
    start, over = int(run.start.timestamp()), int(end.timestamp())
    return (2 * start + 1, 2 * over) if over > start else (2 * start, 2 * start + 1)


def _stronger(want: str | None, pick: Pick) -> str:
    return min(filter(None, (want, pick.want)), key=WANTS.index)


def _runs(
    catalogue: Catalogue, wanted: Iterable[str], picked: Iterable[str]
) -> dict[str, list[Session]]:
    days = {session.date for each in picked if (session := catalogue.get(each))}
    runs: dict[str, list[Session]] = {each: [] for each in wanted}
    for session in catalogue.sessions:
        takes_place = session.start is not None and not session.cancelled
        if takes_place and session.run_of in runs and session.date in days:
            runs[session.run_of].append(session)
    return runs


def _order(wish: Wish) -> tuple[bool, tuple[bool, float], str]:
    if not wish.runs:
        return True, (True, 0.0), wish.title
    return False, programme_order(wish.runs[0]), wish.id
