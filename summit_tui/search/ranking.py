"""Which sessions the words of a query mean, best first.

Each word is matched by itself against the vocabulary: exactly, as the beginning of a word, or
with typing errors (one edit from four letters on, two from eight, never the absence of any
resemblance at the start). What a match is worth depends on how it matched, on the field it stands
in, and on how rare the word is. A session counts with the square of the share of words it has, so
that all words beat most words; when no session has them all, that is said (`relaxed`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from summit_tui.search.facets import Rows
from summit_tui.search.index import (
    ABSTRACT,
    CODE,
    COMPANY,
    JOINED,
    SPEAKER,
    TAG,
    TITLE,
    TRACK,
    Index,
)
from summit_tui.search.vocabulary import ROW_SHIFT, Vocabulary

_FIELD_WORTH = (
    (TITLE, 1.0),
    (CODE, 1.0),
    (SPEAKER, 0.95),
    (COMPANY, 0.8),
    (TAG, 0.75),
    (TRACK, 0.7),
    (ABSTRACT, 0.35),
)
_WORTH = [
    max((worth for bit, worth in _FIELD_WORTH if fields & bit), default=0.0)
    * (0.9 if fields & JOINED else 1.0)
    for fields in range(256)
]
_PREFIX_WORTH = 0.8
_NEAR_WORTH = (1.0, 0.6, 0.4)
MOST_PREFIXES = 400
"""So many words are tried for a beginning; one letter begins more, and no one needs them all."""
_FRENCH = "de des du en et la le les un une au aux pour sur dans par avec"
_ENGLISH = "a an and are at for from how in into is it of on or the to with your"
_GERMAN = "der die das und im mit fur von zu"
STOP_WORDS = frozenset(f"{_FRENCH} {_ENGLISH} {_GERMAN}".split())
"""Words that only count when the query has no others."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """What words found."""

    rows: tuple[int, ...] = ()
    """Best first; equal ones in programme order."""
    readings: tuple[tuple[str, str], ...] = ()
    """Words that were read as another word: as typed, as found."""
    relaxed: bool = False
    """Whether no session had all the words, so that these have only some."""


@dataclass(slots=True)
class _Matches:
    """The rows one word of the query matches, each with what its best match is worth."""

    worth: dict[int, float] = field(default_factory=dict)
    read_as: str = ""

    def take(self, vocabulary: Vocabulary, number: int, factor: float, size: int) -> None:
        postings = vocabulary.postings(number)
        rarity = 0.5 + 0.5 * log(1 + size / (1 + len(postings))) / log(2 + size)
        worth = self.worth
        for posting in postings:
            row = posting >> ROW_SHIFT
            value = factor * rarity * _WORTH[posting & 255]
            if value > worth.get(row, 0.0):
                worth[row] = value


def rank(index: Index, tokens: Sequence[str], within: Rows) -> Ranked:
    """Return the rows of `within` that the folded words `tokens` mean, best first."""
    tokens = list(dict.fromkeys(tokens))
    content = [token for token in tokens if token not in STOP_WORDS] or tokens
    if not content or not within:
        return Ranked()
    matches = [_match(index, token, last=token == tokens[-1]) for token in content]
    _try_joined(index, content, matches)
    found: dict[int, list[float]] = {}
    for match in matches:
        for row, worth in match.worth.items():
            if within >> row & 1:
                found.setdefault(row, []).append(worth)
    if not found:
        return Ranked()
    full = max(len(worths) for worths in found.values())
    needed = len(content)
    if full * 2 <= needed:  # half of the words or fewer: this is not what was meant
        return Ranked()
    hits = [(row, worths) for row, worths in found.items() if len(worths) == full]
    hits.sort(key=lambda hit: (-sum(hit[1]), hit[0]))
    readings = tuple(
        (token, match.read_as)
        for token, match in zip(content, matches, strict=True)
        if match.read_as
    )
    return Ranked(tuple(row for row, _ in hits), readings, full < needed)


def _match(index: Index, token: str, *, last: bool) -> _Matches:
    matches = _Matches()
    for vocabulary in (index.head, index.text):
        number = vocabulary.exact(token)
        if number is not None:
            matches.take(vocabulary, number, 1.0, index.size)
    exact = bool(matches.worth)
    if len(token) > 1 or not exact:
        _take_prefixes(index, token, matches)
    if not exact and not (last and matches.worth) and len(token) > 3:
        _take_near(index, token, matches)
        if last and not matches.worth:
            _take_near_beginnings(index, token, matches)
    return matches


def _take_prefixes(index: Index, token: str, matches: _Matches) -> None:
    for vocabulary in (index.head, index.text):
        for number, word in vocabulary.starting_with(token, MOST_PREFIXES):
            closeness = _PREFIX_WORTH * (0.7 + 0.3 * len(token) / len(word))
            matches.take(vocabulary, number, closeness, index.size)


def _take_near(index: Index, token: str, matches: _Matches) -> None:
    distance = 1 if len(token) < 8 else 2
    candidates = [
        (edits, word, number)
        for number, word, edits in index.head.near(token, distance)
        if word[0] == token[0] or (word[1:2] == token[1:2] and edits == 1) or word[:1] == token[1:2]
    ]
    for edits, word, number in sorted(candidates):
        if not matches.read_as:
            matches.read_as = word
        matches.take(index.head, number, _NEAR_WORTH[edits], index.size)


def _take_near_beginnings(index: Index, token: str, matches: _Matches) -> None:
    """Match the word still being typed although there is an error in it already."""
    for beginning in index.head.near_beginnings(token):
        words = list(index.head.starting_with(beginning, MOST_PREFIXES))
        if (number := index.head.exact(beginning)) is not None:
            words.append((number, beginning))
        for number, word in words:
            closeness = _NEAR_WORTH[1] * (0.6 + 0.4 * len(token) / max(len(word), len(token)))
            matches.take(index.head, number, closeness, index.size)
            matches.read_as = matches.read_as or f"{beginning}…"


def _try_joined(index: Index, tokens: list[str], matches: list[_Matches]) -> None:
    """Let two neighbours that are one word in the programme (`back end`) match as that word."""
    for place, (first, second) in _pairs(tokens):
        number = index.head.exact(first + second)
        if number is not None:
            for match in (matches[place], matches[place + 1]):
                match.take(index.head, number, 0.95, index.size)


def _pairs(tokens: list[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    return enumerate(pairwise(tokens))
