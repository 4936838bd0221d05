"""The words of a programme, sorted, each with the sessions and fields it stands in.

Three sections of one index: the words as lines, where each word's postings begin, and the
postings, an unsigned 32-bit number each: the session's row times 256 plus the fields' bits.
"""

from array import array
from collections.abc import Iterator, Mapping
from functools import cached_property

from summit_tui.catalogue.sections import DamagedError, Sections

ROW_SHIFT = 8
"""A posting is `row << ROW_SHIFT | fields`."""


def sections_of(name: str, postings: Mapping[str, list[int]]) -> dict[str, bytes]:
    """Return the sections called `name…` that `Vocabulary` reads."""
    ordered = sorted(postings)
    starts, packed = array("I", [0]), array("I")
    for word in ordered:
        packed.extend(postings[word])
        starts.append(len(packed))
    return {
        f"{name}.words": ("\n" + "\n".join(ordered) + "\n").encode() if ordered else b"\n",
        f"{name}.starts": starts.tobytes(),
        f"{name}.postings": packed.tobytes(),
    }


class Vocabulary:
    """The words called `name` of an index: found exactly, by prefix or by edit distance."""

    def __init__(self, sections: Sections, name: str) -> None:
        self._sections = sections
        self._name = name
        self._lines = sections.whole(f"{name}.words")
        self._starts = array("I", sections.whole(f"{name}.starts"))

    @cached_property
    def _words(self) -> list[str]:
        return self._lines.decode()[1:-1].split("\n") if len(self._lines) > 1 else []

    def postings(self, number: int) -> "array[int]":
        """Return the postings of the word with that number; DamagedError when out of bounds."""
        try:
            start, end = self._starts[number], self._starts[number + 1]
        except IndexError as error:
            raise DamagedError(self._name) from error
        part = self._sections.part(f"{self._name}.postings", start * 4, (end - start) * 4)
        return array("I", part)

    def exact(self, word: str) -> int | None:
        """Return the number of `word`, or None."""
        found = self._lines.find(f"\n{word}\n".encode())
        return None if found < 0 else self._lines.count(b"\n", 0, found)

    def starting_with(self, prefix: str, most: int) -> Iterator[tuple[int, str]]:
        """Yield number and word of up to `most` words that begin with, but are not, `prefix`."""
        if not prefix:
            return
        encoded = f"\n{prefix}".encode()
        found = self._lines.find(encoded)
        if found < 0:
            return
        number = self._lines.count(b"\n", 0, found)
        while most and self._lines.startswith(encoded, found):
            end = self._lines.index(b"\n", found + 1)
            if end - found > len(encoded):
                yield number, self._lines[found + 1 : end].decode()
                most -= 1
            number, found = number + 1, end

    def near(self, word: str, distance: int) -> list[tuple[int, str, int]]:
        """Return number, word and distance of the words within `distance` edits of `word`.

        An edit is one letter inserted, deleted, replaced or swapped with its neighbour (optimal
        string alignment).
        """
        from rapidfuzz.distance import OSA  # a search that finds its words never pays for it
        from rapidfuzz.process import extract

        hits = extract(word, self._words, scorer=OSA.distance, score_cutoff=distance, limit=None)
        return [(number, found, int(edits)) for found, edits, number in hits]

    def near_beginnings(self, typed: str) -> list[str]:
        """Return the beginnings of words that are one edit away from `typed`, shortest first.

        A missing letter makes the beginning one longer than what was typed, a letter too many one
        shorter. Beginnings start with the letter typed first: anything else resembles everything.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found: list[str] = []
        candidates = [word for word in self._words if word[0] == typed[0]]
        for length in (len(typed) - 1, len(typed), len(typed) + 1):
            beginnings = list(dict.fromkeys([word[:length] for word in candidates]))
            hits = extract(typed, beginnings, scorer=OSA.distance, score_cutoff=1, limit=None)
            found += [beginning for beginning, edits, _ in hits if edits == 1]
        return [each for each in found if not each.startswith(tuple(set(found) - {each}))]
