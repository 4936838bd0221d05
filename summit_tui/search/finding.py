"""A query answered: the one way in for the shell, the search box and the export."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from summit_tui.catalogue.model import SessionList
from summit_tui.search.aliases import aliases_for
from summit_tui.search.context import Context
from summit_tui.search.evidence import NOTHING, Evidence
from summit_tui.search.facets import Rows, rows_of, set_of
from summit_tui.search.programme import Programme
from summit_tui.search.query import Query
from summit_tui.search.ranking import Ranked, rank
from summit_tui.search.tokens import asked, placed, words
from summit_tui.search.vocabulary import ROW_SHIFT


class Found(NamedTuple):
    """The sessions a query means."""

    rows: tuple[int, ...]
    """Best first when the query has words, else in programme order."""
    bits: Rows
    """The same rows as a set."""
    readings: tuple[tuple[str, str], ...] = ()
    """Words and values read as others: as typed, as found."""
    relaxed: bool = False
    """Whether these have only some of the words, because no session has all."""
    missing: tuple[str, ...] = ()
    """Words that no session has in any form."""
    evidence: Evidence = NOTHING
    """Which words of the sessions answer the query."""


def find(programme: Programme, query: Query, context: Context) -> Found:
    """Return the sessions that `query` means; QueryError when part of it can mean nothing."""
    if query.references:
        from summit_tui.search.saved import put_in

        query = put_in(query)
    facets = programme.index.facets
    within = facets.everything
    readings: list[tuple[str, str]] = []
    for condition in dict.fromkeys(query.conditions):
        from summit_tui.search.filters import select  # a search by words never pays for it

        selected = select(programme, condition, context)
        within &= selected.rows
        readings.extend(selected.readings)
    for phrase in dict.fromkeys(query.phrases):
        within &= _with_phrase(programme, phrase, within) if asked(phrase) or not phrase else 0
    for word in dict.fromkeys(query.excluded):
        if asked(word):
            within &= ~_with_phrase(programme, word, within)
    phrases = {tuple(asked(phrase)): phrase for phrase in query.phrases if asked(phrase)}
    if not query.words:
        evidence = Evidence(phrases=phrases)
        return Found(tuple(rows_of(within)), within, tuple(readings), evidence=evidence)
    tokens = tuple(token for word in query.words for token in asked(word))
    ranked = rank(programme.index, tokens, within, aliases_for(programme.catalogue))
    return Found(
        ranked.rows,
        set_of(ranked.rows, facets.size),
        tuple(readings) + _as_written(programme, ranked),
        ranked.relaxed,
        ranked.missing,
        ranked.evidence._replace(phrases={**ranked.evidence.phrases, **phrases}),
    )


def _as_written(programme: Programme, ranked: Ranked) -> tuple[tuple[str, str], ...]:
    """Return the readings with the words as the best session writes them, accents and all."""
    if not ranked.readings:
        return ()
    session = programme.catalogue.sessions[ranked.rows[0]]
    texts = [session.title, session.subtitle or "", *session.tags, *session.tracks]
    texts += [speaker.name for speaker in session.speakers]
    written = {word: text[start:end] for text in texts for start, end, word in placed(text)}
    return tuple((typed, _written(word, written).lower()) for typed, word in ranked.readings)


def _written(word: str, written: Mapping[str, str]) -> str:
    if word in written:
        return written[word]
    beginning = word.removesuffix("…")
    whole = (text for folded, text in written.items() if folded.startswith(beginning))
    return next(whole, word) if beginning != word else word


def _with_phrase(programme: Programme, phrase: str, within: Rows) -> Rows:
    """Return the rows of `within` that hold the words of `phrase` next to each other."""
    tokens = asked(phrase)
    if not tokens or not within:
        return within
    index = programme.index
    for token in tokens:
        rows: list[int] = []
        for vocabulary in (index.head, index.text):
            if (number := vocabulary.number(token)) is not None:
                postings = vocabulary.postings(range(number, number + 1))
                rows += [posting >> ROW_SHIFT for posting in postings]
        within &= set_of(rows, index.size)
    if len(tokens) == 1:
        return within
    wanted = f" {' '.join(tokens)} "
    sessions = programme.catalogue.sessions
    return set_of(
        [row for row in rows_of(within) if wanted in _all_words(sessions, row)], len(sessions)
    )


@lru_cache(maxsize=4096)
def _all_words(sessions: SessionList, row: int) -> str:
    """Return all words of a session, texts apart; kept for a while, because typing asks again."""
    session = sessions[row]
    texts = [session.title, session.subtitle or "", session.abstract or "", session.code or ""]
    texts += [*session.tracks, *session.tags]
    texts += [text or "" for each in session.speakers for text in (each.name, each.company)]
    return " " + " | ".join(" ".join(words(text)) for text in texts if text) + " "
