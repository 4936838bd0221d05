"""`summit plan`: the best feasible agenda from what I want, with the proof and the reasons."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from summit_tui.agenda.planning.plan import Plan, patience_of, plan
from summit_tui.agenda.planning.taking import taking
from summit_tui.cli import out, planned, talk
from summit_tui.cli.common import OneOf, format_option
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, circumstances_options, with_desk

if TYPE_CHECKING:
    from summit_tui.agenda.planning.days import DayShape
    from summit_tui.agenda.planning.wishes import Asked

_SECONDS = 10


@click.command("plan")
@with_desk
@circumstances_options
@click.option("--from", "query", metavar="QUERY", help="Add what this finds, after my maybes.")
@click.option("--lunch", metavar="TIME", help="Leave time to eat: 12:00-14:00/45.")
@click.option("--day-start", metavar="TIME", help="Nothing begins earlier: 9:00.")
@click.option("--day-end", metavar="TIME", help="Nothing goes on longer: 18:00.")
@click.option(
    "--max-per-day", "most", type=click.IntRange(min=1), help="So many sessions are enough."
)
@click.option("--keep", type=SessionName(), multiple=True, help="Have this run, at any cost.")
@click.option("--avoid", type=SessionName(), multiple=True, help="Do not have this run.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=_SECONDS,
    help="Search for at most so long, and say how much better it could be.",
)
@click.option("--apply", "takes", is_flag=True, help="Make it my agenda; undo takes it back.")
@format_option("table", "tsv", "ids", "json")
@click.option("--fail-on", type=OneOf(["must"]), help="End with 1 when a must is left out.")
def command(
    desk: Desk, form: str | None, seconds: float, fail_on: str | None, *, takes: bool, **given: Any
) -> None:
    r"""Say which of my wishes fit together best, and what is left out, why and for what.

    \b
    summit plan --walk 5 --lunch 12:00-14:00/45
    summit plan --from "level>=300 track:serverless" --max-per-day 5
    summit plan --apply

    Musts before wants before maybes, then less walking, then earlier. Any run of a session will do.
    """
    asked = _asked(desk, **given)
    agenda = desk.agenda_to_change if takes else desk.agenda
    if not (agenda.held or asked.found or asked.keep):
        talk.nothing("there is nothing to plan: summit add ID picks a session, --from finds some")
    found = plan(desk.catalogue, agenda, desk.circumstances, asked, lambda: patience_of(seconds))
    form = form or ("table" if out.is_terminal() else "tsv")
    planned.print_plan(desk, found, form)
    planned.tell(desk, found, form)
    if not found.chosen:
        talk.nothing("nothing of it can be planned")
    if takes:
        _take(desk, found)
    elif form == "table":
        talk.say("summit plan --apply to keep it")
    if fail_on and any(each.wish.want == "must" for each in found.left_out):
        raise talk.Stop(talk.NOTHING)


def _take(desk: Desk, found: Plan) -> None:
    change = taking(desk.agenda_to_change, found)
    if not change.edits:
        talk.say("nothing to change: my agenda is the plan")
        return
    for notice in desk.store.apply(change).notices:
        talk.say(notice)
    planned.tell_taken(desk, change)


def _asked(
    desk: Desk,
    query: str | None,
    keep: tuple[str, ...],
    avoid: tuple[str, ...],
    **shape: Any,
) -> "Asked":
    """Return what the options ask for; ends with 2 where they cannot be meant."""
    from summit_tui.agenda.planning.wishes import Asked

    kept = {session.id: session for session in desk.sessions(keep)}
    avoided = {session.id for session in desk.sessions(avoid)}
    for session in kept.values():
        if session.id in avoided:
            talk.fail(f"{session.title} is both kept and avoided")
        if session.cancelled or session.start is None:
            why = "is cancelled" if session.cancelled else "has no time yet"
            talk.fail(f"--keep: {session.title} {why}")
    found, ranked = _found(desk, query)
    names = frozenset(kept), frozenset(avoided)
    return Asked(found, ranked, *names, _shape(**shape), desk.now)


def _found(desk: Desk, query: str | None) -> tuple[tuple[str, ...], bool]:
    if query is None:
        return (), False
    from summit_tui.search.query import QueryError, parse

    desk.asked = query
    try:
        read = parse(query)
    except QueryError as error:
        error.text = query
        raise
    rows = desk.find(read).rows
    if not rows:
        talk.say(f"--from finds nothing: {query}")
    return tuple(desk.catalogue.sessions[row].id for row in rows), bool(read.words)


def _shape(
    lunch: str | None, day_start: str | None, day_end: str | None, most: int | None
) -> "DayShape":
    """Return the shape of a day: of the options, else of the settings."""
    from summit_tui.agenda.planning.days import DayShape, read_lunch
    from summit_tui.agenda.settings import read_settings
    from summit_tui.catalogue.times import parse_time

    settings = read_settings()

    def read(name: str, text: str | None, reader: Callable[[str], Any]) -> Any:
        if text is None:
            return settings.get(name) or None
        try:
            return reader(text)
        except ValueError as error:
            talk.fail(f"--{name.replace('_', '-')}: {error}")

    shape = DayShape(
        read("lunch", lunch, read_lunch),
        read("day_start", day_start, parse_time),
        read("day_end", day_end, parse_time),
        most,
    )
    if shape.start and shape.end and shape.end <= shape.start:
        talk.fail(
            f"the day would end at {shape.end:%H:%M} and begin at {shape.start:%H:%M}: mend"
            " --day-start or --day-end (what is not given, settings.json says)"
        )
    return shape
