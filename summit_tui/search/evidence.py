"""Why a session was found: which of its words answer which word of the query.

Evidence holds words, not places: where they stand in a text is worked out for the few texts that
are shown, so that a search over thousands of sessions costs nothing more for it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summit_tui.catalogue.model import Session


_NONE: Mapping[str, str] = MappingProxyType({})


class Evidence(NamedTuple):
    """What words of a programme count as found; false when there is nothing to mark."""

    words: Mapping[str, str] = _NONE
    """Words of the programme, folded, each with the word of the query it answers."""
    beginnings: Mapping[str, str] = _NONE
    """Beginnings of words that count likewise: what was typed is not finished."""
    pairs: Mapping[str, str] = _NONE
    """Two neighbours, written together, that count likewise."""
    phrases: Mapping[tuple[str, ...], str] = MappingProxyType({})
    """Words that count one after the other only."""

    def __bool__(self) -> bool:
        return bool(self.words or self.beginnings or self.pairs or self.phrases)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where in `text`, as shown, what was found stands: sorted, disjoint, half open.

        Of an unfinished word only what was typed.
        """
        from summit_tui.catalogue.spans import joined

        return joined((start, end) for start, end, _ in self.found_in(text))

    def found_in(self, text: str) -> list[tuple[int, int, str]]:
        """Return where in `text` something found begins and ends, and the word it answers."""
        if not self:
            return []
        from summit_tui.search.tokens import placed

        places = placed(text)
        found, begun = [], tuple(self.beginnings)
        for start, end, word in places:
            if typed := self.words.get(word):
                found.append((start, end, typed))
            elif begun and word.startswith(begun):
                found += self._begun(start, end, word)
        if self.pairs:
            for (start, _, first), (_, end, second) in pairwise(places):
                if typed := self.pairs.get(first + second):
                    found.append((start, end, typed))
        for phrase, typed in self.phrases.items():
            found += _phrases_in(places, phrase, typed)
        return found

    def _begun(self, start: int, end: int, word: str) -> Iterator[tuple[int, int, str]]:
        for beginning, typed in self.beginnings.items():
            if word.startswith(beginning):
                whole = end - start != len(word)  # folding changed its length
                yield start, end if whole else start + len(beginning), typed


NOTHING = Evidence()


class Reason(NamedTuple):
    """One thing about a session that answers a word of the query."""

    field: str
    """`title`, `speaker`, `abstract` …"""
    text: str
    """The field's text; of an abstract the words around."""
    marks: tuple[tuple[int, int], ...]
    """Where in `text` the words stand."""
    typed: tuple[str, ...]
    """The words of the query that these answer."""


AROUND = 30
"""So many characters of an abstract are shown on either side of a word found in it."""


def reasons(evidence: Evidence, session: "Session") -> list[Reason]:
    """Return why `session` was found, field by field; no word that it has stays without one."""
    found: list[Reason] = []
    for name, whole in _texts(session):
        if name == "abstract":
            answered = {typed for reason in found for typed in reason.typed}
            pieces = snippets(evidence, whole, answered)
        else:
            pieces = [whole] if evidence.spans(whole) else []
        found += [
            Reason(name, text, evidence.spans(text), _answered(evidence, text)) for text in pieces
        ]
    return found


def _answered(evidence: Evidence, text: str) -> tuple[str, ...]:
    """Return the words of the query that `text` answers."""
    return tuple(dict.fromkeys(typed for _, _, typed in evidence.found_in(text)))


def snippets(evidence: Evidence, text: str, answered: Collection[str] = ()) -> list[str]:
    """Return parts of a long text, each on one line: around the first word found in it, and more.

    One for each word of the query that neither another part has nor `answered` holds.
    """
    line, parts, known = " ".join(text.split()), list[str](), set(answered)
    for start, end, typed in sorted(evidence.found_in(line)):
        if not parts or typed not in known:
            parts.append(_around(line, start, end))
            known.update((typed, *_answered(evidence, parts[-1])))
    return parts


def _around(line: str, start: int, end: int) -> str:
    start, end = max(0, start - AROUND), min(len(line), end + AROUND)
    start = line.rfind(" ", 0, start) + 1 if start else 0
    stop = line.find(" ", end)
    end = len(line) if stop < 0 else stop
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def _texts(session: "Session") -> Iterator[tuple[str, str]]:
    """Yield the texts that words are looked for in, in the order of their weight."""
    yield "title", session.title
    yield "subtitle", session.subtitle or ""
    yield "code", session.code or ""
    yield "id", session.id
    for speaker in session.speakers:
        yield "speaker", speaker.name
        yield "company", speaker.company or ""
    yield from (("tag", tag) for tag in session.tags)
    yield from (("track", track) for track in session.tracks)
    yield "abstract", session.abstract or ""


def _phrases_in(
    places: Sequence[tuple[int, int, str]], phrase: tuple[str, ...], typed: str
) -> Iterator[tuple[int, int, str]]:
    length = len(phrase)
    for at in range(len(places) - length + 1):
        run = places[at : at + length]
        if tuple(word for _, _, word in run) == phrase:
            yield run[0][0], run[-1][1], typed
