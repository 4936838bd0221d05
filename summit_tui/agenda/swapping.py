"""What else could be seen in the time of a session: when the room is full, or the wish has changed.

Judged with the session off my agenda, and without my picks that clash with it, which are among the
answers. Two kinds: further runs of the same session, whenever they are; and other sessions at that
time. What fits comes before what clashes with something else of mine; then what I want most, what
is most alike, the nearest room.
"""

from collections.abc import Iterable
from typing import NamedTuple

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.conflicts import Conflict, conflicts_of, end_of
from summit_tui.agenda.model import WANTS, Agenda
from summit_tui.agenda.taste import Likeness, Taste, usual_words
from summit_tui.catalogue.model import Session


class Instead(NamedTuple):
    """A session that could be seen instead."""

    session: Session
    want: str | None
    """How much I want it already; None when it is not picked."""
    conflicts: tuple[Conflict, ...]
    """With what else is mine; empty when it fits."""
    likeness: Likeness
    """To the session it would stand in for."""
    walk: int
    """Minutes on foot from that session's room."""


class Swaps(NamedTuple):
    """What there is instead of a session."""

    runs: tuple[Instead, ...]
    """Further runs of it, in time order."""
    others: tuple[Instead, ...]
    """What else is on at that time, best first."""


def swaps(
    session: Session,
    programme: Iterable[Session],
    agenda: Agenda,
    mine: Iterable[Session],
    circumstances: Circumstances,
) -> Swaps:
    """Return what could be seen instead of `session`; `mine` are the picked sessions."""
    mine = [one for one in mine if one.run_of != session.run_of]
    rivals = {clash.id for clash in conflicts_of(session, mine)}
    kept = circumstances.busy(one for one in mine if one.id not in rivals)
    running = [one for one in programme if not one.cancelled and one.start is not None]
    at_once = [one for one in running if _at_once(session, one) and not one.drop_in]
    taste = Taste([(session, 1.0)], usual_words(at_once))
    walking = circumstances.walking

    def instead(other: Session) -> Instead:
        pick = agenda.get(other.id)
        clashes = conflicts_of(other, (one for one in kept if one.id != other.id), walking)
        walk = walking.minutes(session.room, other.room)
        return Instead(other, pick and pick.want, clashes, taste.of(other), walk)

    again = (one for one in running if one.run_of == session.run_of and one.id != session.id)
    others = [instead(one) for one in at_once if one.run_of != session.run_of]
    return Swaps(tuple(map(instead, again)), tuple(sorted(others, key=_order)))


def _at_once(one: Session, other: Session) -> bool:
    """Return whether both are on at some moment."""
    ends = end_of(one), end_of(other)
    if one.start is None or other.start is None or ends[0] is None or ends[1] is None:
        return False
    begin = max(one.start.timestamp(), other.start.timestamp())
    return begin < min(ends[0].timestamp(), ends[1].timestamp())


def _order(each: Instead) -> tuple[bool, int, float, int, float, str]:
    want = WANTS.index(each.want) if each.want else len(WANTS)
    start = each.session.start.timestamp() if each.session.start else 0.0
    return bool(each.conflicts), want, -each.likeness.score, each.walk, start, each.session.id
