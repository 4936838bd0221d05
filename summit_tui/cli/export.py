"""`summit export`: my agenda, or a search, to a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.cli import files, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import query_options, with_desk
from summit_tui.search.query import Query

if TYPE_CHECKING:
    from summit_tui.formats.export import Export
    from summit_tui.formats.table import Format


@click.command("export")
@with_desk
@query_options
@click.option("--all", "everything", is_flag=True, help="The whole programme.")
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    help="ics (unless FILE says), md, html, json, jsonl, csv, xml, yaml, vdir.",
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
    summit export --format vdir -o ~/.calendars/summit

    A calendar that gets the file again updates what it has. A vdir is a folder: a file per session
    comes, changes and goes, files of others stay. Without -o it goes to standard output.
    """
    from summit_tui.formats.export import Export

    row = _format(form, output)
    _refuse_file_name(desk, output)
    if everything and query:
        talk.fail("one thing at a time: --all, or a query")
    whole = everything or bool(query)
    sessions = _found(desk, query) if whole else _mine(desk)
    picks = desk.agenda.picks
    missing = () if whole else tuple(p for p in desk.agenda if desk.catalogue.get(p.id) is None)
    chosen = tuple(sessions)
    export = Export(desk.catalogue, chosen, picks, alarm, missing, walking=desk.walking)
    if alarm is not None and not row.rings:
        talk.say(f"--alarm has no effect: only a calendar rings, not {row.name}")
    if row.folder:
        _to_folder(row, export, output, force=force, mine=not whole)
        return
    if not sessions and not (missing and row.vanished):
        _refuse_nothing(mine=not whole)
    _to_file(row, export, None if output == "-" else output, force=force)


def _refuse_file_name(desk: Desk, output: str | None) -> None:
    """End with 2 where the query is but the name of a file that was to be written."""
    from summit_tui.formats.table import for_file

    name = desk.asked
    if output is None and " " not in name and Path(name).suffix and for_file(name) is not None:
        talk.fail(f"{name} would be searched for: summit export -o {name} writes my agenda there")


def _refuse_nothing(*, mine: bool) -> NoReturn:
    hint = ": summit add ID picks one, --all exports the whole programme" if mine else ""
    talk.nothing(f"there is nothing to export{hint}")


def _to_file(row: "Format", export: "Export", output: str | None, *, force: bool) -> None:
    from summit_tui.formats.table import produce

    path = None if output is None else files.refuse(Path(output), force=force)
    data, notices = produce(row.name, export)
    for notice in notices:
        talk.say(notice)
    if path is None:
        out.write_bytes(data)
        return
    files.write(path, data, force=force)
    talk.say(f"{_written(row, export)} in {output}")


def _to_folder(
    row: "Format", export: "Export", output: str | None, *, force: bool, mine: bool
) -> None:
    """Bring a folder up to date; an agenda that became empty empties it, a query does not."""
    from summit_tui.formats.table import produce_files

    if output in (None, "-"):
        talk.fail(f"{row.name} is a folder, not one file: say which one with -o FOLDER")
    folder = files.refuse_folder(Path(str(output)))
    if not export.sessions and not (mine and folder.exists()):
        _refuse_nothing(mine=mine)
    contents, notices = produce_files(row.name, export)
    for notice in notices:
        talk.say(notice)
    done = files.write_vdir(folder, contents, export.catalogue.event, force=force)
    for name in done.kept:
        talk.say(f"{name}: changed by another program, left as it is: --force replaces it")
    if not export.sessions and not done.removed:
        _refuse_nothing(mine=mine)
    talk.say(f"{_written(row, export)} in {output}: {done}")


def _written(row: "Format", export: "Export") -> str:
    left_out = len(export.unscheduled) if row.scheduled else 0
    return counted(len(export.sessions) - left_out, "session")


def _format(form: str | None, output: str | None) -> "Format":
    """Return the format asked for: by name, else by the file's extension, else a calendar."""
    from summit_tui.catalogue.problems import did_you_mean
    from summit_tui.formats.table import FORMATS, extensions, for_file, named

    if form is None:
        row = for_file(output) if output and output != "-" else None
        if output and output != "-" and row is None and Path(output).suffix:
            known = f"there are {extensions()}, or say --format"
            talk.fail(f"{output}: no format has this extension; {known}")
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
