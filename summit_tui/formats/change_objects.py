"""What changed, as JSON: a contract with scripts, version 1. Keys are added, never renamed.

A session is named by the id of the new version, one that is gone by that of the old. Values are
those of the field, instants ISO 8601 with offset, durations whole minutes.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from summit_tui.agenda.affected import Affected
from summit_tui.catalogue.changes import Change, Changes, Fields
from summit_tui.formats.writers.as_json import instant

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
        "conflicts": [
            {"id": each.id, "with": each.other, "minutes": each.minutes, "before": each.before}
            for each in mine.conflicts
        ],
        "renamed": dict(mine.renamed),
        "nearest": {gone.pick.id: [one.id for one in gone.nearest] for gone in mine.gone},
    }


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
