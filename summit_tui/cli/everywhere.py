"""`summit search --everywhere`: the same query in every programme on this machine."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summit_tui.catalogue.number_words import counted
from summit_tui.cli import listing, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.searching import How, summary
from summit_tui.search.everywhere import Everywhere, Hits, find_everywhere
from summit_tui.search.query import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from summit_tui.search.context import Context
    from summit_tui.search.programme import Programme

_SHOWN = 10
"""So many sessions of each programme stand in a table where no limit is given."""


def search_everywhere(desk: Desk, query: Query, how: How, *, new: bool) -> None:
    """Write what `query` finds in each programme; ends with 1 when that is nothing."""
    if new:
        talk.fail("--new looks at one programme: leave out --everywhere")
    if desk.given.agenda:
        talk.fail("--agenda is the agenda of one event: leave out --everywhere")
    if how.form in ("csv", "ids"):
        talk.fail(f"{how.form} does not say which programme a session is of: write --format tsv")
    found = find_everywhere(query, _context_of(desk, query))
    for skipped in found.skipped:
        talk.say(f"{skipped.entry.name}: not searched: {skipped.reason}")
    if how.form == "json":
        out.write_lines(_document(desk, found, how))
    for number, hits in enumerate(found.hits if how.form != "json" else ()):
        if number and how.form == "table":
            out.write_lines([""])
        _print(desk.at(hits.programme), query, hits, how)
    if not found.hits:
        programmes = counted(found.searched, "programme")
        talk.nothing(f"nothing found in {programmes}")


def _context_of(desk: Desk, query: Query) -> "Callable[[Programme], Context]":
    return lambda programme: desk.at(programme).context_for(query)


def _print(desk: Desk, query: Query, hits: Hits, how: How) -> None:
    rows = hits.found.rows
    shown = how.chosen(rows, _SHOWN if query.words else 0)
    if how.form != "table":
        out.write_lines(_with_event(desk, listing.lines(desk, shown, how.form), how.form))
        return
    lines = listing.table(desk, shown, hits.found.evidence, explain=how.explain)
    out.write_lines([out.styled(desk.catalogue.event.name, "bold underline"), *lines])
    summary(desk, query, hits.found, len(shown), len(rows))


def _with_event(desk: Desk, lines: Iterator[str], form: str) -> Iterator[str]:
    """Yield the lines with the event's id: a first column, or a key of its own."""
    event = desk.catalogue.event.id
    for line in lines:
        if form == "tsv":
            yield f"{event}\t{line}"
        elif form == "jsonl":
            yield json.dumps({"event": event} | json.loads(line), ensure_ascii=False)
        else:
            yield line  # a template names the event where it is asked for


def _document(desk: Desk, found: Everywhere, how: How) -> Iterator[str]:
    """Yield `{"version": 1, "programmes": […]}`, each as the search of one programme has it."""
    documents = []
    for hits in found.hits:
        rows = how.chosen(hits.found.rows, 0)
        text = "\n".join(listing.lines(desk.at(hits.programme), rows, how.form))
        documents.append(json.loads(text))
    yield listing.to_json({"version": 1, "programmes": documents})
