"""`summit rate`: rate a session."""

import click

from summit_tui.agenda import change
from summit_tui.cli import picking
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, with_desk


@click.command("rate")
@with_desk
@click.argument("name", type=SessionName(), metavar="ID")
@click.argument("rating", type=click.IntRange(0, 5), metavar="0..5")
def command(desk: Desk, name: str, rating: int) -> None:
    """Rate a session from 1 (poor) to 5 (excellent); 0 takes the rating away."""
    session = picking.one(desk, name)
    stars = f"{rating} of 5:" if rating else "no rating:"
    picking.apply(desk, change.rate(session, rating or None), stars)
