"""From a catalogue file to a `Catalogue`, or to every problem that stands in the way.

One pass: each session becomes its value as soon as the parser has seen it. What is wrong with one
value is reported with its place and the rest is read on, so that a person mends a file once.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from summit_tui.catalogue import fields, yamlio
from summit_tui.catalogue.levels import DEFAULT_SCALE, Scale
from summit_tui.catalogue.lexicon import read_aliases, read_scale
from summit_tui.catalogue.model import (
    Catalogue,
    Event,
    Room,
    SessionList,
    Walk,
    programme_order,
)
from summit_tui.catalogue.problems import CatalogueError, Problem
from summit_tui.catalogue.session_reading import SessionReader
from summit_tui.catalogue.source import SourceText, read_file
from summit_tui.catalogue.text import slug
from summit_tui.catalogue.values import UNREAD, ValueReader
from summit_tui.catalogue.walks import read_walks
from summit_tui.catalogue.yamlio import Mapping, Node, Scalar, YamlSyntaxError

_TRACKS = next(field for field in fields.ROOT_FIELDS if field.name == "tracks")


@dataclass(frozen=True)
class Reading:
    """What a file held: a catalogue as far as it could be read, and what was wrong with it."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    places: dict[str, Mapping] = field(default_factory=dict)
    """The file's own mapping of each session by id; only when asked for."""
    walks: tuple[Mapping, ...] = ()
    """The file's own mappings of the walking times; only together with `places`."""
    lines: tuple[str, ...] = ()
    """The file's lines; only together with `places`."""
    file: str = ""
    """What problems call the file."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def load(path: Path) -> Catalogue:
    """Return the catalogue in `path`; CatalogueError, with every problem, when it has errors."""
    reading = read(path)
    if reading.errors:
        raise CatalogueError(reading.problems)
    return reading.catalogue


def read(path: Path, *, keep_places: bool = False) -> Reading:
    """Return what the file `path` holds; CatalogueError when there is nothing to read at all."""
    return read_text(read_file(path), path, keep_places=keep_places)


def read_text(text: str, path: Path, *, keep_places: bool = False) -> Reading:
    """Return what `text`, called `path` in messages, holds.

    CatalogueError when it is no YAML mapping at all.
    """
    with no_garbage_collection():
        reader = CatalogueReader(text, path, keep_places=keep_places)
        reader.read()
        if reader.head_came_late:
            reader = CatalogueReader(text, path, keep_places=keep_places, head=reader)
            reader.read()
    return reader.reading()


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Suspend the cyclic collector: reading makes no cycles, and it costs half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class CatalogueReader:
    """Reads one text; `head` is an earlier reading whose event and levels are known already."""

    def __init__(
        self,
        text: str,
        path: Path,
        *,
        keep_places: bool,
        head: "CatalogueReader | None" = None,
    ) -> None:
        self.source = SourceText(text, path)
        self.keep_places = keep_places
        self.head_came_late = False
        name = path.stem if path.stem != "sessions" else path.resolve().parent.name
        self.event: Event = head.event if head else Event(id=slug(name), name=name)
        self.scale: Scale = head.scale if head else DEFAULT_SCALE
        self._head_known = head is not None
        self._sessions_read = False
        self.tracks: tuple[str, ...] = ()
        self.rooms: tuple[Room, ...] = ()
        self.aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self.walks: tuple[tuple[Walk, Mapping], ...] = ()
        self._values = ValueReader(self.source, self.scale, self.event.zone)
        self._sessions = SessionReader(self.source, self._values, keep_places=keep_places)

    def reading(self) -> Reading:
        """Return the result, sessions in programme order."""
        sessions = SessionList(sorted(self._sessions.sessions, key=programme_order))
        walking = tuple(walk for walk, _ in self.walks)
        catalogue = Catalogue(
            self.event, sessions, self.scale, self.rooms, self.tracks, self.aliases, walking
        )
        problems, file = tuple(self.source.problems), str(self.source.path)
        if not self.keep_places:
            return Reading(catalogue, problems, file=file)
        walks = tuple(node for _, node in self.walks)
        return Reading(catalogue, problems, self._sessions.places, walks, self.source.lines, file)

    def read(self) -> None:
        """Read the whole text."""
        try:
            document = yamlio.Document(self.source.text, self.source.report)
            root = document.root()
            if isinstance(root, Mapping):
                self._read_root(document)
                return
        except YamlSyntaxError as error:
            raise self.source.fatal(error) from error
        if root is None or yamlio.is_null(root):
            message, hint = "the file is empty", "a catalogue begins with event: and sessions:"
            code = "empty"
        else:
            message, hint = "this is no catalogue", "it must be a mapping with event: and sessions:"
            code = "not-a-catalogue"
        problem = Problem("error", code, message, str(self.source.path), hint=hint)
        raise CatalogueError([problem])

    def _read_root(self, document: yamlio.Document) -> None:
        readers = {
            "event": self._read_event,
            "levels": self._read_levels,
            "tracks": self._read_tracks,
            "rooms": self._read_rooms,
            "aliases": self._read_aliases,
            "walking": self._read_walking,
        }
        seen: set[str] = set()
        for key in document.entries():
            name = key.value
            if name in seen:
                self._values.duplicate_key(key)
                document.value()
                continue
            seen.add(name)
            if name == "sessions":
                self._read_sessions(document)
            elif name in readers:
                readers[name](document.value(), key)
                if name in ("event", "levels") and self._sessions_read and not self._head_known:
                    self.head_came_late = True
            else:
                self._values.unknown_key(key, fields.names(fields.ROOT_FIELDS), "a catalogue")
                document.value()
        if "sessions" not in seen:
            problem = "the file has no sessions"
            self.source.problems.append(
                Problem(
                    "error", "no-sessions", problem, str(self.source.path), hint="add sessions:"
                )
            )

    def _read_event(self, node: Node, key: Scalar) -> None:
        if not isinstance(node, Mapping):
            self._values.wrong_shape(node, key.value, "a mapping with name and timezone")
            return
        values = self._values.mapping(node, self._values.event_plan, "an event")
        if not any(each.value == "timezone" for each, _ in node.items):
            message = "the event has no timezone, so times are read as UTC"
            self.source.add("warning", "no-timezone", message, key, "add timezone: Europe/Paris")
        values.setdefault("name", values.get("id", self.event.name))
        values["id"] = slug(values.get("id", values["name"]))
        self.event = Event(**values)
        self._values.zone = self.event.zone

    def _read_levels(self, node: Node, key: Scalar) -> None:
        scale = read_scale(self._values, node, key)
        if scale is not None:
            self.scale = self._values.scale = scale

    def _read_tracks(self, node: Node, key: Scalar) -> None:
        tracks = self._values.lines(node, _TRACKS)
        self.tracks = () if tracks is UNREAD else tracks

    def _read_rooms(self, node: Node, key: Scalar) -> None:
        rooms = self._values.named(node, key.value, self._values.room_plan, "a room")
        self.rooms = tuple(Room(**values) for values in rooms)

    def _read_aliases(self, node: Node, key: Scalar) -> None:
        self.aliases = read_aliases(self._values, node, key)

    def _read_walking(self, node: Node, key: Scalar) -> None:
        self.walks = read_walks(self._values, node, key)

    def _read_sessions(self, document: yamlio.Document) -> None:
        self._sessions_read = True
        items = document.values()
        if isinstance(items, Iterator):
            for node in items:
                if isinstance(node, Mapping):
                    self._sessions.read(node)
                else:
                    self._values.wrong_shape(node, "a session", "a mapping with id and title")
        elif not yamlio.is_null(items):
            self._values.wrong_shape(items, "sessions", fields.TYPES["sessions"][0])
