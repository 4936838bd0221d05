"""JSON out: the stable machine form of sessions, version 1.

`session_object` and `event_object` are a contract with scripts: keys are added, never renamed or
removed, and every key is always there, null where a programme does not say. Instants are ISO 8601
with the event's offset, durations whole minutes, a level is the scale's own value.

The shell's `--format json` is made of the same functions, so nothing heavy is imported here.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.model import Catalogue, Event, Session
from summit_tui.formats.export import Export

if TYPE_CHECKING:
    from summit_tui.agenda.conflicts import Conflict

VERSION = 1


def event_object(event: Event) -> dict[str, Any]:
    """Return an event as JSON has it."""
    return {
        "id": event.id,
        "name": event.name,
        "timezone": event.timezone,
        "venue": event.venue,
        "url": event.url,
        "note": event.note,
    }


def session_object(catalogue: Catalogue, session: Session, pick: Pick | None) -> dict[str, Any]:
    """Return a session as JSON has it, with what I want of it (`pick`, None when not picked)."""
    room = catalogue.room(session.room)
    return {
        "id": session.id,
        "code": session.code,
        "title": session.title,
        "subtitle": session.subtitle,
        "kind": session.kind,
        "level": session.level,
        "track": session.track,
        "tracks": list(session.tracks),
        "room": session.room,
        "venue": (room.venue if room else None) or catalogue.event.venue,
        "start": instant(session.start),
        "end": instant(session.end),
        "duration": session.duration,
        "day": session.date and session.date.isoformat(),
        "language": session.language,
        "speakers": [
            {"name": speaker.name, "role": speaker.role, "company": speaker.company}
            for speaker in session.speakers
        ],
        "tags": list(session.tags),
        "links": [{"name": link.name, "url": link.url} for link in session.links],
        "status": session.status,
        "recorded": session.recorded,
        "repeats": session.repeats,
        "capacity": session.capacity,
        "abstract": session.abstract,
        "picked": pick is not None,
    } | _wish(pick)


def _wish(pick: Pick | None) -> dict[str, Any]:
    return {
        "want": pick and pick.want,
        "note": pick and pick.note,
        "rating": pick and pick.rating,
        "attended": pick and pick.attended,
    }


def conflict_object(conflict: "Conflict") -> dict[str, Any]:
    """Return a conflict as JSON has it; `walk` is null where two overlap."""
    return {
        "id": conflict.id,
        "kind": "walk" if conflict.too_tight else "overlap",
        "minutes": conflict.minutes,
        "walk": conflict.walk if conflict.too_tight else None,
    }


def brief_object(session: Session) -> dict[str, Any]:
    """Return what names a session, and says when and where it is."""
    return {
        "id": session.id,
        "title": session.title,
        "code": session.code,
        "room": session.room,
        "start": instant(session.start),
        "end": instant(session.end),
    }


def appointment_object(appointment: Session) -> dict[str, Any]:
    """Return an appointment of my own as JSON has it."""
    return {
        "id": appointment.id,
        "title": appointment.title,
        "start": instant(appointment.start),
        "end": instant(appointment.end),
    }


def instant(moment: datetime | None) -> str | None:
    """Return `2019-04-02T11:30:00+02:00`, or None."""
    return None if moment is None else moment.isoformat(timespec="seconds")


def document(
    catalogue: Catalogue,
    sessions: Iterable[Session],
    picks: Mapping[str, Pick],
    missing: Iterable[Pick] = (),
) -> str:
    """Return the whole document, a session a line; `missing` are picks of vanished sessions."""
    listed = ",\n".join(lines(catalogue, sessions, picks))
    gone = [
        {"id": pick.id, "title": pick.title, "start": pick.start} | _wish(pick) for pick in missing
    ]
    head = f'{{"version": {VERSION},\n"event": {_text(event_object(catalogue.event))},\n'
    return f'{head}"sessions": [\n{listed}\n],\n"missing": {_text(gone)}}}\n'


def lines(
    catalogue: Catalogue, sessions: Iterable[Session], picks: Mapping[str, Pick]
) -> Iterable[str]:
    """Yield one object a session, each on one line without its end: JSON Lines."""
    for session in sessions:
        yield _text(session_object(catalogue, session, picks.get(session.id)))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def render(export: Export) -> bytes:
    """Return the export as one document in UTF-8."""
    text = document(export.catalogue, export.sessions, export.picks, export.missing)
    return text.encode()
