"""schedule.json, version 2, as the hub of c3voc writes it: one list of events, tracks apart."""

from collections.abc import Mapping
from typing import Any

from summit_tui.catalogue.times import parse_moment, zone
from summit_tui.formats.readers import frab
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, Hints
from summit_tui.formats.readers.frab_json import described_rooms, track_names
from summit_tui.formats.readers.values import first, items, mapping, mappings, text


def recognises(content: Content) -> bool:
    """Return whether it has a schedule with a conference and a list of events."""
    schedule = _schedule(content)
    return "conference" in schedule and isinstance(schedule.get("events"), list)


def read(content: Content, hints: Hints) -> Draft:
    """Return what the schedule says."""
    schedule = _schedule(content)
    conference = mapping(schedule.get("conference"))
    tracks = track_names(conference)
    guids = {first(room, "guid"): first(room, "name") for room in mappings(conference.get("rooms"))}
    events = [_event(event, tracks, guids) for event in mappings(schedule.get("events"))]
    for person in mappings(schedule.get("persons")):
        if first(person, "biography"):
            told = "biographies: a catalogue has no place for them"
            content.notes.add("left out", told, first(person, "name"))
    return frab.draft(
        {"base_url": first(schedule, "base_url")} | dict(conference),
        _days(events, mappings(conference.get("days"))),
        rooms=tuple(described_rooms(conference)),
        tracks=tuple(tracks.values()),
        version=first(schedule, "version"),
        base="",
        notes=content.notes,
    )


def _schedule(content: Content) -> Mapping[str, Any]:
    return mapping(mapping(content.json).get("schedule"))


def _event(
    event: Mapping[str, Any], tracks: Mapping[str, str], rooms: Mapping[str, str]
) -> Mapping[str, Any]:
    """Return an event with the names of version 1."""
    room, track = mapping(event.get("room")), mapping(event.get("track"))
    people = event.get("participants", event.get("persons"))
    return {
        **{key: value for key, value in event.items() if key not in ("participants", "end")},
        "date": first(event, "start"),
        "start": "",
        "end": first(event, "end"),
        "room": text(event.get("room"))
        if not room
        else first(room, "name") or rooms.get(first(room, "guid"), ""),
        "track": text(event.get("track"))
        if not track
        else first(track, "name") or tracks.get(first(track, "slug"), first(track, "slug")),
        "persons": items(people),
    }


def _days(events: list[Mapping[str, Any]], days: list[Mapping[str, Any]]) -> list[frab.ListedDay]:
    """Return the events under the day whose hours they begin in; the others under none."""
    listed: dict[int, list[Mapping[str, Any]]] = {}
    spans = [(_instant(first(day, "start")), _instant(first(day, "end"))) for day in days]
    for event in events:
        begins = _instant(first(event, "date"))
        within = (n for n, (start, end) in enumerate(spans) if start <= begins < end)
        listed.setdefault(next(within, len(days)), []).append(event)
    found = [
        frab.ListedDay(first(day, "date"), first(day, "start"), tuple(listed.get(number, ())))
        for number, day in enumerate(days)
    ]
    return [*found, frab.ListedDay("", "", tuple(listed.get(len(days), ())))]


def _instant(moment: str) -> float:
    """Return a moment as a number; one that cannot be read lies within no day."""
    try:
        return parse_moment(moment, zone("UTC")).timestamp()
    except ValueError:
        return float("nan")
