"""The text in the search box, piece by piece: what each restricts, and taking one out again.

A piece is what the query language reads as one: a word, a phrase, a condition with its values. The
rest of the text stays as it was typed, quotes included.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from summit_tui.catalogue.text import fold
from summit_tui.tui.state import View

_VALUE = r'(?:"[^"]*"?|[^\s",]+)'
_PIECE = re.compile(rf'-?@?(?:[^\W\d_]\w*(?:>=|<=|[:=<>]){_VALUE}(?:,{_VALUE}?)*|"[^"]*"?|[^\s"]+)')
_UNFINISHED = re.compile(r'(?:^|(?<=\s))-?(?P<field>[^\W\d_]\w*)(?:>=|<=|[:=<>])"?$')
_FIELDS = {"language": "lang"}
"""Facets whose field is called otherwise in the query language."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text, from `start` up to `end`."""

    text: str
    start: int
    end: int


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of `text` in order."""
    for match in _PIECE.finditer(text):
        yield Piece(match[0], match.start(), match.end())


def without(text: str, piece: str) -> str:
    """Return `text` without each piece that is `piece`, and without the blanks it leaves."""
    for found in reversed(list(pieces(text))):
        if found.text == piece:
            before, after = text[: found.start], text[found.end :]
            text = before + after.lstrip() if after.strip() else before.rstrip()
    return text


def finished(text: str) -> tuple[str, str]:
    """Return `text` without a condition at its end that has no value yet, and that one's field.

    Who has typed `track:` goes on to type a track, and behind `@` a name; until then that is no
    mistake.
    """
    from summit_tui.search.query import ALIASES, FIELDS

    if text.endswith("@") and text[-2:-1].strip() == "":
        return text[:-1], ""
    match = _UNFINISHED.search(text)
    name = fold(match["field"]) if match else ""
    name = ALIASES.get(name, name)
    return (text[: match.start()], name) if match and name in FIELDS else (text, "")


def as_text(view: View) -> str:
    """Return the query that shows what `view` shows: the text, and a condition for each facet."""
    from summit_tui.search.query import Condition

    parts = [view.text.strip()] if view.text.strip() else []
    for facet, values in view.chosen.items():
        shown = tuple(str(value) for value in sorted(values, key=_order))
        parts.append(str(Condition(_FIELDS.get(facet, facet), shown)))
    return " ".join(parts)


def _order(value: Any) -> tuple[bool, Any]:
    return isinstance(value, str), value


def as_typed(value: str) -> str:
    """Return a value as it stands behind a field, in quotes where it needs them."""
    from summit_tui.search.query import Condition

    return str(Condition("is", (value.replace('"', ""),))).removeprefix("is:")
