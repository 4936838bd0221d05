"""Who goes where so that the fewest sessions that somebody of the team wants go unseen.

First what the team sees (`seeing`), then who goes (`assigning`), then why. Both know sessions only
as intervals: that the way between two is too long, or that I have an appointment, is told of those
who go, and changes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.conflicts import Conflict, conflicts
from summit_tui.agenda.model import WANTS
from summit_tui.agenda.team.assigning import Errand, Sharing, share
from summit_tui.agenda.team.colleagues import ME, Person
from summit_tui.agenda.team.displacing import Seen, displaced, meet
from summit_tui.agenda.team.lanes import Span
from summit_tui.agenda.team.seeing import most_seen, weights
from summit_tui.agenda.team.wishes import Wish, span_of, wishes
from summit_tui.catalogue.model import Catalogue, Session

_NO_CIRCUMSTANCES = Circumstances()
_When = Mapping[str, Span]
"""By id of each run that can be seen, the interval it takes."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A session that the team sees."""

    wish: Wish
    session: Session
    goes: tuple[int, ...]
    """The rows of those who go."""
    elsewhere: tuple[tuple[int, str], ...]
    """Who wants it and does not go, each with the id of the session seen meanwhile."""
    clashes: tuple[tuple[int, Conflict], ...] = ()
    """Of those who go: where the way from or to another is too long, and my appointments."""


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


def cover(
    team: Sequence[Person], catalogue: Catalogue, circumstances: Circumstances = _NO_CIRCUMSTANCES
) -> Cover:
    """Return the plan for `team` that leaves the fewest of its wishes unseen.

    Of `circumstances` the ways hold for all, the appointments for the one who is called `ME`.
    """
    every = wishes(team, catalogue)
    possible = [wish for wish in every if wish.runs]
    seeing = most_seen(possible, len(team))
    runs = [wish.runs[run] for wish, run in zip(possible, seeing.runs, strict=True)]
    when = {run.id: span_of(run) for wish in possible for run in wish.runs}
    sharing = share(
        [
            Errand(when[run.id], wish.wants, weight)
            for wish, run, weight in zip(possible, runs, weights(possible), strict=True)
        ],
        len(team),
    )
    visits = _visits(possible, runs, sharing, when)
    everywhere = [*visits, *_second_runs(visits, len(team), when)]
    everywhere.sort(key=lambda visit: (when[visit.session.id], visit.session.id))
    return Cover(
        tuple(team),
        tuple(_with_clashes(everywhere, team, circumstances)),
        tuple(_unseen(every, visits, len(team), when)),
        seeing.proved,
        sharing.proved,
    )


def _visits(
    seen: Sequence[Wish], runs: Sequence[Session], sharing: Sharing, when: _When
) -> list[Visit]:
    visits = []
    going: dict[int, list[str]] = {}
    """For each who goes anywhere the ids of where."""
    for run, goes in zip(runs, sharing.goes, strict=True):
        for row in goes:
            going.setdefault(row, []).append(run.id)
    for wish, run, goes in zip(seen, runs, sharing.goes, strict=True):
        span = when[run.id]
        elsewhere = tuple(
            (row, next((at for at in going.get(row, ()) if meet(when[at], span)), ""))
            for row in wish.wanting()
            if row not in goes
        )
        if goes:
            visits.append(Visit(wish, run, goes, elsewhere))
    return visits


def _second_runs(visits: Sequence[Visit], people: int, when: _When) -> list[Visit]:
    """Return the further runs at which somebody is free to see what another sees for the team."""
    found: dict[str, Visit] = {}
    for person in range(people):
        busy = [when[visit.session.id] for visit in visits if person in visit.goes]
        for wish in (visit.wish for visit in visits if person in dict(visit.elsewhere)):
            spans = ((run, when[run.id]) for run in wish.runs)
            free = (pair for pair in spans if not any(meet(pair[1], other) for other in busy))
            if (pair := next(free, None)) is not None:
                run, span = pair
                busy.append(span)
                goes = found[run.id].goes if run.id in found else ()
                found[run.id] = Visit(wish, run, (*goes, person), ())
    return list(found.values())


def _with_clashes(
    visits: Sequence[Visit], team: Sequence[Person], circumstances: Circumstances
) -> Iterator[Visit]:
    """Yield `visits`, in time order, with what each who goes cannot have beside them."""
    clashes = []
    for row, person in enumerate(team):
        sessions = [visit.session for visit in visits if row in visit.goes]
        busy = circumstances.busy(sessions) if person.name == ME else sessions
        clashes.append(conflicts(busy, circumstances.walking))
    for visit in visits:
        found = [
            (row, each) for row in visit.goes for each in clashes[row].get(visit.session.id, ())
        ]
        yield replace(visit, clashes=tuple(found))


def _unseen(
    every: Sequence[Wish], visits: Sequence[Visit], people: int, when: _When
) -> Iterator[Unseen]:
    ids = {visit.wish.id for visit in visits}
    heavy = weights([visit.wish for visit in visits])
    pairs = zip(visits, heavy, strict=True)
    seen = [Seen(when[visit.session.id], weight) for visit, weight in pairs]
    missed = [wish for wish in every if wish.id not in ids]
    for wish in sorted(missed, key=lambda each: WANTS.index(each.want)):
        if not wish.runs:
            yield Unseen(wish)
            continue
        span = when[wish.runs[0].id]
        at_once = (visit for visit, each in zip(visits, seen, strict=True) if meet(each.span, span))
        yield Unseen(
            wish,
            tuple((visit.session.id, visit.goes) for visit in at_once),
            tuple(visits[row].session.id for row in displaced(span, seen, people)),
        )
