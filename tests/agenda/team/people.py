"""Teams to begin a test with."""

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.team.colleagues import Person


def person(name: str, **wants: str) -> Person:
    """Return somebody with an agenda of the sessions and how much each is wanted."""
    return Person(name, Agenda("demo", {each: Pick(each, want) for each, want in wants.items()}))
