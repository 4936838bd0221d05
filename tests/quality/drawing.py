"""Sessions and words drawn at random from a catalogue, as material for queries.

A word to build a query on is ASCII when folded, long enough, no number and none of the small words
of English and French, which tell sessions apart as little as people expect them to.
"""

from random import Random

from tests.quality.heads import Heads
from tests.quality.slips import ALL, slip

_SMALL_WORDS = (
    "a an and are as at be by can do for from how in is it not of on or our that the this to was "
    "we what when why will with you your about into "
    "au aux avec ce ces cette comment dans de des du elle en est et il la le les leur mais ne nos "
    "notre nous on ou par pas plus pour pourquoi que qui quoi sa sans se ses son sont sur un une "
    "vos votre vous"
)
_SMALL = frozenset(_SMALL_WORDS.split())


def telling(word: str, least: int) -> bool:
    plain = word.isascii() and word.isalnum() and not word.isdigit()
    return plain and len(word) >= least and word not in _SMALL


class Drawer:
    """Draws sessions and words from one catalogue."""

    def __init__(self, heads: Heads, random: Random) -> None:
        self.heads, self.random = heads, random
        self.ids = list(heads.sessions)

    def some_id(self) -> str:
        return self.random.choice(self.ids)

    def title_words(self, count: int, least: int = 4) -> list[str] | None:
        """Return `count` different words of some title, each of `least` letters or more."""
        words = [each for each in self.heads.titles[self.some_id()] if telling(each, least)]
        words = list(dict.fromkeys(words))
        return self.random.sample(words, count) if len(words) >= count else None

    def surname(self, session_id: str) -> str | None:
        names = [name for name in self.heads.speakers[session_id] if name]
        name = self.random.choice(names)[-1] if names else ""
        return name if telling(name, 4) else None

    def slipped(self, word: str, kinds: tuple[str, ...] = ALL, count: int = 1) -> str | None:
        typed = slip(word, self.random, kinds, count)
        return None if typed is None or self.heads.knows(typed) else typed

    def begun(self, word: str, least: int) -> str:
        return word[: self.random.randrange(least, len(word))]
