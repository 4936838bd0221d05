"""From text to the words that are compared.

A word is a run of letters and digits, folded; `c++` and `c#` keep their signs. French elisions
lose their article (`l'aide` is `aide`). Words that people write apart or together (`back end`,
`svs 301`, `e-commerce`) are joined in pairs besides.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from summit_tui.catalogue.text import fold

_WORD = re.compile(r"[^\W_]+(?:\+\+|#(?!\w))?")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)")
_POSSESSIVE = re.compile(r"['’]s\b")
MAX_WORD = 40
"""Longer runs are no words but addresses and digests; what is compared is their beginning."""


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order, with repetitions."""
    folded = fold(text)
    if "'" in folded or "’" in folded:
        folded = _POSSESSIVE.sub("", _ELISION.sub(" ", folded))
    return [word[:MAX_WORD] for word in _WORD.findall(folded)]


def joined(tokens: list[str]) -> Iterable[str]:
    """Return each word joined with the next: what `back end` is when written `backend`."""
    return [
        first + second for first, second in pairwise(tokens) if len(first) + len(second) <= MAX_WORD
    ]
