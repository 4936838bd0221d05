"""When to be told of what comes: each of mine once, in time to get there.

So many minutes before it begins, or when to leave for it where the way is longer than that. What
has moved since it was told is told again; what began meanwhile (a closed laptop) never is.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from summit_tui.agenda.now import Coming, Now


class Told(NamedTuple):
    """What was told of: a session at a time."""

    id: str
    start: float
    """Seconds since 1970 UTC."""


def mark(coming: Coming) -> Told:
    """Return what stands for `coming` among what was told."""
    return Told(coming.session.id, coming.start.timestamp())


def moment_for(coming: Coming, before: int) -> datetime:
    """Return when to be told of it, `before` minutes ahead of its start as a rule."""
    ahead = timedelta(minutes=max(before, coming.walk))
    return _back(coming.start, ahead)


def _back(start: datetime, ahead: timedelta) -> datetime:
    """Return the instant so long before `start`, which a clock change may lie between."""
    return datetime.fromtimestamp(start.timestamp() - ahead.total_seconds(), start.tzinfo)


def due(now: Now, before: int, told: Collection[Told]) -> tuple[Coming, ...]:
    """Return what is to be told of at the moment of `now`."""
    at = now.moment.timestamp()
    return tuple(
        each
        for each in now.coming
        if moment_for(each, before).timestamp() <= at and mark(each) not in told
    )


def seconds_to_next(now: Now, before: int, told: Collection[Told]) -> float | None:
    """Return how long nothing will be due; None when nothing more comes at all."""
    waiting = [
        moment_for(each, before).timestamp() for each in now.coming if mark(each) not in told
    ]
    return min(waiting) - now.moment.timestamp() if waiting else None
