"""What my colleagues picked, as the screens need it, and what is said of their agendas. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summit_tui.catalogue.number_words import counted
from summit_tui.tui.words import Going

if TYPE_CHECKING:
    from summit_tui.agenda.team.colleagues import Person
    from summit_tui.agenda.team.reading import Colleague


@dataclass(frozen=True, slots=True)
class Team:
    """Those of my colleagues whose agendas are known."""

    people: "tuple[Person, ...]" = ()
    going: Mapping[str, Going] = field(default_factory=dict)
    """By id of the session."""
    picked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Everyone, with the ids of what they picked; none where that is not known."""


def team_of(colleagues: "Sequence[Colleague]") -> Team:
    """Return what `colleagues` picked, by session."""
    from summit_tui.agenda.team.reading import people, picked_by

    known, going = people(colleagues), dict[str, Going]()
    for person in known:
        for pick in person.agenda:
            going[pick.id] = (*going.get(pick.id, ()), (person.name, pick.want))
    return Team(known, going, picked_by(colleagues))


def what_changed(before: "Sequence[Colleague]", after: "Sequence[Colleague]") -> list[str]:
    """Return what is said of agendas that were changed while they were watched, a line each."""
    pairs = zip(before, after, strict=True) if len(before) == len(after) else ()
    return [said for was, now in pairs if (said := _changed(was, now))]


def _changed(before: "Colleague", after: "Colleague") -> str:
    if before.agenda is None or after.agenda is None:
        return ""
    was, now = before.agenda.picks.keys(), after.agenda.picks.keys()
    came, went = len(now - was), len(was - now)
    said = [f"picked {counted(came, 'session')}"] if came else []
    said += [f"dropped {counted(went, 'session')}"] if went else []
    return f"{after.name} {' and '.join(said)}." if said else ""


def troubles(before: "Sequence[Colleague]", after: "Sequence[Colleague]") -> list[str]:
    """Return whose agenda could not be read, and why, that was not said `before`."""
    told = {(each.name, each.trouble) for each in before}
    return [
        f"{_without(each)}: {each.trouble}"
        for each in after
        if each.trouble and not each.absent and (each.name, each.trouble) not in told
    ]


def _without(each: "Colleague") -> str:
    if each.agenda is None:
        return f"Without the picks of {each.name}"
    return f"The picks of {each.name} are shown as they were"
