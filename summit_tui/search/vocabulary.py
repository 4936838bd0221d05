"""The words of a programme, sorted, each with the sessions and fields it stands in.

Four sections of one index: the words as lines; every 128th of them with the place of its line, so
that looking one up reads a few kilobytes; where each word's postings begin; and the postings, an
unsigned 32-bit number each: the session's row times 256 plus the fields' bits. Words with the same
beginning are neighbours, and so are their postings.
"""

from array import array
from bisect import bisect_right
from collections.abc import Mapping

from summit_tui.catalogue.sections import DamagedError, Sections

ROW_SHIFT = 8
"""A posting is `row << ROW_SHIFT | fields`."""
_STEP = 128
_AFTER_ALL = b"\xff"
"""Greater than any letter in UTF-8."""


def sections_of(name: str, postings: Mapping[str, list[int]]) -> dict[str, bytes]:
    """Return the sections called `name…` that `Vocabulary` reads."""
    words = {word.encode(): word for word in postings}
    ordered = sorted(words)
    starts, packed, places = array("I", [0]), array("I"), array("Q")
    place = 0
    for number, encoded in enumerate(ordered):
        packed.extend(postings[words[encoded]])
        starts.append(len(packed))
        if number % _STEP == 0:
            places.append(place)
        place += len(encoded) + 1
    return {
        f"{name}.words": b"".join([word + b"\n" for word in ordered]),
        f"{name}.samples": b"\n".join(ordered[::_STEP]),
        f"{name}.places": places.tobytes(),
        f"{name}.starts": starts.tobytes(),
        f"{name}.postings": packed.tobytes(),
    }


class Vocabulary:
    """The words called `name` of an index: found exactly or by their beginning.

    A word goes by its number in the sorted order.
    """

    def __init__(self, sections: Sections, name: str) -> None:
        self._sections = sections
        self._name = name
        samples = sections.whole(f"{name}.samples")
        self._samples = samples.split(b"\n") if samples else []
        self._places = array("Q", sections.whole(f"{name}.places"))
        self._size = sections.size(f"{name}.words")
        self._blocks: dict[int, list[bytes]] = {}
        if len(self._samples) != len(self._places):
            raise DamagedError(name)

    def number(self, word: str) -> int | None:
        """Return the number of `word`, or None."""
        at, found = self._find(word.encode())
        return at if found else None

    def beginning(self, prefix: str) -> range:
        """Return the numbers of the words that begin with `prefix`, it among them."""
        encoded = prefix.encode()
        return range(self._find(encoded)[0], self._find(encoded + _AFTER_ALL)[0])

    def words(self, numbers: range) -> list[str]:
        """Return the words with those numbers, which lie one after the other."""
        if not numbers:
            return []
        first, last = numbers.start // _STEP, (numbers.stop - 1) // _STEP
        block = [word for each in range(first, last + 1) for word in self._block(each)]
        skipped = numbers.start - first * _STEP
        return [word.decode() for word in block[skipped : skipped + len(numbers)]]

    def postings(self, numbers: range) -> "array[int]":
        """Return the postings of the words with those numbers, in the order of the words."""
        bounds = self.bounds(numbers)
        start, end = bounds[0], bounds[-1]
        part = self._sections.part(f"{self._name}.postings", start * 4, (end - start) * 4)
        return array("I", part)

    def bounds(self, numbers: range) -> "array[int]":
        """Return where the postings of each of the words begin, and where the last ones end."""
        length = (len(numbers) + 1) * 4
        part = self._sections.part(f"{self._name}.starts", numbers.start * 4, length)
        return array("I", part)

    def _find(self, word: bytes) -> tuple[int, bool]:
        """Return the number that `word` has or would have, and whether it is there."""
        block = bisect_right(self._samples, word) - 1
        if block < 0:
            return 0, False
        words = self._block(block)
        at = bisect_right(words, word)
        found = at > 0 and words[at - 1] == word
        return block * _STEP + at - found, found

    def _block(self, number: int) -> list[bytes]:
        words = self._blocks.get(number)
        if words is None:
            start = self._places[number]
            last = number + 1 == len(self._places)
            end = self._size if last else self._places[number + 1]
            lines = self._sections.part(f"{self._name}.words", start, end - start)
            words = self._blocks[number] = lines.split(b"\n")[:-1]
        return words
