"""The schedule of a DevFest site: days with slots, and in each slot the ids of sessions.

Every site changes the template a little: what holds the slots, and what in a slot the ids, goes by
several names, and a day may have but a number.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from summit_tui.formats.readers.listed_talks import is_of_talks
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.sheet_dates import Dates, clocks
from summit_tui.formats.readers.values import first, items, mapping, mappings, text

_HELD_IN = ("sessionIds", "sessions", "session")
"""Where a slot has the ids of what is held in it."""
_HELD = frozenset(_HELD_IN)
_TIMES = frozenset(("startTime", "endTime"))
_PAUSE = timedelta(minutes=30)
"""So long a session pauses, when it takes several slots."""

Thing = Mapping[str, Any]


class Slot(NamedTuple):
    """Where the schedule has a session."""

    key: str
    start: str
    end: str
    day: str
    """What its day is called, where that is no date."""
    room: str
    at: int
    """Which slot of the day it is."""
    column: int


def days_of(value: Any) -> list[Thing]:
    """Return the days of a schedule, with their date where that is the key."""
    pairs = value.items() if isinstance(value, dict) else [("", each) for each in items(value)]
    found: list[Thing] = []
    for key, each in pairs:
        day = mapping(each)
        slots = day.get("timeslots") if isinstance(day.get("timeslots"), list) else _other(day)
        if slots is not None:
            found.append({**({"date": key} if key else {}), **day, "timeslots": slots})
    return found


def _other(day: Thing) -> list[Thing] | None:
    """Return the slots of a day that calls them otherwise; None when it has none."""
    for key in ("schedule", "slots", "timetable"):
        slots = mappings(day.get(key))
        if any(_TIMES & slot.keys() and _HELD & slot.keys() for slot in slots):
            return slots
    return None


def rooms_of(day: Thing) -> list[str]:
    """Return what the rooms of a day are called, by their columns; a track is a room."""
    return [
        first(each, "title", "name") for each in mappings(day.get("rooms") or day.get("tracks"))
    ]


def slots_of(listed: list[Thing], notes: Notes) -> Iterator[Slot]:
    """Yield the sessions of each slot."""
    dates = Dates([first(day, "date") for day in listed], notes)
    for day in listed:
        rooms, date = rooms_of(day), dates.day(first(day, "date")).iso
        called = "" if date else first(day, "day", "dateReadable", "date")
        called = f"Day {called}" if called.isdecimal() else called
        for at, slot in enumerate(mappings(day.get("timeslots"))):
            start, end = (_moment(date, first(slot, key)) for key in ("startTime", "endTime"))
            for column, key, room in _held(slot, rooms):
                yield Slot(key, start, end, called, first(slot, "room") or room, at, column)


def _held(slot: Thing, rooms: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the column, the id and the room of each session in a slot."""
    held = next((slot[key] for key in _HELD_IN if slot.get(key)), None)
    columns = held if isinstance(held, list) else items(held) or [held]
    alone = len(columns) == 1 and len(rooms) > 1
    for column, cell in enumerate(columns):
        keys = items(mapping(cell).get("items")) or items(cell) or [cell]
        room = rooms[column] if column < len(rooms) and not alone else ""
        yield from ((column, key, room) for key in filter(None, map(text, keys)))
    # Some sites list workshops, or what is for all, beside the sessions.
    beside = [slot[key] for key in slot if key not in _HELD and is_of_talks(str(key))]
    further = [text(key) for each in beside if isinstance(each, list) for key in each]
    yield from ((len(columns) + at, key, "") for at, key in enumerate(filter(None, further)))


def _moment(date: str, time: str) -> str:
    """Return the moment on a date; the date alone where no time of day is told."""
    clock = "".join(clocks(time)[:1])
    return f"{date}T{clock}" if date and clock else clock or (date if time else "")


def joined(found: list[Slot]) -> list[Slot]:
    """Return the runs: slots that follow each other in one column of a day are one."""
    runs: list[Slot] = []
    for slot in found:
        last = runs[-1] if runs else None
        same = last is not None and _column(last) == _column(slot)
        if last and same and slot.at == last.at + 1 and _soon(last.end, slot.start):
            runs[-1] = last._replace(end=slot.end, at=slot.at)
        else:
            runs.append(slot)
    return runs


def _column(slot: Slot) -> tuple[str, str, int]:
    return slot.day, "" if slot.day else slot.start[:10], slot.column


def _soon(end: str, start: str) -> bool:
    """Return whether there is but a pause between two moments of a day."""
    try:
        pause = datetime.fromisoformat(start) - datetime.fromisoformat(end)
    except (ValueError, TypeError):
        return False
    return timedelta(0) <= pause <= _PAUSE
