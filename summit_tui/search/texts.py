"""Texts: what conditions on titles, abstracts, codes and ids select.

Words match as they stand or by their beginning, whatever their case and accents, never by likeness:
who names the field knows the word. All the words of a value must occur.
"""

from functools import reduce
from operator import and_

from summit_tui.catalogue.text import fold
from summit_tui.search.facets import Rows, set_of
from summit_tui.search.index import ABSTRACT, SUBTITLE, TITLE
from summit_tui.search.programme import Programme
from summit_tui.search.query import QueryError
from summit_tui.search.selected import Selected
from summit_tui.search.tokens import asked
from summit_tui.search.vocabulary import ROW_SHIFT, Vocabulary

_SIGNS = dict.fromkeys(map(ord, " -_./:#"))
"""What people leave out of a code, or put into it."""
_CLOSE = 0.5
"""How alike a code must be, from 0 to 1, to be told as a way out."""


def in_title(programme: Programme, text: str) -> Selected:
    """Return the rows with every word of `text`, or its beginning, in title or subtitle."""
    index = programme.index
    each = [_rows(index.head, word, index.size, TITLE | SUBTITLE) for word in asked(text)]
    return Selected(reduce(and_, each) if each else 0)


def in_abstract(programme: Programme, text: str) -> Selected:
    """Return the rows with every word of `text`, or its beginning, in the abstract."""
    index = programme.index
    each = [
        _rows(index.text, word, index.size) | _rows(index.head, word, index.size, ABSTRACT)
        for word in asked(text)
    ]
    return Selected(reduce(and_, each) if each else 0)


def with_code(programme: Programme, text: str) -> Selected:
    """Return the rows whose code begins with `text`, signs and blanks aside."""
    return _called(programme, "code", programme.catalogue.sessions.codes(), text)


def with_id(programme: Programme, text: str) -> Selected:
    """Return the rows whose id begins with `text`, signs and blanks aside."""
    return _called(programme, "id", programme.catalogue.sessions.ids(), text)


def _rows(vocabulary: Vocabulary, word: str, size: int, fields: int = 255) -> Rows:
    postings = vocabulary.postings(vocabulary.beginning(word))
    return set_of({each >> ROW_SHIFT for each in postings if each & fields}, size)


def _called(programme: Programme, field: str, names: list[str], text: str) -> Selected:
    wanted = fold(text)
    found = [row for row, name in enumerate(names) if wanted and fold(name).startswith(wanted)]
    if not found and (wanted := wanted.translate(_SIGNS)):
        plain = (fold(name).translate(_SIGNS) for name in names)
        found = [row for row, name in enumerate(plain) if name.startswith(wanted)]
    if not found:
        raise QueryError(f"no {field} begins with {text!r}", hint=_nearest(text, names))
    return Selected(set_of(found, programme.index.size))


def _nearest(text: str, names: list[str]) -> str:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    similar = OSA.normalized_similarity
    close = extractOne(text, names, scorer=similar, processor=fold, score_cutoff=_CLOSE)
    return f"did you mean {close[0]}?" if close else "its beginning is enough"
