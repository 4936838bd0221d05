"""`summit use`: choose the programme to use from anywhere."""

import click

from summit_tui.catalogue import library
from summit_tui.catalogue.text import clean_line
from summit_tui.cli import out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.names import ProgrammeName
from summit_tui.cli.options import with_desk


@click.command("use")
@with_desk
@click.argument("name", required=False, metavar="[NAME|FILE]", type=ProgrammeName())
@click.option("--clear", is_flag=True, help="Forget the choice.")
def command(desk: Desk, name: str | None, clear: bool) -> None:
    """Choose the programme used where there is no ./sessions.yaml; without NAME say which it is."""
    if clear and name is not None:
        talk.fail("one thing at a time: a NAME, or --clear")
    if clear:
        library.choose(None)
        talk.say("no programme is chosen any more")
        return
    if name is None:
        entry = library.current(desk.given.catalogue)
        out.write_lines([clean_line(f"{entry.path} ({entry.origin})")])
        return
    from summit_tui.search.programme import open_programme

    event = open_programme(library.current(name).path).catalogue.event
    entry = library.choose(name) or library.current(name)
    talk.say(f"using {event.name} ({entry.path})")
    if library.current().origin in ("here", "environment"):
        talk.say(f"but here {library.current().path} comes first")
