"""From text to the words that are compared.

A word is a run of letters and digits, folded; `c++` and `c#` keep their signs. French elisions
lose their article (`l'aide` is `aide`). Words that people write apart or together (`back end`,
`svs 301`, `e-commerce`) are joined in pairs besides. Scripts that set no blanks between words
(Chinese, Japanese, Thai …) are cut into pairs of neighbouring letters, as search engines do, so
that a word is found wherever it stands; the signs that Indic scripts add to a letter stay with it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from summit_tui.catalogue.text import fold

_WORD = re.compile(r"[^\W_]+(?:\+\+|#(?!\w))?")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)")
_POSSESSIVE = re.compile(r"['’]s\b")
_BLANKLESS = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_SIGNED = "\u0900-\u0963\u0966-\u0dff"
_DRESSED = (
    "\u20a8\u2100-\u214f\u249c-\u24e9\u2e9f\u2ef3\u2f00-\u2fd5\u3196-\u319f\u3200-\u33ff\ufdfc"
    "\U0001f110-\U0001f251"
)
"""Signs that are letters only when folded: ™, ⒜, ㈱."""
MAX_WORD = 40
"""Longer runs are no words but addresses and digests; what is compared is their beginning."""


@cache
def _scripts() -> re.Pattern[str]:
    """Return what finds the beginning of a run that needs more than folding."""
    # Compiled when a text asks for it: most hold Latin letters only.
    return re.compile(f"[{_BLANKLESS}{_SIGNED}]")


@cache
def _runs() -> re.Pattern[str]:
    letter = rf"(?:(?![{_BLANKLESS}{_SIGNED}])[^\W_]|[{_DRESSED}])"
    letters = rf"(?:{letter}[\u0300-\u036f]*)+(?:\+\+|#(?!\w))?"
    return re.compile(rf"(?P<blankless>[{_BLANKLESS}]+)|(?P<signed>[{_SIGNED}]+)|{letters}")


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order, with repetitions."""
    if not text.isascii() and _scripts().search(text):
        return [word for _, _, word in placed(text)]
    folded = fold(text)
    if "'" in folded or "’" in folded:
        folded = _POSSESSIVE.sub("", _ELISION.sub(" ", folded))
    found = _WORD.findall(folded)
    return found if max(map(len, found), default=0) <= MAX_WORD else [w[:MAX_WORD] for w in found]


def asked(text: str) -> list[str]:
    """Return the words of `text` as they are looked for.

    The last letter of a run without blanks is indexed alone too, so that it is found by itself; in
    a longer run it stands for nothing of its own.
    """
    if text.isascii() or not _scripts().search(text):
        return words(text)
    found = placed(text)
    return [
        word
        for number, (start, end, word) in enumerate(found)
        if not number or end != found[number - 1][1] or start == found[number - 1][1]
    ]


@lru_cache(maxsize=1024)  # the texts that a screen of sessions shows, asked for at every key
def placed(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the words of `text`, each with where it begins and ends in it (half open)."""
    if "'" in text or "’" in text:  # blanked out, so that places stay what they are
        text = _any_case(_POSSESSIVE).sub(_blank, _any_case(_ELISION).sub(_blank, text))
    found: list[tuple[int, int, str]] = []
    for match in _runs().finditer(text):
        start, end = match.span()
        if match["blankless"]:
            found += _letters_in_pairs(text, start, end)
        elif match["signed"]:
            found.append((start, end, fold(match[0])[:MAX_WORD]))
        else:
            found += [(start, end, word[:MAX_WORD]) for word in _WORD.findall(fold(match[0]))]
    return tuple(found)


@cache
def _any_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(pattern.pattern, re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _letters_in_pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield each two neighbouring letters, and the last one alone."""
    for at in range(start, end - 1):
        yield at, at + 2, fold(text[at : at + 2])
    yield end - 1, end, fold(text[end - 1])


def joined(tokens: list[str]) -> Iterable[str]:
    """Return each word joined with the next: what `back end` is when written `backend`."""
    return [
        first + second for first, second in pairwise(tokens) if len(first) + len(second) <= MAX_WORD
    ]
