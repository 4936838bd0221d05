"""The best agenda from my wishes as a value: what is on it, what is not and why, the proof."""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import NamedTuple

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.model import WANTS, Agenda
from summit_tui.agenda.planning.branching import Patience
from summit_tui.agenda.planning.instance import Lunch
from summit_tui.agenda.planning.reasons import LeftOut, left_out
from summit_tui.agenda.planning.runners_up import runners_up
from summit_tui.agenda.planning.solving import Solution, solve
from summit_tui.agenda.planning.wishes import Asked, Wish, Wishes, wishes
from summit_tui.catalogue.model import ASSUMED_MINUTES, Catalogue, Session


class Planned(NamedTuple):
    """A session on the plan."""

    session: Session
    wish: Wish
    kept: bool
    """Whether it was asked to be kept."""

    @property
    def instead_of(self) -> str | None:
        """The id of the run that I picked, where the plan takes another; None otherwise."""
        ids = [pick.id for pick in self.wish.picks]
        return None if not ids or self.session.id in ids else ids[0]


class Plan(NamedTuple):
    """The best agenda, or the best that was found in time."""

    chosen: tuple[Planned, ...]
    """In time order."""
    left_out: tuple[LeftOut, ...]
    """My wishes that are not on it, the most wanted first."""
    wished: int
    """How many wishes of mine there are."""
    solution: Solution
    no_lunch: tuple[Lunch, ...]
    """Those that have no room beside what is kept and busy."""
    alternatives: Mapping[str, tuple[str, ...]]
    """For each chosen id what could be had in its place, best first."""

    @property
    def optimal(self) -> bool:
        """Whether it is proved that none is better."""
        return self.solution.optimal

    @property
    def walking(self) -> int:
        """Minutes on foot between one session and the next of a day."""
        return self.solution.score.walking

    @property
    def mine(self) -> tuple[Planned, ...]:
        """What is on it that I wished myself."""
        return tuple(each for each in self.chosen if not each.wish.found)

    def counted(self, want: str) -> int:
        """Return how many of my own wishes of one kind are on it."""
        return sum(each.wish.want == want for each in self.mine)

    @property
    def minutes(self) -> int:
        """How long it all lasts; a length that is unknown counts as `ASSUMED_MINUTES`."""
        return sum(_length(each.session) for each in self.chosen)

    @property
    def assumed(self) -> tuple[Session, ...]:
        """Those on it whose length is unknown."""
        return tuple(each.session for each in self.chosen if each.session.duration is None)

    @property
    def could_be_more(self) -> str:
        """What a better one could have at most, where the search was cut short; else empty."""
        if self.optimal:
            return ""
        most, _ = self.solution.bound
        named = zip(("kept", *WANTS, "found"), most, strict=True)
        return ", ".join(f"{count} {name}" for name, count in named if count)


def _length(session: Session) -> int:
    return ASSUMED_MINUTES if session.duration is None else session.duration


def patience_of(seconds: float) -> Patience:
    """Return the patience that ends in `seconds` from now."""
    until = monotonic() + seconds
    return lambda: monotonic() < until


def plan(
    catalogue: Catalogue,
    agenda: Agenda,
    circumstances: Circumstances,
    asked: Asked,
    patience: Callable[[], Patience],
) -> Plan:
    """Return the best agenda from the picks of `agenda` and what else is `asked`.

    `patience` is begun for the plan, and again for the reasons and for plan B.
    """
    wished = wishes(catalogue, agenda, circumstances, asked)
    solution = solve(wished.instance, patience())
    chosen = _chosen(wished, solution, asked)
    return Plan(
        chosen,
        left_out(wished, solution, circumstances, patience()),
        sum(not wish.found for wish in wished.all),
        solution,
        tuple(each for each in wished.instance.lunches if each not in solution.lunches),
        runners_up(wished, solution, circumstances, patience()),
    )


def _chosen(wished: Wishes, solution: Solution, asked: Asked) -> tuple[Planned, ...]:
    by_group = {wish.group: wish for wish in wished.all}
    sessions = [wished.sessions[wished.instance.candidates[row].id] for row in solution.rows]
    sessions.sort(key=lambda one: (one.start.timestamp() if one.start else 0.0, one.id))
    return tuple(Planned(one, by_group[one.run_of], one.id in asked.keep) for one in sessions)
