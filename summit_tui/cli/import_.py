"""`summit import`: what an event publishes, as our catalogue."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summit_tui.catalogue import clock, library
from summit_tui.catalogue.source import MAX_BYTES
from summit_tui.catalogue.text import slug
from summit_tui.cli import files, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk

if TYPE_CHECKING:
    from summit_tui.formats.readers.draft import Hints
    from summit_tui.formats.readers.importing import Imported
    from summit_tui.formats.sources import Arrived

_OPTIONS = {"timezone": "--timezone", "first_day": "--date", "level_from": "--level-from"}
"""By hint, the option that says it."""


@click.command("import")
@with_desk
@click.argument("source", metavar="SOURCE")
@click.option("--as", "name", metavar="NAME", help="What the library calls it.")
@click.option("-o", "--output", metavar="FILE", help="Where to write it, - for standard output.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.option("--timezone", metavar="ZONE", help="The event's time zone: Europe/Paris.")
@click.option("--name", "event", metavar="TEXT", help="The event's name, if not what it says.")
@click.option("--date", "first_day", metavar="DATE", help="The first day, for times without one.")
@click.option("--level-from", metavar="WHERE", help="tag, track, kind or question:TEXT.")
@click.option("--format", "form", metavar="FORMAT", help="Which format it is in, if not guessed.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine or network too.")
def command(
    desk: Desk,
    source: str,
    name: str | None,
    output: str | None,
    force: bool,
    timezone: str | None,
    event: str | None,
    first_day: str | None,
    level_from: str | None,
    form: str | None,
    allow_private: bool,
) -> None:
    r"""Take in the programme an event publishes: SOURCE is an address, a file, a folder, or -.

    \b
    summit import https://fosdem.org/2024/schedule/xml
    summit import schedule.xml
    summit import schedule.json -o sessions.yaml --timezone Europe/Berlin
    summit import sheet.csv --name "Owl Days" --level-from question:Audience

    What it is, the content tells. Without -o it goes into the library, under the event's id or
    NAME; summit use NAME then opens it. What could not be read is said, with where.
    """
    from summit_tui.catalogue.writing import write

    if name is not None and output is not None:
        talk.fail("one place at a time: --as NAME for the library, or -o FILE")
    hints = _hints(timezone, event, first_day, level_from)
    if output not in (None, "-"):
        files.refuse(Path(str(output)), force=force)
    arrived = _arrived(source, hints, form, allow_private=allow_private)
    imported = arrived.imported
    if output == "-":
        out.write(write(imported.catalogue))
    elif output is not None:
        files.write(Path(output), write(imported.catalogue).encode(), force=force)
        _tell_where(imported, Path(output))
    else:
        _into_library(desk, arrived, slug(name or imported.catalogue.event.id), force=force)
    _tell(imported)


def _hints(
    timezone: str | None, event: str | None, first_day: str | None, level_from: str | None
) -> "Hints":
    """Return what the person says besides the source; ends with 2 when it means nothing."""
    from summit_tui.formats.readers.hinted import HintError, said

    try:
        return said(timezone or "", event or "", first_day or "", level_from or "")
    except HintError as error:
        talk.fail(f"{_OPTIONS[error.hint]}: {error}")


def _arrived(source: str, hints: "Hints", form: str | None, *, allow_private: bool) -> "Arrived":
    """Return what `source` gives; ends with 2 and the reason when that is no programme."""
    from summit_tui.cli.arriving import arrival
    from summit_tui.formats import sources

    origin = sources.origin_of(source, hints, form or "", allow_private=allow_private)
    try:
        sources.refuse_format(origin.format)
        if source == "-":
            origin = origin._replace(source="")
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
            return sources.Arrived(sources.understood(data, origin), origin, clock.now())
        return arrival(origin)
    except sources.SourceError as error:
        talk.fail(str(error))


def _into_library(desk: Desk, arrived: "Arrived", name: str, *, force: bool) -> None:
    """Put what `arrived` into the library; ends with 2 when the name is taken."""
    from summit_tui.catalogue.shelf import ShelfError
    from summit_tui.formats import updating

    path = library.library_file(name)
    if path.exists() and not force:
        talk.fail(f"the library has a {name} already: --force overwrites it, --as NAME keeps both")
    update = updating.compared(name, arrived)
    there = Desk(desk.given)
    there.catalogue = update.catalogue
    try:
        placed, carried = updating.take_over(update, there.store)
    except ShelfError as error:
        talk.fail(str(error))
    _tell_where(arrived.imported, path)
    talk.say(f"summit use {name} opens it")
    if update.changes is not None and placed.replaced is not None:
        was, now = placed.replaced.label, name
        talk.say(f"what it was before is kept: summit diff {was} {now} shows what changed")
    for notice in () if carried is None else carried.notices:
        talk.say(notice)


def _tell_where(imported: "Imported", path: Path) -> None:
    from summit_tui.formats.update_words import taken_in

    talk.say(f"{taken_in(imported)}, in {path}")


def _tell(imported: "Imported") -> None:
    from summit_tui.formats.update_words import findings

    for line in findings(imported):
        talk.say(line)
