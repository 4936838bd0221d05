"""Sessionize, view GridSmart: days with rooms, and once more by time; plenaries stand in rooms."""

from collections.abc import Iterator, Mapping
from typing import Any

from summit_tui.formats.readers import sessionize
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, Hints
from summit_tui.formats.readers.values import first, mapping, mappings


def recognises(content: Content) -> bool:
    """Return whether it is a list of days with rooms."""
    days = mappings(content.json) if isinstance(content.json, list) else []
    return any(
        "rooms" in day and any(key in day for key in ("timeSlots", "isDefault")) for day in days
    )


def read(content: Content, hints: Hints) -> Draft:
    """Return what the view says."""
    days = mappings(content.json)
    return sessionize.draft(
        [each for day in days for each in _sessions(day)],
        sessionize.beside(content),
        content.notes,
        days=[_date(day) for day in days],
        rooms=[first(room, "name") for day in days for room in mappings(day.get("rooms"))],
    )


def _date(day: Mapping[str, Any]) -> str:
    return first(day, "date")[:10]


def _sessions(day: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the sessions of the rooms, then those that stand only in the list by time."""
    seen: set[str] = set()
    for room in mappings(day.get("rooms")):
        for session in mappings(room.get("sessions")):
            seen.add(first(session, "id"))
            yield _placed(session, room, day)
    for slot in mappings(day.get("timeSlots")):
        for room in mappings(slot.get("rooms")):
            session = mapping(room.get("session"))
            if session and first(session, "id") not in seen:
                yield _placed(session, room, day)


def _placed(
    session: Mapping[str, Any], room: Mapping[str, Any], day: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return a session with the room and day it is listed in."""
    name = first(room, "name") or first(session, "room")
    return {**session, "room": name, sessionize.LISTED_ON: _date(day)}
