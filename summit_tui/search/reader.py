"""Reads the text of a query from left to right: the grammar of the language.

What it finds knows its place in the text as typed, before it was cleaned.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from summit_tui.catalogue.text import fold
from summit_tui.search.query import (
    ALIASES,
    COMPARABLE,
    FIELDS,
    MAX_VALUES,
    Condition,
    Place,
    Query,
    QueryError,
    Typed,
)

_TOKEN = re.compile(
    r"""\s*(?P<not>-|!(?=["\w]))?(?:(?P<field>[^\W\d_][\w]*)(?P<op>>=|<=|[:=<>]))?"""
)
_VALUE = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bare>[^\s",]+)')
_WORD = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+)')
_REFERENCE = re.compile(r'@(?P<name>\w[\w-]*)(?P<rest>[^\s"]*)')
_COMPARED = re.compile(r"[<>]=?|=[<>]")
_BLANK = re.compile(r"\s")


def _comparison(text: str, match: re.Match[str]) -> tuple[str, int]:
    """Return how a field is compared and where its values begin; `level:>=300` is `level>=300`."""
    begins = match.start("op") if match["op"] == "=" else match.end()
    sign = _COMPARED.match(text, begins) if match["op"] in ":=" else None
    if sign is None:
        return ":" if match["op"] == "=" else match["op"], match.end()
    return {"=>": ">=", "=<": "<="}.get(sign[0], sign[0]), sign.end()


class Reader:
    """Reads one text, given as typed and cleaned."""

    def __init__(self, typed: str, cleaned: str) -> None:
        self._typed = typed
        self._text = cleaned
        self._position = 0
        self._words: list[str] = []
        self._phrases: list[str] = []
        self._excluded: list[str] = []
        self._conditions: list[Condition] = []
        self._references: list[str] = []
        self._left = MAX_VALUES

    def read(self) -> Query:
        """Return what the text means; QueryError, with the place, when it means nothing."""
        while self._position < len(self._text):
            match = _TOKEN.match(self._text, self._position)
            assert match is not None  # noqa: S101  every part of the pattern is optional
            if match["field"] and self._is_field(match):
                self._take_condition(match)
            elif reference := _REFERENCE.match(self._text, match.end()):
                self._take_reference(match, reference)
            else:
                self._take_word(match)
        query = Query(
            tuple(self._words),
            tuple(self._phrases),
            tuple(self._excluded),
            tuple(self._conditions),
            tuple(dict.fromkeys(self._references)),
        )
        self._refuse_lone_field(query)
        return query

    def _refuse_lone_field(self, query: Query) -> None:
        """Raise QueryError when nothing but `field:` was typed: it is not finished."""
        if len(query.words) == 1 and query == Query(query.words):
            word = query.words[0]
            name = fold(word.removesuffix(":"))
            name = ALIASES.get(name, name)
            if word.endswith(":") and name in FIELDS:
                start = self._text.index(word)
                place = self._place(start, start + len(word))
                raise QueryError(f"{name}: needs a value", hint=FIELDS[name]).at(place)

    def _take_word(self, match: re.Match[str]) -> None:
        start = match.start("field") if match["field"] else match.end()
        word = _WORD.match(self._text, start)
        if word is None:  # a lone minus
            self._position = start + 1
            return
        quoted = word["quoted"] is not None
        value = (word["quoted"] if quoted else word["bare"]).strip()
        target = self._excluded if match["not"] else self._phrases if quoted else self._words
        if value:
            target.append(value)
        self._position = word.end()

    def _take_reference(self, match: re.Match[str], reference: re.Match[str]) -> None:
        rest, place = reference["rest"], self._place(*reference.span())
        if rest and rest[0] != ",":
            self._take_word(match)  # @work(delay=2) is code, not a name
            return
        if rest:
            hint = "write them apart: @one @two means both"
            raise QueryError("saved searches are not joined by commas", hint=hint).at(place)
        if match["not"]:
            hint = "exclude what it says word by word"
            raise QueryError("a saved search cannot be excluded", hint=hint).at(place)
        self._references.append(Typed.at(place, reference["name"]))
        self._position = reference.end()

    def _is_field(self, match: re.Match[str]) -> bool:
        """Return whether `name:` begins a condition; a word that ends in a colon does not.

        Titles have colons (`Green code: less is more`), and pieces of them are typed.
        """
        name = fold(match["field"])
        followed = self._text[match.end() : match.end() + 1]
        if ALIASES.get(name, name) in FIELDS:
            return match["op"] != ":" or followed not in ("", " ")
        return match["op"] == ":" and followed not in ("", " ", "/", ":")

    def _take_condition(self, match: re.Match[str]) -> None:
        typed = fold(match["field"])
        name = ALIASES.get(typed, typed)
        if name not in FIELDS:
            raise _no_field(match["field"]).at(self._place(*match.span("field")))
        op, end = _comparison(self._text, match)
        whole = self._place(match.start("field"), end)
        if op != ":" and name not in COMPARABLE:
            raise QueryError(f"{name} cannot be compared", hint=f"write {name}:…").at(whole)
        self._position = end
        values = tuple(self._values())
        if not values:
            raise QueryError(f"{name}{op} needs a value", hint=FIELDS[name]).at(whole)
        self._left -= len(values)
        if self._left < 0:
            hint = f"{MAX_VALUES} in all"
            raise QueryError("the conditions have too many values", hint=hint).at(whole)
        self._conditions.append(Condition(name, values, op, bool(match["not"])))

    def _values(self) -> Iterator[str]:
        self._skip_commas()
        while match := _VALUE.match(self._text, self._position):
            self._position = match.end()
            part = "bare" if match["quoted"] is None else "quoted"
            if value := match[part].strip():
                yield Typed.at(self._place(*match.span(part)), value)
            if not self._skip_commas():
                return

    def _skip_commas(self) -> bool:
        start = self._position
        while self._text.startswith(",", self._position):
            self._position += 1
        return self._position > start

    def _place(self, start: int, end: int) -> Place:
        """Return where in what was typed that part of the cleaned text stands."""
        if self._typed == self._text:
            return Place(start, end)
        return Place(self._places[start], self._places[end - 1] + 1)

    @cached_property
    def _places(self) -> list[int]:
        """For each character of the cleaned text where it was typed, or near it.

        Exact where blanks and invisible signs were taken out, a guess where letters were composed.
        """
        places: list[int] = []
        at, last = 0, len(self._typed) - 1
        for character in self._text:
            found = self._typed.find(character, at)
            if character == " " and (blank := _BLANK.search(self._typed, at)):
                found = blank.start()
            places.append(found if found >= 0 else min(at, last))
            at = places[-1] + 1
        return places


def _no_field(typed: str) -> QueryError:
    from summit_tui.catalogue.problems import did_you_mean

    close = did_you_mean(fold(typed), FIELDS)
    hint = f"{close} or, for the words, quote them" if close else "for the words, quote them"
    return QueryError(f"there is no field {typed!r}", hint=hint)
