"""The values of a catalogue file: one function per type of the table of fields.

Each takes the node and its row of the table, and returns the value or `UNREAD` after saying what is
wrong with it. What a programme repeats (levels, rooms, times) is parsed once.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, cast
from zoneinfo import ZoneInfo

from summit_tui.catalogue import fields, yamlio
from summit_tui.catalogue.levels import Scale
from summit_tui.catalogue.model import Link, Speaker
from summit_tui.catalogue.problems import did_you_mean
from summit_tui.catalogue.single_values import PARSERS, read_level
from summit_tui.catalogue.source import MAX_PROBLEMS, SourceText
from summit_tui.catalogue.text import clean, clean_line
from summit_tui.catalogue.times import parse_moment
from summit_tui.catalogue.yamlio import NULLS, Mapping, Node, Scalar, Series

UNREAD: Any = object()
"""What stands for a value that could not be read; that was said."""

Plan = dict[str, tuple[fields.Field, Callable[..., Any]]]
"""For each key of a mapping, its row in the table of fields and the function that reads it."""


class ValueReader:
    """Reads values of one file; `scale` and `zone` are what levels and times are read against."""

    def __init__(self, source: SourceText, scale: Scale, zone: ZoneInfo) -> None:
        self.source = source
        self.scale = scale
        self.zone = zone
        self._memo: dict[tuple[str, str], Any] = {}
        readers: dict[str, Callable[..., Any]] = {
            "id": self._line,
            "slug": self._line,
            "line": self._line,
            "text": self._text,
            "lines": self.lines,
            "moment": self._moment,
            "end": self._line,
            "level": self._level,
            "links": self._links,
            "source": self._source_ids,
            "speakers": self._speakers,
        }
        for name, (parse, known) in PARSERS.items():
            readers[name] = partial(self._memoised, parse=parse, known=known)

        def plan(table: tuple[fields.Field, ...]) -> Plan:
            return {item.name: (item, readers[item.type]) for item in table}

        self.session_plan = plan(fields.SESSION_FIELDS)
        self.speaker_plan = plan(fields.SPEAKER_FIELDS)
        self.room_plan = plan(fields.ROOM_FIELDS)
        self.walk_plan = plan(fields.WALK_FIELDS)
        self.event_plan = plan(fields.EVENT_FIELDS)

    def mapping(self, node: Mapping, plan: Plan, what: str) -> dict[str, Any]:
        """Return the values of the known keys of `node`, without the null and unreadable ones."""
        values: dict[str, Any] = {}
        for key, value in node.items:
            name = key.value
            item = plan.get(name)
            if item is None:
                self.unknown_key(key, plan, what)
                continue
            if name in values:
                self.duplicate_key(key)
                continue
            text = value.value
            if text is not None and text in NULLS and not cast("Scalar", value).style:
                continue
            result = item[1](value, item[0])
            if result is not UNREAD:
                values[name] = result
        if len(values) < len(node.items):
            self._report_repeats_of_unread(node, values)
        return values

    def _report_repeats_of_unread(self, node: Mapping, values: dict[str, Any]) -> None:
        """Report keys given twice whose first value was null or unreadable."""
        seen: set[str] = set()
        for key, _ in node.items:
            if key.value in seen and key.value not in values:
                self.duplicate_key(key)
            seen.add(key.value)

    def named(self, node: Node, name: str, plan: Plan, what: str) -> list[dict[str, Any]]:
        """Return a list of names or mappings (rooms, speakers) as values with at least a name."""
        items = node.items if isinstance(node, Series) else [node]
        found = []
        for item in items:
            if isinstance(item, Mapping):
                values = self.mapping(item, plan, what)
                if "name" in values:
                    found.append(values)
                else:
                    self.missing(item, "name", f"{what} has no name")
            elif isinstance(item, Series):
                self.wrong_shape(item, name, fields.TYPES["speakers"][0])
            elif text := clean_line(item.value):
                found.append({"name": text})
        return found

    def _line(self, node: Scalar, item: fields.Field) -> Any:
        text = node.value
        if text is None:
            return self._wrong_type(node, item)
        return clean_line(text) or UNREAD

    def _text(self, node: Scalar, item: fields.Field) -> Any:
        if node.value is None:
            return self._wrong_type(node, item)
        return clean(node.value) or UNREAD

    def lines(self, node: Node, item: fields.Field) -> Any:
        """Return a list of texts, or one text with commas, as a tuple."""
        if isinstance(node, Mapping):
            return self._wrong_type(node, item)
        if isinstance(node, Series):
            found = [each for each in node.items if self.expect_text(each, item.name)]
            texts = [clean_line(str(each.value)) for each in found]
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
            full = len(self.source.problems) >= MAX_PROBLEMS  # then no hint will be shown
            hint = getattr(error, "hint", "") or ("" if full else did_you_mean(text, known))
            self.source.add("error", f"bad-{item.name}", str(error), node, hint)
            return UNREAD
        return value

    def _moment(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, lambda text: parse_moment(text, self.zone))

    def moment(self, text: str) -> datetime:
        """Return the moment `text` means, remembered; ValueError when it means none."""
        key = ("moment", text)
        if key not in self._memo:
            self._memo[key] = parse_moment(text, self.zone)
        return cast("datetime", self._memo[key])

    def _level(self, node: Scalar, item: fields.Field) -> Any:
        return self._memoised(node, item, partial(read_level, self.scale))

    def _links(self, node: Node, item: fields.Field) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong_type(node, item)
        links = []
        for key, value in node.items:
            if not self.expect_text(value, item.name) or yamlio.is_null(value):
                continue
            url = self._memoised(cast("Scalar", value), item, *PARSERS["url"])
            if url is not UNREAD:
                links.append(Link(clean_line(key.value), url))
        return tuple(links)

    def _source_ids(self, node: Node, item: fields.Field) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong_type(node, item)
        return tuple(
            (clean_line(key.value), clean_line(cast("str", value.value)))
            for key, value in node.items
            if self.expect_text(value, item.name)
        )

    def _speakers(self, node: Node, item: fields.Field) -> Any:
        found = self.named(node, item.name, self.speaker_plan, "a speaker")
        return tuple([Speaker(**values) for values in found])

    def expect_text(self, node: Node, name: str) -> bool:
        """Return whether `node` is a text; say so when it is not."""
        if node.value is not None:
            return True
        self.wrong_shape(node, name, "text")
        return False

    def _wrong_type(self, node: Node, item: fields.Field) -> Any:
        self.wrong_shape(node, item.name, fields.TYPES[item.type][0])
        return UNREAD

    def wrong_shape(self, node: Node, name: str, wanted: str) -> None:
        """Say that `name` should have been `wanted`."""
        got = "a mapping" if isinstance(node, Mapping) else "a list"
        got = "text" if node.value is not None else got
        self.source.add("error", "wrong-type", f"{name} must be {wanted}, not {got}", node)

    def missing(self, node: Node, name: str, message: str, hint: str = "") -> None:
        """Say that a required key is not there."""
        self.source.add("error", f"no-{name}", message, node, hint or f"add {name}:")

    def duplicate_key(self, key: Scalar) -> None:
        """Say that a key is there twice."""
        message = f"key {key.value!r} is given twice"
        self.source.add("error", "duplicate-key", message, key, "leave one of them out")

    def unknown_key(self, key: Scalar, known: Any, what: str) -> None:
        """Say that there is no such key, and which one could have been meant."""
        hint = did_you_mean(key.value, known) or f"known are {', '.join(known)}"
        self.source.add("error", "unknown-key", f"{what} has no key {key.value!r}", key, hint)
