"""`summit add`: put sessions on my agenda."""

import click

from summit_tui.agenda import change
from summit_tui.agenda.model import WANTS
from summit_tui.cli import picking
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, with_desk


@click.command("add")
@with_desk
@click.argument("ids", nargs=-1, required=True, type=SessionName(), metavar="ID...")
@click.option("--want", type=OneOf(WANTS), help="How much; want unless said.")
def command(desk: Desk, ids: tuple[str, ...], want: str | None) -> None:
    """Put sessions on my agenda, by id or code; - reads them from standard input.

    A session that is on it already keeps its note and how much it is wanted.
    """
    picking.apply(desk, change.add(picking.picked(desk, ids), want), "added")
