"""`summit cover`: who of the team goes where."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import click

from summit_tui.agenda.clash_words import clash_words, sign
from summit_tui.agenda.conflicts import Conflict
from summit_tui.agenda.model import WANT_MARKS, WANTS
from summit_tui.agenda.team.colleagues import ME, Person
from summit_tui.agenda.team.covering import Cover, Unseen, Visit, cover
from summit_tui.agenda.team.wishes import Wish
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.problems import did_you_mean
from summit_tui.catalogue.text import fold
from summit_tui.cli import colleagues, listing, out, talk
from summit_tui.cli.common import format_option
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import circumstances_options, with_desk


@click.command("cover")
@with_desk
@circumstances_options
@click.argument("files", nargs=-1, metavar="[[NAME=]FILE]...")
@click.option("--for", "whom", metavar="NAME", help="Only where this one goes; me is me.")
@format_option("table", "json", "tsv", "ids")
def command(desk: Desk, files: tuple[str, ...], whom: str | None, form: str | None) -> None:
    r"""Share out the sessions that I or my colleagues want, so that the fewest go unseen.

    \b
    summit cover ana.yaml bo.yaml
    summit cover --for ana
    summit cover ana.yaml --for me --format ids | summit add -

    Fewest musts, then wants, then maybes; who wants a session most decides how much it counts.
    Everyone is in one session at a time, one run of a session is enough, and as many as can go
    where they want to be themselves. Where the way from one to the next is too long for whoever
    goes, or I have an appointment, it is said. Without FILE those that settings.json names as
    "team" are meant.
    """
    people, whole = colleagues.people(desk, files)
    team = (Person(ME, desk.agenda), *people)
    who = None if whom is None else _row(team, whom)
    plan = cover(team, desk.catalogue, desk.circumstances)
    visits = [visit for visit in plan.visits if who is None or who in visit.goes]
    form = form or ("table" if out.is_terminal() else "tsv")
    if form == "json":
        out.write_lines([listing.to_json(_document(desk, plan, visits))])
    elif form == "table":
        out.write_lines(_table(desk, plan, visits, alone=who is not None))
    elif form == "ids":
        out.write_lines(visit.session.id for visit in visits)
    else:
        out.write_lines(_tsv(desk, plan, visits))
    talk.say(_summary(plan))
    if not whole:
        raise talk.Stop(talk.WRONG)
    if not visits:
        raise talk.Stop(talk.NOTHING)


def _row(team: Sequence[Person], name: str) -> int:
    """Return which of `team` is called so; ends with 2 when nobody is."""
    names = [person.name for person in team]
    folded = [fold(each) for each in names]
    if fold(name) in folded:
        return folded.index(fold(name))
    hint = did_you_mean(name, names) or f"there are {', '.join(names)}"
    talk.fail(f"nobody of the team is called {name!r}: {hint}")


def _summary(plan: Cover) -> str:
    seen = len({visit.wish.id for visit in plan.visits})
    wanted = counted(seen + len(plan.unseen), "session")
    missed = [unseen.wish.want for unseen in plan.unseen]
    counts = ", ".join(f"{missed.count(want)} {want}" for want in WANTS if want in missed)
    best = "the best possible" if plan.proved else "the best found, not proved to be the best"
    best += "" if plan.shared_at_best else ", shared out well, but perhaps not best"
    pairs = {
        (row, *sorted((visit.session.id, clash.id)))
        for visit in plan.visits
        for row, clash in visit.clashes
    }
    best += f", with {counted(len(pairs), 'clash', 'clashes')}" if pairs else ""
    return f"{seen} of {wanted} the team wants are seen{counts and f', unseen {counts}'}: {best}"


def _table(desk: Desk, plan: Cover, visits: Sequence[Visit], *, alone: bool) -> Iterator[str]:
    for number, (day, group) in enumerate(
        groupby(visits, key=lambda visit: listing.day_of(visit.session))
    ):
        if number:
            yield ""
        yield out.styled(day, "bold")
        for visit in group:
            yield from _lines(desk, plan, visit)
    if plan.unseen and not alone:
        yield ""
        yield out.styled("Unseen", "bold")
        for unseen in plan.unseen:
            yield from _unseen(desk, plan, unseen)


def _lines(desk: Desk, plan: Cover, visit: Visit) -> Iterator[str]:
    head = f"  {out.pad(listing.span(visit.session), 11)}  "
    below = " " * out.cells(head)
    for number, line in enumerate(out.wrap(visit.session.title, out.width() - len(below))):
        yield (below if number else head) + out.styled(line, "bold")
    tail = " · ".join(filter(None, (visit.session.code, visit.session.room)))
    if tail:
        yield from (out.styled(line, "dim") for line in out.hang(tail, out.width(), below))
    yield from out.hang(_goes(desk, plan, visit), out.width(), below)
    for row, clash in visit.clashes:
        text = f"{sign(clash)} {plan.team[row].name}: {_clash(desk, visit, clash)}"
        yield from (out.styled(line, "red") for line in out.hang(text, out.width(), below))


def _goes(desk: Desk, plan: Cover, visit: Visit) -> str:
    """Return who goes and why: `★ me, ● Ana`, `Bo, for ● Ana, who is in Queues and topics`."""
    goes = ", ".join(_named(plan, visit.wish, row) for row in visit.goes)
    if not visit.elsewhere:
        return goes
    others = ", ".join(
        f"{_named(plan, visit.wish, row)}, who is in {_called(desk, at)}"
        for row, at in visit.elsewhere
    )
    own = any(visit.wish.wants[row] for row in visit.goes)
    return f"{goes}, also for {others}" if own else f"{goes}, for {others}"


def _clash(desk: Desk, visit: Visit, clash: Conflict) -> str:
    other = desk.circumstances.named(clash.id, desk.catalogue)
    return clash_words(clash, visit.session, other) if other else clash.id


def _named(plan: Cover, wish: Wish, row: int) -> str:
    want = wish.wants[row]
    return f"{WANT_MARKS[want]} {plan.team[row].name}" if want else plan.team[row].name


def _called(desk: Desk, session_id: str) -> str:
    """Return the code of a session, which stands beside its title; the title where it has none."""
    session = desk.catalogue.get(session_id)
    return (session.code or session.title) if session else session_id


def _unseen(desk: Desk, plan: Cover, unseen: Unseen) -> Iterator[str]:
    wish = unseen.wish
    wanted = ", ".join(_named(plan, wish, row) for row in wish.wanting())
    when = f" ({', '.join(map(listing.when, wish.runs))})" if wish.runs else ""
    yield from out.hang(f"{wish.title}{when}, for {wanted}", out.width(), "  ")
    there = [
        f"{' and '.join(plan.team[row].name for row in goes)} in {_called(desk, at)}"
        for at, goes in unseen.meanwhile
    ]
    if not wish.runs:
        there = [_impossible(desk, wish)]
    yield from (
        out.styled(line, "dim") for line in out.hang("; ".join(there), out.width(), "      ")
    )
    if unseen.instead:
        lost = " and ".join(_called(desk, each) for each in unseen.instead)
        text = f"to see it, {lost} would go unseen"
        yield from (out.styled(line, "dim") for line in out.hang(text, out.width(), "      "))


def _impossible(desk: Desk, wish: Wish) -> str:
    session = desk.catalogue.get(wish.id)
    if session is None:
        return "no longer in the programme"
    return "cancelled" if session.cancelled else "it has no time yet"


def _tsv(desk: Desk, plan: Cover, visits: Sequence[Visit]) -> Iterator[str]:
    """Yield one line a session: code or id, start, minutes, who goes, room, title."""
    for visit in visits:
        session = visit.session
        cells = (
            desk.catalogue.sessions.label(session),
            session.start.isoformat(timespec="minutes") if session.start else "",
            session.duration,
            ",".join(plan.team[row].name for row in visit.goes),
            session.room,
            session.title,
        )
        yield out.tabbed(cells)


def _document(desk: Desk, plan: Cover, visits: Sequence[Visit]) -> dict[str, Any]:
    from summit_tui.formats.writers.as_json import event_object

    return {
        "version": 1,
        "event": event_object(desk.catalogue.event),
        "people": [person.name for person in plan.team],
        "seen": [_seen_object(plan, visit) for visit in visits],
        "unseen": [_unseen_object(plan, each) for each in plan.unseen],
        "proved": plan.proved,
        "shared_at_best": plan.shared_at_best,
    }


def _seen_object(plan: Cover, visit: Visit) -> dict[str, Any]:
    from summit_tui.formats.writers.as_json import brief_object, conflict_object

    session = visit.session
    return {
        **brief_object(session),
        "goes": _names(plan, visit.goes),
        "wants": _wants(plan, visit.wish),
        "elsewhere": [{"name": plan.team[row].name, "id": at} for row, at in visit.elsewhere],
        "clashes": [
            {"name": plan.team[row].name, **conflict_object(clash)} for row, clash in visit.clashes
        ],
    }


def _unseen_object(plan: Cover, unseen: Unseen) -> dict[str, Any]:
    return {
        "id": unseen.wish.id,
        "title": unseen.wish.title,
        "runs": [run.id for run in unseen.wish.runs],
        "wants": _wants(plan, unseen.wish),
        "meanwhile": [{"id": at, "names": _names(plan, goes)} for at, goes in unseen.meanwhile],
        "instead": list(unseen.instead),
    }


def _names(plan: Cover, rows: Sequence[int]) -> list[str]:
    return [plan.team[row].name for row in rows]


def _wants(plan: Cover, wish: Wish) -> dict[str, str | None]:
    return {plan.team[row].name: wish.wants[row] for row in wish.wanting()}
