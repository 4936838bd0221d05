"""The query language: what a person types in the search box, as a value.

    serverless level:300,400 -track:ai speaker:stormacq day:tue after:14:00 "exact words"

Words are fuzzy, quoted words exact, `-` excludes, commas mean or. A field that does not exist is
an error with its place and a suggestion, never silently a word. `str(query)` is a query again
that parses to the same value.
"""

import re
from dataclasses import dataclass, replace

from summit_tui.catalogue.text import clean_line, fold

FIELDS = {
    "level": "a level: 300, 300+, 200-300, advanced; also level>=300",
    "track": "a track, or part of its name",
    "speaker": "a speaker's name, or part of it",
    "company": "a company that speaks",
    "room": "a room, or part of its name",
    "venue": "a venue",
    "kind": "keynote, talk, workshop …",
    "lang": "a language: fr, French",
    "tag": "a tag",
    "day": "a day: tue, 2 (the second), 2019-04-02, today, tomorrow",
    "after": "starts at this time of day or later: 14:00",
    "before": "starts before this time of day: 16:00",
    "at": "under way at this moment: 10:30, now",
    "is": "picked, must, want, maybe, cancelled, recorded, unscheduled",
    "free": "me: fits between my picks",
}
"""The fields of the language with what can stand after their colon."""
ALIASES = {"language": "lang", "type": "kind", "levels": "level", "tags": "tag", "who": "speaker"}
COMPARABLE = frozenset(("level", "day"))
"""Fields that also take `>=`, `<=`, `>` and `<`."""

_TOKEN = re.compile(r"""\s*(?P<not>-)?(?:(?P<field>[^\W\d_][\w]*)(?P<op>>=|<=|[:=<>]))?""")
_VALUE = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bare>[^\s",]+)')
_WORD = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+)')


class QueryError(ValueError):
    """A query that means nothing: what is wrong, where (from 0, half open), and the way out."""

    def __init__(self, message: str, start: int = 0, end: int = 0, hint: str = "") -> None:
        super().__init__(f"{message} ({hint})" if hint else message)
        self.message, self.start, self.end, self.hint = message, start, end, hint


@dataclass(frozen=True, slots=True)
class Condition:
    """One restriction: a field, how it is compared, and the values that satisfy it."""

    field: str
    """A key of `FIELDS`."""
    values: tuple[str, ...]
    """As typed; any of them will do."""
    op: str = ":"
    """One of `:`, `>=`, `<=`, `>`, `<`."""
    negated: bool = False

    def __str__(self) -> str:
        """Return the condition as it is typed."""
        sign = "-" if self.negated else ""
        return f"{sign}{self.field}{self.op}{','.join(_quoted(value) for value in self.values)}"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; the empty query means everything."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    """Exact words, in this order."""
    excluded: tuple[str, ...] = ()
    """Words and phrases that must not occur."""
    conditions: tuple[Condition, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.excluded or self.conditions)

    def __str__(self) -> str:
        """Return the query as it is typed."""
        parts = list(self.words)
        parts += [_quoted(phrase, always=True) for phrase in self.phrases]
        parts += [f"-{_quoted(word, always=_looks_special(word))}" for word in self.excluded]
        return " ".join(parts + [str(condition) for condition in self.conditions])

    def where(self, *conditions: Condition) -> "Query":
        """Return the query with further conditions."""
        return replace(self, conditions=self.conditions + conditions)

    def without(self, field: str) -> "Query":
        """Return the query without the conditions on `field`."""
        kept = tuple(each for each in self.conditions if each.field != field)
        return replace(self, conditions=kept)


def _looks_special(word: str) -> bool:
    match = _TOKEN.match(word)
    return bool(match and (match["not"] or match["field"])) or " " in word


def _quoted(text: str, *, always: bool = False) -> str:
    return f'"{text}"' if always or not text or re.search(r"[\s,]", text) else text


def parse(text: str) -> Query:
    """Return the query that `text` means; QueryError, with the place, when it means none."""
    text = clean_line(text)
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    conditions: list[Condition] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        assert match is not None  # noqa: S101  every part of the pattern is optional
        name = match["field"]
        if name and _is_field(text, match):
            condition, position = _condition(text, match)
            conditions.append(condition)
            continue
        start = match.start("field") if name else match.end()
        word = _WORD.match(text, start)
        if word is None:  # a lone minus
            position = start + 1
            continue
        value = word["quoted"] if word["quoted"] is not None else word["bare"]
        target = excluded if match["not"] else phrases if word["quoted"] is not None else words
        if value.strip():
            target.append(value.strip())
        position = word.end()
    return Query(tuple(words), tuple(phrases), tuple(excluded), tuple(conditions))


def _is_field(text: str, match: re.Match[str]) -> bool:
    """Return whether `name:` begins a condition; a word that merely ends in a colon does not."""
    name = fold(match["field"])
    if ALIASES.get(name, name) in FIELDS:
        return True
    followed = text[match.end() : match.end() + 1]
    return match["op"] == ":" and followed not in ("", " ", "/", ":")


def _condition(text: str, match: re.Match[str]) -> tuple[Condition, int]:
    name = fold(match["field"])
    name = ALIASES.get(name, name)
    start, end = match.start("field"), match.end("field")
    if name not in FIELDS:
        from summit_tui.catalogue.problems import did_you_mean

        close = did_you_mean(name, FIELDS)
        hint = f"{close} or, for the words, quote them" if close else "for the words, quote them"
        raise QueryError(f"there is no field {match['field']!r}", start, end, hint)
    op = ":" if match["op"] == "=" else match["op"]
    if op != ":" and name not in COMPARABLE:
        raise QueryError(f"{name} cannot be compared", start, match.end(), f"write {name}:…")
    values, position = _values(text, match.end())
    if not values:
        raise QueryError(f"{name}{op} needs a value", start, match.end(), FIELDS[name])
    return Condition(name, tuple(values), op, bool(match["not"])), position


def _values(text: str, position: int) -> tuple[list[str], int]:
    values = []
    while match := _VALUE.match(text, position):
        value = match["quoted"] if match["quoted"] is not None else match["bare"]
        if value.strip():
            values.append(value.strip())
        position = match.end()
        if text[position : position + 1] != ",":
            break
        position += 1
    return values, position
