"""What changed between two versions of a programme, as a value.

Sessions are paired by `pairing`; of each pair the fields of the catalogue's own table are compared,
so that a new field is compared by itself. What a reader cannot see is no change: white space, the
order of tags, tracks, speakers and links, a `repeats` that follows a renamed id, and the `source`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from summit_tui.catalogue import fields, pairing
from summit_tui.catalogue.model import Catalogue, Room, Session

Fields = Mapping[str, tuple[Any, Any]]
"""The fields that differ, in the table's order, each with the old and the new value."""

_NOT_COMPARED = frozenset(("track", "end", "source"))
"""`tracks` and `duration` say the first two; the last is no news."""


@dataclass(frozen=True, slots=True)
class Change:
    """A session that both versions have and that is not the same in both."""

    old: Session
    new: Session
    fields: Fields

    @property
    def id(self) -> str:
        """What the new version calls it."""
        return self.new.id

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self.new.cancelled and not self.old.cancelled

    @property
    def reinstated(self) -> bool:
        """Whether it takes place after all."""
        return self.old.cancelled and not self.new.cancelled

    @property
    def moved(self) -> bool:
        """Whether it is at another time."""
        return "start" in self.fields


@dataclass(frozen=True, slots=True)
class RoomChanges:
    """What became of the rooms, those that only sessions name among them; by name."""

    added: tuple[Room, ...] = ()
    removed: tuple[Room, ...] = ()
    changed: tuple[tuple[str, Fields], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True)
class Changes:
    """What changed from `old` to `new`; false when nothing did."""

    old: Catalogue
    new: Catalogue
    added: tuple[Session, ...]
    """Of the new version, in its order."""
    removed: tuple[Session, ...]
    """Of the old version, in its order."""
    changed: tuple[Change, ...]
    """In the order of the new version."""
    event: Fields
    """What differs of the event, its `levels`, `tracks`, `aliases` and `walking`."""
    rooms: RoomChanges
    became: Mapping[str, str]
    """The new id of every session of the old version that the new one has."""

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.event or self.rooms)

    @property
    def cancelled(self) -> tuple[Change, ...]:
        """The sessions that were cancelled."""
        return tuple(change for change in self.changed if change.cancelled)

    @property
    def reinstated(self) -> tuple[Change, ...]:
        """The sessions that take place after all."""
        return tuple(change for change in self.changed if change.reinstated)

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The new id of every session that has another one now."""
        return {old: new for old, new in self.became.items() if old != new}

    @cached_property
    def by_id(self) -> Mapping[str, Change]:
        """What changed of a session, by the id that the new version gives it."""
        return {change.id: change for change in self.changed}


def changes(old: Catalogue, new: Catalogue) -> Changes:
    """Return what changed from `old` to `new`. Asks no clock and no disk."""
    before, after = tuple(old.sessions), tuple(new.sessions)
    partner = {other: row for row, other in pairing.pairs(before, after)}
    became = {before[row].id: after[other].id for other, row in partner.items()}
    paired = ((before[partner[row]], after[row]) for row in sorted(partner))
    found = (Change(one, other, _session_fields(one, other, became)) for one, other in paired)
    kept = set(partner.values())
    return Changes(
        old=old,
        new=new,
        added=tuple(session for row, session in enumerate(after) if row not in partner),
        removed=tuple(session for row, session in enumerate(before) if row not in kept),
        changed=tuple(change for change in found if change.fields),
        event=_event_fields(old, new),
        rooms=_rooms(old, new),
        became=became,
    )


def _session_fields(one: Session, other: Session, became: Mapping[str, str]) -> Fields:
    if one == other and not _second_hour(one, other):
        return {}
    # Which session it is a further run of may have another id by now.
    same_run = one.repeats is None or became.get(one.repeats, one.repeats) == other.repeats
    found = _compared(fields.SESSION_FIELDS, one, other, _NOT_COMPARED)
    if same_run and "repeats" in found and one.repeats is not None:
        del found["repeats"]
    return found


def _second_hour(one: Session, other: Session) -> bool:
    """Return whether equal starts are an hour apart: Python compares the wall clocks of a zone."""
    return one.start is not None and other.start is not None and one.start.fold != other.start.fold


def _event_fields(old: Catalogue, new: Catalogue) -> Fields:
    found = _compared(fields.EVENT_FIELDS, old.event, new.event)
    if old.scale.levels != new.scale.levels:
        found["levels"] = (old.scale.levels, new.scale.levels)
    for name in ("tracks", "aliases"):
        pair = getattr(old, name), getattr(new, name)
        if _in_any_order(pair[0]) != _in_any_order(pair[1]):
            found[name] = pair
    if old.walking != new.walking:  # of two rules that fit alike the later one counts
        found["walking"] = (old.walking, new.walking)
    return found


def _rooms(old: Catalogue, new: Catalogue) -> RoomChanges:
    before, after = _places(old), _places(new)
    both = [(name, before[name], after[name]) for name in after if name in before]
    compared = [(name, _compared(fields.ROOM_FIELDS, one, other)) for name, one, other in both]
    return RoomChanges(
        tuple(room for name, room in after.items() if name not in before),
        tuple(room for name, room in before.items() if name not in after),
        tuple((name, found) for name, found in compared if found),
    )


def _places(catalogue: Catalogue) -> dict[str, Room]:
    named = dict.fromkeys(session.room for session in catalogue.sessions if session.room)
    declared = {room.name: room for room in catalogue.rooms}
    return declared | {name: Room(name) for name in named if name not in declared}


def _compared(
    table: tuple[fields.Field, ...], one: Any, other: Any, but: frozenset[str] = frozenset()
) -> dict[str, tuple[Any, Any]]:
    """Return each field of `table` that means something else in `other` than in `one`."""
    found = {}
    for field in table:
        if field.name not in but:
            pair = (getattr(one, field.name), getattr(other, field.name))
            meaning = _MEANING.get(field.type, _as_it_is)
            if meaning(pair[0]) != meaning(pair[1]):
                found[field.name] = pair
    return found


def _as_it_is(value: Any) -> Any:
    return value


def _words(value: str | None) -> list[str]:
    return (value or "").split()


def _in_any_order(values: tuple[Any, ...]) -> list[str]:
    return sorted(map(repr, values))


def _instant(value: Any) -> float | None:
    return None if value is None else float(value.timestamp())


_MEANING: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("line", "text"), _words),
    **dict.fromkeys(("lines", "speakers", "links"), _in_any_order),
    "moment": _instant,
}
"""What is compared of a field of each type; of the others the value itself."""
