"""`summit events`: list the programmes on this machine."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from summit_tui.catalogue import library
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.text import clean_line
from summit_tui.cli import listing, out
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk

if TYPE_CHECKING:
    from pathlib import Path


@click.command("events")
@with_desk
@click.option("--format", "form", type=OneOf(["table", "json"]), default="table")
def command(desk: Desk, form: str) -> None:
    """List the programmes on this machine; > marks the one in use."""
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
    from summit_tui.search.programme import open_programme

    row: dict[str, Any] = {"name": entry.name, "origin": entry.origin, "path": str(entry.path)}
    row |= {"current": current, "error": None, "title": None, "days": None, "sessions": None}
    try:
        programme = open_programme(entry.path)
    except CatalogueError as error:
        return row | {"error": str(error.problems[0])}
    days = programme.index.facets.values("day")
    return row | {
        "title": programme.catalogue.event.name,
        "days": [days[0], days[-1]] if days else [],
        "sessions": len(programme.catalogue.sessions),
    }


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    columns = out.width()
    names = max(out.cells(clean_line(row["name"])) for row in rows)
    for row in rows:
        head = f"{'>' if row['current'] else ' '} {out.pad(clean_line(row['name']), names)}  "
        yield from out.hang(row["error"] or _described(row), columns, head)
        where = f"{row['origin']}: {clean_line(row['path'])}"  # in one piece, to be copied
        yield out.styled(" " * out.cells(head) + where, "dim")


def _described(row: dict[str, Any]) -> str:
    days = " to ".join(dict.fromkeys(row["days"]))
    parts = (row["title"], days, listing.count(row["sessions"], "session"))
    return " · ".join(part for part in parts if part)
