"""`summit demo`: a fictional programme to try things on."""

from datetime import timedelta
from pathlib import Path

import click

from summit_tui.catalogue import clock, library, shelf, versions
from summit_tui.catalogue.demo import MAX_SESSIONS, generate
from summit_tui.catalogue.demo_news import yesterday
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.seen import set_seen
from summit_tui.catalogue.writing import write
from summit_tui.cli import files, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk

_AGO = timedelta(days=2)
"""How long ago the version came that the news are told from: yesterday it was the programme."""


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

    Without -o it becomes the programme `demo` of the library, in which something has changed since
    yesterday; summit use demo then opens it.
    """
    if output is None:
        path = _into_the_library(sessions, seed)
        opens = "summit use demo opens it; summit diff demo says what changed since yesterday"
    else:
        path, opens = Path(output), f"summit --catalogue {output} opens it"
        if output != "-":
            files.refuse(path, force=force)
        text = write(generate(sessions, seed))
        if output == "-":
            out.write(text)
            return
        files.write(path, text.encode(), force=force)
    talk.say(f"{counted(sessions, 'fictional session')} in {path}")
    talk.say(opens)


def _into_the_library(sessions: int, seed: int) -> Path:
    """Make it the programme `demo`, over an earlier one, and return its file."""
    now = clock.now()
    before, after = (write(each).encode() for each in yesterday(generate(sessions, seed), now))
    digests = [versions.digest_of(each) for each in (before, after)]
    try:
        if [each.digest for each in versions.kept(library.DEMO)[-2:]] != digests:
            shelf.place(library.DEMO, before, at=now - _AGO)
        shelf.place(library.DEMO, after)
    except shelf.ShelfError as error:
        talk.fail(str(error))
    for version in versions.kept(library.DEMO):
        if version.digest == digests[0]:
            set_seen(library.DEMO, version.number)
    return library.library_file(library.DEMO)
