"""Which parts of a shown text are marked, because the query found the session by them.

Works on text as it is shown, after it was cut to its width, and never makes it longer: a mark is a
look, not a sign. Asked only for what is on the screen.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len

from summit_tui.catalogue.model import Session
from summit_tui.tui.words import fit

if TYPE_CHECKING:
    from summit_tui.search.evidence import Evidence

MATCH = "bold underline"
"""How a marked word looks, with colour and without."""
Span = tuple[int, int]
_LINK = r"!?\[([^\]]*)\]\([^)\s]*\)"
_SIGNS = r"(?m)^\s*(?:#{1,6}|>|[-*+])\s|[*_`|]+"
_BEFORE = 3
"""A piece of a text begins one part in so many before the word it is shown for, if it goes on."""
_CUT = "… "


def marked(evidence: "Evidence | None", text: str, whole: str = "") -> tuple[Span, ...]:
    """Return where in `text` the marked words stand: sorted, disjoint, half open.

    `whole` is what `text` was cut from: a word cut in two is still known by all of it.
    """
    if not evidence:
        return ()
    if not whole or whole == text:
        return evidence.spans(text)
    shown = _alike(text, whole)
    spans = evidence.spans(whole)
    return tuple((start, min(end, shown)) for start, end in spans if start < shown)


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def parted(
    text: str, spans: tuple[Span, ...], look: str = "", match: str = "match"
) -> list[tuple[str, str]]:
    """Return `text` in parts that join to it, each with its look: `match` for what is marked."""
    parts: list[tuple[str, str]] = []
    at = 0
    for start, end in spans:
        parts += [(text[at:start], look), (text[start:end], match)]
        at = end
    return [(part, name) for part, name in [*parts, (text[at:], look)] if part]


def passage(evidence: "Evidence", session: Session, width: int) -> tuple[str, tuple[Span, ...]]:
    """Return words around the first marked one of what a list does not show, and its marks.

    Of the first text that has any: the title where it was cut, subtitle, code, tracks, tags,
    speakers, abstract. Empty when none has. In at most `width` cells.
    """
    for text in _unseen(session):
        if spans := evidence.spans(text):
            piece = _around(text, spans[0], width)
            return piece, evidence.spans(piece)
    return "", ()


def _unseen(session: Session) -> Iterator[str]:
    yield session.title
    yield session.subtitle or ""
    yield session.code or ""
    yield ", ".join(session.tracks)
    yield " ".join(f"#{tag}" for tag in session.tags)
    for speaker in session.speakers:
        yield str(speaker)
    yield plain(session.abstract or "")


def plain(markdown: str) -> str:
    """Return Markdown on one line, without the signs that are not read."""
    return " ".join(re.sub(_SIGNS, " ", re.sub(_LINK, r"\1", markdown)).split())


def _around(text: str, span: Span, width: int) -> str:
    """Return the piece of `text` with `span` in it that fits into `width` cells."""
    if cell_len(text) <= width:
        return text
    start = 0
    if cell_len(text[: span[1]]) >= width:
        left = width - len(_CUT) - cell_len(text[span[0] : span[1]]) - len("…")
        spare = width - len(_CUT) - cell_len(text[span[0] :])
        start = _back(text, span[0], min(max(width // _BEFORE, spare), left))
    return fit(f"{_CUT}{text[start:]}" if start else text, width)


def _back(text: str, place: int, cells: int) -> int:
    """Return where the words begin that end at `place` and take up to so many cells."""
    start = place
    while start > 0 and (cells := cells - cell_len(text[start - 1])) >= 0:
        start -= 1
    blank = text.find(" ", max(start - 1, 0), place)
    return blank + 1 if start and blank >= 0 else start
