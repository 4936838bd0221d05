"""`summit export`: my agenda, or a search, to a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summit_tui.catalogue.model import Session
from summit_tui.cli import files, listing, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import query_options, with_desk
from summit_tui.search.query import Query

if TYPE_CHECKING:
    from summit_tui.formats.table import Format


@click.command("export")
@with_desk
@query_options
@click.option("--all", "everything", is_flag=True, help="The whole programme.")
@click.option(
    "--format", "form", metavar="FORMAT", help="ics (unless FILE says), md, json, jsonl, csv."
)
@click.option("-o", "--output", metavar="FILE", help="Where to, - for standard output.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
@click.option(
    "--alarm",
    type=click.IntRange(0, 7 * 24 * 60),
    metavar="MIN",
    help="Ring so many minutes before.",
)
def command(
    desk: Desk,
    query: Query,
    everything: bool,
    form: str | None,
    output: str | None,
    force: bool,
    alarm: int | None,
) -> None:
    r"""Write my picks (or what QUERY finds, or --all) to a file or standard output.

    \b
    summit export -o agenda.ics --alarm 10
    summit export --format md
    summit export --track serverless --format csv -o serverless.csv

    A calendar that gets the file again updates what it has. Without -o it goes to standard output.
    """
    from summit_tui.formats.export import Export
    from summit_tui.formats.table import produce

    row = _format(form, output)
    if everything and query:
        talk.fail("one thing at a time: --all, or a query")
    whole = everything or bool(query)
    sessions = _found(desk, query) if whole else _mine(desk)
    picks = desk.agenda.picks
    missing = () if whole else tuple(p for p in desk.agenda if desk.catalogue.get(p.id) is None)
    if not sessions and not (missing and row.vanished):
        hint = "" if whole else ": summit add ID picks one, --all exports the whole programme"
        talk.nothing(f"there is nothing to export{hint}")
    path = None if output in (None, "-") else files.refuse(Path(str(output)), force=force)
    export = Export(desk.catalogue, tuple(sessions), picks, alarm, missing)
    if alarm is not None and row.name != "ics":
        talk.say(f"--alarm has no effect: only a calendar rings, not {row.name}")
    data, notices = produce(row.name, export)
    for notice in notices:
        talk.say(notice)
    if path is None:
        out.write_bytes(data)
        return
    files.write(path, data, force=force)
    left_out = len(export.unscheduled) if row.scheduled else 0
    talk.say(f"{listing.count(len(sessions) - left_out, 'session')} in {output}")


def _format(form: str | None, output: str | None) -> "Format":
    """Return the format asked for: by name, else by the file's extension, else a calendar."""
    from summit_tui.catalogue.problems import did_you_mean
    from summit_tui.formats.table import FORMATS, for_file, named

    if form is None:
        row = for_file(output) if output and output != "-" else None
        if output and output != "-" and row is None and Path(output).suffix:
            known = ", ".join(each.extension for each in FORMATS)
            talk.fail(f"{output}: no format has this extension; there are {known}, or say --format")
        return row or FORMATS[0]
    if (row := named(form)) is None:
        names = [each.name for each in FORMATS]
        hint = did_you_mean(form, names) or f"there are {', '.join(names)}"
        talk.fail(f"there is no format {form!r}: {hint}")
    return row


def _found(desk: Desk, query: Query) -> Sequence[Session]:
    from summit_tui.cli.searching import understood

    found = desk.find(query)
    if said := understood(found):
        talk.say(said)
    return [desk.catalogue.sessions[row] for row in sorted(found.rows)]


def _mine(desk: Desk) -> Sequence[Session]:
    rows = (desk.catalogue.sessions.row(pick.id) for pick in desk.agenda)
    return [desk.catalogue.sessions[row] for row in sorted(r for r in rows if r is not None)]
