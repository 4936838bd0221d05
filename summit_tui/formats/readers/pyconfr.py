"""PyConFR's build of the pretalx API: day, minute of the day, room, talk; meals apart."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers import pretalx
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, DraftEvent, DraftSession, Hints
from summit_tui.formats.readers.pretalx_objects import Objects
from summit_tui.formats.readers.values import first, mapping, mappings, text

_NO_TALKS = ("rooms", "speakers", "extra")
_MINUTES_OF_DAY = 24 * 60


class _Cell(NamedTuple):
    """A talk with what the table says of it."""

    day: str
    minute: str
    room: str
    talk: Mapping[str, Any]


def recognises(content: Content) -> bool:
    """Return whether it has rooms, and days whose minutes have rooms."""
    root = mapping(content.json)
    days = list(mapping(root.get("schedule")).values())
    minutes = [minute for day in days for minute in mapping(day)]
    return isinstance(root.get("rooms"), list) and bool(minutes) and all(map(_is_minute, minutes))


def read(content: Content, hints: Hints) -> Draft:
    """Return what the tables say; meals without room and length are left out."""
    root = mapping(content.json)
    known = Objects(content.notes)
    for sort in ("room", "speaker"):
        for one in mappings(root.get(f"{sort}s")):
            known.add(one, sort)
    sessions = [
        _session(cell, known)
        for name, table in root.items()
        if name not in _NO_TALKS
        for cell in _cells(table, name, known)
    ]
    for day, extras in mapping(root.get("extra")).items():
        for minute, extra in mapping(extras).items():
            title = clean_line(known.text(mapping(extra).get("title")))
            what = "meals and breaks that have neither an end nor a room"
            known.notes.add("left out", what, f"{title} {clean_line(_moment(day, minute))}")
    return pretalx.draft(DraftEvent(), sessions, known)


def _cells(table: Any, name: str, known: Objects) -> Iterator[_Cell]:
    for day, minutes in mapping(table).items():
        for minute, rooms in mapping(minutes).items():
            for room, talk in mapping(rooms).items():
                if isinstance(talk, dict) and talk:
                    yield _Cell(day, minute, room, talk)
                elif talk:
                    where = clean_line(f"{name} {day} {minute} {room}")
                    known.notes.add("unread", "a field of the table is no talk", where)


def _session(cell: _Cell, known: Objects) -> DraftSession:
    slot = dict(mapping(cell.talk.get("slot")) or _slot(cell))
    if not first(slot, "start"):
        slot["start"] = _moment(cell.day, cell.minute)
    if not slot.get("room") and not slot.get("room_id"):
        number = int(cell.room) if cell.room.isascii() and cell.room.isdecimal() else cell.room
        slot["room"] = number
    return pretalx.session(cell.talk, slot, known)


def _slot(cell: _Cell) -> Mapping[str, Any]:
    """Return the slot of a talk with several that is in the room of the cell; else empty."""
    slots = mappings(cell.talk.get("slots"))
    rooms = (first(mapping(slot.get("room")), "id") or text(slot.get("room")) for slot in slots)
    here = [slot for slot, room in zip(slots, rooms, strict=True) if room == cell.room]
    return here[0] if len(here) == 1 else {}


def _is_minute(name: str) -> bool:
    small = name.isascii() and name.isdecimal() and len(name) <= len(str(_MINUTES_OF_DAY))
    return small and int(name) < 2 * _MINUTES_OF_DAY


def _moment(day: str, minute: str) -> str:
    """Return the moment of a field of the table, without an offset."""
    if not _is_minute(minute):
        return text(day)
    return f"{day}T{int(minute) // 60:02}:{int(minute) % 60:02}"
