"""What `summit search` does, once its line has been read; without click."""

from typing import TYPE_CHECKING, Any

from summit_tui.cli import listing, out, talk
from summit_tui.cli.querying import take_query, typed_query
from summit_tui.search.query import Query

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk
    from summit_tui.search.finding import Found

_SHOWN = 20


def search(desk: "Desk", options: dict[str, Any]) -> None:
    """Do what `options` (of `declared.SEARCH`, and `words`) ask for."""
    names = {name: options.pop(name) for name in ("save", "forget", "saved")}
    if names["saved"] or names["save"] is not None or names["forget"] is not None:
        from summit_tui.cli import saving

        if options["new"] or options["everywhere"]:
            talk.fail("--new and --everywhere find; --save, --forget and --saved do not")
        saving.manage(desk, typed_query(desk, options), **names)
    elif options.pop("everywhere"):
        from summit_tui.cli.everywhere import search_everywhere

        search_everywhere(desk, take_query(desk, options), **options)
    else:
        _search(desk, take_query(desk, options), **options)


def form_of(form: str | None, *, explain: bool) -> str:
    """Return the format to print in; ends with 2 for one that cannot hold an explanation."""
    if explain:
        if form not in (None, "table"):
            talk.fail("--explain is for people: leave out --format")
        return "table"
    return listing.check_format(form or ("table" if out.is_terminal() else "tsv"))


def _search(
    desk: "Desk",
    query: Query,
    form: str | None,
    limit: int | None,
    sort: str | None,
    *,
    explain: bool,
    new: bool,
) -> None:
    form = form_of(form, explain=explain)
    if limit is None and form == "table" and query.words:
        limit = _SHOWN
    found = desk.find(query)
    rows = found.rows
    look = None
    if new:
        from summit_tui.cli.news import Look

        look = Look(desk, query, rows)
        rows = look.rows
    if not rows:
        if form in ("json", "csv"):
            listing.print_sessions(desk, (), form)  # a document without sessions, a lone header
        from summit_tui.cli.nothing import nothing

        talk.nothing("nothing new" if found.rows else nothing(desk, query))
    shown = chosen(rows, limit, sort, form)
    listing.print_sessions(desk, shown, form, found.evidence, explain=explain)
    if form == "table":
        summary(desk, query, found, len(shown), len(rows))
    elif said := told(desk, query, found):
        talk.say(said)
    if look is not None:
        out.flush()  # only what has arrived was seen
        look.keep(shown)


def chosen(
    rows: tuple[int, ...], limit: int | None, sort: str | None, form: str
) -> tuple[int, ...]:
    """Return which of `rows`, the best first, are printed in the format `form`, in which order."""
    shown = rows[:limit] if limit else rows
    by_time = sort == "time" or (sort is None and form == "table")
    return tuple(sorted(shown)) if by_time else shown


def summary(desk: "Desk", query: Query, found: "Found", shown: int, of: int) -> None:
    """Say how many sessions there are, and how the query was read."""
    count = f"{of} of {listing.count(len(desk.catalogue.sessions), 'session')}"
    if shown < of:
        count += f", the {'best' if query.words else 'first'} {shown} shown (--limit 0 for all)"
    more = told(desk, query, found)
    talk.say(f"{count} ({more})" if more else count)


def told(desk: "Desk", query: Query, found: "Found") -> str:
    """Return how the query was read, and what may have been meant by words that are nowhere."""
    parts = [understood(found)]
    if found.missing:
        from summit_tui.cli.nothing import instead

        parts.append(instead(desk, query))
    return "; ".join(part for part in parts if part)


def understood(found: "Found") -> str:
    """Return how the query was read where it was not as typed."""
    parts = [f'"{typed}" read as {meant}' for typed, meant in found.readings]
    if found.relaxed:
        parts.append("no session has all the words")
        parts += [f'"{word}" is nowhere' for word in found.missing]
    return ", ".join(dict.fromkeys(parts))
