"""`summit now`: what is on, and where I must be next."""

import click

from summit_tui.catalogue.here import here, on_both_clocks
from summit_tui.cli import listing, out, talk
from summit_tui.cli.coming import nothing_comes, standing, told
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import circumstances_options, query_options, with_desk
from summit_tui.search.query import Condition, Query

_DOC = "table, json, jsonl, csv, tsv, ids, '{title}'."


@click.command("now")
@with_desk
@circumstances_options
@query_options
@click.option("--format", "form", metavar="FORMAT", help=_DOC)
def command(desk: Desk, query: Query, form: str | None) -> None:
    """List what is on at this moment (of what QUERY finds), and say what of mine comes next.

    Picks bear their mark. --at says which moment. Ends with 1 when nothing is on.
    """
    form = listing.check_format(form or ("table" if out.is_terminal() else "tsv"))
    found = desk.find(query.where(Condition("at", ("now",))))
    rows = sorted(found.rows)
    if form == "json":
        out.write_lines([listing.to_json(_document(desk, rows))])
    elif rows:
        if form == "table" and here(desk.now):
            out.write_lines([on_both_clocks(desk.now, desk.catalogue.event.timezone), ""])
        listing.print_sessions(desk, rows, form, found.evidence)
    if form == "table":
        lines = list(told(desk, "line"))
        out.write_lines([*([""] if rows and lines else []), *lines])
        if not lines:
            talk.say(nothing_comes(desk))
    if not rows:
        talk.nothing("nothing is on now")


def _document(desk: Desk, rows: list[int]) -> dict[str, object]:
    from summit_tui.formats.now_objects import now_object

    sessions = (desk.catalogue.sessions[row] for row in rows)
    return now_object(standing(desk), desk.catalogue, desk.agenda, sessions)
