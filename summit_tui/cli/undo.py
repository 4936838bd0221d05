"""`summit undo`: take the last change of my agenda back."""

import click

from summit_tui.cli import talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk


@click.command("undo")
@with_desk
def command(desk: Desk) -> None:
    """Take the last change of my agenda back; again, the one before it."""
    report(desk, redo=False)


def report(desk: Desk, *, redo: bool) -> None:
    """Undo or redo one change and say what was done."""
    applied = desk.store.redo() if redo else desk.store.undo()
    for notice in applied.notices:
        talk.say(notice)
    if not applied.label:
        raise talk.Stop(talk.NOTHING)  # the notices say so
    talk.say(f"{'redone' if redo else 'undone'}: {applied.label}")
