"""`summit attended`: say that I was there."""

import click

from summit_tui.agenda import change
from summit_tui.cli import picking
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, with_desk


@click.command("attended")
@with_desk
@click.argument("ids", nargs=-1, required=True, type=SessionName(), metavar="ID...")
@click.option("--no", "missed", is_flag=True, help="I was not there.")
def command(desk: Desk, ids: tuple[str, ...], missed: bool) -> None:
    """Say that I was in these sessions (or, with --no, that I was not)."""
    sessions = picking.picked(desk, ids)
    done = "missed" if missed else "attended"
    picking.apply(desk, change.mark_attended(sessions, not missed), done)
