"""Who speaks: what conditions on speakers select.

A speaker is found by the beginning of any of the names; a word that begins no name is read as the
nearest that is one.
"""

from summit_tui.catalogue.text import fold
from summit_tui.search.facets import Rows, rows_of, set_of
from summit_tui.search.index import SPEAKER, Index
from summit_tui.search.programme import Programme
from summit_tui.search.query import QueryError
from summit_tui.search.selected import Selected
from summit_tui.search.tokens import asked, words
from summit_tui.search.vocabulary import ROW_SHIFT

_CLOSE = 0.5
"""How alike a name must be, from 0 to 1, to be told as a way out."""
_MOST_TOLD = 3


def speakers(programme: Programme, text: str) -> Selected:
    """Return the rows with a speaker whose name has every word of `text`, or its beginning."""
    index = programme.index
    rows = index.facets.everything
    wanted: list[str] = []
    readings: list[tuple[str, str]] = []
    typed = list(dict.fromkeys(asked(text)))
    if not typed and text.strip():
        return Selected(_holding(programme, text))
    for word in typed:
        spoken = _spoken_by(index, index.head.beginning(word))
        if not spoken and (close := _nearest(index, word)):
            number, name = close
            readings.append((word, name))
            spoken, word = _spoken_by(index, range(number, number + 1)), name
        wanted.append(word)
        rows &= spoken
        if not rows:
            break
    if len(wanted) > 1:
        rows = set_of([row for row in rows_of(rows) if _names(programme, row, wanted)], index.size)
    if not rows or not wanted:
        raise QueryError(f"no speaker is like {text!r}", hint=_ways_out(programme, typed))
    return Selected(rows, tuple(readings))


def _holding(programme: Programme, text: str) -> Rows:
    """Return the rows with a speaker whose name holds `text`, which has no word: `﷽`, an emoji."""
    sessions, wanted = programme.catalogue.sessions, fold(text)
    found = [
        row
        for row, session in enumerate(sessions)
        if any(wanted in fold(speaker.name) for speaker in session.speakers)
    ]
    if not found:
        raise QueryError(f"no speaker is like {text!r}", hint="any part of a name is enough")
    return set_of(found, len(sessions))


def _spoken_by(index: Index, numbers: range) -> Rows:
    postings = index.head.postings(numbers)
    return set_of({each >> ROW_SHIFT for each in postings if each & SPEAKER}, index.size)


def _nearest(index: Index, word: str) -> tuple[int, str] | None:
    """Return number and word of the name that `word` was probably meant to be."""
    from summit_tui.search.likeness import near_words

    known = index.head.words(index.head.beginning(""))
    near = near_words(word, known)
    for name in sorted(near, key=lambda name: (near[name], name)):
        number = index.head.number(name)
        if number is not None and _spoken_by(index, range(number, number + 1)):
            return number, name
    return None


def _names(programme: Programme, row: int, wanted: list[str]) -> list[str]:
    """Return the speakers of a session whose names have all of `wanted`, or their beginnings."""
    return [
        speaker.name
        for speaker in programme.catalogue.sessions[row].speakers
        if all(any(part.startswith(word) for part in words(speaker.name)) for word in wanted)
    ]


def _ways_out(programme: Programme, wanted: list[str]) -> str:
    """Return the speakers that come nearest, as a hint."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    index = programme.index
    known = index.head.words(index.head.beginning(""))
    names: list[str] = []
    for word in wanted[:_MOST_TOLD]:
        similar = OSA.normalized_similarity
        for name, _, number in extract(word, known, scorer=similar, score_cutoff=_CLOSE, limit=20):
            for row in rows_of(_spoken_by(index, range(number, number + 1)))[:1]:
                names += _names(programme, row, [name])
    close = list(dict.fromkeys(names))[:_MOST_TOLD]
    if not close:
        return "part of a name is enough"
    return f"did you mean {close[0]}?" if len(close) == 1 else f"there are {', '.join(close)}"
