"""`summit events`: list the programmes on this machine."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from summit_tui.catalogue import library
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.text import clean_line
from summit_tui.cli import listing, out
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk
from summit_tui.formats.kept_copies import age
from summit_tui.search.listed import listed

if TYPE_CHECKING:
    from pathlib import Path


@click.command("events")
@with_desk
@click.option("--format", "form", type=OneOf(["table", "json"]), default="table")
def command(desk: Desk, form: str) -> None:
    """List the programmes on this machine, and where they come from; > marks the one in use."""
    missing: CatalogueError | None = None
    entries = library.entries()
    try:
        entries = [library.current(desk.given.catalogue), *entries]
        current = entries[0].path.resolve()
    except CatalogueError as error:
        missing, current = error, None
    unique: dict[Path, library.Entry] = {}
    for entry in entries:
        unique.setdefault(entry.path.resolve(), entry)
    rows = [_row(entry, path == current) for path, entry in unique.items()]
    if form == "json":
        out.write_lines([listing.to_json({"version": 1, "events": rows})])
    else:
        out.write_lines(_table(rows))
    if missing is not None:
        raise missing


def _row(entry: library.Entry, current: bool) -> dict[str, Any]:
    found = listed(entry)
    origin, well = found.origin, not found.error
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


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    columns = out.width()
    names = max(out.cells(clean_line(row["name"])) for row in rows)
    for row in rows:
        head = f"{'>' if row['current'] else ' '} {out.pad(clean_line(row['name']), names)}  "
        yield from out.hang(row["error"] or _described(row), columns, head)
        where = f"{row['origin']}: {clean_line(row['path'])}"
        for line in filter(None, (where, _origin(row))):  # in one piece, to be copied
            yield out.styled(" " * out.cells(head) + line, "dim")


def _origin(row: dict[str, Any]) -> str:
    """Return where a programme came from and what is kept of it: empty where nobody knows."""
    parts = []
    if row["fetched"] is not None:
        source = clean_line(row["source"]) if row["source"] else "standard input"
        parts.append(f"from {source}, {age(datetime.fromisoformat(row['fetched']))}")
    if len(row["versions"]) > 1:
        parts.append(listing.count(len(row["versions"]), "version"))
    return " · ".join([*parts, *(["edited by hand"] if row["edited"] else [])])


def _described(row: dict[str, Any]) -> str:
    days = " to ".join(dict.fromkeys(row["days"]))
    parts = (row["title"], days, listing.count(row["sessions"], "session"))
    return " · ".join(part for part in parts if part)
