"""What changed, as JSON: a contract with scripts, version 1. Keys are added, never renamed.

A session is named by the id of the new version, one that is gone by that of the old. Values are
those of the field, instants ISO 8601 with offset, durations whole minutes.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from summit_tui.agenda.affected import Affected, NewConflict
from summit_tui.agenda.clash_words import APPOINTMENT
from summit_tui.catalogue.changes import Change, Changes, Fields
from summit_tui.catalogue.model import Session
from summit_tui.formats.writers.as_json import appointment_object, conflict_object, instant

VERSION = 1


def document(changes: Changes, mine: Affected) -> dict[str, Any]:
    """Return everything that changed, and what of it concerns my agenda."""
    rooms = changes.rooms
    return {
        "version": VERSION,
        "event": {"id": changes.new.event.id, "fields": _fields(changes.event)},
        "rooms": {
            "added": [_plain(room) for room in rooms.added],
            "removed": [_plain(room) for room in rooms.removed],
            "changed": [{"name": name, "fields": _fields(found)} for name, found in rooms.changed],
        },
        "added": [session.id for session in changes.added],
        "removed": [session.id for session in changes.removed],
        "changed": [_change(change) for change in changes.changed],
        "cancelled": [change.id for change in changes.cancelled],
        "reinstated": [change.id for change in changes.reinstated],
        "renamed": dict(changes.renamed),
        "mine": mine_object(mine),
    }


def mine_object(mine: Affected) -> dict[str, Any]:
    """Return what concerns my agenda; `changed` has the cancelled ones too."""
    return {
        "changed": [change.id for change in mine.changed],
        "removed": [gone.pick.id for gone in mine.gone],
        "cancelled": [change.id for change in mine.cancelled],
        "conflicts": list(map(_conflict, mine.conflicts)),
        "appointments": list(map(appointment_object, _appointments(mine))),
        "renamed": dict(mine.renamed),
        "nearest": {gone.pick.id: [one.id for one in gone.nearest] for gone in mine.gone},
    }


def _conflict(found: NewConflict) -> dict[str, Any]:
    other = conflict_object(found.clash)
    return {"id": found.session.id, "with": other.pop("id")} | other | {"before": found.before}


def _appointments(mine: Affected) -> Iterable[Session]:
    """Return the appointments of my own that conflicts name, each once."""
    others = (each.other for each in mine.conflicts if each.other.kind == APPOINTMENT)
    return {other.id: other for other in others}.values()


def lines(changes: Changes, mine: Affected) -> Iterator[str]:
    """Yield one object a session that changed, my own first: JSON Lines."""
    gone = {each.pick.id for each in mine.gone}
    found = [(change.id in mine.picks, "changed", _change(change)) for change in changes.changed]
    found += [
        (session.id in gone, "removed", {"id": session.id, "title": session.title})
        for session in changes.removed
    ]
    found += [
        (session.id in mine.picks, "added", {"id": session.id, "title": session.title})
        for session in changes.added
    ]
    for picked, what, about in sorted(found, key=lambda each: not each[0]):
        yield json.dumps({"change": what, "picked": picked} | about, ensure_ascii=False)


def _change(change: Change) -> dict[str, Any]:
    return {"id": change.id, "title": change.new.title, "fields": _fields(change.fields)}


def _fields(fields: Fields) -> dict[str, list[Any]]:
    return {name: [_plain(one), _plain(other)] for name, (one, other) in fields.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
