"""From a `Catalogue` to the file that people read, write, diff and send.

The tables of `fields` give the keys and their order; what is unknown or usual is left out, only
the kind always stands. Reading the text gives the catalogue back, and writing that again gives
the same bytes. Nothing is stored here: the caller decides where the text goes.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from summit_tui.catalogue import fields
from summit_tui.catalogue.levels import Scale
from summit_tui.catalogue.model import Catalogue, Link, Room, Session, Speaker, Walk
from summit_tui.catalogue.spelling import block, block_key, flow_list, flow_mapping, scalar
from summit_tui.catalogue.text import clean_line
from summit_tui.catalogue.times import format_duration

Spell = Callable[[Any, int], str]
"""Gives what follows `key:` for a value, lines below it indented by so many blanks."""


def write(catalogue: Catalogue, schema: str | None = None) -> str:
    """Return `catalogue` as a file, ending in a newline.

    `schema` is the address of the JSON Schema for editors; without it the file names none.
    """
    writer = _Writer(catalogue.event.zone)
    parts = [f"# yaml-language-server: $schema={clean_line(schema)}\n"] if schema else []
    for item in fields.ROOT_FIELDS:
        parts.extend(writer.root(item.name, catalogue))
    return "".join(parts)


class _Writer:
    """Spells the values of one catalogue; times are written in `zone`."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self._moments: dict[tuple[datetime, int], str] = {}
        self._spell: dict[str, Spell] = {
            **dict.fromkeys(("id", "slug", "line", "zone", "url", "kind", "level"), _leaf),
            **dict.fromkeys(("language", "status", "flag", "count"), _leaf),
            "text": _text,
            "lines": lambda value, _: f" {flow_list(value)}\n",
            "moment": self._moment,
            "date": lambda value, _: f" {value.isoformat()}\n",
            "duration": lambda value, _: f" {format_duration(value)}\n",
            "speakers": lambda value, indent: _items(value, fields.SPEAKER_FIELDS, indent),
            "links": _links,
            "source": lambda value, _: f" {flow_mapping(value)}\n",
        }
        self._session_plan = [
            (item.name, f"{item.name}:", self._spell[item.type], _SPECIAL.get(item.name))
            for item in fields.SESSION_FIELDS
            if item.name != "end"  # the duration says it
        ]

    def root(self, name: str, catalogue: Catalogue) -> Iterable[str]:
        """Return the lines of one key of the root; none when it has no value."""
        if name == "event":
            return ["event:\n", *self._event(catalogue)]
        if name == "levels":
            return _levels(catalogue.scale)
        if name == "tracks":
            tracks = [f"  - {scalar(track)}\n" for track in catalogue.tracks]
            return ["tracks:\n", *tracks] if tracks else []
        if name == "rooms":
            rooms = catalogue.rooms
            return [f"rooms:{_items(rooms, fields.ROOM_FIELDS, 2)}"] if rooms else []
        if name == "walking":
            walks = [f"  - {_walk(walk)}\n" for walk in catalogue.walking]
            return ["walking:\n", *walks] if walks else []
        if name == "aliases":
            aliases = [_alias(*alias) for alias in catalogue.aliases]
            return ["aliases:\n", *aliases] if aliases else []
        if not catalogue.sessions:
            return ["sessions: []\n"]
        return ["sessions:\n", "\n".join([self._session(one) for one in catalogue.sessions])]

    def _event(self, catalogue: Catalogue) -> list[str]:
        values = [(item, getattr(catalogue.event, item.name)) for item in fields.EVENT_FIELDS]
        return [
            f"  {item.name}:{self._spell[item.type](value, 4)}" for item, value in values if value
        ]

    def _session(self, session: Session) -> str:
        parts = []
        for name, label, spell, special in self._session_plan:
            value = getattr(session, name) if special is None else special(session)
            if value is not None and value != () and value != "":
                parts.append(f"{label}{spell(value, 6)}")
        return f"  - {'    '.join(parts)}"

    def _moment(self, value: datetime, _: int) -> str:
        # Within one zone, the two occurrences of an hour compare as equal.
        key = (value, value.fold)
        if key not in self._moments:
            self._moments[key] = f" {_spell_moment(value, self.zone)}\n"
        return self._moments[key]


def _one_track(session: Session) -> str | None:
    return session.tracks[0] if len(session.tracks) == 1 else None


def _several_tracks(session: Session) -> tuple[str, ...] | None:
    return session.tracks if len(session.tracks) > 1 else None


def _unusual_status(session: Session) -> str | None:
    return None if session.status == "confirmed" else session.status


_SPECIAL: dict[str, Callable[[Session], Any]] = {
    "track": _one_track,
    "tracks": _several_tracks,
    "status": _unusual_status,
}
"""The keys whose value in the file is not simply the attribute of that name."""


def _spell_moment(value: datetime, zone: ZoneInfo) -> str:
    """Return the wall clock in `zone`; with its offset where it is that hour's second time."""
    local = value.astimezone(UTC).astimezone(zone)
    precision = "seconds" if local.second else "minutes"
    written = local if local.fold else local.replace(tzinfo=None)
    return written.isoformat(" ", precision)


def _leaf(value: str | int | bool, _: int) -> str:
    return f" {scalar(value)}\n"


def _text(value: str, indent: int) -> str:
    return f" {block(value, indent, prose=True)}\n"


def _links(links: tuple[Link, ...], indent: int) -> str:
    pad = " " * indent
    lines = [f"{pad}{block_key(link.name, indent)} {scalar(link.url)}\n" for link in links]
    return "\n" + "".join(lines)


def _items(values: tuple[Room | Speaker, ...], table: tuple[fields.Field, ...], indent: int) -> str:
    pad = " " * indent
    lines = []
    for value in values:
        pairs = [(item.name, getattr(value, item.name)) for item in table]
        known = [(name, found) for name, found in pairs if found is not None and found != ""]
        lines.append(f"{pad}- {flow_mapping(known)}\n")
    return "\n" + "".join(lines)


def _walk(walk: Walk) -> str:
    between = f"between: {flow_list(walk.between)}, " if walk.between else ""
    return f"{{{between}minutes: {walk.minutes}}}"


def _alias(name: str, others: tuple[str, ...]) -> str:
    # A single text with commas reads as several.
    alone = len(others) == 1 and "," not in others[0]
    return f"  {block_key(name, 2)} {scalar(others[0]) if alone else flow_list(others)}\n"


def _levels(scale: Scale) -> list[str]:
    if not scale.levels:
        return []
    return [f"levels: {flow_mapping((level.value, level.name) for level in scale.levels)}\n"]
