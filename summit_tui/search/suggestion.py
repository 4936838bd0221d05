"""What may have been meant where nothing was found: a question, never an answer."""

from collections.abc import Iterator
from contextlib import suppress

from summit_tui.catalogue.text import fold
from summit_tui.search.context import Context
from summit_tui.search.finding import find
from summit_tui.search.near import resembling
from summit_tui.search.programme import Programme
from summit_tui.search.query import Condition, Query, QueryError
from summit_tui.search.tokens import words
from summit_tui.search.worded import worded


def suggestion(programme: Programme, query: Query, context: Context) -> Query | None:
    """Return a query that may have been meant, and finds something; None when there is none.

    Words that are the name of a level, a language, a kind, a day, a room or a venue are conditions;
    words that were not found are replaced by what resembles them, and left out where nothing does.
    """
    if (meant := as_conditions(programme, query, context)) is not None:
        return meant
    for other in (*_places(programme, query), *_respelled(programme, query)):
        with suppress(QueryError):
            if find(programme, other, context).rows:
                return other
    return None


def as_conditions(programme: Programme, query: Query, context: Context) -> Query | None:
    """Return `query` with names of levels, languages, kinds and days as conditions.

    None where that does not find sessions with all the other words.
    """
    for other in worded(programme, query):
        with suppress(QueryError):
            found = find(programme, other, context)
            if found.rows and not found.relaxed:
                return other
    return None


def _places(programme: Programme, query: Query) -> Iterator[Query]:
    text = " ".join(query.words)
    for field in ("room", "venue"):
        for name in programme.index.facets.values(field):
            if text and fold(text) in (fold(name), *words(name)):
                yield query._replace(words=()).where(Condition(field, (name,)))


def _respelled(programme: Programme, query: Query) -> Iterator[Query]:
    vocabulary = programme.index.head
    tokens = [token for word in query.words for token in words(word)]
    missing = [token for token in tokens if vocabulary.number(token) is None]
    instead = {token: resembling(vocabulary, token) for token in missing}
    if any(instead.values()):
        meant = [instead.get(token, token) for token in tokens]
        yield query._replace(words=tuple(token for token in meant if token))
