"""The derived index of a catalogue: words, facets and times, as sections.

`sections_of` derives it from a catalogue; `Index` reads it, from memory or from the cache file.
"""

import re
from array import array
from collections import defaultdict
from functools import cached_property

from summit_tui.catalogue.model import ASSUMED_MINUTES, Catalogue, Session
from summit_tui.catalogue.sections import Sections
from summit_tui.search import facets, speakers, vocabulary
from summit_tui.search.facets import Facets
from summit_tui.search.speakers import Speaking
from summit_tui.search.tokens import joined, words
from summit_tui.search.vocabulary import ROW_SHIFT, Vocabulary

TITLE, SPEAKER, COMPANY, TAG, TRACK, CODE, ABSTRACT, SUBTITLE = (1 << bit for bit in range(8))
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
"""What stands in an address is not what a session is about."""
_PARTS = re.compile(r"[^\W\d_]+|\d+")
NEVER = -(1 << 62)
"""The start of a session that has none."""


def sections_of(catalogue: Catalogue) -> dict[str, bytes]:
    """Return the index of `catalogue` as the sections `Index` reads."""
    strong: dict[str, list[int]] = defaultdict(list)
    pairs: dict[str, list[int]] = defaultdict(list)
    weak: dict[str, list[int]] = defaultdict(list)
    starts, ends = array("q"), array("q")
    for row, session in enumerate(catalogue.sessions):
        head, together = _head_words(session)
        abstract = set(words(_ADDRESS.sub(" ", session.abstract or "")))
        for word, fields in head.items():
            told = fields | ABSTRACT if word in abstract else fields
            strong[word].append(row << ROW_SHIFT | told)
        for word, fields in together.items():
            pairs[word].append(row << ROW_SHIFT | fields)
        for word in abstract.difference(head):
            weak[word].append(row << ROW_SHIFT | ABSTRACT)
        start = NEVER if session.start is None else int(session.start.timestamp())
        starts.append(start)
        minutes = ASSUMED_MINUTES if session.duration is None else session.duration
        ends.append(start + 60 * minutes if session.start else NEVER)
    return {
        **vocabulary.sections_of("head", strong),
        **vocabulary.sections_of("pairs", pairs),
        **vocabulary.sections_of("text", weak),
        **facets.sections_of(catalogue),
        **speakers.sections_of(catalogue),
        "starts": starts.tobytes(),
        "ends": ends.tobytes(),
    }


def _head_words(session: Session) -> tuple[dict[str, int], dict[str, int]]:
    """Return the words of everything but the abstract with the fields they stand in.

    First the words, then each two neighbours written as one.
    """
    found: dict[str, int] = {}
    together: dict[str, int] = {}
    texts = [(session.title, TITLE), (session.subtitle, SUBTITLE), (session.code, CODE)]
    texts += [(session.id, CODE)]
    texts += [(track, TRACK) for track in session.tracks]
    texts += [(tag, TAG) for tag in session.tags]
    for speaker in session.speakers:
        texts += [(speaker.name, SPEAKER), (speaker.company, COMPANY)]
    if session.code:  # people remember `301` of SVS301
        texts.append((" ".join(_PARTS.findall(session.code)), CODE))
    for text, field in texts:
        if text:
            tokens = words(text)
            for word in tokens:
                found[word] = found.get(word, 0) | field
            for word in joined(tokens):
                together[word] = together.get(word, 0) | field
    return found, together


class Index:
    """What a search asks: words, facets, times. Raises DamagedError for content that lies."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self.facets = Facets(sections)

    @property
    def size(self) -> int:
        """How many sessions there are."""
        return self.facets.size

    @cached_property
    def head(self) -> Vocabulary:
        """The words of titles, speakers, companies, tags, tracks and codes."""
        return Vocabulary(self._sections, "head")

    @cached_property
    def pairs(self) -> Vocabulary:
        """Each two neighbouring words of the same, written together."""
        return Vocabulary(self._sections, "pairs")

    @cached_property
    def text(self) -> Vocabulary:
        """The words that stand in a session's abstract only; the head knows of the others."""
        return Vocabulary(self._sections, "text")

    @cached_property
    def speakers(self) -> tuple[Speaking, ...]:
        """Everyone who speaks, by name, with their sessions."""
        return speakers.read_speakers(self._sections)

    @cached_property
    def starts(self) -> "array[int]":
        """For each row the start in seconds since 1970 UTC, `NEVER` when unknown."""
        return array("q", self._sections.whole("starts"))

    @cached_property
    def ends(self) -> "array[int]":
        """For each row the end in seconds since 1970 UTC, assumed where a session does not say."""
        return array("q", self._sections.whole("ends"))
