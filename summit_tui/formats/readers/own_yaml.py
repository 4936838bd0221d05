"""Our own YAML: taken as it is, once it reads without errors."""

import re
from collections.abc import Sequence
from pathlib import Path

from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.problems import CatalogueError, Problem
from summit_tui.catalogue.reading import read_text
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Hints, NotAProgramme

_SHOWN = 5


def recognises(content: Content) -> bool:
    """Return whether it has our `sessions:` at the root."""
    return re.search(r"^sessions:", content.text, re.MULTILINE) is not None


def read(content: Content, hints: Hints) -> Catalogue:
    """Return the catalogue; NotAProgramme with the first errors when it has some."""
    try:
        reading = read_text(content.text, Path(hints.name or "sessions"))
        errors = reading.errors
    except CatalogueError as error:
        raise _refusal(error.problems) from error
    if errors:
        raise _refusal(errors)
    for problem in reading.problems:
        place = f"line {problem.line}" if problem.line else ""
        content.notes.add("changed", problem.message, *([place] if place else []))
    said = (hints.event, hints.first_day, hints.level_from)
    if any(said):
        content.notes.add("changed", "it is a catalogue already: name, date and levels are its own")
    if hints.timezone not in ("", reading.catalogue.event.timezone):
        content.notes.add("changed", f"its own zone holds: {reading.catalogue.event.timezone}")
    return reading.catalogue


def _refusal(problems: Sequence[Problem]) -> NotAProgramme:
    errors = [each for each in problems if each.severity == "error"]
    told = "; ".join(f"line {each.line}: {each.message}" for each in errors[:_SHOWN])
    more = f"; and {len(errors) - _SHOWN} more" if len(errors) > _SHOWN else ""
    return NotAProgramme(f"it has errors: {told}{more}")
