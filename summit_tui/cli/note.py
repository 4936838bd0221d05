"""`summit note`: write a note on a session."""

import sys

import click

from summit_tui.agenda import change
from summit_tui.catalogue.text import clean
from summit_tui.cli import out, picking, taking, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, with_desk


@click.command("note")
@with_desk
@click.argument("name", type=SessionName(), metavar="ID", required=False)
@click.argument("text", nargs=-1, metavar="[TEXT]...")
@click.option("--append", is_flag=True, help="Add to the note that is there.")
@click.option("--clear", is_flag=True, help="Take the note away.")
@click.option("--show", is_flag=True, help="Print the note.")
@click.option("--from", "page", metavar="FILE", help="Take notes home from a --skeleton.")
def command(
    desk: Desk,
    name: str | None,
    text: tuple[str, ...],
    append: bool,
    clear: bool,
    show: bool,
    page: str | None,
) -> None:
    """Write a note (Markdown) on a session, which puts it on my agenda.

    The note is TEXT, or standard input where TEXT is - or input is piped, or else what you write
    in $EDITOR. With --from, FILE is a page of summit report --skeleton: what was written into its
    sections is added to the notes, as far as it is not there yet.
    """
    if show + clear + append > 1 or ((show or clear) and text):
        talk.fail("one thing at a time: --show, --clear, or a TEXT (with --append, if you like)")
    if page is not None:
        if name or append or clear or show:
            talk.fail("--from says itself which sessions are meant: give only the file")
        taking.take_home(desk, page)
        return
    if name is None:
        here = click.get_current_context()
        raise click.UsageError("Missing argument 'ID' (or --from FILE, for a page of notes)", here)
    session = picking.one(desk, name)
    pick = desk.agenda_to_change.get(session.id)
    before = (pick.note if pick else None) or ""
    if show:
        if not before:
            talk.nothing("there is no note")
        out.write_lines([before])
        return
    if clear:
        picking.apply(desk, change.set_note(session, None), "no note on")
        return
    note = _written(text, "" if append else before)
    if append:
        picking.apply(desk, change.append_note(session, note), "noted on")
        return
    picking.apply(desk, change.set_note(session, note), "noted on" if note else "no note on")


def _written(text: tuple[str, ...], before: str) -> str:
    """Return the text of the note, cleaned; only one emptied in the editor may be empty."""
    if not text and sys.stdin.isatty():
        return _edited(before)
    note = clean(sys.stdin.read() if text in ((), ("-",)) else " ".join(text))
    if not note:
        talk.nothing("there is no text, so nothing was changed: --clear takes a note away")
    return note


def _edited(before: str) -> str:
    try:
        written = click.edit(f"{before}\n" if before else "", extension=".md")
    except click.ClickException as error:
        talk.fail(f"{error.format_message()}; set EDITOR, or write summit note ID TEXT")
    except UnicodeDecodeError:
        talk.fail("what the editor wrote is not UTF-8; nothing was changed")
    if written is None:
        talk.nothing("the note was left as it is")
    return clean(written)
