"""What one word of a query matches: the rows it is in, what each match is worth, and why.

Tried in this order, and said when it is not the word itself: the word, words that begin with it,
other names for the same thing (`aliases`), two neighbours written together, and, where nothing
else was found, words that it may be a slip of (`near`).
"""

from collections.abc import Iterable
from itertools import pairwise
from math import log

from summit_tui.search.aliases import Aliases
from summit_tui.search.index import (
    ABSTRACT,
    CODE,
    COMPANY,
    SPEAKER,
    SUBTITLE,
    TAG,
    TITLE,
    TRACK,
    Index,
)
from summit_tui.search.spellings import STOP_WORDS, spellings
from summit_tui.search.vocabulary import ROW_SHIFT, Vocabulary

FIELD_WORTH = (
    (TITLE, 1.0),
    (CODE, 1.0),
    (SPEAKER, 0.95),
    (SUBTITLE, 0.9),
    (COMPANY, 0.8),
    (TAG, 0.75),
    (TRACK, 0.7),
    (ABSTRACT, 0.35),
)
_WORTH = [
    max((worth for bit, worth in FIELD_WORTH if fields & bit), default=0.0) for fields in range(256)
]
_BEGINNING = 0.8
"""What an unfinished word is worth, the whole of it typed; with less of it typed, less."""
_HARDLY_BEGUN = 0.7
"""What is left of that, however little of the word was typed."""
_FINISHED = 0.7
"""What is left of a beginning when the word also stands as typed, and not in abstracts only."""
_SPELLING = 0.9
_ALIAS = 0.85
_LOOSE = 0.5
"""What is left where the words of a name stand in an abstract, perhaps apart."""
_TOGETHER = 0.95
_SLIP = 0.8
_NO_SURPRISE = 0.3
"""What a slip of a word that does occur is worth: behind everything that has the word."""
_MOST_WORDS = 400
"""For more words than that with one beginning, how much of each was typed does not matter."""
_SHORT = 3
"""Shorter beginnings are looked for in abstracts only when nothing else has them."""
_RARE = 3
"""A word in so few abstracts and nowhere else may itself be a slip."""
LIKELY = 1.0
"""The dearest slip of a word that does occur."""
_LONG = 9
"""From so many letters on a word is looked for with its likely slips in abstracts too."""
_PLAIN = 5
"""From so many on with two letters swapped or one doubled: hardly a word is another one so."""
_SPREAD = 0.5
"""How much dearer than the cheapest slip another one may be."""


class Match:
    """The rows that one word of the query matches."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        self.worth: dict[int, float] = {}
        """What the best match in each row is worth, up to 1."""
        self.exact = 0
        """In how many rows the word stands as typed."""
        self.read_as: dict[int, str] = {}
        """For rows that have another word for it: which."""
        self.small = False
        """Whether it is a slip of a small word, and decides nothing."""
        self.words: set[str] = set()
        """The words that count as it."""
        self.beginnings: set[str] = set()
        """Beginnings of words that count as it."""
        self.pairs: set[str] = set()
        """Two neighbours, written together, that count as it."""
        self.phrases: set[tuple[str, ...]] = set()
        """Words that count as it one after the other."""

    def rarity(self, size: int) -> float:
        """Return how much the word says about a session: 1 for one in a few of `size`, to 0.5."""
        rows = self.exact or len(self.worth)
        return 0.5 + 0.5 * log(1 + size / (1 + rows)) / log(2 + size)

    def take(self, vocabulary: Vocabulary, numbers: range, factor: float) -> None:
        """Count the rows with any of the words that have these numbers."""
        worth = self.worth
        get = worth.get
        for posting in vocabulary.postings(numbers):
            row, value = posting >> ROW_SHIFT, factor * _WORTH[posting & 255]
            if value > get(row, 0.0):
                worth[row] = value

    def take_read(
        self, vocabulary: Vocabulary, numbers: range, factor: float, read_as: str
    ) -> None:
        """Count the rows with words that were not typed, where they are the best there is."""
        for posting in vocabulary.postings(numbers):
            self.take_row(posting >> ROW_SHIFT, factor * _WORTH[posting & 255], read_as)

    def take_row(self, row: int, value: float, read_as: str) -> None:
        """Count a row with something that was not typed, where it is the best there is."""
        if value > self.worth.get(row, 0.0):
            self.worth[row] = value
            self.read_as[row] = read_as


def match_word(index: Index, token: str, aliases: Aliases, *, last: bool) -> Match:
    """Return what `token` matches; the `last` word of a query may be mistyped and unfinished."""
    match = Match(token)
    _take_exact(index, match)
    _take_pair(index, match)
    if last or len(token) >= _SHORT:
        _take_beginnings(index, match)
    take_aliases(index, (token,), [match], aliases)
    if not match.worth:
        take_slips(index, match, aliases, last=last)
    elif _in_few_abstracts(index, match):
        take_slips(index, match, aliases, last=False, most=LIKELY, factor=_NO_SURPRISE)
    return match


def take_slips(
    index: Index,
    match: Match,
    aliases: Aliases,
    *,
    last: bool,
    most: float = 9.0,
    factor: float = _SLIP,
) -> None:
    """Count the words that the one typed may be a slip of, up to that price."""
    from summit_tui.search.near import near, near_beginnings  # only for a word that is not there
    from summit_tui.search.typos import SWAPPED

    typed, size = match.typed, index.size
    found = [each for each in near(index.head, typed, size) if each[0] <= most and each[2] != typed]
    if found and found[0][2] in STOP_WORDS:
        match.small = found[0][0] <= LIKELY
    found = [each for each in found if each[2] not in STOP_WORDS]
    begun = near_beginnings(index.head, typed, size) if last else []
    best = min([*(cost for cost, _, _ in found), *(cost for cost, _ in begun)], default=0.0)
    _take_near(match, index.head, found, best, factor)
    for cost, _, word in found:
        if cost <= best:
            _take_meant(index, match, word, factor, aliases)
    for cost, beginning in begun:
        if cost <= best + _SPREAD:
            match.beginnings.add(beginning)
            worth = factor * _BEGINNING * _falling(cost - best)
            match.take_read(index.head, index.head.beginning(beginning), worth, f"{beginning}…")
    if not match.worth and len(typed) >= _PLAIN:
        dearest = LIKELY if len(typed) >= _LONG else SWAPPED
        found = [each for each in near(index.text, typed, size) if each[0] <= dearest]
        _take_near(match, index.text, found, min((each[0] for each in found), default=0.0), factor)


def _take_near(
    match: Match,
    vocabulary: Vocabulary,
    found: Iterable[tuple[float, int, str]],
    best: float,
    factor: float,
) -> None:
    for cost, number, word in found:
        if cost <= best + _SPREAD:
            match.words.add(word)
            worth = factor * _falling(cost - best)
            match.take_read(vocabulary, range(number, number + 1), worth, word)


def _take_meant(index: Index, match: Match, word: str, factor: float, aliases: Aliases) -> None:
    """Count what `word` itself would have found besides: it is what was meant."""
    number = index.text.number(word)
    if number is not None:
        match.take_read(index.text, range(number, number + 1), factor, word)
    if len(word) >= _SHORT:
        match.beginnings.add(word)
        begun = index.head.beginning(word)
        match.take_read(index.head, begun, factor * _BEGINNING * _BEGINNING, word)
    take_aliases(index, (word,), [match], aliases, factor)


def _falling(dearer: float) -> float:
    return 1.0 - dearer


def _take_exact(index: Index, match: Match) -> None:
    for vocabulary in (index.head, index.text):
        number = vocabulary.number(match.typed)
        if number is not None:
            match.take(vocabulary, range(number, number + 1), 1.0)
            match.words.add(match.typed)
    match.exact = len(match.worth)
    for spelling in spellings(match.typed):
        for vocabulary in (index.head, index.text):
            number = vocabulary.number(spelling)
            if number is not None:
                match.take(vocabulary, range(number, number + 1), _SPELLING)
                match.words.add(spelling)


def _take_pair(index: Index, match: Match) -> None:
    number = index.pairs.number(match.typed)
    if number is not None:
        match.take(index.pairs, range(number, number + 1), _TOGETHER)
        match.pairs.add(match.typed)


def _take_beginnings(index: Index, match: Match) -> None:
    """Count the words that begin with what was typed; a whole word is likely to be finished."""
    typed = match.typed
    if len(typed) == 1 and match.worth:
        return
    finished = max(match.worth.values(), default=0.0) > _WORTH[ABSTRACT]
    worth = _BEGINNING * (_FINISHED if finished else 1.0)
    for vocabulary in (index.head, index.text):
        if vocabulary is index.text and len(typed) < _SHORT and match.worth:
            break
        numbers = vocabulary.beginning(typed)
        if len(numbers) > _MOST_WORDS:
            match.take(vocabulary, numbers, worth * _HARDLY_BEGUN)
        else:
            for number, word in zip(numbers, vocabulary.words(numbers), strict=True):
                typed_part = len(typed) / len(word)
                begun = worth * (_HARDLY_BEGUN + (1 - _HARDLY_BEGUN) * typed_part)
                match.take(vocabulary, range(number, number + 1), begun)
        if numbers:
            match.beginnings.add(typed)
    if not match.worth and len(typed) >= _SHORT:
        numbers = index.pairs.beginning(typed)
        match.take(index.pairs, numbers, _BEGINNING * _HARDLY_BEGUN)
        if numbers:
            match.pairs.update(index.pairs.words(numbers))


def take_aliases(
    index: Index,
    expression: tuple[str, ...],
    matches: Iterable[Match],
    aliases: Aliases,
    factor: float = 1.0,
) -> None:
    """Count for all of `matches` the rows that call the same thing by another name."""
    for other in aliases.others(expression):
        rows = rows_with(index, other)
        for match in matches:
            before = len(match.read_as)
            for row, value in rows.items():
                match.take_row(row, factor * _ALIAS * value, " ".join(other))
            if len(match.read_as) > before:
                match.phrases.add(other)


def rows_with(index: Index, expression: tuple[str, ...]) -> dict[int, float]:
    """Return the rows that have `expression`, with what that is worth.

    Of several words, neighbours in the head; in an abstract anywhere, which is worth less.
    """
    if len(expression) == 1:
        return _rows_of(index.text, expression[0]) | _rows_of(index.head, expression[0])
    heads = [_rows_of(index.pairs, first + second) for first, second in pairwise(expression)]
    texts = [
        _rows_of(index.text, word) | _rows_of(index.head, word, ABSTRACT) for word in expression
    ]
    return {row: _LOOSE * value for row, value in _common(texts).items()} | _common(heads)


def _common(parts: list[dict[int, float]]) -> dict[int, float]:
    rows = set.intersection(*map(set, parts))
    return {row: min(part[row] for part in parts) for row in rows}


def _rows_of(vocabulary: Vocabulary, word: str, fields: int = 255) -> dict[int, float]:
    number = vocabulary.number(word)
    if number is None:
        return {}
    postings = vocabulary.postings(range(number, number + 1))
    return {each >> ROW_SHIFT: _WORTH[each & fields] for each in postings if each & fields}


def _in_few_abstracts(index: Index, match: Match) -> bool:
    """Return whether the word occurs in a few abstracts only, where it may be a slip itself."""
    few = 0 < len(match.worth) <= max(_RARE, index.size // 1000)
    return few and max(match.worth.values()) <= _WORTH[ABSTRACT]
