"""What may have been meant where nothing was found: a question, never an answer."""

from summit_tui.search.context import Context
from summit_tui.search.finding import find
from summit_tui.search.near import resembling
from summit_tui.search.programme import Programme
from summit_tui.search.query import Query
from summit_tui.search.tokens import words


def suggestion(programme: Programme, query: Query, context: Context) -> Query | None:
    """Return the query with words that resemble those that were not found, if that finds any.

    Words that nothing resembles are left out.
    """
    vocabulary = programme.index.head
    tokens = [token for word in query.words for token in words(word)]
    missing = [token for token in tokens if vocabulary.number(token) is None]
    instead = {token: resembling(vocabulary, token) for token in missing}
    if not any(instead.values()):
        return None
    meant = [instead.get(token, token) for token in tokens]
    other = query._replace(words=tuple(token for token in meant if token))
    return other if find(programme, other, context).rows else None
