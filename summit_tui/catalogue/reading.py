"""From a catalogue file to a `Catalogue`, or to every problem that stands in the way.

One pass: each session becomes its value as soon as the parser has seen it. What is wrong with one
value is reported with its place and the rest is read on, so that a person mends a file once.
"""

import gc
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from summit_tui.catalogue import fields, yamlio
from summit_tui.catalogue.kinds import KINDS, LANGUAGE_WORDS, read_kind, read_language
from summit_tui.catalogue.levels import DEFAULT_SCALE, Level, LevelValue, Scale
from summit_tui.catalogue.model import (
    Catalogue,
    Event,
    Link,
    Room,
    Session,
    SessionList,
    Speaker,
    programme_order,
)
from summit_tui.catalogue.problems import CatalogueError, Problem, Severity, did_you_mean
from summit_tui.catalogue.text import clean, clean_line, fold, slug
from summit_tui.catalogue.times import (
    after,
    minutes_between,
    parse_date,
    parse_duration,
    parse_moment,
    parse_time,
    zone,
)
from summit_tui.catalogue.yamlio import NULLS, Mapping, Node, Scalar, Series, YamlSyntaxError

MAX_BYTES = 256 * 1024 * 1024
"""The largest file read: twice a programme of 100,000 sessions with long abstracts."""
MAX_PROBLEMS = 1000
"""So many findings are kept; a file with more is not a catalogue."""

_LINE_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_HTTP = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_STATUS_OF = {word: status for status, words in fields.STATUSES.items() for word in words.split()}
_UNKNOWN: Any = object()

Plan = dict[str, tuple[fields.Field, Callable[..., Any]]]
"""For each key of a mapping, its row in the table of fields and the function that reads it."""


@dataclass(frozen=True)
class Reading:
    """What a file held: a catalogue as far as it could be read, and what was wrong with it."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    places: dict[str, Mapping] = field(default_factory=dict)
    """The file's own mapping of each session by id; only when asked for."""
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


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> str:
    """Return the text of `path`; CatalogueError when it is missing, too large or not UTF-8."""
    try:
        with path.open("rb") as file:
            # A pipe has no size beforehand: it is bounded as it is read.
            known_size = os.fstat(file.fileno()).st_size
            data = file.read(max_bytes + 1) if known_size <= max_bytes else b""
            too_large = known_size > max_bytes or len(data) > max_bytes
    except OSError as error:
        raise CatalogueError([_file_problem(path, error)]) from error
    if too_large:
        message = f"the file is larger than {max_bytes // 1024 // 1024} MB"
        raise CatalogueError([Problem("error", "too-large", message, str(path))])
    return decode(data, path)


def decode(data: bytes, path: Path) -> str:
    """Return the text in `data`, called `path` in messages; CatalogueError when not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        raise CatalogueError(
            [
                Problem(
                    "error",
                    "not-utf-8",
                    f"byte 0x{data[error.start]:02x} is not UTF-8",
                    str(path),
                    before.count("\n") + 1,
                    len(before) - before.rfind("\n"),
                    hint="save the file as UTF-8",
                )
            ]
        ) from error


def _file_problem(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem("error", "missing", "there is no such file", str(path))
    if isinstance(error, IsADirectoryError):
        return Problem("error", "directory", "this is a folder, not a file", str(path))
    return Problem("error", "unreadable", (error.strerror or str(error)).lower(), str(path))


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


class SourceText:
    """A file's text with the problems found in it; shared by the readers of our YAML files."""

    def __init__(self, text: str, path: Path) -> None:
        self.text = text
        self.path = path
        self.problems: list[Problem] = []

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text by lines, as YAML breaks them."""
        return tuple(_LINE_BREAKS.split(self.text))

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        node: Node,
        hint: str = "",
    ) -> None:
        """Record a problem at `node`."""
        mark = node.start_mark
        length = len(node.value) if node.value is not None else 1
        self._record(severity, code, message, mark.line, mark.column, length or 1, hint)

    def report(self, code: str, message: str, mark: yamlio.Mark) -> None:
        """Record an error that the YAML layer found."""
        self._record("error", code, message, mark.line, mark.column, 1, "")

    def fatal(self, error: YamlSyntaxError) -> CatalogueError:
        """Return the exception for a text that cannot be read to its end."""
        self._record("error", error.code, str(error), error.line, error.column, 1, "")
        return CatalogueError(self.problems)

    def _record(
        self,
        severity: Severity,
        code: str,
        message: str,
        line: int,
        column: int,
        length: int,
        hint: str,
    ) -> None:
        if len(self.problems) >= MAX_PROBLEMS:
            return
        self.problems.append(
            problem_at(
                self.lines, str(self.path), severity, code, message, line, column, length, hint
            )
        )


def problem_at(
    lines: tuple[str, ...],
    file: str,
    severity: Severity,
    code: str,
    message: str,
    line: int,
    column: int,
    length: int = 1,
    hint: str = "",
) -> Problem:
    """Return the problem at `line` and `column` (from 0) of a file with those `lines`."""
    excerpt = lines[line] if line < len(lines) else ""
    quoted = column < len(excerpt) and excerpt[column] in "\"'"
    room = max(1, len(excerpt) - column)
    return Problem(
        severity,
        code,
        clean_line(message),
        file,
        line + 1,
        column + 1,
        min(length + 2 * quoted, room),
        clean_line(hint),
        _shown(excerpt),
    )


def _shown(excerpt: str) -> str:
    """Return a source line as it may be printed: every unprintable character a `?`, same length."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in excerpt).rstrip()


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
        self.zone: ZoneInfo = self.event.zone
        self._head_known = head is not None
        self._sessions_read = False
        self.tracks: tuple[str, ...] = ()
        self.rooms: tuple[Room, ...] = ()
        self.sessions: list[Session] = []
        self.places: dict[str, Mapping] = {}
        self._line_of: dict[str, int] = {}
        self._memo: dict[tuple[str, str], Any] = {}
        readers: dict[str, Callable[..., Any]] = {
            "id": self._line,
            "slug": self._line,
            "line": self._line,
            "text": self._text,
            "lines": self._lines,
            "zone": self._zone,
            "url": self._url,
            "moment": self._moment,
            "end": self._line,
            "date": self._date,
            "duration": self._duration,
            "level": self._level,
            "kind": self._kind,
            "language": self._language,
            "status": self._status,
            "flag": self._flag,
            "count": self._count,
            "links": self._links,
            "source": self._source_ids,
            "speakers": self._speakers,
        }

        def plan(table: tuple[fields.Field, ...]) -> Plan:
            return {item.name: (item, readers[item.type]) for item in table}

        self._session_plan = plan(fields.SESSION_FIELDS)
        self._speaker_plan = plan(fields.SPEAKER_FIELDS)
        self._room_plan = plan(fields.ROOM_FIELDS)
        self._event_plan = plan(fields.EVENT_FIELDS)

    def reading(self) -> Reading:
        """Return the result, sessions in programme order."""
        self.sessions.sort(key=programme_order)
        catalogue = Catalogue(
            self.event, SessionList(self.sessions), self.scale, self.rooms, self.tracks
        )
        lines = self.source.lines if self.keep_places else ()
        file = str(self.source.path)
        return Reading(catalogue, tuple(self.source.problems), self.places, lines, file)

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

    # -- the root ---------------------------------------------------------------------------

    def _read_root(self, document: yamlio.Document) -> None:
        readers = {
            "event": self._read_event,
            "levels": self._read_levels,
            "tracks": self._read_tracks,
            "rooms": self._read_rooms,
        }
        seen: set[str] = set()
        for key in document.entries():
            name = key.value
            if name in seen:
                self._duplicate_key(key)
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
                self._unknown_key(key, fields.names(fields.ROOT_FIELDS), "a catalogue")
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
            self._wrong_shape(node, key.value, "a mapping with name and timezone")
            return
        values = self._mapping(node, self._event_plan, "an event")
        if not any(each.value == "timezone" for each, _ in node.items):
            message = "the event has no timezone, so times are read as UTC"
            self.source.add("warning", "no-timezone", message, key, "add timezone: Europe/Paris")
        values.setdefault("name", values.get("id", self.event.name))
        values["id"] = slug(values.get("id", values["name"]))
        self.event = Event(**values)
        self.zone = self.event.zone

    def _read_levels(self, node: Node, key: Scalar) -> None:
        if isinstance(node, Mapping):
            pairs = [(k, v) for k, v in node.items if self._expect_text(v, key.value)]
        elif isinstance(node, Series):
            pairs = [
                (cast("Scalar", item), item)
                for item in node.items
                if self._expect_text(item, key.value)
            ]
        else:
            self._wrong_shape(node, key.value, fields.TYPES["scale"][0])
            return
        levels: dict[LevelValue, Level] = {}
        for value_node, name_node in pairs:
            value = yamlio.plain_value(value_node)
            value = value if isinstance(value, int) else clean_line(value_node.value)
            if value in levels:
                self._duplicate_key(value_node)
                continue
            levels[value] = Level(value, clean_line(cast("str", name_node.value)) or str(value))
        if levels:
            self.scale = Scale(tuple(levels.values()))

    def _read_tracks(self, node: Node, key: Scalar) -> None:
        tracks = self._lines(node, fields.ROOT_FIELDS[2])
        self.tracks = () if tracks is _UNKNOWN else tracks

    def _read_rooms(self, node: Node, key: Scalar) -> None:
        rooms = self._named(node, key.value, self._room_plan, "a room")
        self.rooms = tuple(Room(**values) for values in rooms)

    # -- sessions ---------------------------------------------------------------------------

    def _read_sessions(self, document: yamlio.Document) -> None:
        self._sessions_read = True
        items = document.values()
        if isinstance(items, Iterator):
            for node in items:
                if isinstance(node, Mapping):
                    self._session(node)
                else:
                    self._wrong_shape(node, "a session", "a mapping with id and title")
        elif not yamlio.is_null(items):
            self._wrong_shape(items, "sessions", fields.TYPES["sessions"][0])

    def _session(self, node: Mapping) -> None:
        values = self._mapping(node, self._session_plan, "a session")
        if "title" not in values:
            self._missing(node, "title", f"session {values.get('id', '')!r} has no title")
            values["title"] = values.get("id", "untitled")
        if "id" not in values:
            hint = f"add id: {slug(values['title'])}"
            self._missing(node, "id", f"session {values['title']!r} has no id", hint)
            values["id"] = slug(values["title"])
        self._tell_apart(values, node)
        if "track" in values or "tracks" in values:
            first = (values.pop("track"),) if "track" in values else ()
            values["tracks"] = tuple(dict.fromkeys(first + values.pop("tracks", ())))
        if "end" in values:
            self._end(values, node)
        self.sessions.append(Session(**values))
        if self.keep_places:
            self.places[values["id"]] = node

    def _tell_apart(self, values: dict[str, Any], node: Mapping) -> None:
        """Give a repeated id a number, so that no session hides another."""
        given = values["id"] = values["id"].replace(" ", "-")
        line = node.start_mark.line + 1
        first = self._line_of.setdefault(given, line)
        if first == line:
            return
        number = 2
        while f"{given}-{number}" in self._line_of:
            number += 1
        values["id"] = f"{given}-{number}"
        self._line_of[values["id"]] = line
        message = f"id {given!r} is taken by line {first}; read as {values['id']!r}"
        where = next((value for key, value in node.items if key.value == "id"), node)
        self.source.add("warning", "repeated-id", message, where)

    def _end(self, values: dict[str, Any], node: Mapping) -> None:
        """Turn `end` into a duration, for an end may be a mere time of day."""
        text, start = values.pop("end"), values.get("start")
        where = next(value for key, value in node.items if key.value == "end")
        if start is None:
            return
        try:
            end = self._end_instant(text, start)
        except ValueError as error:
            self.source.add("error", "bad-end", str(error), where)
            return
        minutes = minutes_between(start, end)
        if minutes < 0:
            message = f"it ends at {text}, before it starts at {start:%Y-%m-%d %H:%M}"
            self.source.add("warning", "ends-before-start", message, where)
        elif values.setdefault("duration", minutes) != minutes:
            message = f"from start to end are {minutes} minutes, duration says {values['duration']}"
            self.source.add("warning", "end-and-duration", message, where, "leave one of them out")

    def _end_instant(self, text: str, start: datetime) -> datetime:
        if text[4:5] == "-":
            key = ("moment", text)
            if key not in self._memo:
                self._memo[key] = parse_moment(text, self.zone)
            return cast("datetime", self._memo[key])
        time = parse_time(text)
        end = start.replace(hour=time.hour, minute=time.minute, second=0)
        return end if end >= start else after(end, 24 * 60)

    # -- mappings ---------------------------------------------------------------------------

    def _mapping(self, node: Mapping, plan: Plan, what: str) -> dict[str, Any]:
        """Return the values of the known keys of `node`; null ones and unreadable ones are left out."""
        values: dict[str, Any] = {}
        for key, value in node.items:
            name = key.value
            item = plan.get(name)
            if item is None:
                self._unknown_key(key, plan, what)
                continue
            if name in values:
                self._duplicate_key(key)
                continue
            text = value.value
            if text is not None and text in NULLS and not cast("Scalar", value).style:
                continue
            result = item[1](value, item[0])
            if result is not _UNKNOWN:
                values[name] = result
        if len(values) < len(node.items):
            self._report_repeats_of_unread(node, values)
        return values

    def _report_repeats_of_unread(self, node: Mapping, values: dict[str, Any]) -> None:
        """Report keys given twice whose first value was null or unreadable."""
        seen: set[str] = set()
        for key, _ in node.items:
            if key.value in seen and key.value not in values:
                self._duplicate_key(key)
            seen.add(key.value)

    def _named(self, node: Node, name: str, plan: Plan, what: str) -> list[dict[str, Any]]:
        """Return a list of names or mappings (rooms, speakers) as values with at least a name."""
        items = node.items if isinstance(node, Series) else [node]
        found = []
        for item in items:
            if isinstance(item, Mapping):
                values = self._mapping(item, plan, what)
                if "name" in values:
                    found.append(values)
                else:
                    self._missing(item, "name", f"{what} has no name")
            elif isinstance(item, Series):
                self._wrong_shape(item, name, fields.TYPES["speakers"][0])
            elif text := clean_line(item.value):
                found.append({"name": text})
        return found

    # -- values, one function per type --------------------------------------------------------

    def _line(self, node: Scalar, item: fields.Field) -> Any:
        text = node.value
        if text is None:
            return self._wrong_type(node, item)
        return clean_line(text) or _UNKNOWN

    def _text(self, node: Scalar, item: fields.Field) -> Any:
        if node.value is None:
            return self._wrong_type(node, item)
        return clean(node.value) or _UNKNOWN

    def _lines(self, node: Node, item: fields.Field) -> Any:
        if isinstance(node, Mapping):
            return self._wrong_type(node, item)
        if isinstance(node, Series):
            texts = [
                clean_line(each.value) for each in node.items if self._expect_text(each, item.name)
            ]
        else:
            texts = [clean_line(part) for part in node.value.split(",")]
        return tuple(text for text in texts if text)

    def _memoised(
        self, node: Scalar, item: fields.Field, parse: Callable[[str], Any], known: Any = ()
    ) -> Any:
        """Return `parse(text)`, remembered: a programme repeats its levels, rooms and times."""
        text = node.value
        if text is None:
            return self._wrong_type(node, item)
        key = (item.type, text)
        found = self._memo.get(key, self)
        if found is not self:
            return found
        try:
            value = self._memo[key] = parse(clean_line(text))
        except ValueError as error:
            hint = getattr(error, "hint", "") or did_you_mean(text, known)
            self.source.add("error", f"bad-{item.name}", str(error), node, hint)
            return _UNKNOWN
        return value

    def _moment(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, lambda text: parse_moment(text, self.zone))

    def _date(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, parse_date)

    def _duration(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, parse_duration)

    def _level(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, self._read_level)

    def _read_level(self, text: str) -> LevelValue:
        try:
            return self.scale.read(text)
        except ValueError as error:
            hint = did_you_mean(text, self.scale.words())
            level = hint and self.scale.get(self.scale.read(hint[len("did you mean ") : -1]))
            if level:
                raise _Hinted(str(error), f"did you mean {level.value} ({level.name})?") from error
            raise

    def _kind(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, read_kind, KINDS)

    def _language(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, read_language, LANGUAGE_WORDS)

    def _status(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, _read_status, fields.STATUSES)

    def _flag(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, _read_flag)

    def _count(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, _read_count)

    def _zone(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, _zone_name, ("Europe/Paris", "Europe/London", "UTC"))

    def _url(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, _read_url)

    def _links(self, node: Node, item: fields.Field) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong_type(node, item)
        links = []
        for key, value in node.items:
            if not self._expect_text(value, item.name) or yamlio.is_null(value):
                continue
            url = self._url(cast("Scalar", value), item)
            if url is not _UNKNOWN:
                links.append(Link(clean_line(key.value), url))
        return tuple(links)

    def _source_ids(self, node: Node, item: fields.Field) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong_type(node, item)
        return tuple(
            (clean_line(key.value), clean_line(cast("str", value.value)))
            for key, value in node.items
            if self._expect_text(value, item.name)
        )

    def _speakers(self, node: Node, item: fields.Field) -> Any:
        found = self._named(node, item.name, self._speaker_plan, "a speaker")
        return tuple([Speaker(**values) for values in found])

    # -- problems -----------------------------------------------------------------------------

    def _expect_text(self, node: Node, name: str) -> bool:
        if node.value is not None:
            return True
        self._wrong_shape(node, name, "text")
        return False

    def _wrong_type(self, node: Node, item: fields.Field) -> Any:
        self._wrong_shape(node, item.name, fields.TYPES[item.type][0])
        return _UNKNOWN

    def _wrong_shape(self, node: Node, name: str, wanted: str) -> None:
        got = "a mapping" if isinstance(node, Mapping) else "a list"
        got = "text" if node.value is not None else got
        self.source.add("error", "wrong-type", f"{name} must be {wanted}, not {got}", node)

    def _missing(self, node: Node, name: str, message: str, hint: str = "") -> None:
        self.source.add("error", f"no-{name}", message, node, hint or f"add {name}:")

    def _duplicate_key(self, key: Scalar) -> None:
        message = f"key {key.value!r} is given twice"
        self.source.add("error", "duplicate-key", message, key, "leave one of them out")

    def _unknown_key(self, key: Scalar, known: Any, what: str) -> None:
        hint = did_you_mean(key.value, known) or f"known are {', '.join(known)}"
        self.source.add("error", "unknown-key", f"{what} has no key {key.value!r}", key, hint)


class _Hinted(ValueError):
    """A bad value with its way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def _read_status(text: str) -> str:
    status = _STATUS_OF.get(fold(text))
    if status is None:
        raise ValueError(f"status {text!r} is not one of {', '.join(fields.STATUSES)}")
    return status


def _read_flag(text: str) -> bool:
    folded = fold(text)
    if folded in ("true", "yes", "oui", "ja", "1"):
        return True
    if folded in ("false", "no", "non", "nein", "0"):
        return False
    raise ValueError(f"{text!r} is neither true nor false")


def _read_count(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise ValueError(f"{text!r} is not a whole number")


def _zone_name(text: str) -> str:
    zone(text)
    return text


def _read_url(text: str) -> str:
    if not _HTTP.fullmatch(text):
        raise ValueError(f"{text!r} is not an http or https address")
    return text
