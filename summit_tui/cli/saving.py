"""Saved searches from the shell: keeping, forgetting and listing them."""

from typing import TYPE_CHECKING

from summit_tui.catalogue.number_words import counted
from summit_tui.cli import out, talk
from summit_tui.search import saved as searches
from summit_tui.search.query import Query, QueryError

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk


def manage(
    desk: "Desk", query: Query, save: str | None, forget: str | None, *, saved: bool
) -> None:
    """Keep `query` under a name, forget a name, or list what is saved: one of these."""
    if sum((save is not None, forget is not None, saved)) > 1:
        talk.fail("one at a time: --save, --forget or --saved")
    if save is not None:
        _save(desk, save, query)
        return
    if query:
        talk.fail("--forget and --saved take no query")
    if forget is not None:
        text = searches.forget(forget)
        talk.say(f"forgotten: {_at(forget)}, which was {text}")
    else:
        _list()


def _save(desk: "Desk", name: str, query: Query) -> None:
    """Keep a query, and say what it finds now; it need not mean anything in this programme."""
    if not query:
        talk.fail("--save needs a query: summit search --save deep 'level>=300 lang:fr'")
    try:
        before = searches.save(name, str(query))
    except QueryError as error:
        error.text = str(query)
        raise
    instead = f" in place of {before}" if before not in (None, str(query)) else ""
    name = f"{_at(name)}{instead}"
    try:
        found = desk.find(searches.put_in(query))
    except QueryError as error:
        talk.say(f"saved as {name}; here it means nothing: {error}")
        return
    count = counted(len(desk.catalogue.sessions), "session")
    talk.say(f"saved as {name}: {len(found.rows)} of {count} now")


def _at(name: str) -> str:
    return f"@{name.removeprefix('@')}"


def _list() -> None:
    known = searches.saved()
    if not known:
        talk.nothing("nothing is saved yet: summit search --save NAME QUERY")
    if not out.is_terminal():
        out.write_lines(f"@{name}\t{text}" for name, text in known.items())
        return
    width = max(map(out.cells, known)) + 1
    for name, text in known.items():
        out.write_lines(out.hang(text, out.width(), f"{out.pad(f'@{name}', width)}  "))
