"""What `summit search` does, once its line has been read; without click."""

from typing import TYPE_CHECKING, Any, NamedTuple

from summit_tui.catalogue.number_words import counted
from summit_tui.cli import listing, out, talk
from summit_tui.cli.querying import take_query, typed_query
from summit_tui.search.query import Query

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk
    from summit_tui.search.finding import Found

_SHOWN = 20
"""So many sessions stand in a table where no limit is given and words say which are the best."""


def search(desk: "Desk", options: dict[str, Any]) -> None:
    """Do what `options` (of `declared.SEARCH`, and `words`) ask for."""
    names = {name: options.pop(name) for name in ("save", "forget", "saved")}
    if names["saved"] or names["save"] is not None or names["forget"] is not None:
        from summit_tui.cli import saving

        if options["new"] or options["everywhere"]:
            talk.fail("--new and --everywhere find; --save, --forget and --saved do not")
        saving.manage(desk, typed_query(desk, options), **names)
        return
    everywhere, new = options.pop("everywhere"), options.pop("new")
    query = take_query(desk, options)
    how = _how(**options)
    if everywhere:
        from summit_tui.cli.everywhere import search_everywhere

        search_everywhere(desk, query, how, new=new)
    else:
        _search(desk, query, how, new=new)


class How(NamedTuple):
    """How what was found is printed."""

    form: str
    limit: int | None
    """At most so many sessions, 0 for all; None where nothing was said."""
    sort: str | None
    explain: bool

    def chosen(self, rows: tuple[int, ...], usual: int) -> tuple[int, ...]:
        """Return which of `rows`, the best first, are printed, in the order in which they are.

        Of a table `usual` are, unless something else was said; 0 for all.
        """
        table = self.form == "table"
        most = (usual if table else 0) if self.limit is None else self.limit
        shown = rows[:most] if most else rows
        by_time = self.sort == "time" or (self.sort is None and table)
        return tuple(sorted(shown)) if by_time else shown


def _how(form: str | None, limit: int | None, sort: str | None, *, explain: bool) -> How:
    """Return how to print; ends with 2 for a format that cannot hold an explanation."""
    if explain and form not in (None, "table"):
        talk.fail("--explain is for people: leave out --format")
    people = explain or out.is_terminal()
    return How(listing.check_format(form or ("table" if people else "tsv")), limit, sort, explain)


def _search(desk: "Desk", query: Query, how: How, *, new: bool) -> None:
    found = desk.find(query)
    rows, look = found.rows, None
    if new:
        from summit_tui.cli.news import Look

        look = Look(desk, query, rows)
        rows = look.rows
    if not rows:
        if how.form in ("json", "csv"):
            listing.print_sessions(desk, (), how.form)  # no sessions, a lone header
        from summit_tui.cli.nothing import nothing

        talk.nothing("nothing new" if found.rows else nothing(desk, query))
    shown = how.chosen(rows, _SHOWN if query.words else 0)
    listing.print_sessions(desk, shown, how.form, found.evidence, explain=how.explain)
    if how.form == "table":
        summary(desk, query, found, len(shown), len(rows))
    elif said := told(desk, query, found):
        talk.say(said)
    if look is not None:
        out.flush()  # only what has arrived was seen
        look.keep(shown)


def summary(desk: "Desk", query: Query, found: "Found", shown: int, of: int) -> None:
    """Say how many sessions there are, and how the query was read."""
    count = f"{of} of {counted(len(desk.catalogue.sessions), 'session')}"
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
