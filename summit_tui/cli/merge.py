"""`summit merge`: take another version of my agenda into it, or make two files into one for git."""

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from summit_tui.agenda import change
from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.foreign import check_event, parse_foreign, read_foreign
from summit_tui.agenda.lock import has_lock, locked
from summit_tui.agenda.merging import Disagreement, disagreements, merge
from summit_tui.agenda.model import Agenda
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.places import expanded
from summit_tui.cli import files, out, picking, talk
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk


@click.command("merge")
@with_desk
@click.argument("named", nargs=-1, required=True, metavar="FILE...")
@click.option("--base", metavar="FILE", help="The version they come from; then removals count.")
@click.option("-o", "--output", metavar="FILE", help="Merge the FILEs into this one, - for stdout.")
@click.option("--force", is_flag=True, help="Overwrite the output file.")
@click.option(
    "--fail-on", type=OneOf(["conflicts"]), help="End with 1 when a value had to give way."
)
def command(
    desk: Desk,
    named: tuple[str, ...],
    base: str | None,
    output: str | None,
    force: bool,
    fail_on: str | None,
) -> None:
    r"""Take other versions of my agenda into it: from git, another machine, a synchroniser.

    \b
    summit merge agenda.sync-conflict-20190402.yaml
    summit merge phone.yaml laptop.yaml -o both.yaml
    summit merge --base %O %A %B            as git's merge driver: writes %A

    Nothing is lost: the stronger wish counts, notes keep every line of both, of two ratings the
    lower goes into the note. Without --base nothing is taken out, since a removal cannot be told
    from what never was there. With --base and one FILE it is merged into my agenda, with two into
    the first of them. summit undo takes a merge into my agenda back.
    """
    if base is not None and len(named) > 2:
        talk.fail(
            "--base takes one FILE, to be merged into my agenda, or two, the first being mine"
        )
    if (*named, base).count("-") > 1:
        talk.fail("only one of the files can be standard input")
    in_place = base is not None and len(named) == 2 and output is None
    if output is None and not in_place:
        told = _into_mine(desk, named, base)
    else:
        target = named[0] if in_place else str(output)
        told = _into_file(named, base, target, force=force or in_place)
    for line in told:
        talk.say(line)
    if told and fail_on:
        raise talk.Stop(talk.NOTHING)


def _into_mine(desk: Desk, named: Sequence[str], base: str | None) -> list[str]:
    """Merge the files into my agenda as one change; return what a person should look at."""
    event_id = desk.agenda_to_change.event
    theirs = [_read(each, event_id, whole=base is not None) for each in named]
    before = _read(base, event_id)
    nothing = Agenda(event_id)
    whole, _ = _merged(nothing, theirs)
    what = named[0] if len(named) == 1 else counted(len(named), "file")
    applied = desk.store.apply(change.merge(whole, what, before))
    for notice in applied.notices:
        talk.say(notice)
    _tell_changes(applied.before, applied.after, what)
    picking.tell_conflicts(
        desk, set(applied.after.picks) - set(applied.before.picks), applied.after.picks
    )
    if left := dict(whole.extra).keys() - dict(applied.after.extra).keys():
        talk.say(f"unknown fields of the file itself are not taken over: {', '.join(sorted(left))}")
    return _merged(before, [applied.before, *theirs])[1]


def _tell_changes(before: Agenda, after: Agenda, what: str) -> None:
    came = [each for each in after.picks if each not in before]
    went = [each for each in before.picks if each not in after]
    other = [each for each in after.picks if each in before and after.get(each) != before.get(each)]
    parts = [
        f"{counted(len(ids), 'pick')} {word}"
        for ids, word in ((came, "added"), (other, "changed"), (went, "removed"))
        if ids
    ]
    talk.say(f"{what}: {', '.join(parts) or 'nothing that is not on my agenda already'}")


def _into_file(named: Sequence[str], base: str | None, target: str, *, force: bool) -> list[str]:
    """Write what the files make together to `target`; return what a person should look at."""
    from summit_tui.agenda.saving import checked_text

    path = Path(target) if target == "-" else files.refuse(Path(target), force=force)
    real = Path(os.path.realpath(path))  # which takes a link in a circle as it stands
    with locked(real) if has_lock(real) else nullcontext():
        everything = [_read(each, "", whole=base is not None) for each in named]
        *versions, before = _same_event([*everything, _read(base, "")], [*named, base])
        merged, told = _merged(before, versions)
        text = checked_text(path, merged)
        if target == "-":
            out.write(text)
        else:
            files.write(path, text.encode(), force=True)
    return told


def _same_event(agendas: Sequence[Agenda], named: Sequence[str | None]) -> list[Agenda]:
    """Return `agendas`, all of the event that the first names; AgendaError when one is not."""
    event_id = next((agenda.event for agenda in agendas if agenda.event), "")
    found = []
    for agenda, name in zip(agendas, named, strict=True):
        if agenda.event:
            check_event(agenda, Path(str(name)), event_id)
        found.append(Agenda(event_id, agenda.held, agenda.extra, agenda.version))
    return found


def _read(named: str | None, event_id: str, *, whole: bool = False) -> Agenda:
    """Return the agenda in the file `named`, none when there is no such name.

    With `whole`, what it lacks counts as taken out. An empty file, as a full disk or a pipe that
    broke leaves one, takes nothing out then. AgendaError for that, when it cannot be used, and when
    it is not of `event_id` where that is known.
    """
    if named is None:
        return Agenda(event_id)
    path = Path("stdin") if named == "-" else expanded(named)
    if named == "-":
        agenda = parse_foreign(_standard_input(path), path, "")
    else:
        agenda = read_foreign(path, "")
    if whole and not (agenda.event or agenda.held):
        raise AgendaError(
            f"{path}: it is empty; with --base that would take every pick out "
            "(an agenda without picks says at least event:)"
        )
    if not agenda.event:
        agenda = Agenda(event_id, agenda.held, agenda.extra, agenda.version)
    if event_id:
        check_event(agenda, path, event_id)
    return agenda


def _standard_input(path: Path) -> str:
    from summit_tui.agenda.model import MAX_BYTES
    from summit_tui.catalogue.source import read_bytes

    return read_bytes(sys.stdin.buffer, path, MAX_BYTES)


def _merged(base: Agenda, versions: Sequence[Agenda]) -> tuple[Agenda, list[str]]:
    merged, *rest = versions
    told: list[str] = []
    for version in rest:
        told += map(_said, disagreements(base, merged, version))
        merged = merge(base, merged, version)
    return merged, told


def _said(each: Disagreement) -> str:
    """Return what became of two values, in a line that says how to have it otherwise."""
    one, other, kept = each.one, each.other, each.kept
    lost = other if kept == one else one
    if each.field == "pick":
        sides = ("here", "there") if one is None else ("there", "here")
        said = "taken out {}, changed {}: it stays".format(*sides)
    elif each.field == "note":
        said = f"two notes: all lines are kept; summit note {each.pick.id} settles it"
    elif each.field == "rating":
        said = f"rated {one} here, {other} there: {kept} counts, {lost} stands in the note"
    elif each.field == "attended":
        said = f"attended {'here' if one else 'there'} only: that counts"
    elif each.field == "want":
        said = f"{one} here, {other} there: {kept} counts"
    else:
        said = f"{each.field} has two values: {kept} is kept, {lost} is not"
    return f"{each.pick.name}: {said}"
