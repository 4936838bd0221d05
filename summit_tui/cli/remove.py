"""`summit remove`: take sessions off my agenda, or a programme out of the library."""

import click

from summit_tui.agenda import change
from summit_tui.catalogue import library
from summit_tui.cli import picking, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.names import ProgrammeName
from summit_tui.cli.options import SessionName, with_desk


@click.command("remove")
@with_desk
@click.argument("ids", nargs=-1, type=SessionName(picked=True), metavar="ID...")
@click.option(
    "--event",
    metavar="NAME",
    type=ProgrammeName(files=False),
    help="Take this programme out of the library instead.",
)
def command(desk: Desk, ids: tuple[str, ...], event: str | None) -> None:
    """Take sessions off my agenda, by id or code; - reads them from standard input.

    Notes and ratings go with them; summit undo brings all of it back. With --event a programme
    leaves the library; my agenda of it stays, and it is said how to have it back.
    """
    if event is not None:
        if ids:
            talk.fail("one thing at a time: sessions by their ids, or --event NAME")
        _take_out(event)
        return
    if not ids:
        talk.fail("name a session by its id or code, or a programme with --event NAME")
    named = picking.picked(desk, ids)
    held = desk.agenda_to_change.held
    on_it = [item.id for item in named if item.id in held]
    for item in named:
        if item.id not in held:
            talk.say(f"not on the agenda: {item.title or item.id}")
    if not on_it:
        raise talk.Stop(talk.NOTHING)
    picking.apply(desk, change.remove(on_it), "removed")


def _take_out(name: str) -> None:
    """Take the programme `name` out of the library, and say where what belongs to it is."""
    from summit_tui.catalogue.problems import did_you_mean
    from summit_tui.catalogue.shelf import ShelfError
    from summit_tui.formats.taking_out import take_out

    if name not in library.names():
        hint = did_you_mean(name, library.names()) or "summit events lists what there is"
        talk.fail(f"the library has no {name!r}: {hint}")
    try:
        told = take_out(name).told
    except ShelfError as error:
        talk.fail(str(error))
    for line in told:
        talk.say(line)
