"""The words of a vocabulary that may have been meant by a mistyped one, cheapest first.

Candidates come from rapidfuzz, which is quick over many words; what each would cost is the business
of `typos`. A word that many sessions have may have been mistyped worse than one that few have. Only
words with the first letter that was typed are looked at, and, where none of them will do, those
with the second one or with a key beside the first: a tenth of all words. Anything else resembles
everything.
"""

from collections.abc import Iterator
from math import log2

from summit_tui.search.typos import (
    BESIDE,
    FIRST,
    MISSING,
    NEIGHBOURS,
    SWAPPED,
    budget,
    price,
    sounding_like,
)
from summit_tui.search.vocabulary import Vocabulary

SHORTEST = 3
"""Letters that a word must have to be taken for another."""
_TWO_EDITS = 5
_THREE_EDITS = 12
"""From so many letters on so many slips are looked for."""
_SPREAD = 0.35
"""How much dearer than the cheapest a beginning may be."""
_UNFINISHED = (0.0, 0.0, SWAPPED, BESIDE, MISSING, 1.4)
"""What slips in the first 3, 4, 5 … letters of an unfinished word may cost."""
_FIRST = BESIDE + FIRST
"""What a slip in the first letter may cost: the key beside it, or two letters swapped."""
_FAMILIAR = 0.4
"""What slips may cost besides when the word is one that everybody uses."""
_OFTEN = 4
"""Sessions in a thousand that make a word so."""


def near(vocabulary: Vocabulary, typed: str, sessions: int) -> list[tuple[float, int, str]]:
    """Return price, number and word of what may have been meant by `typed`, cheapest first.

    `sessions` is how many there are: it tells which words are familiar.
    """
    if not _mistypable(typed):
        return []
    found = [
        (cost, number, word)
        for cost, number, word in _priced(vocabulary, typed, typed[0], _edits(typed))
        if cost <= _most(typed, word)
        or _borne(cost - _most(typed, word), vocabulary, range(number, number + 1), sessions)
    ]
    if not found:
        for letter in {typed[1], *NEIGHBOURS.get(typed[0], ())} - {typed[0]}:
            others = _priced(vocabulary, typed, letter, 1)
            found += [each for each in others if each[0] <= min(_FIRST, _most(typed, each[2]))]
    return sorted(found)


def near_beginnings(vocabulary: Vocabulary, typed: str, sessions: int) -> list[tuple[float, str]]:
    """Return price and beginning of words that may be being typed, cheapest first.

    The beginnings are about as long as what was typed, and none begins with another.
    """
    if not _mistypable(typed):
        return []
    words = vocabulary.words(vocabulary.beginning(typed[0]))
    found: dict[str, float] = {}
    for length in (len(typed) - 1, len(typed), len(typed) + 1):
        beginnings = list(dict.fromkeys([word[:length] for word in words if len(word) > length]))
        for place in _within(typed, beginnings, 1 if len(typed) < _TWO_EDITS else 2):
            found[beginnings[place]] = price(typed, beginnings[place])
    most = _UNFINISHED[min(len(typed), len(_UNFINISHED) + SHORTEST - 1) - SHORTEST]
    kept = {
        each
        for each, cost in found.items()
        if cost <= most or _borne(cost - most, vocabulary, vocabulary.beginning(each), sessions)
    }
    dearest = min([found[each] for each in kept], default=0.0) + _SPREAD
    kept = {each for each in kept if found[each] <= dearest}
    return sorted((found[each], each) for each in kept if not _begins_with_another(each, kept))


def get_ready() -> None:
    """Load what the first mistyped word would have to load, for those who can tell a rest."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    _ = OSA, extract


def resembling(vocabulary: Vocabulary, typed: str) -> str | None:
    """Return the word that looks or sounds most like `typed`, which is too far to be a slip of it.

    For a question (`did you mean`), never for an answer.
    """
    if not _mistypable(typed) or len(typed) == SHORTEST:
        return None
    found = [
        each
        for letter in {typed[0], typed[1], *sounding_like(typed[0])}
        for each in _priced(vocabulary, typed, letter, _edits(typed))
        if each[0] <= _most(typed, each[2]) + FIRST
    ]
    return min(found)[2] if found else None


def _mistypable(typed: str) -> bool:
    return len(typed) >= SHORTEST and typed[0].isalpha()


def _edits(typed: str) -> int:
    return 1 + (len(typed) >= _TWO_EDITS) + (len(typed) >= _THREE_EDITS)


def _most(typed: str, word: str) -> float:
    # Three letters say too little of a fourth; a word that lost two is as long as it was meant.
    return budget(max(len(typed), len(word)) if len(typed) > SHORTEST else SHORTEST)


def _borne(over: float, vocabulary: Vocabulary, numbers: range, sessions: int) -> bool:
    """Return whether the words are so familiar that their slips may cost so much more."""
    if over > _FAMILIAR or len(vocabulary.words(numbers)[0]) < _TWO_EDITS:
        return False
    bounds = vocabulary.bounds(numbers)
    in_a_thousand = (bounds[-1] - bounds[0]) * 1000 / max(sessions, 1000)
    return over <= _FAMILIAR * log2(max(1.0, in_a_thousand)) / log2(_OFTEN)


def _priced(
    vocabulary: Vocabulary, typed: str, letter: str, edits: int
) -> Iterator[tuple[float, int, str]]:
    """Yield price, number and word of the words with that first letter."""
    numbers = vocabulary.beginning(letter)
    words = vocabulary.words(numbers)
    for place in _within(typed, words, edits):
        yield price(typed, words[place]), numbers.start + place, words[place]


def _within(typed: str, words: list[str], edits: int) -> list[int]:
    """Return the places of the words at most `edits` away by optimal string alignment."""
    from rapidfuzz.distance import OSA  # a search that finds its words never pays for it
    from rapidfuzz.process import extract

    hits = extract(typed, words, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return [place for _, _, place in hits]


def _begins_with_another(word: str, others: set[str]) -> bool:
    return any(word[:length] in others for length in range(1, len(word)))
