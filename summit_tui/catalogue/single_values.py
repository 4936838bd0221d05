"""What one text of a catalogue file means: a status, a flag, a count, an address, a level ….

A text that means nothing is a ValueError that says so; where that has a `hint`, it is the way out.
"""

import re
from collections.abc import Callable, Collection
from typing import Any

from summit_tui.catalogue.fields import STATUSES
from summit_tui.catalogue.kinds import KINDS, LANGUAGE_WORDS, read_kind, read_language
from summit_tui.catalogue.levels import LevelValue, Scale
from summit_tui.catalogue.problems import closest
from summit_tui.catalogue.text import fold
from summit_tui.catalogue.times import parse_date, parse_duration, zone

_HTTP = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_STATUS_OF = {word: status for status, words in STATUSES.items() for word in words.split()}


class HintedError(ValueError):
    """A bad value with its way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_level(scale: Scale, text: str) -> LevelValue:
    """Return the level of `scale` that `text` means; HintedError for a word like one of its own."""
    try:
        return scale.read(text)
    except ValueError as error:
        word = closest(text, scale.words())
        if word and (level := scale.get(scale.read(word))):
            hint = f"did you mean {level.value} ({level.name})?"
            raise HintedError(str(error), hint) from error
        raise


def _read_status(text: str) -> str:
    status = _STATUS_OF.get(fold(text))
    if status is None:
        raise ValueError(f"status {text!r} is not one of {', '.join(STATUSES)}")
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


PARSERS: dict[str, tuple[Callable[[str], Any], Collection[str]]] = {
    "date": (parse_date, ()),
    "duration": (parse_duration, ()),
    "kind": (read_kind, KINDS),
    "language": (read_language, LANGUAGE_WORDS),
    "status": (_read_status, STATUSES),
    "flag": (_read_flag, ()),
    "count": (_read_count, ()),
    "zone": (_zone_name, ("Europe/Paris", "Europe/London", "UTC")),
    "url": (_read_url, ()),
}
"""For each type of the table of fields that one text says alone: what reads it, and which words are
suggested for one that means nothing."""
