"""Which revision of a session a calendar is told: SEQUENCE and DTSTAMP of RFC 5545.

A calendar that gets an event again takes it for an update when its UID is known and its SEQUENCE
or DTSTAMP is higher. Neither may come from the clock of an export, or the same programme exported
twice would differ. So a ledger remembers, for each UID, what calendars were shown:

- A session seen for the first time, or never changed since, has SEQUENCE 0 and the stamp
  `first_stamp`: midnight UTC of 1 January of the year before it takes place. The data alone say
  so, hence any machine, and any copy of the file, gives the same bytes; it lies before anything
  a later change could be stamped with.
- When anything of the programme that a calendar shows is not what was shown, SEQUENCE goes up by
  one and the stamp is the moment this was noticed. Both are remembered and repeated by later
  exports.

These are functions of values; `ledger` keeps them on disk. A ledger that is lost starts again at
0: calendars then go by UID alone.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from summit_tui.catalogue.model import Catalogue, Event, Session

_NOT_PLANNED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Revision:
    """The state of one session that calendars were last told."""

    shown: str
    """`fingerprint` of the session at the time."""
    sequence: int = 0
    """How many changes were noticed."""
    stamp: datetime | None = None
    """When the last one was, in UTC; None before the first."""


def uid(event: Event, session: Session) -> str:
    """Return the UID of a session in calendars; each run of a repeated session has its own."""
    return f"{session.id}@{event.id}.summit-tui"


def of_event(event: Event, name: str) -> bool:
    """Return whether `name` is the UID of a session of `event`."""
    return name.endswith(f"@{event.id}.summit-tui")


def first_stamp(session: Session) -> datetime:
    """Return the DTSTAMP of a session that has not changed since calendars first saw it."""
    if session.start is None:
        return _NOT_PLANNED
    year = session.start.astimezone(UTC).year
    return datetime(max(year - 1, 1), 1, 1, tzinfo=UTC)


def fingerprint(catalogue: Catalogue, session: Session) -> str:
    """Return a short text that changes when what a calendar shows of `session` does."""
    instants = (
        None if moment is None else moment.astimezone(UTC).isoformat()
        for moment in (session.start, session.end)
    )
    speakers = [str(speaker) for speaker in session.speakers]
    links = [(link.name, link.url) for link in session.links]
    about = [
        session.code,
        session.kind,
        session.level,
        session.tracks,
        session.language,
        session.abstract,
    ]
    what = [catalogue.place(session), session.title, session.status]
    shown: list[object] = [*instants, *what, speakers, links, about]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:32]


def revise(
    ledger: Mapping[str, Revision],
    catalogue: Catalogue,
    sessions: Iterable[Session],
    moment: datetime,
) -> dict[str, Revision]:
    """Return `ledger` with the state of `sessions` noted, changes as noticed at `moment`.

    Sessions that are not given keep their entry, and `revise` again changes nothing.
    """
    revised = dict(ledger)
    for session in sessions:
        name, shown = uid(catalogue.event, session), fingerprint(catalogue, session)
        known = revised.get(name)
        if known is None:
            revised[name] = Revision(shown)
        elif known.shown != shown:
            stamp = _later(moment.astimezone(UTC), known.stamp or first_stamp(session))
            revised[name] = Revision(shown, known.sequence + 1, stamp)
    return revised


def _later(moment: datetime, previous: datetime) -> datetime:
    """Return `moment`, or the second after `previous` when clocks went back."""
    return max(moment, previous + timedelta(seconds=1))
