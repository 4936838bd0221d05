"""`summit events`: list the programmes on this machine."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from summit_tui.catalogue import library
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.text import clean_line
from summit_tui.cli import listing, out
from summit_tui.cli.common import format_option
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk
from summit_tui.formats.library_words import came_from, described
from summit_tui.search.listed import Listed, listed

if TYPE_CHECKING:
    from pathlib import Path


@click.command("events")
@with_desk
@format_option("table", "json", unless_said="table")
def command(desk: Desk, form: str) -> None:
    """List the programmes on this machine, and where they come from; > marks the one in use."""
    missing: CatalogueError | None = None
    current: Path | None = None
    try:
        meant = library.current(desk.given.catalogue)
        entries, current = library.entries(meant), meant.path.resolve()
    except CatalogueError as error:
        entries, missing = library.entries(), error
    rows = [(listed(entry), entry.path.resolve() == current) for entry in entries]
    if form == "json":
        objects = [_object(found, is_current) for found, is_current in rows]
        out.write_lines([listing.to_json({"version": 1, "events": objects})])
    else:
        out.write_lines(_table(rows))
    if missing is not None:
        raise missing


def _object(found: Listed, current: bool) -> dict[str, Any]:
    entry, origin, well = found.entry, found.origin, not found.error
    return {
        "name": entry.name,
        "origin": entry.origin,
        "path": str(entry.path),
        "current": current,
        "error": found.error or None,
        "title": found.title if well else None,
        "days": list(found.days) if well else None,
        "sessions": found.sessions if well else None,
        "source": None if origin is None else origin.origin.source or None,
        "fetched": None if origin is None else origin.fetched.isoformat(),
        "release": None if origin is None else origin.release or None,
        "versions": list(found.versions),
        "edited": found.edited,
    }


def _table(rows: list[tuple[Listed, bool]]) -> Iterator[str]:
    columns = out.width()
    names = max(out.cells(clean_line(found.entry.name)) for found, _ in rows)
    names = min(names, columns // 3)
    for found, current in rows:
        entry = found.entry
        head = f"{'>' if current else ' '} {out.pad(clean_line(entry.name), names)}  "
        if out.cells(head) > names + 4:  # a long name has a line of its own
            yield head.rstrip()
            head = " " * (names + 4)
        yield from out.hang(described(found), columns, head)
        where = f"{entry.origin}: {clean_line(str(entry.path))}"
        for line in filter(None, (where, came_from(found))):  # in one piece, to be copied
            yield out.styled(" " * out.cells(head) + line, "dim")
