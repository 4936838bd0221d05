"""What changed since yesterday in a fictional summit, so that there is something to be told.

The same summit has the same news. It stays a clean programme: two sessions change places whose
speakers have no other, one is cancelled, and what was not announced yet takes its own place.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import combinations

from summit_tui.catalogue.model import Catalogue, Session, SessionList, programme_order

_ADDED = 2
"""So many sessions were not announced yesterday."""


def yesterday(catalogue: Catalogue, now: datetime) -> tuple[Catalogue, Catalogue]:
    """Return `catalogue` as it was yesterday, and as it is `now`: moved, cancelled, new.

    Only talks that are still to come change, or any where hardly one is. Twice the same where it is
    too small to spare any.
    """
    talks = _talks(catalogue, now)
    pair = _pair(catalogue, talks)
    rest = [one for one in talks if one not in pair]
    if len(rest) <= _ADDED:
        return catalogue, catalogue
    cancelled, *added = rest[: _ADDED + 1]
    today = {cancelled.id: cancelled._replace(status="cancelled")}
    for one, other in (pair, pair[::-1]) if pair else ():
        today[one.id] = one._replace(start=other.start, room=other.room)
    new = {one.id for one in added}
    before = [one for one in catalogue.sessions if one.id not in new]
    after = [today.get(one.id, one) for one in catalogue.sessions]
    return _with(catalogue, before), _with(catalogue, after)


def _talks(catalogue: Catalogue, now: datetime) -> list[Session]:
    """Return the talks that run once, in time order: those to come, where there are enough."""
    again = {one.run_of for one in catalogue.sessions if one.repeats}
    talks = [
        one
        for one in catalogue.sessions
        if one.kind == "talk" and one.status == "confirmed" and one.run_of not in again
    ]
    timed = [one for one in talks if one.start is not None]
    coming = [one for one in timed if one.start is not None and one.start > now]
    return coming if len(coming) > _ADDED + 2 else timed


def _pair(catalogue: Catalogue, talks: Sequence[Session]) -> Sequence[Session]:
    """Return two that can change places: as long as one another, at different times; else none."""
    speaking = Counter(each.name for one in catalogue.sessions for each in one.speakers)
    alone = [one for one in talks if all(speaking[each.name] == 1 for each in one.speakers)]
    fitting = (
        pair
        for pair in combinations(alone, 2)
        if pair[0].duration == pair[1].duration and pair[0].start != pair[1].start
    )
    return next(fitting, ())


def _with(catalogue: Catalogue, sessions: list[Session]) -> Catalogue:
    return catalogue._replace(sessions=SessionList(sorted(sessions, key=programme_order)))
