"""`summit search`: sessions by words and filters, best match first."""

import click

from summit_tui.cli import listing, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import query_options, with_desk
from summit_tui.search.finding import Found
from summit_tui.search.query import Query

_SHOWN = 20


@click.command("search")
@with_desk
@query_options
@click.option(
    "--format", "form", metavar="FORMAT", help="table, json, jsonl, csv, tsv, ids, '{title}'."
)
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N", help="At most so many, 0 for all."
)
def command(desk: Desk, query: Query, form: str | None, limit: int | None) -> None:
    r"""Find sessions: words are matched with typing errors and unfinished, in any order.

    \b
    summit search serverles --level 300+
    summit search 'track:data -kind:workshop after:14:00'
    summit search --level 300+ --format ids | summit add -

    Without words the whole programme, in time order. A word that begins with - excludes; write
    it after --, or in quotes with others.
    """
    form = listing.check_format(form or ("table" if out.is_terminal() else "tsv"))
    found = desk.find(query)
    if not found.rows:
        if form in ("json", "csv"):
            listing.print_sessions(desk, (), form)  # a document without sessions, a lone header
        talk.nothing(_nothing(desk, query))
    if limit is None and form == "table" and query.words:
        limit = _SHOWN
    rows = found.rows[:limit] if limit else found.rows
    listing.print_sessions(desk, rows, form)
    if form == "table":
        _summary(desk, query, found, len(rows))


def _summary(desk: Desk, query: Query, found: Found, shown: int) -> None:
    count = f"{len(found.rows)} of {listing.count(len(desk.catalogue.sessions), 'session')}"
    if shown < len(found.rows):
        count += f", the {'best' if query.words else 'first'} {shown} shown (--limit 0 for all)"
    read = ", ".join(f'"{typed}" read as {meant}' for typed, meant in found.readings)
    relaxed = "no session has all the words" if found.relaxed else ""
    more = ", ".join(part for part in (read, relaxed) if part)
    talk.say(f"{count} ({more})" if more else count)


def _nothing(desk: Desk, query: Query) -> str:
    message = f"nothing found among {listing.count(len(desk.catalogue.sessions), 'session')}"
    if query.words and query.conditions:
        without = desk.find(Query(words=query.words))
        if without.rows:
            return f"{message}; {len(without.rows)} without the filters"
    return message
