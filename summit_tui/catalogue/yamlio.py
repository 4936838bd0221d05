r"""YAML read: the only module that knows the yaml library (`spelling` writes without it).

Reading works on the parser's events, never on its composed documents: one pass, positions for
every value, and bounds that hold before anything is built (libyaml's own composer crashes the
process at a depth of 50,000, and aliases explode when a document is walked). Core scalars only:
everything is text until its field says otherwise, so `1:30`, `no` and `0123` stay as written.

What a document must not hold here: anchors, aliases, tags, a second document. They are reported
and read on; only broken syntax, depth and size end the reading.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

MAX_DEPTH = 24
"""Levels of nesting; a catalogue needs five."""
NULLS = frozenset(("", "~", "null", "Null", "NULL"))

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Protocol):
    """A place in the text, counted from 0."""

    line: int
    column: int


class Scalar(Protocol):
    """A leaf: text with the way it was quoted, as the parser's own event holds it."""

    value: str
    style: str | None
    start_mark: Mark


class Mapping:
    """Keys with their values, in order; duplicates are kept for the reader to report."""

    __slots__ = ("items", "start_mark")
    value: ClassVar[None] = None
    """No text: what tells it from a Scalar in a hot loop."""

    def __init__(self, start_mark: Mark) -> None:
        self.start_mark = start_mark
        self.items: list[tuple[Scalar, Node]] = []


class Series:
    """Values in order."""

    __slots__ = ("items", "start_mark")
    value: ClassVar[None] = None

    def __init__(self, start_mark: Mark) -> None:
        self.start_mark = start_mark
        self.items: list[Node] = []


Node = Scalar | Mapping | Series
Report = Callable[[str, str, Mark], None]
"""Called with code, message and place of what a document must not hold."""


class YamlSyntaxError(ValueError):
    """The text is not YAML, or exceeds a bound; with the place (from 0) where it ends."""

    def __init__(self, message: str, line: int = 0, column: int = 0, code: str = "syntax") -> None:
        super().__init__(message)
        self.line, self.column, self.code = line, column, code


def has_libyaml() -> bool:
    """Return whether the fast parser is there; without it reading takes ten times as long."""
    return _Loader is not yaml.SafeLoader


def is_null(node: Node) -> bool:
    """Return whether `node` says "no value": empty, `~` or `null`, unquoted."""
    return isinstance(node, ScalarEvent) and not node.style and cast("Scalar", node).value in NULLS


def is_scalar(node: Node) -> bool:
    """Return whether `node` is a leaf."""
    return isinstance(node, ScalarEvent)


class Document:
    """One YAML document, read node by node so that a long list never stands in memory whole.

    `report` hears of anchors, aliases, tags and further documents; `YamlSyntaxError` is raised
    for the rest.
    """

    def __init__(self, text: str, report: Report, loader: Any = None) -> None:
        self._text = text
        self._report = report
        try:
            self._parser = (loader or _Loader)(text)
        except yaml.YAMLError as error:
            raise self._syntax_error(error) from error
        self._next: Callable[[], Any] = self._parser.get_event

    def root(self) -> Node | None:
        """Return the root: a whole scalar or series, or an empty Mapping to be read by `entries`.

        None when the document is empty.
        """
        with self._syntax_errors():
            event = self._next()
            while not isinstance(event, DocumentStartEvent):
                if isinstance(event, StreamEndEvent):
                    return None
                event = self._next()
            start = self._next()
            if isinstance(start, MappingStartEvent):
                self._refuse_marks(start)
                return Mapping(cast("Mark", start.start_mark))
            return self._build(start, 1)

    def entries(self) -> Iterator[Scalar]:
        """Yield the keys of the root mapping; after each, the caller takes its value."""
        with self._syntax_errors():
            while True:
                key = self._next()
                if isinstance(key, MappingEndEvent):
                    self._finish()
                    return
                yield self._key(key, 1)

    def value(self) -> Node:
        """Return the next value whole."""
        with self._syntax_errors():
            return self._build(self._next(), 1)

    def values(self) -> Iterator[Node] | Node:
        """Return the next value: its items one by one when it is a series, else itself."""
        with self._syntax_errors():
            event = self._next()
            if not isinstance(event, SequenceStartEvent):
                return self._build(event, 1)
            self._refuse_marks(event)
        return self._items()

    def _items(self) -> Iterator[Node]:
        next_event, build = self._next, self._build
        with self._syntax_errors():
            while True:
                event = next_event()
                if type(event) is SequenceEndEvent:
                    return
                yield build(event, 2)

    @contextmanager
    def _syntax_errors(self) -> Iterator[None]:
        try:
            yield
        except yaml.YAMLError as error:
            raise self._syntax_error(error) from error

    def _build(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_marks(event)
            return cast("Scalar", event)
        if kind is AliasEvent:
            self._report("alias", f"alias *{event.anchor}: write the value out", event.start_mark)
            return _nothing(event)
        if depth >= MAX_DEPTH:
            raise _too_deep(event.start_mark)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if kind is MappingStartEvent:
            return self._mapping(event, depth)
        return self._series(event, depth)

    def _mapping(self, event: Any, depth: int) -> Mapping:
        mapping = Mapping(event.start_mark)
        append, next_event = mapping.items.append, self._next
        while True:
            key = next_event()
            if type(key) is not ScalarEvent:
                if type(key) is MappingEndEvent:
                    return mapping
                key = self._key(key, depth)
            elif key.anchor is not None or key.tag is not None:
                self._refuse_marks(key)
            value = next_event()
            if type(value) is not ScalarEvent:
                value = self._build(value, depth + 1)
            elif value.anchor is not None or value.tag is not None:
                self._refuse_marks(value)
            append((key, value))

    def _series(self, event: Any, depth: int) -> Series:
        series = Series(event.start_mark)
        next_event = self._next
        while True:
            item = next_event()
            if type(item) is SequenceEndEvent:
                return series
            series.items.append(self._build(item, depth + 1))

    def _key(self, event: Any, depth: int) -> Scalar:
        node = self._build(event, depth + 1)
        if is_scalar(node):
            return cast("Scalar", node)
        self._report("bad-key", "a key must be plain text", node.start_mark)
        return _nothing(node)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"anchor &{event.anchor}: a catalogue has no anchors, write the value out"
            self._report("anchor", message, event.start_mark)
        if event.tag is not None:
            message = f"tag {event.tag}: a catalogue has no tags, take it out"
            self._report("tag", message, event.start_mark)

    def _finish(self) -> None:
        self._next()  # the document's end
        following = self._next()
        if isinstance(following, DocumentStartEvent):
            message = "a second document starts here; one file is one event"
            self._report("several-documents", message, cast("Mark", following.start_mark))

    def _syntax_error(self, error: yaml.YAMLError) -> YamlSyntaxError:
        found = str(getattr(error, "problem", ""))
        if "nesting depth" in found:  # libyaml's own bound, since 0.2.6
            return _too_deep(error.problem_mark)  # type: ignore[attr-defined]  # libyaml says where
        if _Loader is not yaml.SafeLoader:
            error = _pure_error(self._text) or error
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None)
        message = " ".join(str(problem or error).split())
        if context := getattr(error, "context", None):
            message = f"{' '.join(context.split())}: {message}"
        if mark is None:
            return self._reader_error(error, message)
        begun = getattr(error, "context_mark", None)
        if begun is not None and mark.line >= self._text.rstrip().count("\n") + 1:
            mark = begun  # what was never closed is to be mended where it begins
        if "'\\t'" in message:
            message += "; indent with blanks"
        return YamlSyntaxError(message, mark.line, mark.column)

    def _reader_error(self, error: yaml.YAMLError, message: str) -> YamlSyntaxError:
        position = getattr(error, "position", None)
        if position is None:
            return YamlSyntaxError(message)
        character = self._text[position : position + 1] or "\0"
        before = self._text[:position]
        message = f"character U+{ord(character):04X} cannot stand in YAML; take it out"
        return YamlSyntaxError(
            message, before.count("\n"), position - before.rfind("\n") - 1, "bad-character"
        )


def _nothing(at: Any) -> Scalar:
    return cast("Scalar", ScalarEvent(None, None, (True, False), "", at.start_mark))


def _too_deep(mark: Mark) -> YamlSyntaxError:
    message = f"nested more than {MAX_DEPTH} deep"
    return YamlSyntaxError(message, mark.line, mark.column, "too-deep")


def _pure_error(text: str) -> yaml.YAMLError | None:
    """Return what the parser in Python says of `text`: slower, but it points better.

    Only on small files and never to a great depth: it is asked for a message, not for data.
    """
    if len(text) > 200_000:
        return None
    try:
        depth = 0
        for event in yaml.parse(text, yaml.SafeLoader):
            depth += isinstance(event, (MappingStartEvent, SequenceStartEvent))
            depth -= isinstance(event, (MappingEndEvent, SequenceEndEvent))
            if depth > MAX_DEPTH:
                return None
    except yaml.YAMLError as error:
        return error
    except (RecursionError, OverflowError, ValueError):
        return None
    return None
