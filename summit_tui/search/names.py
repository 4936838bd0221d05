"""Names: what conditions on tracks, rooms, venues, companies, tags and speakers select."""

from collections.abc import Iterable

from summit_tui.catalogue.text import fold
from summit_tui.search.facets import Rows, set_of
from summit_tui.search.index import SPEAKER, Index
from summit_tui.search.query import QueryError
from summit_tui.search.selected import Selected, union
from summit_tui.search.tokens import words
from summit_tui.search.vocabulary import ROW_SHIFT


def named(index: Index, dimension: str, text: str) -> Selected:
    """Return the rows whose track (room, venue …) is called, contains or resembles `text`."""
    wanted = fold(text)
    values = index.facets.values(dimension)
    folded = {value: fold(value) for value in values}
    for holds in (
        lambda name: name == wanted,
        lambda name: any(word.startswith(wanted) for word in (name, *words(name))),
        lambda name: wanted in name,
        lambda name: set(words(wanted)) <= set(words(name)) != set(),
    ):
        found = [value for value in values if holds(folded[value])]
        if found:
            return Selected(union(index, dimension, found))
    from summit_tui.catalogue.problems import closest

    if name := closest(wanted, folded.values()):
        close = [value for value in values if folded[value] == name]
        return Selected(union(index, dimension, close), ((text, str(close[0])),))
    known = ", ".join(str(value) for value in values[:12]) or "none"
    raise QueryError(f"no {dimension} is like {text!r}", hint=f"there are {known}")


def speakers(index: Index, text: str) -> Rows:
    """Return the rows with a speaker whose name has every word of `text`, or its beginning."""
    rows = index.facets.everything
    for word in words(text):
        numbers = [number for number, _ in index.head.starting_with(word, 1000)]
        if (number := index.head.exact(word)) is not None:
            numbers.append(number)
        if not (matching := _speaker_rows(index, numbers)) and len(word) > 3:
            near = index.head.near(word, 1 if len(word) < 8 else 2)
            matching = _speaker_rows(index, [number for number, _, _ in near])
        rows &= set_of(matching, index.size)
    return rows


def _speaker_rows(index: Index, numbers: Iterable[int]) -> set[int]:
    return {
        posting >> ROW_SHIFT
        for number in numbers
        for posting in index.head.postings(number)
        if posting & SPEAKER
    }
