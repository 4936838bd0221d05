"""What became of my agenda: the trip report as a value, before anyone decides how it looks.

It goes by what I said. A pick that is over and of which I never said whether I was there is told
apart, neither counted as seen nor held against me. Nothing is asked of a pick whose session I saw
in another run, nor of a meal.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from summit_tui.agenda.conflicts import end_of
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.resolve import Resolved, resolve
from summit_tui.catalogue.kinds import PAUSES
from summit_tui.catalogue.model import ASSUMED_MINUTES, Catalogue, Link, Session, Speaker
from summit_tui.catalogue.text import fold
from summit_tui.catalogue.times import after

BEST_RATING = 4
"""A session rated so, or higher, is among the best."""
_VIDEO_NAMES = ("video", "recording", "replay")


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker with what I heard of them."""

    speaker: Speaker
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """My picks by what became of them, each group in time order."""

    catalogue: Catalogue
    attended: tuple[Resolved, ...]
    """I said that I was there."""
    missed: tuple[Resolved, ...]
    """I said that I was not."""
    unsaid: tuple[Resolved, ...]
    """Over, and I did not say."""
    cancelled: tuple[Resolved, ...]
    ahead: tuple[Resolved, ...]
    """Not over yet, or without a time."""

    def __bool__(self) -> bool:
        return any((self.attended, self.missed, self.unsaid, self.cancelled, self.ahead))

    @property
    def seen(self) -> tuple[Session, ...]:
        """The sessions I said I attended, as far as the programme still has them."""
        return tuple(item.session for item in self.attended if item.session)

    @property
    def best(self) -> tuple[Resolved, ...]:
        """What I rated `BEST_RATING` or more, the best first, then in time order."""
        rated = [item for item in (*self.attended, *self.unsaid) if item.pick.rating]
        high = [item for item in rated if (item.pick.rating or 0) >= BEST_RATING]
        return tuple(sorted(high, key=lambda item: -(item.pick.rating or 0)))

    @property
    def to_watch(self) -> tuple[Session, ...]:
        """What I missed and can be seen later, as far as is known.

        Of what I said nothing, nobody knows that I missed it. What is said not to be recorded is
        left out.
        """
        found = (item.session for item in self.missed if item.session)
        return tuple(filter(_watchable, found))

    @property
    def heard(self) -> tuple[Heard, ...]:
        """Everyone who spoke where I was, in the order I heard them first."""
        found: dict[Speaker, list[Session]] = {}
        for session in self.seen:
            for speaker in session.speakers:
                found.setdefault(speaker, []).append(session)
        return tuple(Heard(speaker, tuple(sessions)) for speaker, sessions in found.items())


def report_on(agenda: Agenda, catalogue: Catalogue, now: datetime) -> Report:
    """Return what became of `agenda` by `now`."""
    items = resolve(agenda, catalogue)
    attended = [item for item in items if item.pick.attended]
    runs = {item.session.run_of for item in attended if item.session}
    rest = [item for item in items if not item.pick.attended and not _answered(item, runs)]
    cancelled = [item for item in rest if item.session and item.session.cancelled]
    rest = [item for item in rest if item not in cancelled]
    missed = [item for item in rest if item.pick.attended is False]
    open_ = [item for item in rest if item.pick.attended is None]
    unsaid = [item for item in open_ if over(item, now)]
    ahead = [item for item in open_ if not over(item, now)]
    groups = (attended, missed, unsaid, cancelled, ahead)
    return Report(catalogue, *map(tuple, groups))


def over(item: Resolved, now: datetime) -> bool:
    """Return whether a pick has ended by `now`; one without a time never has.

    One whose length is not known counts as `conflicts` has it.
    """
    if item.start is None:
        return False
    end = end_of(item.session) if item.session else after(item.start, ASSUMED_MINUTES)
    return end is not None and end.timestamp() <= now.timestamp()


def first_ahead(items: Sequence[Resolved], now: datetime) -> int:
    """Return the place of the first of `items`, in time order, that is not over; 0 for none."""
    ahead = (place for place, item in enumerate(items) if item.start and not over(item, now))
    return next(ahead, 0)


def video(session: Session) -> Link | None:
    """Return the link to the recording of `session`, None where the programme has none."""
    names = [(fold(link.name), link) for link in session.links]
    return next((link for name, link in names if any(v in name for v in _VIDEO_NAMES)), None)


def _watchable(session: Session) -> bool:
    return video(session) is not None or (
        session.recorded is not False and session.kind not in PAUSES
    )


def _answered(item: Resolved, seen: Collection[str]) -> bool:
    """Return whether nothing need be said of a pick: a pause, or seen in another run.

    What I left on it, a note or a rating, is never lost.
    """
    if item.session is None or item.pick.note or item.pick.rating:
        return False
    return item.session.kind in PAUSES or item.session.run_of in seen
