"""`summit diff`: what changed between two versions of a programme."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from summit_tui.agenda.affected import Affected, affected
from summit_tui.agenda.model import Agenda
from summit_tui.catalogue import library
from summit_tui.catalogue.changes import Changes, RoomChanges, changes
from summit_tui.catalogue.model import Catalogue
from summit_tui.cli import changed, listing, out, talk
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk
from summit_tui.formats import change_objects, change_words

_FORMATS = "A table for people, or what a program reads."


@click.command("diff")
@with_desk
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--mine", "only_mine", is_flag=True, help="Only what concerns my agenda.")
@click.option(
    "--format",
    "form",
    type=OneOf(["table", "json", "jsonl", "ids"]),
    default="table",
    help=_FORMATS,
)
@click.option("--fail-on", type=OneOf(["mine", "any"]), help="End with 1 when there is any.")
def command(
    desk: Desk, old: str, new: str, only_mine: bool, form: str, fail_on: str | None
) -> None:
    r"""Say what changed between two versions of a programme, my agenda first.

    \b
    summit diff old.yaml sessions.yaml
    git show HEAD~1:sessions.yaml | summit diff - sessions.yaml --mine

    OLD and NEW are files, or names of the library; - is standard input. Sessions are recognised by
    their ids, else by title, speakers and what they are about.
    """
    if old == new == "-":
        talk.fail("only one of OLD and NEW can be standard input")
    found = changes(_read(old), _read(new))
    mine = affected(found, _agenda(desk, found, needed=only_mine or fail_on == "mine"))
    if form == "table":
        out.write_lines(changed.table(found, mine, only_mine=only_mine))
    else:
        _write(_only(found, mine) if only_mine else found, mine, form)
    talk.say(_summary(found, mine, only_mine=only_mine))
    if mine if fail_on == "mine" else found if fail_on else False:
        raise talk.Stop(talk.NOTHING)


def _read(named: str) -> Catalogue:
    """Return the catalogue called `named`; CatalogueError, which ends the command, with its faults.

    Read afresh: a version that is compared once is not worth a cache.
    """
    from summit_tui.catalogue.problems import CatalogueError
    from summit_tui.catalogue.reading import load, read_text
    from summit_tui.catalogue.source import read_bytes

    if named != "-":
        return load(library.current(named).path)
    reading = read_text(read_bytes(sys.stdin.buffer, Path("stdin")), Path("stdin"))
    if reading.errors:
        raise CatalogueError(reading.errors)
    return reading.catalogue


def _agenda(desk: Desk, found: Changes, *, needed: bool) -> Agenda:
    """Return my agenda of the event; that under its old id where the event itself was renamed."""
    desk.catalogue = found.new
    agenda = desk.agenda if needed else desk.shown_agenda
    if agenda.picks or found.old.event.id == found.new.event.id:
        return agenda
    before = Desk(desk.given)
    before.catalogue = found.old
    return before.agenda if needed else before.shown_agenda


def _only(found: Changes, mine: Affected) -> Changes:
    """Return `found` without what does not concern my agenda."""
    gone = {each.pick.id for each in mine.gone}
    added = tuple(session for session in found.added if session.id in mine.picks)
    removed = tuple(session for session in found.removed if session.id in gone)
    return replace(
        found, added=added, removed=removed, changed=mine.changed, event={}, rooms=RoomChanges()
    )


def _write(found: Changes, mine: Affected, form: str) -> None:
    if form == "json":
        out.write_lines([listing.to_json(change_objects.document(found, mine))])
    elif form == "jsonl":
        out.write_lines(change_objects.lines(found, mine))
    else:
        ids = [*(change.id for change in found.changed), *(one.id for one in found.added)]
        out.write_lines(sorted(ids, key=lambda each: each not in mine.picks))


def _summary(found: Changes, mine: Affected, *, only_mine: bool) -> str:
    if not found:
        return f"nothing differs: {listing.count(len(found.new.sessions), 'session')} as before"
    if not found.became and found.old.sessions and found.new.sessions:
        return "the two share no session: are they the same event?"
    about = f"{len(mine.changed) + len(mine.gone)} on my agenda"
    clashes = listing.count(len(mine.conflicts), "new clash", "new clashes")
    about += f", {clashes}" if mine.conflicts else ""
    if only_mine and not mine:
        about = "nothing on my agenda"
    return f"{change_words.count(found)}; {about}"
