"""Which sessions a person means by some words: the yardstick, made without the search engine.

A session is meant by words that all stand in its title, its speakers and its tags: its head. What
counts as a word is said here once more, and not taken from the engine, which else would be measured
with its own rule.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain

from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.text import fold

_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)")
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"[^\W_]+(?:\+\+|#(?!\w))?")

Ids = frozenset[str]


def words_of(text: str) -> list[str]:
    """Return the words of `text` in lower case without accents, French articles cut off."""
    return _WORD.findall(_POSSESSIVE.sub("", _ELISION.sub(" ", fold(text))))


class Heads:
    """The words of every session of a catalogue, and the sessions of every word."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.sessions: dict[str, Session] = {each.id: each for each in catalogue.sessions}
        self.titles = {each.id: words_of(each.title) for each in catalogue.sessions}
        self.speakers = {
            each.id: [words_of(speaker.name) for speaker in each.speakers]
            for each in catalogue.sessions
        }
        self._heads: dict[str, set[str]] = {}
        self._texts: dict[str, set[str]] = {}
        self._said: set[str] = set()
        for session in catalogue.sessions:
            self._read(session)
        self._sorted = sorted(self._heads)

    def _read(self, session: Session) -> None:
        head = [*self.titles[session.id], *chain(*self.speakers[session.id])]
        head += [word for tag in session.tags for word in words_of(tag)]
        for word in head:
            self._heads.setdefault(word, set()).add(session.id)
        for word in words_of(session.abstract or ""):
            self._texts.setdefault(word, set()).add(session.id)
        around = [*session.tracks, session.room or "", session.kind, session.code or "", session.id]
        around += [f"{speaker.role} {speaker.company}" for speaker in session.speakers]
        self._said.update(word for text in around for word in words_of(text))

    def having(self, words: Iterable[str]) -> Ids:
        """Return the sessions whose head has every one of `words`; none when there are none."""
        found = [self._heads.get(word, set()) for word in words]
        return frozenset(set.intersection(*found)) if found else frozenset()

    def beginning(self, prefix: str) -> Ids:
        """Return the sessions whose head has a word that begins with `prefix`."""
        found: set[str] = set()
        for word in self._sorted[bisect_left(self._sorted, prefix) :]:
            if not word.startswith(prefix):
                break
            found |= self._heads[word]
        return frozenset(found)

    def telling(self, word: str) -> Ids:
        """Return the sessions that have `word` in their head or their abstract."""
        return frozenset(self._heads.get(word, set()) | self._texts.get(word, set()))

    def abstract(self, session_id: str) -> list[str]:
        """Return the words that only the abstract of a session has, each once."""
        head = {*self.titles[session_id], *chain(*self.speakers[session_id])}
        told = words_of(self.sessions[session_id].abstract or "")
        return [word for word in dict.fromkeys(told) if word not in head]

    def knows(self, word: str) -> bool:
        """Return whether `word` stands in the head of any session."""
        return word in self._heads

    def silent_on(self, word: str) -> bool:
        """Return whether no word anywhere in the catalogue begins with `word`."""
        return not any(
            each.startswith(word)
            for words in (self._heads, self._texts, self._said)
            for each in words
        )
