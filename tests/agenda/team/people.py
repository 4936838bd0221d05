"""Teams to begin a test with."""

from pathlib import Path

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.team.colleagues import Person
from summit_tui.agenda.team.reading import Colleague


def person(name: str, **wants: str) -> Person:
    """Return somebody with an agenda of the sessions and how much each is wanted."""
    return Person(name, Agenda("demo", {each: Pick(each, want) for each, want in wants.items()}))


def colleague(name: str, **wants: str) -> Colleague:
    """Return the same as it is read from a file."""
    return Colleague(name, Path(f"{name}.yaml"), person(name, **wants).agenda)
