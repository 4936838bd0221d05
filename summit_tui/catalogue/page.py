"""A programme beside the file it was read from: where each value of a session stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.problems import Problem, did_you_mean
from summit_tui.catalogue.reading import Reading
from summit_tui.catalogue.source import problem_at
from summit_tui.catalogue.yamlio import Node, Series

_MAX_HINTS = 20
"""Searching ten thousand ids for a similar one is slow, and nobody reads a hundred hints."""


@dataclass(frozen=True)
class Page:
    """The file beneath the sessions."""

    reading: Reading
    _hints: dict[str, str] = field(default_factory=dict)

    @property
    def sessions(self) -> Iterable[Session]:
        """The programme."""
        return self.reading.catalogue.sessions

    def line(self, session: Session) -> int:
        """Return the line a session begins at, from 1; 0 when places were not kept."""
        place = self.reading.places.get(session.id)
        return place.start_mark.line + 1 if place else 0

    def name(self, session: Session) -> str:
        """Return how a message names a session: by its line, by its id where that is unknown."""
        return f"line {line}" if (line := self.line(session)) else session.id

    def key(self, session: Session, *names: str) -> Node | None:
        """Return the first of the keys `names` that the session has."""
        return self._find(session, names, 0)

    def value(self, session: Session, *names: str) -> Node | None:
        """Return the value of the first of the keys `names` that the session has."""
        return self._find(session, names, 1)

    def item(self, session: Session, number: int, *names: str) -> Node | None:
        """Return the item `number` of a list, or the value itself when it is no list."""
        value = self.value(session, *names)
        if isinstance(value, Series) and number < len(value.items):
            return value.items[number]
        return value

    def _find(self, session: Session, names: tuple[str, ...], part: int) -> Node | None:
        place = self.reading.places.get(session.id)
        pairs = {key.value: (key, value) for key, value in place.items} if place else {}
        return next((pairs[name][part] for name in names if name in pairs), place)

    def warn(self, code: str, message: str, node: Node | None, hint: str = "") -> Problem:
        """Return the warning at `node`."""
        if node is None:
            return Problem("warning", code, message, self.reading.file, hint=hint)
        mark, length = node.start_mark, len(node.value or "") or 1
        lines, file = self.reading.lines, self.reading.file
        return problem_at(
            lines, file, "warning", code, message, mark.line, mark.column, length, hint
        )

    def hint(self, text: str, known: Iterable[str]) -> str:
        """Return `did you mean …?`, remembered, and given for the first few texts only."""
        if text not in self._hints:
            self._hints[text] = did_you_mean(text, known) if len(self._hints) < _MAX_HINTS else ""
        return self._hints[text]
