"""`summit import`: what an event publishes, as our catalogue."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summit_tui.catalogue import library
from summit_tui.catalogue.places import expanded
from summit_tui.catalogue.source import MAX_BYTES
from summit_tui.catalogue.text import clean_line, slug
from summit_tui.cli import files, out, talk
from summit_tui.cli.companions import main_file, read_beside
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk
from summit_tui.cli.web_source import body_of, is_address

if TYPE_CHECKING:
    from summit_tui.formats.readers.importing import Imported

_MOST_NOTES = 40
"""So many notes are shown; a source with more has one fault many times."""


@click.command("import")
@with_desk
@click.argument("source", metavar="SOURCE")
@click.option("--as", "name", metavar="NAME", help="What the library calls it.")
@click.option("-o", "--output", metavar="FILE", help="Where to write it, - for standard output.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.option("--timezone", metavar="ZONE", help="The event's time zone: Europe/Paris.")
@click.option("--format", "form", metavar="FORMAT", help="Which format it is in, if not guessed.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine or network too.")
def command(
    desk: Desk,
    source: str,
    name: str | None,
    output: str | None,
    force: bool,
    timezone: str | None,
    form: str | None,
    allow_private: bool,
) -> None:
    r"""Take in the programme an event publishes: SOURCE is an address, a file, a folder, or -.

    \b
    summit import https://fosdem.org/2024/schedule/xml
    summit import schedule.xml
    summit import schedule.json -o sessions.yaml --timezone Europe/Berlin

    What it is, the content tells. Without -o it goes into the library, under the event's id or
    NAME; summit use NAME then opens it. What could not be read is said, with where.
    """
    from summit_tui.catalogue.writing import write

    if name is not None and output is not None:
        talk.fail("one place at a time: --as NAME for the library, or -o FILE")
    _refuse_zone(timezone)
    if output not in (None, "-"):
        files.refuse(Path(str(output)), force=force)
    imported = _imported(source, timezone, form, allow_private=allow_private)
    text = write(imported.catalogue)
    if output == "-":
        out.write(text)
    else:
        path = Path(output) if output else _place(name or imported.catalogue.event.id, force)
        files.write(path, text.encode(), force=force)
        _tell_where(imported, path, in_library=output is None)
    _tell(imported)


def _refuse_zone(timezone: str | None) -> None:
    from summit_tui.catalogue.times import zone

    try:
        zone(timezone or "UTC")
    except ValueError as error:
        talk.fail(f"--timezone: {error}")


def _imported(
    source: str, timezone: str | None, form: str | None, *, allow_private: bool
) -> "Imported":
    from summit_tui.formats.readers.draft import Hints, NotAProgramme
    from summit_tui.formats.readers.importing import take_in

    shown = "standard input" if source == "-" else clean_line(source)
    known, nearby = _known(form), None
    if is_address(source):
        data = body_of(source, allow_private=allow_private)
    else:
        path = None if source == "-" else _file(source)
        nearby = None if path is None else partial(read_beside, path)
        data = _bytes(path)
    # Whoever names a folder knows the event by it, not by its sessions.json.
    hints = Hints(timezone or "", "" if source == "-" else Path(source).stem)
    try:
        return take_in(data, hints, known, nearby)
    except NotAProgramme as reason:
        talk.fail(f"{shown} is no programme: {reason}")


def _file(source: str) -> Path:
    """Return the file that `source` names: of a folder, the one with the sessions."""
    path = expanded(source)
    if not path.is_dir():
        return path
    found = main_file(path)
    if found is None:
        talk.fail(f"{clean_line(source)} is a folder without a sessions file: name a file in it")
    return found


def _bytes(path: Path | None) -> bytes:
    """Return what the source holds; OSError, which ends the command, when it cannot be read."""
    if path is None:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _known(form: str | None) -> str:
    from summit_tui.catalogue.problems import did_you_mean
    from summit_tui.formats.readers.table import READERS, named

    if form is not None and named(form) is None:
        names = [row.name for row in READERS]
        hint = did_you_mean(form, names) or f"there are {', '.join(names)}"
        talk.fail(f"there is no format {form!r}: {hint}")
    return form or ""


def _place(name: str, force: bool) -> Path:
    """Return where the library keeps the catalogue `name`; ends with 2 when that is taken."""
    path = library.library_file(slug(name))
    if path.exists() and not force:
        talk.fail(
            f"the library has a {path.stem} already: --force overwrites it, --as NAME keeps both"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _tell_where(imported: "Imported", path: Path, *, in_library: bool) -> None:
    report = imported.report
    version = f", version {clean_line(report.version)[:40]}" if report.version else ""
    talk.say(f"{imported.catalogue.event.name}{version}, from {report.format}, in {path}")
    if in_library:
        talk.say(f"summit use {path.stem} opens it")


def _tell(imported: "Imported") -> None:
    notes = imported.report.notes
    for note in notes[:_MOST_NOTES]:
        talk.say(str(note))
    if len(notes) > _MOST_NOTES:
        talk.say(f"… and {len(notes) - _MOST_NOTES} more of the sort")
    talk.say(imported.report.summary)
