"""The agendas of my colleagues as their files have them, read again where a file has changed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from summit_tui.agenda.errors import AgendaError, NotOfThisEventError
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.team.colleagues import Member, Person, member, names
from summit_tui.catalogue.disk import Stamp, stamp_of


class Colleague(NamedTuple):
    """One of the team, with what is known of the agenda."""

    name: str
    path: Path
    """The file."""
    agenda: Agenda | None
    """None where it could not be read, now or ever before."""
    stamp: Stamp | None = None
    """Of the file when it was looked at; None where there was none."""
    trouble: str = ""
    """Why the agenda cannot be read now; empty where it can."""
    absent: bool = False
    """Whether there is no agenda of this event, which is no mistake."""


def read_team(
    texts: Iterable[str], event_id: str, known: Sequence[Colleague] = ()
) -> tuple[Colleague, ...]:
    """Return those whom `texts` mean (`ana.yaml`, `Ana=agenda.yaml`) with their agendas.

    `known` is what was returned before: only files that have changed since then are read, and an
    agenda whose file vanished, or cannot be read any more, stays as it was.
    """
    members = [member(each) for each in texts]
    before = {(each.name, each.path): each for each in known}
    return tuple(
        _read(name, each, event_id, before.get((name, each.file(event_id))))
        for each, name in zip(members, names(members, event_id), strict=True)
    )


def people(team: Iterable[Colleague]) -> tuple[Person, ...]:
    """Return those of `team` whose agendas are known."""
    return tuple(Person(each.name, each.agenda) for each in team if each.agenda is not None)


def picked_by(team: Iterable[Colleague]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each of `team` with the ids of what they picked; nothing where that is not known."""
    return tuple(
        (each.name, () if each.agenda is None else tuple(each.agenda.picks)) for each in team
    )


def _read(name: str, each: Member, event_id: str, before: Colleague | None) -> Colleague:
    path = each.file(event_id)
    stamp = stamp_of(path)
    if before is not None and before.stamp == stamp:
        return before
    try:
        return Colleague(name, path, each.agenda(event_id), stamp)
    except AgendaError as error:
        absent = isinstance(error, NotOfThisEventError)
        kept = None if before is None or (absent and stamp) else before.agenda
        return Colleague(name, path, kept, stamp, str(error), absent)
