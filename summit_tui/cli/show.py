"""`summit show`: everything on a session."""

from collections.abc import Iterable, Iterator

import click

from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.catalogue.here import here
from summit_tui.catalogue.kinds import language_name
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.text import fold
from summit_tui.cli import listing, out, prose, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, circumstances_options, with_desk


@click.command("show")
@with_desk
@circumstances_options
@click.argument("ids", nargs=-1, required=True, type=SessionName(), metavar="ID...")
@click.option(
    "--format", "form", metavar="FORMAT", help="table, json, jsonl, csv, tsv, ids, '{title}'."
)
def command(desk: Desk, ids: tuple[str, ...], form: str | None) -> None:
    """Show everything on sessions, by id or code, with the conflicts they would make.

    - reads the ids from standard input.
    """
    from summit_tui.cli.picking import names

    form = listing.check_format(form or "table")
    meant = _meant(desk, names(ids))
    if form == "table":
        for number, one in enumerate(meant):
            page = _left(one) if isinstance(one, Pick) else _page(desk, one)
            out.write_lines(([""] if number else []) + list(page))
        return
    for one in meant:
        if isinstance(one, Pick):
            talk.say(f"no longer in the programme: {one.name} ({one.id})")
    rows = [desk.catalogue.sessions.row(one.id) for one in meant if isinstance(one, Session)]
    listing.print_sessions(desk, [row for row in rows if row is not None], form)


def _meant(desk: Desk, given: Iterable[str]) -> list[Session | Pick]:
    """Return the sessions called so, each once; a pick where the programme has dropped its own."""
    gone = {fold(each.id): each for each in desk.agenda if desk.catalogue.get(each.id) is None}
    found = [gone.get(fold(name)) or desk.session(name) for name in given]
    return list({each.id: each for each in found}.values())


def _left(pick: Pick) -> Iterator[str]:
    """Yield what the agenda holds of a session that the programme has dropped."""
    columns = min(out.width(), 100)
    for line in out.wrap(pick.name, columns):
        yield out.styled(line, "bold")
    yield out.styled(f"? no longer in the programme (id {pick.id})", "yellow")
    yield from _picked(pick, columns)


def _page(desk: Desk, session: Session) -> Iterator[str]:
    columns = min(out.width(), 100)
    for line in out.wrap(session.title, columns):
        yield out.styled(line, "bold")
    if session.subtitle:
        yield from out.wrap(session.subtitle, columns)
    for fact in _facts(desk, session):
        yield from out.wrap(fact, columns) if fact else ()
    for speaker in session.speakers:
        yield from out.hang(str(speaker), columns, "  ")
    yield from _mine(desk, session, columns)
    if session.abstract:
        yield ""
        yield from prose.flowed(session.abstract, columns)
    elif session.links:
        yield ""
    yield from (f"{link.name}: {link.url}" for link in session.links)


def _facts(desk: Desk, session: Session) -> Iterator[str]:
    level = desk.catalogue.scale.get(session.level)
    about = [session.code, str(level) if level else None, *session.tracks]
    yield " · ".join(part for part in about if part)
    language = language_name(session.language) if session.language else None
    yield " · ".join(part for part in (session.kind.capitalize(), language, *session.tags) if part)
    yield " · ".join(
        part for part in (listing.when(session), desk.catalogue.place(session)) if part
    )
    if session.start is not None and (local := here(session.start, session.end)):
        yield local
    if session.cancelled:
        yield "× cancelled"
    if session.recorded is False:
        yield "not recorded"
    yield f"id: {session.id}"


def _mine(desk: Desk, session: Session, columns: int) -> Iterator[str]:
    """Yield what I want of it, who goes with me, and what it clashes, or would clash, with."""
    from summit_tui.agenda.clash_words import clash_words, sign
    from summit_tui.agenda.conflicts import conflicts_of

    pick = desk.agenda.get(session.id)
    if pick:
        yield from _picked(pick, columns)
    elif (held := desk.agenda.held.get(session.id)) is not None:
        said = f"{WANT_MARKS[held.want]} {held.want}, left out by the plan"
        yield from out.hang(f"{said}: summit plan weighs it again", columns, "")
    if going := _going(desk, session):
        yield from out.hang(", ".join(going), columns, "with ")
    others = [other for other in desk.picked_sessions() if other.id != session.id]
    busy, walking = desk.circumstances.busy(others), desk.circumstances.walking
    for clash in conflicts_of(session, busy, walking):
        if (other := desk.named(clash.id)) is not None:
            text = f"{clash_words(clash, session, other)} ({listing.span(other)})"
            hung = out.hang(text, columns, f"{sign(clash)} ")
            yield from (out.styled(line, "red") for line in hung)


def _going(desk: Desk, session: Session) -> list[str]:
    """Return which colleagues go, each behind the sign for how much: `★ Ana`."""
    agendas = ((each.name, each.agenda) for each in desk.colleagues if each.agenda is not None)
    picks = ((name, agenda.get(session.id)) for name, agenda in agendas)
    return [f"{WANT_MARKS[pick.want]} {name}" for name, pick in picks if pick is not None]


def _picked(pick: Pick, columns: int) -> Iterator[str]:
    """Yield what I made of it."""
    rating = f" · {pick.rating} of 5" if pick.rating else ""
    there = {True: " · attended", False: " · missed", None: ""}[pick.attended]
    yield f"{WANT_MARKS[pick.want]} {pick.want}{rating}{there}"
    if pick.note:
        yield from prose.indented(pick.note, columns, "  ")
