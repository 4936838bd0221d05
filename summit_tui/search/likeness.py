"""Which name of a few was meant by a mistyped one.

Names are compared as a whole and word by word: each word that was typed has to resemble a word of
the name, or the beginning of one, by what `typos` says the slips cost.
"""

from collections.abc import Iterable, Mapping

from summit_tui.search.tokens import words
from summit_tui.search.typos import budget, price

_MORE_EDITS = (5, 8)
"""From so many letters on one more slip is looked for."""
_FEW = 0.5
"""What slips may cost besides where there are few names to be meant, and no short ones."""
_SHORT = 4
_LONGEST = 80
"""Letters beyond which nobody mistypes a name."""
_UNFINISHED = 0.3
"""What it costs besides when only the beginning of a name resembles what was typed."""


def nearest(typed: str, names: Mapping[str, str]) -> str | None:
    """Return the key of the folded name in `names` that folded `typed` was probably meant to be.

    Of several equally near ones the first; None when none is near.
    """
    wanted = words(typed)
    if not wanted or len(typed) > _LONGEST:
        return None
    by_word = _by_word(names)
    places = {name: place for place, name in enumerate(names)}
    costs: dict[str, float] = dict.fromkeys(names, 0.0)
    for word in wanted:
        near = near_words(word, by_word, _FEW)
        costs = {
            name: cost + min(near[part] for part in by_name if part in near)
            for name, cost in costs.items()
            if not near.keys().isdisjoint(by_name := words(names[name]))
        }
    # A name that is all of what was typed is nearer than one that holds it.
    spare = {name: abs(len(words(names[name])) - len(wanted)) / 100 for name in costs}
    costs = {name: cost + spare[name] for name, cost in costs.items()}
    for name, cost in _as_a_whole("".join(wanted), names).items():
        costs[name] = min(cost, costs.get(name, cost))
    return min(costs, key=lambda name: (costs[name], places[name]), default=None)


def _by_word(names: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(word for name in names.values() for word in words(name)))


def near_words(typed: str, known: list[str], grace: float = 0.0) -> dict[str, float]:
    """Return the folded words that `typed` may have been meant to be or to begin, with the cost.

    With `grace` longer words may cost so much more than their budget.
    """
    near: dict[str, float] = {}
    beginnings = [word[: len(typed)] for word in known]
    for candidates, more in ((known, 0.0), (beginnings, _UNFINISHED)):
        for place in _within(typed, candidates):
            cost = _cost(typed, candidates[place], grace)
            if cost is not None:
                word = known[place]
                near[word] = min(near.get(word, cost + more), cost + more)
    return near


def _as_a_whole(typed: str, names: Mapping[str, str]) -> dict[str, float]:
    """Return the names that resemble `typed` when their words are written as one."""
    whole = {name: "".join(words(text)) for name, text in names.items()}
    keys = list(whole)
    found = {
        keys[place]: _cost(typed, whole[keys[place]], _FEW)
        for place in _within(typed, whole.values())
    }
    return {name: cost for name, cost in found.items() if cost is not None}


def _cost(typed: str, meant: str, grace: float) -> float | None:
    """Return what the slips cost; None when that is more than a word of that length bears."""
    length = max(len(typed), len(meant))
    cost = price(typed, meant)
    return cost if cost <= budget(length) + grace * (length > _SHORT) else None


def _within(typed: str, names: Iterable[str]) -> list[int]:
    """Return the places of the names that few enough edits separate from `typed`."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    edits = 1 + sum(len(typed) >= length for length in _MORE_EDITS)
    hits = extract(typed, list(names), scorer=OSA.distance, score_cutoff=edits, limit=None)
    return [place for _, _, place in hits]
