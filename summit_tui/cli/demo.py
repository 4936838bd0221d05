"""`summit demo`: a fictional programme to try things on."""

from pathlib import Path

import click

from summit_tui.catalogue import library
from summit_tui.catalogue.demo import MAX_SESSIONS, generate
from summit_tui.cli import files, listing, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk


@click.command("demo")
@with_desk
@click.option(
    "--sessions",
    type=click.IntRange(1, MAX_SESSIONS),
    default=200,
    metavar="N",
    help="How many sessions.",
    show_default=True,
)
@click.option("--seed", type=int, default=1, metavar="N", help="Another seed, another programme.")
@click.option("-o", "--output", metavar="FILE", help="Where to write it, - for standard output.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
def command(desk: Desk, sessions: int, seed: int, output: str | None, force: bool) -> None:
    """Make a fictional summit dated around today, so that now means something in it.

    Without -o it becomes the programme `demo` of the library; summit use demo then opens it.
    """
    from summit_tui.catalogue.writing import write

    path = Path(output) if output else library.library_file("demo")
    if output is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        force = True  # what is called demo may be made again
    elif output != "-":
        files.refuse(path, force=force)
    text = write(generate(sessions, seed))
    if output == "-":
        out.write(text)
        return
    files.write(path, text.encode(), force=force)
    talk.say(f"{listing.count(sessions, 'fictional session')} in {path}")
    talk.say(
        "summit use demo opens it" if output is None else f"summit --catalogue {path} opens it"
    )
