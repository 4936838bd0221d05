"""Names: what conditions on tracks, rooms, venues, companies, tags, kinds and languages select.

A name is found by itself, by the beginning of any of its words, by a part of it, or, which is
said, by what resembles it. Kinds and languages are names that have several spellings.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from summit_tui.catalogue.text import fold
from summit_tui.search.index import Index
from summit_tui.search.query import QueryError
from summit_tui.search.selected import Selected, union
from summit_tui.search.tokens import asked, words

_MOST_TOLD = 12
"""So many names are told where none was meant."""


def named(index: Index, dimension: str, text: str) -> Selected:
    """Return the rows whose track (room, venue …) is called, contains or resembles `text`."""
    wanted = fold(text)
    names = _names(index, dimension)
    parts = asked(wanted)
    together = "".join(parts)
    for holds in (
        lambda name: name.folded == wanted,
        lambda name: parts and set(parts).issubset(name.words),
        lambda name: any(word.startswith(wanted) for word in (name.folded, *name.words)),
        lambda name: wanted in name.folded,
        lambda name: together and any(end.startswith(together) for end in name.ends),
    ):
        found = [name.value for name in names if wanted and holds(name)]
        if found:
            return Selected(union(index, dimension, found))
    from summit_tui.search.likeness import nearest  # only a slip pays for it

    folded = {name.value: name.folded for name in names}
    meant = nearest(wanted, folded)
    if meant is None:
        raise no_name(dimension, text, folded)
    alike = [value for value, name in folded.items() if name == folded[meant]]
    return Selected(union(index, dimension, alike), ((text, meant),))


class _Name(NamedTuple):
    """A name as it is compared."""

    value: str
    folded: str
    words: tuple[str, ...]
    ends: tuple[str, ...]
    """From each of its words on, written as one."""


@lru_cache(maxsize=16)
def _names(index: Index, dimension: str) -> tuple[_Name, ...]:
    """Return the names of a dimension; those of the programmes that were last asked are kept."""
    found = []
    for value in index.facets.values(dimension):
        folded = fold(value)
        parts = tuple(words(folded))
        ends = tuple("".join(parts[place:]) for place in range(len(parts)))
        found.append(_Name(value, folded, parts, ends))
    return tuple(found)


def spelled(
    index: Index, dimension: str, text: str, spellings: Mapping[str, str], said: Mapping[str, str]
) -> Selected:
    """Return the rows whose kind or language `text` spells, begins or resembles.

    `spellings` holds every folded spelling with its value, `said` how a person reads a value.
    """
    wanted = "-".join(fold(text).replace("_", " ").split())
    for spelling in (wanted, wanted.removesuffix("s")):
        if (value := spellings.get(spelling)) is not None:
            return Selected(index.facets.rows(dimension, value))
    begun = [value for value in said if wanted and fold(said[value]).startswith(wanted)]
    begun = begun or [spellings[word] for word in spellings if wanted and word.startswith(wanted)]
    if begun:
        return Selected(union(index, dimension, begun))
    from summit_tui.search.likeness import nearest

    meant = nearest(wanted, {word: word for word in spellings})
    if meant is None:
        occurring = [said.get(value, value) for value in index.facets.values(dimension)]
        raise no_name(dimension, text, occurring or said.values())
    value = spellings[meant]
    return Selected(index.facets.rows(dimension, value), ((text, said[value]),))


def no_name(kind: str, text: str, known: Iterable[str]) -> QueryError:
    """Return the error for a value that no name resembles, with the nearest or some of `known`."""
    from summit_tui.catalogue.problems import did_you_mean

    names = list(dict.fromkeys(known))
    told = ", ".join(names[:_MOST_TOLD]) + " …" * (len(names) > _MOST_TOLD)
    hint = did_you_mean(text, names) or f"there are {told or 'none'}"
    return QueryError(f"no {kind} is like {text!r}", hint=hint)
