"""schedule.json of the c3voc family, as frab, pretalx and others write it: days with rooms."""

from collections.abc import Iterator, Mapping
from typing import Any

from summit_tui.formats.readers import frab
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, DraftRoom, Hints
from summit_tui.formats.readers.values import first, items, mapping, mappings, text


def recognises(content: Content) -> bool:
    """Return whether it has a schedule whose conference has days with rooms."""
    conference = mapping(_schedule(content).get("conference"))
    days = mappings(conference.get("days"))
    return (
        "events" not in _schedule(content)
        and "days" in conference
        and (not days or any("rooms" in day for day in days))
    )


def read(content: Content, hints: Hints) -> Draft:
    """Return what the schedule says."""
    schedule = _schedule(content)
    conference = mapping(schedule.get("conference"))
    days = mappings(conference.get("days"))
    base = first(schedule, "base_url")
    return frab.draft(
        {"base_url": base} | dict(conference),
        [_day(day) for day in days],
        rooms=(*described_rooms(conference), *_listed_rooms(days)),
        tracks=tuple(track_names(conference).values()),
        version=first(schedule, "version"),
        base=first(schedule, "url"),
        notes=content.notes,
    )


def _schedule(content: Content) -> Mapping[str, Any]:
    root = mapping(content.json)
    return mapping(root.get("schedule", root))


def described_rooms(conference: Mapping[str, Any]) -> Iterator[DraftRoom]:
    """Yield the rooms the conference describes."""
    for room in items(conference.get("rooms")):
        known = mapping(room)
        yield DraftRoom(
            text(room) if isinstance(room, str) else first(known, "name"),
            capacity=first(known, "capacity"),
        )


def track_names(conference: Mapping[str, Any]) -> dict[str, str]:
    """Return the tracks of the conference: their slug, or name where there is none, to the name."""
    tracks = mappings(conference.get("tracks"))
    return {first(track, "slug", "name"): first(track, "name", "slug") for track in tracks}


def _listed_rooms(days: list[Mapping[str, Any]]) -> Iterator[DraftRoom]:
    for day in days:
        for name, events in mapping(day.get("rooms")).items():
            if events:  # a table of days and rooms has empty fields
                yield DraftRoom(name)


def _day(day: Mapping[str, Any]) -> frab.ListedDay:
    rooms = mapping(day.get("rooms"))
    events = [
        {**event, frab.LISTED_IN: room}
        for room, listed in rooms.items()
        for event in mappings(listed)
    ]
    begins = first(day, "day_start", "start")
    return frab.ListedDay(first(day, "date") or begins[:10], begins, tuple(events))
