"""How things stand at a moment, as JSON: a contract with scripts, version 1.

Keys are added, never renamed or removed. My own appointments are sessions of the kind
`appointment`, which no programme has.
"""

from collections.abc import Iterable
from typing import Any

from summit_tui.agenda.model import Agenda
from summit_tui.agenda.now import Coming, Now
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.formats.writers.as_json import event_object, instant, session_object

VERSION = 1


def now_object(
    now: Now, catalogue: Catalogue, agenda: Agenda, on: Iterable[Session]
) -> dict[str, Any]:
    """Return how things stand, with `on`, the sessions of the programme that are on."""
    return {
        **next_object(now, catalogue, agenda),
        "on": [session_object(catalogue, one, agenda.get(one.id)) for one in on],
        "mine": [session.id for session in now.mine],
        "ended": [item.id for item in now.ended],
    }


def next_object(now: Now, catalogue: Catalogue, agenda: Agenda) -> dict[str, Any]:
    """Return what comes next, null when nothing does."""
    coming = now.next
    return {
        "version": VERSION,
        "event": event_object(catalogue.event),
        "now": instant(now.moment),
        "next": coming and coming_object(coming, catalogue, agenda),
    }


def coming_object(coming: Coming, catalogue: Catalogue, agenda: Agenda) -> dict[str, Any]:
    """Return a session that comes, with the minutes until then and the way to it."""
    session = coming.session
    return session_object(catalogue, session, agenda.get(session.id)) | {
        "minutes": coming.minutes,
        "walk": coming.walk,
        "leave": instant(coming.leave),
        "from": coming.came_from and coming.came_from.id,
    }
