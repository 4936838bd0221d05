"""The days of a schedule.xml: which session stands under which, and when each begins and ends.

A session after midnight belongs to the day before where the programme says so (`Session.day`).
How an app tells it from the first session of a day is its own affair; EventFahrplan takes the time
of day of `day/@end`, in UTC, for the local time at which days change. So the end is a moment of
which that is true, as near to four in the morning as there is one.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from summit_tui.catalogue.model import Session

_USUAL_CHANGE = 4 * 60
_DAY = 24 * 60
_NOON = 12 * 60


@dataclass(frozen=True, slots=True)
class Day:
    """A conference day with its sessions, in the order given."""

    date: date
    sessions: tuple[Session, ...]
    begins: datetime
    ends: datetime


def days(sessions: Iterable[Session], zone: ZoneInfo) -> tuple[Day, ...]:
    """Return the days of those `sessions` that have a start, in order."""
    listed: dict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.start is not None:
            listed[_listed_under(session, session.start)].append(session)
    return tuple(_day(each, tuple(listed[each]), zone) for each in sorted(listed))


def _listed_under(session: Session, start: datetime) -> date:
    """Return the day; of a session in the forenoon it may be the day before, else it is its own."""
    night = session.day == start.date() - timedelta(days=1) and _minute(start) < _NOON
    return session.day if night and session.day else start.date()


def _day(day: date, sessions: tuple[Session, ...], zone: ZoneInfo) -> Day:
    starts = [session.start for session in sessions if session.start is not None]
    first = min((_minute(start) for start in starts if start.date() == day), default=_DAY - 1)
    last = max((_minute(start) for start in starts if start.date() != day), default=-1)
    change = next(
        (each for each in _BY_LIKELIHOOD if _tells(_at(day, each + _DAY, zone), each, first, last)),
        max(last + 1, min(_USUAL_CHANGE, first)),
    )
    return Day(day, sessions, _at(day, min(change, first), zone), _at(day, change + _DAY, zone))


def _tells(end: datetime, change: int, first: int, last: int) -> bool:
    """Return whether `end` lies behind the last session, and tells it from the first of a day."""
    return change > last and last < _minute(end.astimezone(UTC)) <= first


_BY_LIKELIHOOD = sorted(range(0, _DAY, 15), key=lambda each: abs(each - _USUAL_CHANGE))


def _at(day: date, minute: int, zone: ZoneInfo) -> datetime:
    days, minute = divmod(minute, _DAY)
    clock = time(minute // 60, minute % 60)
    return datetime.combine(day + timedelta(days=days), clock, tzinfo=zone)


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
