"""Notes that were taken in the pages of `summit report --skeleton`, on their way home."""

import sys
from pathlib import Path

from summit_tui.agenda import change
from summit_tui.agenda.change import Picked
from summit_tui.catalogue.places import expanded
from summit_tui.cli import picking, talk
from summit_tui.cli.desk import Desk
from summit_tui.formats.reports.skeleton import NotesError, Taken, read_notes


def take_home(desk: Desk, page: str) -> None:
    """Add what was written into `page`, `-` for standard input, to the notes: all of it or nothing.

    Ends with 2 where the page is another event's, is not whole, or names a session that neither
    the programme nor my agenda has; with 1 where nothing was written into it.
    """
    name = "the page" if page == "-" else page
    try:
        event, taken = read_notes(_text(page))
    except NotesError as error:
        talk.fail(f"{name}: {error}")
    here = desk.catalogue.event
    if event != here.id:
        talk.fail(f"{name} is of the event {event}, this is {here.id}: --catalogue names another")
    if not taken:
        talk.nothing(f"nothing is written in {name} yet")
    notes = [(_about(desk, one, name), one.text) for one in taken]
    picking.apply(desk, change.bring_notes(notes), "noted on")


def _text(page: str) -> str:
    from summit_tui.catalogue.source import read_bytes, read_file

    return read_bytes(sys.stdin.buffer, Path("stdin")) if page == "-" else read_file(expanded(page))


def _about(desk: Desk, taken: Taken, name: str) -> Picked:
    session = desk.catalogue.get(taken.id) or desk.agenda_to_change.get(taken.id)
    if session is None:
        talk.fail(
            f"{name}, line {taken.line}: neither the programme nor your agenda has a session "
            f"{taken.id!r}; nothing was changed: mend the id, or take the section out"
        )
    return session
