"""What an import has to tell: what was not read, changed or left out, each with where.

Notes of the same words are one note with all the places. Nothing is printed here; what is foreign
in a note is cleaned and cut when all is told.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Literal

from summit_tui.catalogue.text import clean_line

Sort = Literal["unread", "changed", "left out"]
"""`unread`: it could not be understood; `left out`: the catalogue has no place for it."""
_ORDER: dict[Sort, int] = {"unread": 0, "changed": 1, "left out": 2}
_SHOWN = 5
_MESSAGE = 300
_PLACE = 80


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to tell, with every place it is true of."""

    sort: Sort
    message: str
    """What happened, without the place."""
    places: tuple[str, ...]
    """Ids of sessions, or what else tells where; empty for the programme as a whole."""

    def __str__(self) -> str:
        """Return it on one line: `changed: … (in 12: one, two, three …)`."""
        if not self.places:
            return f"{self.sort}: {self.message}"
        few = ", ".join(self.places[:_SHOWN]) + (" …" if len(self.places) > _SHOWN else "")
        count = f"{len(self.places)}: " if len(self.places) > 1 else ""
        return f"{self.sort}: {self.message} (in {count}{few})"


class Notes:
    """Collects notes; a place is any value until the ids are known."""

    def __init__(self) -> None:
        self._places: dict[tuple[Sort, str], dict[Hashable, None]] = {}

    def add(self, sort: Sort, message: str, *places: Hashable) -> None:
        """Note `message`; said again with other places, it is the same note."""
        self._places.setdefault((sort, message), {}).update(dict.fromkeys(places))

    def take(self, other: "Notes") -> None:
        """Add all notes of `other`."""
        for (sort, message), places in other._places.items():
            self.add(sort, message, *places)

    def told(self, name: Callable[[Hashable], str]) -> tuple[Note, ...]:
        """Return the notes with their places called by `name`: what was not read comes first."""
        found: dict[tuple[Sort, str], dict[str, None]] = {}
        for (sort, message), places in self._places.items():
            called = dict.fromkeys(_short(name(place), _PLACE) for place in places)
            found.setdefault((sort, _short(message, _MESSAGE)), {}).update(called)
        notes = [Note(*said, tuple(filter(None, places))) for said, places in found.items()]
        return tuple(sorted(notes, key=lambda note: _ORDER[note.sort]))


def _short(text: str, most: int) -> str:
    """Return `text` cleaned, on one line; a long one is cut in the middle: its end says why."""
    text = clean_line(text)
    if len(text) <= most:
        return text
    return f"{text[: most // 2].strip()} … {text[-most // 2 :].strip()}"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found."""

    format: str
    """Its title in the table of readers."""
    sessions: int
    speakers: int
    rooms: int
    days: int
    version: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def summary(self) -> str:
        """The line that scripts rely on."""
        return (
            f"imported {self.sessions} sessions, {self.speakers} speakers, "
            f"{self.rooms} rooms, {self.days} days"
        )


def quoted(values: Iterable[str], most: int = 60) -> str:
    """Return foreign values as a message quotes them, each cut to `most` characters."""
    return ", ".join(f"'{v}'" if len(v) <= most else f"'{v[:most]}…'" for v in values)
