"""`summit redo`: make the change again that undo took back."""

import click

from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk
from summit_tui.cli.undo import report


@click.command("redo")
@with_desk
def command(desk: Desk) -> None:
    """Make the change again that undo took back."""
    report(desk, redo=True)
