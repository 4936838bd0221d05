"""The text in the search box, piece by piece: what each restricts, and taking one out again.

A piece is what the query language reads as one: a word, a phrase, a condition with its values. The
rest of the text stays as it was typed, quotes included.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from summit_tui.catalogue.text import fold
from summit_tui.tui.state import View

_VALUE = r'(?:"[^"]*"?|[^\s",]+)'
_PIECE = re.compile(rf'-?@?(?:[^\W\d_]\w*(?:>=|<=|[:=<>]){_VALUE}(?:,{_VALUE}?)*|"[^"]*"?|[^\s"]+)')
_UNFINISHED = re.compile(r'(?:^|(?<=\s))-?(?P<field>[^\W\d_]\w*)(?:>=|<=|[:=<>])"?$')
_LAST_WORD = re.compile(r"(?:^|(?<=\s))(?P<whole>(?P<sign>-?)(?P<word>[^\W\d_]+))$")
SHORTEST = 2
"""Letters from which on a word may be the beginning of a field."""
FACET_FIELDS = {"language": "lang"}
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
    return replaced(text, piece, "")


def replaced(text: str, piece: str, other: str) -> str:
    """Return `text` with `other` for each piece that is `piece`; no blanks are left for nothing."""
    for found in reversed(list(pieces(text))):
        if found.text != piece:
            continue
        before, after = text[: found.start], text[found.end :]
        if other:
            text = before + other + after
        else:
            text = before + after.lstrip() if after.strip() else before.rstrip()
    return text


def blanked(text: str, start: int, end: int) -> tuple[str, str]:
    """Return `text` with blanks for the pieces from `start` to `end`, and the first of those.

    Places in the text stay what they were. The piece is empty where there is none.
    """
    found = [each for each in pieces(text) if each.start < end and start < each.end]
    for each in found:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text, found[0].text if found else ""


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


def misspelled_field(text: str) -> str:
    """Return the field that the condition at the end of `text` probably means: level, in `levl:`.

    Empty where there is none, where it is a field, and for other words that end in a colon.
    """
    match = _UNFINISHED.search(text)
    name = fold(match["field"]) if match and text.endswith(":") else ""
    return "" if name in _names() else resembling_field(name)


def field_to_come(text: str) -> tuple[str, str]:
    """Return `text` up to its last word, and the field that this word probably begins.

    The field is empty where the word begins none; an exclusion keeps its sign.
    """
    last = _LAST_WORD.search(text)
    name = resembling_field(fold(last["word"])) if last else ""
    return (text[: last.start("whole")], last["sign"] + name) if last and name else (text, "")


def resembling_field(word: str) -> str:
    """Return the field that `word` begins, or would begin with one more letter in it."""
    if len(word) < SHORTEST:
        return ""
    begun = next((name for name in _names() if name.startswith(word)), "")
    return begun or next((name for name in _names() if _lacks_a_letter(word, name)), "")


def _lacks_a_letter(word: str, name: str) -> bool:
    """Return whether all of `word` but one letter begins `name`, in order: `trak`, `levl`."""
    letters = iter(name[: len(word) + 1])
    return len(word) > SHORTEST and word[0] == name[0] and all(each in letters for each in word)


def _names() -> tuple[str, ...]:
    from summit_tui.search.query import ALIASES, FIELDS

    return (*FIELDS, *ALIASES)


def asks_about_us(text: str) -> bool:
    """Return whether what `text` finds follows my agenda, or my colleagues'."""
    from summit_tui.search.query import asks_about_me, asks_about_team, read_query

    try:
        conditions = read_query(text).conditions
    except ValueError:  # a QueryError: a part of it may still mean something
        return True
    return any(asks_about_me(each) or asks_about_team(each) for each in conditions)


def as_text(view: View) -> str:
    """Return the query that shows what `view` shows: the text, and a condition for each facet."""
    from summit_tui.search.query import Condition

    parts = [view.text.strip()] if view.text.strip() else []
    for facet, values in view.chosen.items():
        shown = tuple(str(value) for value in in_order(values))
        parts.append(str(Condition(FACET_FIELDS.get(facet, facet), shown)))
    return " ".join(parts)


def in_order(values: Iterable[Any]) -> list[Any]:
    """Return the values of a facet in an order that is always the same."""
    return sorted(values, key=lambda value: (isinstance(value, str), value))


def as_typed(value: str) -> str:
    """Return a value as it stands behind a field, in quotes where it needs them."""
    from summit_tui.search.query import Condition

    return str(Condition("is", (value.replace('"', ""),))).removeprefix("is:")
