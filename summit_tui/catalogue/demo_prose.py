"""Titles and abstracts of the demo summit: sentences filled with the terms of a track.

Every draw comes from the generator's own source of chance, so that the same seed gives the same
text. The sentences make sense one by one; that they make a talk is not promised.
"""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from summit_tui.catalogue import demo_words as words

Track = tuple[str, str]
"""Name and code letters, a key of `demo_words.TRACKS`."""
Vocabulary = dict[str, str]
"""What the placeholders of a sentence stand for."""

_Item = TypeVar("_Item")
_WIDTH = 96
_TRIES_FOR_A_NEW_TITLE = 8


class Prose:
    """Writes for one summit, and remembers the titles it has given."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._terms = {track: terms.split("|") for track, terms in words.TRACKS.items()}
        self._all_terms = [term for terms in self._terms.values() for term in terms]
        self._titles: set[str] = set()
        self._places = {language: text.split("|") for language, text in words.PLACES.items()}

    def pick(self, items: Sequence[_Item]) -> _Item:
        """Return one of `items`; several times faster than `Random.choice`."""
        return items[int(self.random.random() * len(items))]

    def vocabulary(self, track: Track, language: str) -> Vocabulary:
        """Return three terms of `track` (`a`, `b`, `c`), one of any (`x`), a place and numbers."""
        a, b, c = self.random.sample(self._terms[track], 3)
        return {
            "a": a,
            "A": a[0].upper() + a[1:] if a.islower() else a,
            "b": b,
            "c": c,
            "x": self.pick(self._all_terms),
            "n": f"{self.random.randrange(2, 90)}{words.THOUSANDS[language]}000",
            "m": str(self.random.randrange(6, 40)),
            "place": self.pick(self._places[language]),
        }

    def title(self, kind: str, language: str, vocabulary: Vocabulary, track: Track) -> str:
        """Return a title nobody has yet, if that can be; `vocabulary` then holds its terms."""
        patterns = words.KIND_TITLES.get((kind, language), words.TITLES[language])
        for _ in range(_TRIES_FOR_A_NEW_TITLE):
            title = self.pick(patterns).format_map(vocabulary)
            if title not in self._titles:
                break
            vocabulary.update(self.vocabulary(track, language))
        self._titles.add(title)
        return title

    def subtitle(self, vocabulary: Vocabulary, language: str) -> str:
        """Return a second title line."""
        return self.pick(words.SUBTITLES[language]).format_map(vocabulary)

    def abstract(self, vocabulary: Vocabulary, language: str) -> str:
        """Return two to six sentences, in lines as a person would keep them in a file."""
        chosen = self.random.sample(words.SENTENCES[language], self.random.randrange(2, 7))
        return _wrapped(" ".join(chosen).format_map(vocabulary))


def _wrapped(text: str) -> str:
    lines, start = [], 0
    while len(text) - start > _WIDTH:
        end = text.rfind(" ", start, start + _WIDTH + 1)
        lines.append(text[start:end])
        start = end + 1
    return "\n".join([*lines, text[start:]])
