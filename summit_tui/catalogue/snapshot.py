"""A catalogue in a form that opens in a millisecond: sessions are decoded when they are asked for.

The sections hold JSON and plain arrays. Nothing is validated again: they were derived from a
catalogue that was, and are checked against damage by `sections`.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any, overload
from zoneinfo import ZoneInfo

from summit_tui.catalogue.levels import Level, Scale
from summit_tui.catalogue.model import (
    Catalogue,
    Event,
    Link,
    Room,
    Session,
    SessionList,
    Speaker,
    Walk,
)
from summit_tui.catalogue.sections import DamagedError, Sections

KEPT = 2000
"""So many decoded sessions are kept; they take some kilobytes each."""


def sections_of(catalogue: Catalogue) -> dict[str, bytes]:
    """Return `catalogue` as the sections `open_catalogue` reads."""
    event = catalogue.event
    head = {
        "event": [event.id, event.name, event.timezone, event.venue, event.url, event.note],
        "scale": [[level.value, level.name] for level in catalogue.scale.levels],
        "rooms": [[room.name, room.venue, room.capacity] for room in catalogue.rooms],
        "tracks": catalogue.tracks,
        "aliases": catalogue.aliases,
        "walking": catalogue.walking,
    }
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    offsets, records, position = array("Q", [0]), [], 0
    for session in catalogue.sessions:
        record = encode(_record(session)).encode("utf-8")
        records.append(record)
        position += len(record)
        offsets.append(position)
    return {
        "head": encode(head).encode(),
        "ids": _lines(catalogue.sessions.ids()),
        "codes": _lines(catalogue.sessions.codes()),
        "offsets": offsets.tobytes(),
        "records": b"".join(records),
    }


def _lines(texts: list[str]) -> bytes:
    return ("\n" + "\n".join(texts) + "\n").encode()


def _record(session: Session) -> list[Any]:
    start = None
    if session.start is not None:
        start = int(session.start.timestamp())
    return [
        session.id,
        session.title,
        session.code,
        session.subtitle,
        session.kind,
        session.level,
        session.tracks,
        start,
        session.duration,
        session.day and session.day.isoformat(),
        session.room,
        session.language,
        session.status,
        session.recorded,
        session.repeats,
        session.capacity,
        [(speaker.name, speaker.role, speaker.company) for speaker in session.speakers],
        session.tags,
        [(link.name, link.url) for link in session.links],
        session.abstract,
        session.source,
    ]


def _session(record: list[Any], zone: ZoneInfo) -> Session:
    record[6] = tuple(record[6])
    if record[7] is not None:
        record[7] = datetime.fromtimestamp(record[7], UTC).astimezone(zone)
    if record[9] is not None:
        record[9] = date.fromisoformat(record[9])
    record[16] = tuple([Speaker(*each) for each in record[16]])
    record[17] = tuple(record[17])
    record[18] = tuple([Link(*each) for each in record[18]])
    record[20] = tuple([(name, value) for name, value in record[20]])
    return Session(*record)


def open_catalogue(sections: Sections) -> Catalogue:
    """Return the catalogue in `sections`; DamagedError when they cannot be one."""
    try:
        head = json.loads(sections.whole("head"))
        event = Event(*head["event"])
        return Catalogue(
            event,
            StoredSessions(sections, event.zone),
            Scale(tuple(Level(*level) for level in head["scale"])),
            tuple(Room(*room) for room in head["rooms"]),
            tuple(head["tracks"]),
            tuple((name, tuple(others)) for name, others in head["aliases"]),
            tuple(Walk(tuple(between), minutes) for between, minutes in head["walking"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedError("head") from error


class StoredSessions(SessionList):
    """The sessions of a snapshot, each decoded when asked for and kept for a while."""

    def __init__(self, sections: Sections, zone: ZoneInfo) -> None:
        self._sections = sections
        self._zone = zone
        self._offsets = array("Q", sections.whole("offsets"))
        self._decoded: dict[int, Session] = {}
        self._names: dict[str, bytes] = {}

    @overload
    def __getitem__(self, row: int) -> Session: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Session]: ...
    def __getitem__(self, row: int | slice) -> Session | Sequence[Session]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        if row < 0:
            row += len(self)
        if not 0 <= row < len(self):
            raise IndexError(row)
        session = self._decoded.get(row)
        if session is None:
            if len(self._decoded) >= KEPT:
                self._decoded.clear()
            session = self._decoded[row] = self._decode(row)
        return session

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __iter__(self) -> Iterator[Session]:
        return (self[row] for row in range(len(self)))

    def _decode(self, row: int) -> Session:
        start, end = self._offsets[row], self._offsets[row + 1]
        try:
            record = json.loads(self._sections.part("records", start, end - start))
            return _session(record, self._zone)
        except (ValueError, TypeError, LookupError) as error:
            raise DamagedError("records") from error

    def row(self, session_id: str) -> int | None:
        """Return the position of the session called `session_id`, or None."""
        if not session_id or "\n" in session_id:
            return None
        names = self._name_lines("ids")
        found = names.find(b"\n" + session_id.encode(errors="replace") + b"\n")
        return None if found < 0 else names.count(b"\n", 0, found)

    def ids(self) -> list[str]:
        """Return every id, in programme order."""
        return self._name_lines("ids").decode()[1:-1].split("\n") if len(self) else []

    def codes(self) -> list[str]:
        """Return every code, in programme order, empty where a session has none."""
        return self._name_lines("codes").decode()[1:-1].split("\n") if len(self) else []

    def _name_lines(self, section: str) -> bytes:
        if section not in self._names:
            self._names[section] = self._sections.whole(section)
        return self._names[section]
