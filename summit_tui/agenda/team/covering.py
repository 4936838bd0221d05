"""Who goes where so that the fewest sessions that somebody of the team wants go unseen.

First what the team sees (`seeing`), then who goes (`assigning`), then why. Nobody is asked to walk
faster than people do: ways between rooms are not counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summit_tui.agenda.model import WANTS
from summit_tui.agenda.team.assigning import Errand, Sharing, share
from summit_tui.agenda.team.colleagues import Person
from summit_tui.agenda.team.seeing import displaced, most_seen, weights
from summit_tui.agenda.team.wishes import Wish, span_of, wishes
from summit_tui.catalogue.model import Catalogue, Session


@dataclass(frozen=True, slots=True)
class Visit:
    """A session that the team sees."""

    wish: Wish
    session: Session
    goes: tuple[int, ...]
    """The rows of those who go."""
    elsewhere: tuple[tuple[int, str], ...]
    """Who wants it and does not go, each with the id of the session seen meanwhile."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A wish that nobody can go to."""

    wish: Wish
    meanwhile: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """For its first run the sessions seen meanwhile, and who is there; none if it has no run."""
    instead: tuple[str, ...] = ()
    """The ids of what would go unseen for it, at the least; what it costs to have it."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the team sees, who goes, and what goes unseen."""

    team: tuple[Person, ...]
    visits: tuple[Visit, ...]
    """In time order."""
    unseen: tuple[Unseen, ...]
    """The most wanted first, then in time order."""
    proved: bool
    """Whether no plan leaves fewer unseen."""
    shared_at_best: bool
    """Whether no sharing out of what is seen suits the team better."""


def cover(team: Sequence[Person], catalogue: Catalogue) -> Cover:
    """Return the plan for `team` that leaves the fewest of its wishes unseen."""
    every = wishes(team, catalogue)
    possible = [wish for wish in every if wish.runs]
    seeing = most_seen(possible, len(team))
    runs = [wish.runs[run] for wish, run in zip(possible, seeing.runs, strict=True)]
    sharing = share(
        [
            Errand(span_of(run), wish.wants, weight)
            for wish, run, weight in zip(possible, runs, weights(possible), strict=True)
        ],
        len(team),
    )
    visits = _visits(possible, runs, sharing)
    everywhere = [*visits, *_second_runs(visits, len(team))]
    everywhere.sort(key=lambda visit: (span_of(visit.session), visit.session.id))
    return Cover(
        tuple(team),
        tuple(everywhere),
        tuple(_unseen(every, visits, len(team))),
        seeing.proved,
        sharing.proved,
    )


def overlap(one: Session, other: Session) -> bool:
    """Return whether nobody can see both whole."""
    (start, end), (begin, over) = span_of(one), span_of(other)
    return start < over and begin < end


def _visits(seen: Sequence[Wish], runs: Sequence[Session], sharing: Sharing) -> list[Visit]:
    there = [pair for pair in zip(runs, sharing.goes, strict=True) if pair[1]]
    visits = []
    for wish, run, goes in zip(seen, runs, sharing.goes, strict=True):
        elsewhere = tuple(
            (row, next((at.id for at, rows in there if row in rows and overlap(at, run)), ""))
            for row in wish.wanting()
            if row not in goes
        )
        if goes:
            visits.append(Visit(wish, run, goes, elsewhere))
    return visits


def _second_runs(visits: Sequence[Visit], people: int) -> list[Visit]:
    """Return the further runs at which somebody is free to see what another sees for the team."""
    found: dict[str, Visit] = {}
    for person in range(people):
        busy = [visit.session for visit in visits if person in visit.goes]
        for wish in (visit.wish for visit in visits if person in dict(visit.elsewhere)):
            free = (run for run in wish.runs if not any(overlap(run, other) for other in busy))
            if (run := next(free, None)) is not None:
                busy.append(run)
                goes = found[run.id].goes if run.id in found else ()
                found[run.id] = Visit(wish, run, (*goes, person), ())
    return list(found.values())


def _unseen(every: Sequence[Wish], visits: Sequence[Visit], people: int) -> Iterator[Unseen]:
    seen = {visit.wish.id for visit in visits}
    missed = [wish for wish in every if wish.id not in seen]
    for wish in sorted(missed, key=lambda each: WANTS.index(each.want)):
        if not wish.runs:
            yield Unseen(wish)
            continue
        meanwhile = [visit for visit in visits if overlap(visit.session, wish.runs[0])]
        yield Unseen(
            wish,
            tuple((visit.session.id, visit.goes) for visit in meanwhile),
            _instead(wish.runs[0], visits, people),
        )


def _instead(run: Session, visits: Sequence[Visit], people: int) -> tuple[str, ...]:
    """Return the ids of the fewest visits, the least wanted, that `run` takes the room of."""
    seen = [(visit.wish, span_of(visit.session)) for visit in visits]
    return tuple(visits[row].session.id for row in displaced(span_of(run), seen, people))
