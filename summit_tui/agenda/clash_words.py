"""Conflicts and gaps in words, the same on every screen and in all output: how long, with whom."""

from summit_tui.agenda.conflicts import Conflict
from summit_tui.agenda.gaps import Gap
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.times import said_length

OVERLAPS, TOO_TIGHT = "!", "~"
"""The signs of a conflict."""
APPOINTMENT = "appointment"
"""The kind of a session that is none: my own appointment."""


def sign(conflict: Conflict) -> str:
    """Return the sign that stands before the words."""
    return TOO_TIGHT if conflict.too_tight else OVERLAPS


def clash_words(conflict: Conflict, session: Session, other: Session, name: str = "") -> str:
    """Return what stands between `session` and `other`, which is called `name`.

    `15 min with Cloud Economics`, or `0 min to walk 6 from Amphi bleu (Cloud Economics)`.
    """
    name = name or other.title
    if other.kind == APPOINTMENT:
        name = f"{name} (my appointment)"
    if not conflict.too_tight:
        return f"{said_length(conflict.minutes)} with {name}"
    return f"{way_words(conflict, session, other)} ({name})"


def way_words(conflict: Conflict, session: Session, other: Session) -> str:
    """Return what makes the way between the two too long: `0 min to walk 6 from Amphi bleu`."""
    times = f"{conflict.between} min to walk {conflict.walk}"
    return f"{times} {'from' if _is_first(other, session) else 'to'} {other.room}"


def gap_words(gap: Gap, walking: Walking) -> str:
    """Return what a gap is good for: `15 min free`, and the way that takes a part of it."""
    walk = walking.minutes(gap.after.room, gap.before.room)
    way = f" · {walk} min walk to {gap.before.room}" if walk else ""
    return f"{said_length(gap.minutes)} free{way}"


def _is_first(one: Session, other: Session) -> bool:
    if one.start is None or other.start is None:
        return False
    return one.start.timestamp() < other.start.timestamp()
