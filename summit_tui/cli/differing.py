"""What changed, as `diff` and `update` write it: my agenda, the formats, the last line."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import click

from summit_tui.agenda.affected import Affected, affected
from summit_tui.agenda.model import Agenda
from summit_tui.catalogue.changes import Changes, RoomChanges
from summit_tui.cli import changed, listing, out
from summit_tui.cli.common import Command, OneOf, format_option
from summit_tui.cli.desk import Desk
from summit_tui.formats import change_objects


class Wanted(NamedTuple):
    """What the person wants to know of a change, and how."""

    only_mine: bool
    form: str
    fail_on: str | None

    @property
    def needs_agenda(self) -> bool:
        """Whether the answer is wrong without my agenda, so that a damaged one stops it."""
        return self.only_mine or self.fail_on == "mine"

    def fails(self, found: Changes, mine: Affected) -> bool:
        """Return whether the command ends with 1."""
        return bool(mine if self.fail_on == "mine" else found if self.fail_on else False)


def wanted_options(command: Command) -> Command:
    """Add the options that a `Wanted` is made of."""
    options: tuple[Callable[[Command], Command], ...] = (
        click.option("--mine", "only_mine", is_flag=True, help="Only what concerns my agenda."),
        format_option("table", "json", "jsonl", "ids", unless_said="table"),
        click.option(
            "--fail-on", type=OneOf(["mine", "any"]), help="End with 1 when there is any."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def concerning_me(desk: Desk, found: Changes, *, needed: bool) -> Affected:
    """Return what of `found` concerns my agenda, which must be readable where it is `needed`."""
    agenda = _agenda(desk, found, needed=needed)
    return affected(found, agenda, desk.circumstances) if agenda.picks else affected(found, agenda)


def _agenda(desk: Desk, found: Changes, *, needed: bool) -> Agenda:
    """Return my agenda of the event; that under its old id where the event itself was renamed."""
    desk.catalogue = found.new
    agenda = desk.agenda if needed else desk.shown_agenda
    if agenda.picks or found.old.event.id == found.new.event.id:
        return agenda
    before = Desk(desk.given)
    before.catalogue = found.old
    return before.agenda if needed else before.shown_agenda


def write(
    found: Changes, mine: Affected, wanted: Wanted, about: dict[str, Any] | None = None
) -> None:
    """Write what changed; `about` is what JSON says besides, of the programme and its versions."""
    shown = only(found, mine) if wanted.only_mine else found
    if wanted.form == "table":
        out.write_lines(changed.table(found, mine, only_mine=wanted.only_mine))
    elif wanted.form == "json":
        out.write_lines([listing.to_json(document(found, mine, wanted) | (about or {}))])
    elif wanted.form == "jsonl":
        out.write_lines(_named(about, change_objects.lines(shown, mine)))
    else:
        ids = [*(change.id for change in shown.changed), *(one.id for one in shown.added)]
        out.write_lines(sorted(ids, key=lambda each: each not in mine.picks))


def document(found: Changes, mine: Affected, wanted: Wanted) -> dict[str, Any]:
    """Return what changed as JSON says it."""
    return change_objects.document(only(found, mine) if wanted.only_mine else found, mine)


def _named(about: dict[str, Any] | None, lines: Iterator[str]) -> Iterator[str]:
    """Yield the objects, each with the name of the programme where that is known."""
    for line in lines:
        known = {} if about is None else {"name": about["name"]}
        yield json.dumps(known | json.loads(line), ensure_ascii=False) if known else line


def only(found: Changes, mine: Affected) -> Changes:
    """Return `found` without what does not concern my agenda."""
    gone = {each.pick.id for each in mine.gone}
    added = tuple(session for session in found.added if session.id in mine.picks)
    removed = tuple(session for session in found.removed if session.id in gone)
    return replace(
        found, added=added, removed=removed, changed=mine.changed, event={}, rooms=RoomChanges()
    )
