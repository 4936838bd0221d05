"""How alike sessions are to what somebody likes, and why: tracks, levels and words, in that order.

The likes are sessions that were picked, or the one that another is to stand in for. A session is
never compared with itself. Words that a good part of the programme uses decide nothing; what does
can be said in a line.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from summit_tui.catalogue.model import Session
from summit_tui.search.spellings import STOP_WORDS
from summit_tui.search.tokens import words

_TRACK, _LEVEL, _WORDS = 0.5, 0.2, 0.3
"""What each is worth where it agrees with all that is liked; together 1."""
_NAMED = 3
"""So many common words are told."""
_FEW = 8
"""Among fewer sessions no word is usual."""
_USUAL_SHARE = 0.2


class Likeness(NamedTuple):
    """How alike a session is."""

    score: float
    """From 0, nothing in common, to 1."""
    why: tuple[str, ...] = ()
    """Track, level and words in common, the first the weightiest."""


class Taste:
    """What the liked sessions have, by how much of the liking has it."""

    def __init__(
        self, liked: Iterable[tuple[Session, float]], usual: frozenset[str] = frozenset()
    ) -> None:
        pairs = [(session, weight) for session, weight in liked if weight > 0]
        whole = sum(weight for _, weight in pairs) or 1.0
        tracks, levels, said = Counter[str](), Counter[object](), Counter[str]()
        for session, weight in pairs:
            share = weight / whole
            tracks.update(dict.fromkeys(session.tracks, share))
            levels.update({session.level: share} if session.level is not None else {})
            said.update({word: share for word in _words(session) if word not in usual})
        self._tracks: Mapping[str, float] = tracks
        self._levels: Mapping[object, float] = levels
        self._words: Mapping[str, float] = said

    def of(self, session: Session) -> Likeness:
        """Return how alike `session` is."""
        track = max(session.tracks, key=lambda name: self._tracks.get(name, 0.0), default="")
        tracks, levels = self._tracks.get(track, 0.0), self._levels.get(session.level, 0.0)
        common = [word for word in _words(session) if word in self._words]
        common.sort(key=lambda word: (-self._words[word], word))
        apart = 1.0
        for word in common:
            apart *= 1.0 - self._words[word] / 2
        score = _TRACK * tracks + _LEVEL * levels + _WORDS * (1.0 - apart)
        why = [track] * (tracks > 0) + [str(session.level)] * (levels > 0)
        return Likeness(score, (*why, *common[:_NAMED]))


def usual_words(programme: Collection[Session]) -> frozenset[str]:
    """Return the words that so many sessions of `programme` use that they say nothing."""
    if len(programme) < _FEW:
        return frozenset()
    uses = Counter(word for session in programme for word in _words(session))
    most = len(programme) * _USUAL_SHARE
    return frozenset(word for word, count in uses.items() if count > most)


def _words(session: Session) -> tuple[str, ...]:
    """Return the words of title, subtitle and tags that decide anything, each once."""
    text = " ".join((session.title, session.subtitle or "", *session.tags))
    found = (word for word in words(text) if word not in STOP_WORDS and len(word) > 1)
    return tuple(dict.fromkeys(found))
