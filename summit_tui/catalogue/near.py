"""Names that look like a misspelling of one that is used often.

A name is a near miss when it differs in case, accents or punctuation only, or when its words are
the same but for letters of longer words. `Salle 231` and `Salle 232`, `Hall A` and `Hall B`,
`North Hall` and `South Hall` are different names, however alike they look.
"""

import re
from collections import Counter

from summit_tui.catalogue.text import fold

OFTEN = 3
"""Uses from which on a name counts as the right spelling."""
_MOST_NAMES = 200
"""With more names than this used once, being used once is no evidence of a slip."""
_SHORTEST_WORD = 4
_ALIKE = 0.8
_WORD = re.compile(r"[^\W_]+")


def misspelled(uses: Counter[str]) -> dict[str, str]:
    """Return each name used once that is a near miss of an often used one, with the latter."""
    once = [name for name, count in uses.items() if count == 1]
    often = [name for name, count in uses.most_common(_MOST_NAMES) if count >= OFTEN]
    if not often or len(once) > _MOST_NAMES:
        return {}
    words = {name: _words(name) for name in often}
    found = {name: _nearest(_words(name), words) for name in once}
    return {name: right for name, right in found.items() if right is not None}


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(name)))


def _nearest(name: tuple[str, ...], known: dict[str, tuple[str, ...]]) -> str | None:
    return next((right for right, words in known.items() if _near(name, words)), None)


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if "".join(one) == "".join(other):
        return bool(one)
    return len(one) == len(other) and all(map(_alike, one, other))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_WORD or not (one.isalpha() and other.isalpha()):
        return False
    if abs(len(one) - len(other)) > 2:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
