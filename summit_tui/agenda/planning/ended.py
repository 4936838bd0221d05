"""What a plan made in the middle of an event no longer decides: sessions that have ended."""

from collections.abc import Iterable
from datetime import datetime

from summit_tui.agenda.conflicts import end_of
from summit_tui.catalogue.model import Session


def ended(programme: Iterable[Session], now: datetime | None) -> frozenset[str]:
    """Return the ids of what has ended at `now`, while more of `programme` is to come.

    Nothing before the event, and nothing after it: one may still try what would have been best.
    """
    if now is None:
        return frozenset()
    ends = {one.id: end.timestamp() for one in programme if (end := end_of(one)) is not None}
    if max(ends.values(), default=0.0) <= now.timestamp():
        return frozenset()
    return frozenset(each for each, end in ends.items() if end <= now.timestamp())
