"""`summit compare`: my colleagues' agendas beside mine."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import click

from summit_tui.agenda.model import WANT_MARKS
from summit_tui.agenda.team.colleagues import ME, Person
from summit_tui.agenda.team.compare_words import clash_words, runs_in_words, tally
from summit_tui.agenda.team.comparing import MINE, THEIRS, TOGETHER, Compared, compare
from summit_tui.cli import colleagues, listing, out, talk
from summit_tui.cli.common import OneOf, format_option
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk

_ONLY = (TOGETHER, MINE, THEIRS, "clash")


@click.command("compare")
@with_desk
@click.argument("files", nargs=-1, metavar="[[NAME=]FILE]...")
@click.option(
    "--only", type=OneOf(_ONLY), help="What we share, only I want, only they, or clashes."
)
@format_option("table", "json", "tsv", "ids")
def command(desk: Desk, files: tuple[str, ...], only: str | None, form: str | None) -> None:
    r"""Lay colleagues' agendas beside mine: together, only me, only them, and where we clash.

    \b
    summit compare ana.yaml Bo=/home/bo/agenda.yaml
    summit compare ana.yaml --only them --format ids | summit add --want maybe -

    Without FILE those that settings.json names as "team" are meant. A clash is a session of mine
    that is on while they are in one that I did not pick. A folder stands for the agenda of this
    event in it.
    """
    people, whole = colleagues.people(desk, files)
    every = compare(desk.agenda, people, desk.catalogue)
    rows = [each for each in every if only is None or _is(each, only)]
    form = form or ("table" if out.is_terminal() else "tsv")
    if form == "json":
        out.write_lines([listing.to_json(_document(desk, people, rows))])
    else:
        out.write_lines(_WRITERS[form](desk, rows))
    talk.say(_summary(every, people))
    if not whole:
        raise talk.Stop(talk.WRONG)
    if not rows:
        raise talk.Stop(talk.NOTHING)


def _is(row: Compared, only: str) -> bool:
    return bool(row.clashes) if only == "clash" else row.kind == only


def _summary(rows: Sequence[Compared], people: Sequence[Person]) -> str:
    whom = people[0].name if len(people) == 1 else "them"
    return ", ".join(f"{number} {said}" for number, said in tally(rows, whom))


def _table(desk: Desk, rows: Sequence[Compared]) -> Iterator[str]:
    for number, (day, group) in enumerate(
        groupby(rows, key=lambda row: listing.day_of_pick(row.item))
    ):
        if number:
            yield ""
        yield out.styled(day, "bold")
        for row in group:
            yield from _lines(desk, row)


def _lines(desk: Desk, row: Compared) -> Iterator[str]:
    session = row.item.session
    start = f"{row.item.start:%H:%M}" if row.item.start else ""
    head = f"  {out.pad(listing.span(session) if session else start, 11)}  "
    below = " " * out.cells(head)
    style = "" if row.kind == THEIRS else "bold"
    for number, line in enumerate(out.wrap(row.item.title, out.width() - len(below))):
        yield (below if number else head) + out.styled(line, style)
    if session is None:
        yield below + out.styled("? no longer in the programme", "yellow")
    elif session.cancelled:
        yield below + out.styled("× cancelled", "yellow")
    where = [session.code, session.room] if session else []
    parts = [who(row), *filter(None, where)]
    yield from out.hang(" · ".join(parts), out.width(), below)
    for said in runs_in_words(row, desk.catalogue):
        yield from out.hang(said, out.width(), below)
    for clash in row.clashes:
        text = clash_words(clash, row, desk.agenda, desk.catalogue)
        yield from (out.styled(line, "red") for line in out.hang(text, out.width(), f"{below}! "))


def who(row: Compared) -> str:
    """Return `★ me, ● Ana`, or `● only Bo`."""
    only = "only " if len(row.wants) == 1 else ""
    return ", ".join(f"{WANT_MARKS[want]} {only}{name}" for name, want in row.wants.items())


def _tsv(desk: Desk, rows: Sequence[Compared]) -> Iterator[str]:
    """Yield one line a session: kind, code or id, start, who wants it how much, clashes, title."""
    for row in rows:
        session = row.item.session
        cells = (
            row.kind,
            desk.catalogue.sessions.label(session) if session else row.item.id,
            row.item.start.isoformat(timespec="minutes") if row.item.start else "",
            ",".join(f"{name}:{want}" for name, want in row.wants.items()),
            ",".join(clash.id for clash in row.clashes),
            row.item.title,
        )
        yield out.tabbed(cells)


def _ids(desk: Desk, rows: Sequence[Compared]) -> Iterator[str]:
    return (row.item.id for row in rows)


_WRITERS = {"table": _table, "tsv": _tsv, "ids": _ids}


def _document(desk: Desk, people: Sequence[Person], rows: Sequence[Compared]) -> dict[str, Any]:
    from summit_tui.formats.writers.as_json import event_object, instant

    team = [(ME, desk.agenda), *people]
    sessions = [
        {
            "id": row.item.id,
            "title": row.item.title,
            "code": row.item.session and row.item.session.code,
            "room": row.item.session and row.item.session.room,
            "status": row.item.session and row.item.session.status,
            "start": instant(row.item.start),
            "end": instant(row.item.session.end if row.item.session else None),
            "missing": row.item.missing,
            "kind": row.kind,
            "wants": dict(row.wants),
            "runs": [{"id": each.id, "names": list(each.names)} for each in row.again],
            "clashes": [
                {"id": each.id, "minutes": each.minutes, "names": list(each.names)}
                for each in row.clashes
            ],
        }
        for row in rows
    ]
    return {
        "version": 1,
        "event": event_object(desk.catalogue.event),
        "people": [{"name": name, "picks": len(agenda)} for name, agenda in team],
        "sessions": sessions,
    }
