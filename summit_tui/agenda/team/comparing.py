"""Colleagues' agendas beside mine: what we see together, what only one of us, where we are apart.

A clash is not one within an agenda: I picked one session and not the other, a colleague the other
and not mine, and both are on at once. Two runs of one session never clash.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summit_tui.agenda.conflicts import Conflict, overlaps_between
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.resolve import Resolved, resolve
from summit_tui.agenda.team.colleagues import ME, Person
from summit_tui.catalogue.model import Catalogue

TOGETHER, MINE, THEIRS = "together", "me", "them"
"""Who picked a session: I and somebody else, only I, only others."""


class Clash(NamedTuple):
    """A session of mine that is on while colleagues are elsewhere."""

    id: str
    minutes: int
    names: tuple[str, ...]
    """Those who are in the one session and did not pick mine."""


class Again(NamedTuple):
    """Another run of a session that somebody picked in place of this one."""

    id: str
    names: tuple[str, ...]
    """Those who picked that run and not this one."""


class Compared(NamedTuple):
    """A session that somebody picked."""

    item: Resolved
    wants: Mapping[str, str]
    """How much each who picked it wants it, I first, as `me`."""
    clashes: tuple[Clash, ...] = ()
    """In time order; none where I picked it."""
    again: tuple[Again, ...] = ()
    """In time order."""

    @property
    def kind(self) -> str:
        """`TOGETHER`, `MINE` or `THEIRS`."""
        if ME not in self.wants:
            return THEIRS
        return TOGETHER if len(self.wants) > 1 else MINE


def compare(mine: Agenda, others: Sequence[Person], catalogue: Catalogue) -> tuple[Compared, ...]:
    """Return every session that I or one of `others` picked, in time order."""
    team = (Person(ME, mine), *others)
    picks: dict[str, Pick] = {}
    for person in team:
        picks = {**person.agenda.picks, **picks}
    items = resolve(Agenda(mine.event, picks), catalogue)
    apart, runs = _apart(mine, items), _runs(items)
    found = []
    for item in items:
        wants = {
            each.name: each.agenda.picks[item.id].want for each in team if item.id in each.agenda
        }
        clashes: tuple[Clash, ...] = ()
        if ME not in wants:
            there = [each for each in others if item.id in each.agenda]
            pairs = ((one, _without(there, one.id)) for one in apart.get(item.id, ()))
            clashes = tuple(Clash(one.id, one.minutes, names) for one, names in pairs if names)
        others_of_it = (run for run in runs.get(_run_of(item), ()) if run != item.id)
        again = ((run, _who_only(team, run, item.id)) for run in others_of_it)
        kept = tuple(Again(run, names) for run, names in again if names)
        found.append(Compared(item, wants, clashes, kept))
    return tuple(found)


def _runs(items: Sequence[Resolved]) -> Mapping[str, Sequence[str]]:
    """Return the ids of the runs that somebody picked, by session."""
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(_run_of(item), []).append(item.id)
    return found


def _run_of(item: Resolved) -> str:
    return item.session.run_of if item.session else item.id


def _who_only(team: Sequence[Person], one: str, other: str) -> tuple[str, ...]:
    """Return the names of those who picked the session `one` and not `other`."""
    return tuple(each.name for each in team if one in each.agenda and other not in each.agenda)


def _apart(mine: Agenda, items: Sequence[Resolved]) -> Mapping[str, tuple[Conflict, ...]]:
    """Return for each session that I did not pick those that I did and that are on at once."""
    sessions = [item.session for item in items if item.session is not None]
    return overlaps_between(
        (each for each in sessions if each.id not in mine),
        (each for each in sessions if each.id in mine),
    )


def _without(people: Sequence[Person], session_id: str) -> tuple[str, ...]:
    return tuple(person.name for person in people if session_id not in person.agenda)
