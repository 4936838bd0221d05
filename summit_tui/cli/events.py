"""`summit events`: list the programmes on this machine."""

from typing import Any

import click

from summit_tui.catalogue import library
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.cli import listing, out
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk


@click.command("events")
@with_desk
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def command(desk: Desk, form: str) -> None:
    """List the programmes on this machine; > marks the one in use."""
    from summit_tui.search.programme import open_programme

    current = library.current(desk.given.catalogue).path.resolve()
    rows: list[dict[str, Any]] = []
    for entry in library.entries():
        row: dict[str, Any] = {"name": entry.name, "origin": entry.origin, "error": None}
        row["path"] = str(entry.path)
        row["current"] = entry.path.resolve() == current
        try:
            programme = open_programme(entry.path)
        except CatalogueError as error:
            row["error"] = str(error.problems[0])
        else:
            days = programme.index.facets.values("day")
            row["title"] = programme.catalogue.event.name
            row["days"] = [days[0], days[-1]] if days else []
            row["sessions"] = len(programme.catalogue.sessions)
        rows.append(row)
    if form == "json":
        out.write_lines([listing.to_json({"version": 1, "events": rows})])
        return
    for row in rows:
        mark = ">" if row["current"] else " "
        what = row["error"] or f"{row['title']} · {_days(row['days'])}{row['sessions']} sessions"
        out.write_lines([f"{mark} {out.pad(str(row['name']), 20)}  {what}"])
        out.write_lines([out.styled(f"  {' ' * 20}  {row['origin']}: {row['path']}", "dim")])


def _days(days: object) -> str:
    if not isinstance(days, list) or not days:
        return ""
    return f"{days[0]} · " if days[0] == days[-1] else f"{days[0]} to {days[-1]} · "
