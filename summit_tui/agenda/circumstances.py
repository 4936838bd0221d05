"""What an agenda is judged by besides the programme: the ways, and my own appointments."""

from collections.abc import Iterable
from typing import NamedTuple

from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Catalogue, Session, Walk


class Circumstances(NamedTuple):
    """The ways between rooms, and what else takes my time."""

    walking: Walking = Walking()
    appointments: tuple[Session, ...] = ()
    """In time order; sessions that no programme has."""
    walks: tuple[Walk, ...] = ()
    """What I said of the ways myself: it counts after the rules of any catalogue."""

    def busy(self, sessions: Iterable[Session]) -> tuple[Session, ...]:
        """Return `sessions` with the appointments: all that takes my time."""
        return (*sessions, *self.appointments)

    def named(self, session_id: str, catalogue: Catalogue) -> Session | None:
        """Return the session or appointment called `session_id`; None where there is none."""
        mine = (each for each in self.appointments if each.id == session_id)
        return catalogue.get(session_id) or next(mine, None)
