"""Words that name a value of a field: `300`, `french`, `tomorrow`, as people first type them.

They stay words, for a title may hold them. Where they find nothing they may have been meant as
conditions: a question, never an answer.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations

from summit_tui.catalogue.kinds import read_kind, read_language
from summit_tui.catalogue.levels import LevelValue
from summit_tui.catalogue.text import fold
from summit_tui.search.days import names_a_day
from summit_tui.search.programme import Programme
from summit_tui.search.query import Condition, Query
from summit_tui.search.tokens import words

_SHORTEST = 3
"""Letters a name must have: `in`, `is` and `no` are codes of languages, too."""
_SIGNS = ".,;:!?()"
"""What may stand beside a word."""
_LINKS = frozenset(("in", "on", "at", "the", "level", "en", "le", "am", "auf"))
"""Words that only lead to such a name, or follow it: `in french`, `300 level`."""
_MOST = 5
"""Of so many names at most one is left out again, where all of them find nothing."""


def worded(programme: Programme, query: Query) -> Iterator[Query]:
    """Yield what `query` may mean with its names as conditions, the likeliest first.

    Those that no session has as a word, then all of them, then without what the programme has no
    value for, or all but one.
    """
    named, hollow = {}, set()
    for number, word in enumerate(query.words):
        if (condition := condition_of(programme, word)) is not None:
            named[number] = condition
            if not _occurs(programme, condition):
                hollow.add(number)
    full = tuple(number for number in named if number not in hollow)
    missing = tuple(number for number in full if _is_nowhere(programme, query.words[number]))
    for chosen in dict.fromkeys((missing, full)):
        if chosen:
            yield _with(query, named, chosen)
    if hollow:
        yield _with(query, named, full, hollow)
    if 1 < len(full) <= _MOST:
        for fewer in combinations(full, len(full) - 1):
            yield _with(query, named, fewer, set(named))


def condition_of(programme: Programme, word: str) -> Condition | None:
    """Return the condition that `word` alone may stand for; None where it names nothing.

    Whether the programme has any session of that value is another question.
    """
    word = word.strip(_SIGNS)
    if len(word) < _SHORTEST:
        return None
    if names_a_day(word):
        return Condition("day", (word,))
    level = fold(word).removesuffix("level").rstrip("-")
    for field, text in (("level", level), ("lang", word), ("kind", word)):
        with suppress(ValueError):
            _read(programme, field, text)
            return Condition(field, (text,))
    return None


def _read(programme: Programme, field: str, text: str) -> LevelValue:
    """Return the value of a field that `text` means; ValueError where it means none."""
    if field == "level":
        return programme.catalogue.scale.read(text)
    return read_language(text) if field == "lang" else read_kind(text)


def _occurs(programme: Programme, condition: Condition) -> bool:
    if condition.field == "day":
        return True  # a search says so of a day that is none of the event's
    dimension = "language" if condition.field == "lang" else condition.field
    value = _read(programme, condition.field, condition.values[0])
    return value in programme.index.facets.values(dimension)


def _is_nowhere(programme: Programme, word: str) -> bool:
    index = programme.index
    return not any(
        vocabulary.beginning(token)
        for token in words(word)
        for vocabulary in (index.head, index.text)
    )


def _with(
    query: Query,
    named: dict[int, Condition],
    chosen: tuple[int, ...],
    dropped: set[int] | None = None,
) -> Query:
    """Return `query` with the names that are `chosen` as conditions, and without those dropped."""
    gone = set(chosen) | (dropped or set())
    beside = {number + step for number in gone for step in (-1, 1)}
    rest = tuple(
        word
        for number, word in enumerate(query.words)
        if number not in gone and not (number in beside and fold(word) in _LINKS)
    )
    return query._replace(words=rest).where(*(named[number] for number in chosen))
