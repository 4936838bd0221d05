"""Which sessions have which day, level, track, kind, room, language: sets as big integers.

Bit `row` of a set says whether the session in that row belongs to it, so that a filter is an `&`
and a live count a `bit_count`, microseconds at any size.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.sections import DamagedError, Sections

DIMENSIONS = (
    "day",
    "level",
    "track",
    "kind",
    "room",
    "language",
    "venue",
    "company",
    "tag",
    "state",
)
"""What sessions are grouped by. Of `state` a session may have several: cancelled, recorded …"""

_SPARSE = 4
"""A set that has less than one row in so many is looked through by leaps."""
Rows = int
"""A set of rows: bit `row` is set when the row is in it."""


def rows_of(bits: Rows) -> list[int]:
    """Return the rows in a set, ascending."""
    if not bits & (bits + 1):  # all up to some row, as everything is
        return list(range(bits.bit_length()))
    signs = bin(bits)[:1:-1]
    if bits.bit_count() * _SPARSE > len(signs):
        return [row for row, bit in enumerate(signs) if bit == "1"]
    rows = []
    row = signs.find("1")
    while row >= 0:
        rows.append(row)
        row = signs.find("1", row + 1)
    return rows


def set_of(rows: Iterable[int], size: int) -> Rows:
    """Return the set of `rows`, each below `size`."""
    bits = bytearray((size + 7) // 8)
    for row in rows:
        bits[row >> 3] |= 1 << (row & 7)
    return int.from_bytes(bits, "little")


def sections_of(catalogue: Catalogue) -> dict[str, bytes]:
    """Return the sections that `Facets` reads."""
    members: dict[str, dict[Any, list[int]]] = {name: defaultdict(list) for name in DIMENSIONS}
    for row, session in enumerate(catalogue.sessions):
        for name, value in _values(catalogue, session):
            members[name][value].append(row)
    size = len(catalogue.sessions)
    width = (size + 7) // 8
    table: dict[str, list[list[Any]]] = {}
    packed: list[bytes] = []
    for name, values in members.items():
        table[name] = []
        for value in _ordered(name, values, catalogue):
            table[name].append([value, len(packed)])
            packed.append(set_of(values[value], size).to_bytes(width, "little"))
    document = {"size": size, "values": table}
    return {
        "facets": json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(),
        "facets.sets": b"".join(packed),
    }


def _values(catalogue: Catalogue, session: Session) -> Iterator[tuple[str, Any]]:
    room = catalogue.room(session.room)
    single = (
        ("day", session.date and session.date.isoformat()),
        ("level", session.level),
        ("kind", session.kind),
        ("room", session.room),
        ("venue", room and room.venue),
        ("language", session.language),
    )
    yield from ((name, value) for name, value in single if value is not None)
    yield from (("track", track) for track in session.tracks)
    yield from (("tag", tag) for tag in dict.fromkeys(session.tags))
    companies = dict.fromkeys(speaker.company for speaker in session.speakers if speaker.company)
    yield from (("company", company) for company in companies)
    yield from (("state", state) for state in _states(session))


def _states(session: Session) -> Iterator[str]:
    if session.status != "confirmed":
        yield session.status
    if session.recorded is not None:
        yield "recorded" if session.recorded else "unrecorded"
    if session.start is None:
        yield "unscheduled"


def _ordered(name: str, values: dict[Any, list[int]], catalogue: Catalogue) -> list[Any]:
    """Return the values in the order a list of them is read: scale, declaration, or alphabet."""
    declared: dict[str, list[Any]] = {
        "level": [level.value for level in catalogue.scale.levels],
        "track": list(catalogue.tracks),
        "room": [room.name for room in catalogue.rooms],
    }
    place = {value: number for number, value in enumerate(declared.get(name, ()))}
    return sorted(values, key=lambda value: (place.get(value, len(place)), str(value).casefold()))


class Facets:
    """The sets of one catalogue; a set is decoded when it is asked for."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        try:
            document = json.loads(sections.whole("facets"))
            self.size: int = document["size"]
            self._places: dict[str, dict[Any, int]] = {
                name: dict(document["values"][name]) for name in DIMENSIONS
            }
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedError("facets") from error
        self._sets: dict[tuple[str, Any], Rows] = {}

    @property
    def everything(self) -> Rows:
        """The set of all rows."""
        return (1 << self.size) - 1

    def values(self, dimension: str) -> list[Any]:
        """Return the values of a dimension that occur, in reading order."""
        return list(self._places[dimension])

    def rows(self, dimension: str, value: Any) -> Rows:
        """Return the set of rows with `value`; empty for a value that does not occur."""
        key = (dimension, value)
        if key not in self._sets:
            number = self._places[dimension].get(value)
            self._sets[key] = 0 if number is None else self._read(number)
        return self._sets[key]

    def _read(self, number: int) -> Rows:
        width = (self.size + 7) // 8
        return int.from_bytes(self._sections.part("facets.sets", number * width, width), "little")

    def counts(self, dimension: str, within: Rows) -> list[tuple[Any, int]]:
        """Return every value of a dimension with how many rows of `within` have it."""
        return [
            (value, (self.rows(dimension, value) & within).bit_count())
            for value in self._places[dimension]
        ]
