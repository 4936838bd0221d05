"""`summit update`: ask the source of a programme for news, and tell what changed."""

from typing import Any

import click

from summit_tui.catalogue import library, versions
from summit_tui.catalogue.text import clean_line
from summit_tui.cli import listing, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.differing import Wanted, wanted_options
from summit_tui.cli.given import Given
from summit_tui.cli.names import ProgrammeName
from summit_tui.cli.options import with_desk


@click.command("update")
@with_desk
@click.argument("name", required=False, metavar="[NAME]", type=ProgrammeName(files=False))
@click.option("--all", "every", is_flag=True, help="Every programme of the library.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--force", is_flag=True, help="Over edits by hand, and with most sessions gone.")
@click.option("--to", metavar="VERSION", help="Go back to a version that was kept: 3, -1.")
@wanted_options
def command(
    desk: Desk,
    name: str | None,
    every: bool,
    dry_run: bool,
    force: bool,
    to: str | None,
    **wanted: Any,
) -> None:
    r"""Ask the source of a programme for news, take them over and say what changed.

    \b
    summit update
    summit update --all --mine
    summit update fosdem --fail-on mine

    NAME is a programme of the library; without it the one in use. The version before is kept:
    summit diff NAME compares, --to goes back. Sessions keep their ids, so that picks, notes and
    calendars hold. Ends with 2 when a source could not be asked, or gave nothing to be trusted.
    """
    from summit_tui.cli.updating import How, one_updated

    if every and (name is not None or to is not None or desk.given.agenda):
        talk.fail("--all is every programme, each with its own agenda: leave the rest out")
    how = How(Wanted(**wanted), dry_run, force, to, several=every)
    if not every:
        raise talk.Stop(one_updated(_meant(desk, name), desk, how).code)
    names = library.names()
    if not names:
        talk.nothing("the library is empty: summit import SOURCE takes a programme in")
    ended = [one_updated(each, Desk(Given()), how) for each in names]
    if how.wanted.form == "json":
        documents = [one.document for one in ended]
        out.write_lines([listing.to_json({"version": 1, "updates": documents})])
    raise talk.Stop(max(one.code for one in ended))


def _meant(desk: Desk, name: str | None) -> str:
    """Return the name of the programme that is to be updated; ends with 2 when there is none."""
    if name is not None and versions.kept(name):
        return name  # one that was removed, too
    entry = library.current(name or desk.given.catalogue)
    found = library.name_in_library(entry)
    if found is None and library.is_sample(entry.path):
        talk.fail(library.SAMPLE_STAYS)
    if found is None:
        talk.fail(
            f"{clean_line(str(entry.path))} is no programme of the library, so it has no source: "
            "summit events lists those that can be updated, summit import takes another in"
        )
    return found
