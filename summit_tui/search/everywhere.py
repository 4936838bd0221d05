"""A query asked of every programme on this machine.

Each programme is searched by itself, and its sessions stay together: scores of different programmes
do not compare. Programmes come in the order of the library, the current one first; those that have
the words as typed before those where a word was read as another. Those that have only some of the
words are left out where another has them all.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from summit_tui.catalogue.library import Entry, entries
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.sections import DamagedError
from summit_tui.search.context import Context
from summit_tui.search.finding import Found, find
from summit_tui.search.programme import Programme, open_programme
from summit_tui.search.query import Query, QueryError


class Hits(NamedTuple):
    """What a query found in one programme: one session at least."""

    entry: Entry
    programme: Programme
    found: Found


class Skipped(NamedTuple):
    """A programme that was not searched."""

    entry: Entry
    reason: str
    """On one line."""


class Everywhere(NamedTuple):
    """What a query found in all programmes."""

    hits: tuple[Hits, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    searched: int = 0
    """How many programmes were searched, with hits or without."""


def find_everywhere(
    query: Query,
    context_of: Callable[[Programme], Context],
    among: Iterable[Entry] | None = None,
) -> Everywhere:
    """Return what `query` means in each programme of the library, or of `among`.

    `context_of` says what I picked there, and what time it is. A programme that cannot be read, or
    in which the query means nothing (a track that it does not have), is skipped. Where it means
    nothing in any, the QueryError of the first is raised.
    """
    hits: list[Hits] = []
    skipped: list[Skipped] = []
    wrong: list[QueryError] = []
    searched = 0
    for entry in entries() if among is None else among:
        try:
            programme = open_programme(entry.path)
            found = find(programme, query, context_of(programme))
        except QueryError as error:
            wrong.append(error)
            skipped.append(Skipped(entry, error.message))
            continue
        except (OSError, DamagedError, CatalogueError) as error:
            skipped.append(Skipped(entry, _reason(error)))
            continue
        searched += 1
        if found.rows:
            hits.append(Hits(entry, programme, found))
    if wrong and not searched:
        raise wrong[0]
    return Everywhere(tuple(_ordered(hits)), tuple(skipped), searched)


def _ordered(hits: list[Hits]) -> list[Hits]:
    whole = [each for each in hits if not each.found.relaxed]
    return sorted(whole or hits, key=lambda each: bool(each.found.readings))


def _reason(error: Exception) -> str:
    if isinstance(error, CatalogueError):
        more = len(error.problems) - 1
        return f"{error.problems[0]}" + (f" and {more} more" if more else "")
    return (error.strerror or str(error)) if isinstance(error, OSError) else "its cache is damaged"
