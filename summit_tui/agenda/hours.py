"""How many hours of what there is to learn a handful of sessions hold, by track and by level.

Breaks, meals, what one drops into and the like are no such hours, nor are cancelled sessions. A
session whose length is unknown counts as a session without hours: nothing is assumed. One with
several tracks counts for its first, so that the parts add up.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from summit_tui.catalogue.kinds import PAUSES
from summit_tui.catalogue.levels import Scale
from summit_tui.catalogue.model import Session


@dataclass(frozen=True, slots=True)
class Share:
    """What falls to one track or level."""

    name: str
    """Of the track; of the level as its scale has it, `300 Advanced`. Empty where there is none."""
    sessions: int
    minutes: int


def learning(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Return those of `sessions` that take place and have something to say."""
    told = (one for one in sessions if one.kind not in PAUSES and not one.drop_in)
    return tuple(one for one in told if not one.cancelled)


def total(sessions: Iterable[Session]) -> Share:
    """Return all hours of `sessions` as one share without a name."""
    counted = learning(sessions)
    return Share("", len(counted), sum(session.duration or 0 for session in counted))


def by_track(sessions: Iterable[Session]) -> tuple[Share, ...]:
    """Return a share for each track, the one with most time first, no track last."""
    found: dict[str, list[Session]] = {}
    for session in learning(sessions):
        found.setdefault(session.track or "", []).append(session)
    shares = [_share(name, sessions) for name, sessions in found.items()]
    return tuple(sorted(shares, key=lambda one: (not one.name, -one.minutes, -one.sessions)))


def by_level(sessions: Iterable[Session], scale: Scale) -> tuple[Share, ...]:
    """Return a share for each level in the order of `scale`, no level last."""
    counted = learning(sessions)
    found: list[Share] = []
    for level in scale.levels:
        if of_level := [one for one in counted if scale.get(one.level) == level]:
            found.append(_share(str(level), of_level))
    if rest := [one for one in counted if scale.get(one.level) is None]:
        found.append(_share("", rest))
    return tuple(found)


def _share(name: str, sessions: list[Session]) -> Share:
    return Share(name, len(sessions), sum(session.duration or 0 for session in sessions))
