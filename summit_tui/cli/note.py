"""`summit note`: write a note on a session."""

import sys

import click

from summit_tui.agenda import change
from summit_tui.cli import out, picking, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, with_desk


@click.command("note")
@with_desk
@click.argument("name", type=SessionName(), metavar="ID")
@click.argument("text", nargs=-1, metavar="[TEXT]...")
@click.option("--append", is_flag=True, help="Add to the note that is there.")
@click.option("--clear", is_flag=True, help="Take the note away.")
@click.option("--show", is_flag=True, help="Print the note.")
def command(
    desk: Desk, name: str, text: tuple[str, ...], append: bool, clear: bool, show: bool
) -> None:
    """Write a note (Markdown) on a session, which puts it on my agenda.

    The note is TEXT, or standard input where TEXT is - or input is piped, or else what you write
    in $EDITOR.
    """
    session = picking.picked(desk, [name])[0]
    pick = desk.agenda.get(session.id)
    before = (pick.note if pick else None) or ""
    if show:
        if not before:
            talk.nothing("there is no note")
        out.write_lines([before])
        return
    note = "" if clear else _written(text, before if not append else "")
    if append and before:
        note = f"{before}\n{note}"
    picking.apply(desk, change.set_note(session, note), "noted on")


def _written(text: tuple[str, ...], before: str) -> str:
    if text and text != ("-",):
        return " ".join(text)
    if text or not sys.stdin.isatty():
        return sys.stdin.read()
    written = click.edit(before, extension=".md")
    if written is None:
        talk.nothing("the note was left as it is")
    return written
