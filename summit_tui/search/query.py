"""The query language: what a person types in the search box, as a value.

    serverless level:300,400 -track:ai speaker:stormacq day:tue after:14:00 "exact words" @mine

Words are fuzzy, quoted words exact, `-` excludes, commas mean or, `@name` is a saved search. A
field that does not exist is an error with its place and a suggestion, never silently a word.
`str(query)` is a query again that parses to the same value.

Reading is pure: it knows neither the programme (`filters` says which values are possible) nor the
saved searches (`read_query` puts them in). Named tuples, because every search defines them
when it starts: a dataclass takes ten times as long.
"""

from typing import NamedTuple, Self

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
    "title": "words of the title, or their beginnings",
    "abstract": "words of the abstract, or their beginnings",
    "code": "a code, or its beginning: SVS301, svs",
    "id": "an id, or its beginning",
    "day": "a day: tue, 2 (the second), 2019-04-02, tomorrow; tue-thu, 2+; also day>=2",
    "after": "starts at this time or later: 14:00, 14h30, 2pm, now",
    "before": "starts before this time: 16:00, noon, now",
    "at": "under way at this moment: 10:30, now",
    "is": "picked, must, want, maybe, now, upcoming, past, cancelled, recorded …",
    "free": "me: fits between my picks",
    "with": "a colleague who picked it, or anyone of the team",
}
"""The fields of the language with what can stand after their colon."""
ALIASES = {
    "language": "lang",
    "langue": "lang",
    "type": "kind",
    "levels": "level",
    "niveau": "level",
    "tags": "tag",
    "tracks": "track",
    "who": "speaker",
    "speakers": "speaker",
    "salle": "room",
}
COMPARABLE = frozenset(("level", "day"))
"""Fields that also take `>=`, `<=`, `>` and `<`."""
MAX_QUERY = 2000
"""The longest query that is read; what is longer was pasted by mistake."""
MAX_VALUES = 100
"""So many values at most may stand in the conditions of a query."""


class Place(NamedTuple):
    """Where something stands in what was typed, from 0, half open; 0, 0 when it was not typed."""

    start: int = 0
    end: int = 0
    within: str = ""
    """The saved search it stands in, as `@name`; the place is then the name's."""


class Typed(str):
    """A value that knows where it was typed; equal to any string of the same letters."""

    __slots__ = ("place",)
    place: Place

    @classmethod
    def at(cls, place: Place, text: str) -> "Typed":
        """Return `text` as typed at `place`."""
        typed = cls(text)
        typed.place = place
        return typed


def place_of(text: str) -> Place:
    """Return where a value was typed."""
    return text.place if isinstance(text, Typed) else Place()


class QueryError(ValueError):
    """A query that means nothing: what is wrong, where (from 0, half open), and the way out."""

    text = ""
    """What the place is in, where whoever raised it knows."""

    def __init__(self, message: str, start: int = 0, end: int = 0, hint: str = "") -> None:
        super().__init__(f"{message} ({hint})" if hint else message)
        self.message, self.start, self.end, self.hint = message, start, end, hint

    def at(self, place: Place) -> Self:
        """Return the same error with its place."""
        message = f"in {place.within}: {self.message}" if place.within else self.message
        return type(self)(message, place.start, place.end, self.hint)


class Condition(NamedTuple):
    """One restriction: a field, how it is compared, and the values that satisfy it."""

    field: str
    """A key of `FIELDS`."""
    values: tuple[str, ...]
    """As typed (`Typed`, when read from a text); any of them will do."""
    op: str = ":"
    """One of `:`, `>=`, `<=`, `>`, `<`."""
    negated: bool = False

    def __str__(self) -> str:
        """Return the condition as it is typed."""
        sign = "-" if self.negated else ""
        values = ",".join([_quoted(value.replace('"', " ")) for value in self.values])
        return f"{sign}{self.field}{self.op}{values}"


def asks_about_me(condition: Condition) -> bool:
    """Return whether a condition is answered from my agenda."""
    return condition.field == "free" or (
        condition.field == "is" and any(fold(value) in MINE for value in condition.values)
    )


def asks_about_team(condition: Condition) -> bool:
    """Return whether a condition is answered from my colleagues' agendas."""
    return condition.field == "with"


MINE = ("picked", "must", "want", "maybe")
"""The states of `is:` that my agenda knows."""


class Query(NamedTuple):
    """What is looked for; the empty query means everything."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    """Exact words, in this order."""
    excluded: tuple[str, ...] = ()
    """Words and phrases that must not occur."""
    conditions: tuple[Condition, ...] = ()
    references: tuple[str, ...] = ()
    """Names of saved searches that narrow it further (`Typed`, when read from a text).

    A search does not know them: `read_query` puts what they say in their place.
    """

    def __bool__(self) -> bool:
        return any(map(len, self))

    def __str__(self) -> str:
        """Return the query as it is typed."""
        parts = list(self.words)
        parts += [f'"{phrase}"' for phrase in self.phrases]
        parts += [f"-{_quoted_word(word)}" for word in self.excluded]
        parts += [str(condition) for condition in self.conditions]
        return " ".join(parts + [f"@{name}" for name in self.references])

    def where(self, *conditions: Condition) -> "Query":
        """Return the query with further conditions."""
        return self._replace(conditions=self.conditions + conditions)

    def without(self, field: str) -> "Query":
        """Return the query without the conditions on `field`."""
        kept = tuple(each for each in self.conditions if each.field != field)
        return self._replace(conditions=kept)


def _quoted(text: str) -> str:
    """Return a value as it is typed, in quotes where it could be misread."""
    # A sign at the beginning could become one with the sign before it, in Unicode's eyes too.
    plain = text[:1].isalnum() and not any(sign in ',"' or sign.isspace() for sign in text)
    return text if plain else f'"{text}"'


def _quoted_word(text: str) -> str:
    return f'"{text}"' if any(sign in text for sign in ":=<>") else _quoted(text)


def parse(text: str) -> Query:
    """Return the query that `text` means; QueryError, with the place, when it means none.

    Saved searches stay references: a search wants `read_query`.
    """
    if len(text) > MAX_QUERY:
        raise _too_long(text)
    cleaned = clean_line(text)
    if not cleaned or cleaned.replace(" ", "").isalnum():
        return Query(tuple(cleaned.split()))
    from summit_tui.search.reader import Reader  # what only has words never pays for it

    query = Reader(text, cleaned).read()
    if len(text) > MAX_QUERY // 2 and len(str(query)) > MAX_QUERY:  # it must read back
        raise _too_long(text)
    return query


def _too_long(text: str) -> QueryError:
    start = min(MAX_QUERY, len(text) - 1)
    hint = f"write {MAX_QUERY} characters at most"
    return QueryError("the query is too long", start, len(text), hint)


def read_query(text: str) -> Query:
    """Return the query that `text` means, with the saved searches it names put in.

    QueryError, with the place, when it means none; the file is read only for a text that names one.
    """
    query = parse(text)
    if not query.references:
        return query
    from summit_tui.search.saved import put_in

    return put_in(query)
