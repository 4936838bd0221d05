"""One query answered and judged: it is read and searched, or it explains itself.

What is read must print as a query that reads the same; an error must say where, inside of what was
typed. How long all of it took is told, not judged.
"""

import time
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime

from summit_tui.search.context import Context
from summit_tui.search.finding import find
from summit_tui.search.programme import Programme
from summit_tui.search.query import Query, QueryError, parse


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a query."""

    outcome: str
    """`found`, `nothing found` or `error`; what went wrong where `fault` is true."""
    milliseconds: float
    fault: bool = False


def context_of(programme: Programme) -> Context:
    """Return a fixed moment of the programme, with a few of its sessions picked."""
    picked = [each for each in programme.catalogue.sessions if each.start and each.end][:5]
    starts = [each.start.timestamp() for each in picked if each.start]
    now = datetime.fromtimestamp(starts[-1] if starts else 0, UTC)
    busy = tuple(
        (int(each.start.timestamp()), int(each.end.timestamp()))
        for each in picked
        if each.start and each.end
    )
    return Context(now, tuple((each.id, "want") for each in picked), busy)


def words_of(programme: Programme) -> list[str]:
    """Return the words of titles, speakers and tags as they are written, each once."""
    words: dict[str, None] = {}
    for session in programme.catalogue.sessions:
        texts = (session.title, *map(str, session.speakers), *session.tags)
        words |= dict.fromkeys(word for text in texts for word in text.split())
    return list(words)


def answer(programme: Programme, text: str, context: Context) -> Answer:
    """Return what `programme` makes of the query `text`."""
    started = time.perf_counter()
    try:
        outcome, fault = _outcome(programme, text, context)
    except Exception:  # whatever it is, it is what we look for
        outcome, fault = traceback.format_exc(limit=-4), True
    return Answer(outcome, (time.perf_counter() - started) * 1000, fault)


def _outcome(programme: Programme, text: str, context: Context) -> tuple[str, bool]:
    try:
        query = parse(text)
        rows = find(programme, query, context).rows
    except QueryError as error:
        if 0 <= error.start <= error.end <= len(text):
            return "error", False
        return f"{error} is told at {error.start} to {error.end} of {len(text)}", True
    if not _reads_the_same(query):
        return f"prints as {str(query)[:200]!r}, which reads otherwise", True
    return ("found" if rows else "nothing found"), False


def _reads_the_same(query: Query) -> bool:
    try:
        return parse(str(query)) == query
    except QueryError:
        return False
