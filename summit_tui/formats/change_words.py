"""What changed, in the words a person reads: a mark and a few words for each session.

Plain text for the shell and the screens; the layout is theirs. Every mark comes with a word.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from summit_tui.catalogue.changes import Change, Changes, Fields
from summit_tui.catalogue.kinds import language_name
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.times import format_duration

NEW, MOVED, CANCELLED, GONE, OTHER = "+", "»", "×", "-", "·"
"""The signs that stand before a change."""
LAST = "Otherwise changed"
"""The section of what matters least."""


class Section(NamedTuple):
    """A heading with the changes below it."""

    title: str
    changes: tuple[Change, ...]


def sections(found: Sequence[Change]) -> tuple[Section, ...]:
    """Return `found` by what matters most of each, every one once; empty sections left out."""
    left = list(found)
    told = []
    for title, belongs in _SECTIONS:
        told.append(Section(title, tuple(change for change in left if belongs(change))))
        left = [change for change in left if not belongs(change)]
    return tuple(section for section in told if section.changes)


def _scheduled(change: Change) -> bool:
    return change.moved and change.old.start is None


_SECTIONS: tuple[tuple[str, Callable[[Change], bool]], ...] = (
    ("Moved", lambda one: one.moved and not (one.cancelled or one.reinstated or _scheduled(one))),
    ("Cancelled", lambda one: one.cancelled),
    ("On after all", lambda one: one.reinstated),
    ("Now with a time", _scheduled),
    ("Another room", lambda one: "room" in one.fields),
    (LAST, lambda one: True),
)


def mark(change: Change) -> str:
    """Return the sign that stands before `change`."""
    if change.cancelled:
        return CANCELLED
    if change.reinstated:
        return NEW
    return MOVED if change.moved or "room" in change.fields else OTHER


def words(change: Change) -> str:
    """Return what became of a session: `Tue 11:30 → Wed 11:30, Amphi bleu → Salle 242`."""
    place = []
    if change.cancelled:
        place.append("cancelled")
    elif change.reinstated:
        place.append("on after all")
    if change.moved:
        place.append(_moments(change.old.start, change.new.start))
    elif change.cancelled or change.reinstated:
        place += [moment(change.new.start)] if change.new.start else []
    if "room" in change.fields:
        place.append(_arrow(*change.fields["room"], "no room"))
    said = {"start", "room"} | ({"status"} if change.cancelled or change.reinstated else set())
    rest = [name for name in change.fields if name not in said]
    rest.sort(key=lambda name: name == "id")  # what it is called now interests least
    told = [_field(name, *change.fields[name]) for name in rest]
    return "; ".join([*([", ".join(place)] if place else []), *told])


def where(session: Session) -> str:
    """Return when and where a session is: `Tue 11:30, Salle 242`; empty when neither is known."""
    return ", ".join(filter(None, (moment(session.start) if session.start else "", session.room)))


def count(changes: Changes) -> str:
    """Return how much changed: `1 cancelled, 3 moved, 2 new, 1 gone`; empty for nothing."""
    told = [
        (len(section.changes), _COUNTED.get(section.title, section.title.lower()))
        for section in sections(changes.changed)
    ]
    told += [(len(changes.added), "new"), (len(changes.removed), "gone")]
    parts = [f"{number} {word}" for number, word in told if number]
    return ", ".join(parts + (["the event itself"] if changes.event or changes.rooms else []))


_COUNTED = {"Another room": "in another room"}


def about_the_event(changes: Changes) -> list[str]:
    """Return what changed of the event and its rooms, a line each, the mark first."""
    lines = [f"{OTHER} {_field(name, *pair)}" for name, pair in changes.event.items()]
    rooms = changes.rooms
    lines += [f"{NEW} room {room.name}" for room in rooms.added]
    lines += [f"{GONE} room {room.name}" for room in rooms.removed]
    lines += [f"{OTHER} room {name}: {_all(fields)}" for name, fields in rooms.changed]
    return lines


def _all(fields: Fields) -> str:
    return "; ".join(_field(name, *pair) for name, pair in fields.items())


def moment(start: datetime | None, *, date: bool = False) -> str:
    """Return `Tue 11:30`, or with `date` `Tue 2 Apr 11:30`."""
    if start is None:
        return "no time"
    return f"{start:%a} {start.day} {start:%b} {start:%H:%M}" if date else f"{start:%a %H:%M}"


def _moments(one: datetime | None, other: datetime | None) -> str:
    if one is None or other is None:
        return f"{moment(one)} → {moment(other)}"
    if one.replace(tzinfo=None) == other.replace(tzinfo=None):  # another zone, or an hour twice
        return f"{one:%a %H:%M %z} → {other:%H:%M %z}"
    if one.date() == other.date():
        return f"{one:%a %H:%M} → {other:%H:%M}"
    date = abs((one.date() - other.date()).days) > 6
    return f"{moment(one, date=date)} → {moment(other, date=date)}"


def _field(name: str, one: Any, other: Any) -> str:
    tell = _TELL.get(name)
    return tell(one, other) if tell else f"{name} changed"


def _arrow(one: Any, other: Any, nothing: str = "none") -> str:
    return f"{nothing if one is None else one} → {nothing if other is None else other}"


def _named(name: str, spell: Callable[[Any], str] = str) -> Callable[[Any, Any], str]:
    def tell(one: Any, other: Any) -> str:
        before = None if one is None else spell(one)
        return f"{name} {_arrow(before, None if other is None else spell(other))}"

    return tell


def _title(one: str, _: str) -> str:
    return f"was “{one}”"


def _speakers(one: Any, other: Any) -> str:
    before, after = [[speaker.name for speaker in speakers] for speakers in (one, other)]
    came = [name for name in after if name not in before]
    went = [name for name in before if name not in after]
    told = [f"with {', '.join(came)}"] if came else []
    told += [f"without {', '.join(went)}"] if went else []
    return ", ".join(told) or "about the speakers"


def _recorded(_: Any, other: bool | None) -> str:
    return {True: "recorded", False: "not recorded", None: "recording unknown"}[other]


def _tracks(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    return f"track {', '.join(one) or 'none'} → {', '.join(other) or 'none'}"


def _day(value: Any) -> str:
    return f"{value:%a} {value.day} {value:%b}"


_TELL: dict[str, Callable[[Any, Any], str]] = {
    "title": _title,
    "speakers": _speakers,
    "recorded": _recorded,
    "tracks": _tracks,
    "walking": lambda one, other: "walking times changed",
    "kind": lambda one, other: _arrow(one, other),
    "status": lambda one, other: _arrow(one, other),
    "language": _named("language", language_name),
    "duration": _named("length", format_duration),
    "day": _named("day", _day),
    **{name: _named(name) for name in ("id", "code", "level", "capacity", "name", "venue")},
    **{name: _named(name) for name in ("url", "timezone")},
}
"""How a field is told; of any other only that it changed."""
