"""The sessions of a catalogue file: each mapping becomes its value as soon as it is read.

What is missing or contradicts itself is said, and the session is kept, under an id of its own.
"""

from datetime import datetime, timedelta
from typing import Any

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.source import SourceText
from summit_tui.catalogue.text import slug
from summit_tui.catalogue.times import minutes_between, parse_time
from summit_tui.catalogue.values import ValueReader
from summit_tui.catalogue.yamlio import Mapping


class SessionReader:
    """Reads one session after the other; with `keep_places` it remembers where each stood."""

    def __init__(self, source: SourceText, values: ValueReader, *, keep_places: bool) -> None:
        self.sessions: list[Session] = []
        self.places: dict[str, Mapping] = {}
        """The file's own mapping of each session by id; only with `keep_places`."""
        self._source = source
        self._values = values
        self._keep_places = keep_places
        self._line_of: dict[str, int] = {}
        self._runs: dict[str, int] = {}

    def read(self, node: Mapping) -> None:
        """Read the session in `node`."""
        values = self._values.mapping(node, self._values.session_plan, "a session")
        if "title" not in values:
            self._values.missing(node, "title", f"session {values.get('id', '')!r} has no title")
            values["title"] = values.get("id", "untitled")
        if "id" not in values:
            hint = f"add id: {slug(values['title'])}"
            self._values.missing(node, "id", f"session {values['title']!r} has no id", hint)
            values["id"] = slug(values["title"])
        self._tell_apart(values, node)
        if "track" in values or "tracks" in values:
            first = (values.pop("track"),) if "track" in values else ()
            values["tracks"] = tuple(dict.fromkeys(first + values.pop("tracks", ())))
        if "end" in values:
            self._end(values, node)
        self.sessions.append(Session(**values))
        if self._keep_places:
            self.places[values["id"]] = node

    def _tell_apart(self, values: dict[str, Any], node: Mapping) -> None:
        """Give a repeated id a number, so that no session hides another."""
        given = values["id"] = values["id"].replace(" ", "-")
        line = node.start_mark.line + 1
        first = self._line_of.get(given)
        if first is None:
            self._line_of[given] = line
            return
        number = self._runs.get(given, 2)
        while f"{given}-{number}" in self._line_of:
            number += 1
        self._runs[given] = number + 1
        values["id"] = f"{given}-{number}"
        self._line_of[values["id"]] = line
        message = f"id {given!r} is taken by line {first}; read as {values['id']!r}"
        where = next((value for key, value in node.items if key.value == "id"), node)
        self._source.add("warning", "repeated-id", message, where)

    def _end(self, values: dict[str, Any], node: Mapping) -> None:
        """Turn `end` into a duration, for an end may be a mere time of day."""
        text, start = values.pop("end"), values.get("start")
        where = next(value for key, value in node.items if key.value == "end")
        if start is None:
            return
        try:
            end = self._end_instant(text, start)
        except ValueError as error:
            self._source.add("error", "bad-end", str(error), where)
            return
        minutes = minutes_between(start, end)
        if minutes < 0:
            message = f"it ends at {text}, before it starts at {start:%Y-%m-%d %H:%M}"
            self._source.add("warning", "ends-before-start", message, where)
        elif values.setdefault("duration", minutes) != minutes:
            message = f"from start to end are {minutes} minutes, duration says {values['duration']}"
            self._source.add("warning", "end-and-duration", message, where, "leave one of them out")

    def _end_instant(self, text: str, start: datetime) -> datetime:
        if text[4:5] == "-":
            return self._values.moment(text)
        if text in ("24:00", "24h", "24h00"):
            text = "00:00"
        time = parse_time(text)
        days = (start.date(), start.date() + timedelta(days=1))
        ends = (
            datetime.combine(day, time, start.tzinfo).replace(fold=fold)
            for day in days
            for fold in (0, 1)
        )
        return next(end for end in ends if end.timestamp() >= start.timestamp())
