"""Our own catalogue out: the sessions of the export as a file that `summit` opens.

The event, its levels, rooms, tracks and aliases go with them as they are; picks and notes, which
are mine and not the programme's, stay behind.
"""

from collections.abc import Iterable, Iterator

from summit_tui.catalogue.model import Session, SessionList
from summit_tui.catalogue.writing import write
from summit_tui.formats.export import Export


def render(export: Export) -> bytes:
    """Return the sessions as a catalogue in UTF-8; all of them read as the one they came from."""
    return write(export.catalogue._replace(sessions=SessionList(_led(export.sessions)))).encode()


def _led(sessions: Iterable[Session]) -> Iterator[Session]:
    """Yield `sessions` such that no run repeats one that is left behind: the first run leads."""
    sessions = tuple(sessions)
    taken = {session.id for session in sessions}
    leads: dict[str, str] = {}
    for session in sessions:
        if session.repeats is None or session.repeats in taken:
            yield session
        else:
            lead = leads.setdefault(session.repeats, session.id)
            yield session._replace(repeats=None if lead == session.id else lead)
