"""Which sessions the words of a query mean, best first.

Each word is matched by itself (`matching`). What a match is worth depends on how it matched, on the
field it stands in, and on how rare the word is; words that stand side by side as they were typed
count a little more. Only the sessions with most of the words count; when that is not all of them,
it is said (`relaxed`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from summit_tui.search.aliases import Aliases
from summit_tui.search.evidence import NOTHING, Evidence
from summit_tui.search.facets import Rows
from summit_tui.search.index import Index
from summit_tui.search.matching import (
    LIKELY,
    Match,
    match_word,
    take_aliases,
    take_slips,
)
from summit_tui.search.spellings import STOP_WORDS
from summit_tui.search.vocabulary import ROW_SHIFT

_ADJACENT = 0.12
"""What two words side by side, as typed, add to a session."""
_STOP_WORD = 0.03
_OTHERWISE = 0.6
"""What a slip of a word that does occur is worth when the word itself led nowhere."""
_RECENT = 8
"""So many answers are kept."""
MOST_WORDS = 32
"""So many words of a query count; a longer one is a text, not a query."""


class Ranked(NamedTuple):
    """What words found."""

    rows: tuple[int, ...] = ()
    """Best first; equal ones in programme order."""
    readings: tuple[tuple[str, str], ...] = ()
    """Words that were read as another word: as typed, as found."""
    relaxed: bool = False
    """Whether no session had all the words, so that these have only some."""
    missing: tuple[str, ...] = ()
    """Words that no session has in any form."""
    evidence: Evidence = NOTHING
    """Which words of the sessions answer the query."""


@lru_cache(maxsize=_RECENT)
def rank(index: Index, tokens: tuple[str, ...], within: Rows, aliases: Aliases) -> Ranked:
    """Return the rows of `within` that the folded words `tokens` mean, best first.

    Those of late are kept: who types a condition behind words has them ranked at every letter.
    """
    tokens = tuple(dict.fromkeys(tokens))[:MOST_WORDS]
    content = [token for token in tokens if token not in STOP_WORDS] or list(tokens)
    if not content or not within:
        return Ranked()
    matches = [match_word(index, token, aliases, last=token == tokens[-1]) for token in content]
    _match_together(index, tokens, content, matches, aliases)
    matches = [match for match in matches if match.worth or not match.small] or matches
    found, had = _having_most(index, matches, within)
    if had < len(matches) > 1 and _read_otherwise(index, matches, aliases):
        found, had = _having_most(index, matches, within)
    if not _meant(matches, found, had):
        return Ranked()
    for row, bonus in _bonuses(index, tokens, content, found).items():
        found[row] += bonus
    rows = sorted(sorted(found), key=found.__getitem__, reverse=True)
    return Ranked(
        tuple(rows),
        _readings(matches, rows),
        had < len(matches),
        tuple(match.typed for match in matches if not match.worth),
        _evidence(matches),
    )


def _match_together(
    index: Index,
    tokens: Sequence[str],
    content: Sequence[str],
    matches: list[Match],
    aliases: Aliases,
) -> None:
    """Let neighbours count that are one word (`back end`) or one name (`machine learning`)."""
    of = dict(zip(content, matches, strict=True))
    for run in _runs(content, 3):
        for vocabulary in (index.head, index.text):
            number = vocabulary.number("".join(run))
            if number is None:
                continue
            for token in run:
                of[token].take(vocabulary, range(number, number + 1), 1.0)
                of[token].words.add("".join(run))
    for run in _runs(tokens, aliases.longest):
        take_aliases(index, run, [of[token] for token in run if token in of], aliases)


def _runs(tokens: Sequence[str], longest: int) -> Iterator[tuple[str, ...]]:
    """Yield every two, three … neighbours."""
    for length in range(2, min(longest, len(tokens)) + 1):
        for at in range(len(tokens) - length + 1):
            yield tuple(tokens[at : at + length])


def _having_most(
    index: Index, matches: Sequence[Match], within: Rows
) -> tuple[dict[int, float], int]:
    """Return the rows that have most of the words, each with its worth, and how many they have."""
    weighted = [(match.worth, match.rarity(index.size)) for match in matches]
    allowed = _membership(within, index)
    fewest, *others = sorted((worth for worth, _ in weighted), key=len)
    common: Set[int] = fewest.keys()
    for worth in others:
        common = common & worth.keys()
    if full := [row for row in common if allowed(row)]:
        if not others:
            return {row: fewest[row] for row in full}, 1
        sums = {row: sum([worth[row] * weight for worth, weight in weighted]) for row in full}
        return sums, len(weighted)
    had: dict[int, int] = {}
    score: dict[int, float] = {}
    for worth, weight in weighted:
        for row, value in worth.items():
            had[row] = had.get(row, 0) + 1
            score[row] = score.get(row, 0.0) + value * weight
    most = max((count for row, count in had.items() if allowed(row)), default=0)
    return {row: score[row] for row in had if had[row] == most and allowed(row)}, most


def _membership(rows: Rows, index: Index) -> Callable[[int], bool]:
    """Return what tells whether a row is in the set, without shifting all of it each time."""
    if rows == index.facets.everything:
        return lambda row: True
    octets = rows.to_bytes((index.size + 7) // 8, "little")
    return lambda row: bool(octets[row >> 3] >> (row & 7) & 1)


def _read_otherwise(index: Index, matches: Iterable[Match], aliases: Aliases) -> bool:
    """Let words that do occur count as slips of others too; return whether that adds anything."""
    added = False
    for match in matches:
        before = len(match.worth)
        if match.worth:
            take_slips(index, match, aliases, last=False, most=LIKELY, factor=_OTHERWISE)
        added |= len(match.worth) > before
    return added


def _meant(matches: Sequence[Match], found: dict[int, float], had: int) -> bool:
    """Return whether so many of the words are enough to be what was meant.

    More than half of them; or half, when that is not itself guesswork. Nonsense finds nothing.
    """
    if not found or had * 2 < len(matches):
        return False
    return had * 2 > len(matches) or any(match.exact for match in matches)


def _bonuses(
    index: Index, tokens: Sequence[str], content: Sequence[str], found: dict[int, float]
) -> dict[int, float]:
    """Return what rows of `found` deserve besides: for word order, for the small words."""
    bonuses: dict[int, float] = {}
    parts = [(index.pairs, a + b, _ADJACENT) for a, b in pairwise(tokens)]
    parts += [(index.head, "".join(run), _ADJACENT) for run in _runs(content, 3)]
    parts += [(index.head, token, _STOP_WORD) for token in tokens if token not in content]
    for vocabulary, word, bonus in parts:
        number = vocabulary.number(word)
        if number is None:
            continue
        for posting in vocabulary.postings(range(number, number + 1)):
            row = posting >> ROW_SHIFT
            if row in found:
                bonuses[row] = bonuses.get(row, 0.0) + bonus
    return bonuses


def _readings(matches: Sequence[Match], rows: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """Return the words that no session has as they were typed, as the best ones have them."""
    read = [
        (match.typed, next((match.read_as[row] for row in rows if row in match.read_as), ""))
        for match in matches
        if not match.exact
    ]
    return tuple((typed, word) for typed, word in read if word)


def _evidence(matches: Sequence[Match]) -> Evidence:
    return Evidence(
        {word: match.typed for match in matches for word in match.words},
        {beginning: match.typed for match in matches for beginning in match.beginnings},
        {pair: match.typed for match in matches for pair in match.pairs},
        {phrase: match.typed for match in matches for phrase in match.phrases},
    )
