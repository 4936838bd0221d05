"""`summit remove`: take sessions off my agenda."""

import click

from summit_tui.agenda import change
from summit_tui.cli import picking, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, with_desk


@click.command("remove")
@with_desk
@click.argument("ids", nargs=-1, required=True, type=SessionName(picked=True), metavar="ID...")
def command(desk: Desk, ids: tuple[str, ...]) -> None:
    """Take sessions off my agenda, by id or code; - reads them from standard input.

    Notes and ratings go with them; summit undo brings all of it back.
    """
    named = picking.picked(desk, ids)
    on_it = [item.id for item in named if item.id in desk.agenda_to_change]
    for item in named:
        if item.id not in desk.agenda_to_change:
            talk.say(f"not on the agenda: {item.title or item.id}")
    if not on_it:
        raise talk.Stop(talk.NOTHING)
    picking.apply(desk, change.remove(on_it), "removed")
