"""A plan on standard output: one function for each form."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from summit_tui.agenda.change import Change
from summit_tui.agenda.model import WANT_MARKS
from summit_tui.agenda.planning.plan import Plan, Planned
from summit_tui.agenda.planning.reasons import LeftOut, cost_words
from summit_tui.catalogue.model import ASSUMED_MINUTES
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.times import said_length
from summit_tui.cli import listing, out, talk
from summit_tui.cli.desk import Desk


def print_plan(desk: Desk, plan: Plan, form: str) -> None:
    """Print `plan`: `table`, `tsv`, `ids` or `json`."""
    if form == "json":
        out.write_lines([listing.to_json(_document(plan))])
    elif form == "table":
        out.write_lines(_table(desk, plan))
    else:
        rows = (desk.catalogue.sessions.row(each.session.id) for each in plan.chosen)
        listing.print_sessions(desk, [row for row in rows if row is not None], form)


def tell(desk: Desk, plan: Plan, form: str) -> None:
    """Say what stands beside the plan: what was assumed, what has no room."""
    if plan.assumed:
        named = ", ".join(session.title for session in plan.assumed)
        talk.say(f"taken for {ASSUMED_MINUTES} min, for the length is unknown: {named}")
    for lunch in plan.no_lunch:
        from datetime import datetime

        day = datetime.fromtimestamp(lunch.start, desk.catalogue.event.zone).date()
        talk.say(f"no room for lunch on {listing.day_name(day)}")
    costless = sum(one.open_cost for one in plan.left_out)
    if costless and form == "table":
        wishes = counted(costless, "wish", "wishes")
        talk.say(f"the cost of {wishes} was not worked out: summit plan --keep ID shows it")
    if form in ("tsv", "ids"):
        talk.say(f"{_summary(plan)}; {counted(len(plan.left_out), 'wish', 'wishes')} left out")


def tell_taken(desk: Desk, change: Change) -> None:
    """Say what taking a plan did to my agenda."""
    for edit in change.edits:
        session = desk.catalogue.get(edit.id)
        if session is None:
            continue
        named = f"{session.title} ({listing.when(session)})"
        if edit.pick is not None:
            talk.say(f"added {WANT_MARKS[dict(edit.sets)['want']]} {named}")
        elif edit.remove:
            talk.say(f"removed {named}")
        elif dict(edit.sets).get("left_out"):
            talk.say(f"left out {named}")
        else:
            talk.say(f"left out, but stays as a maybe for what I made of it: {named}")
    if any(dict(edit.sets).get("left_out") for edit in change.edits):
        talk.say("what is left out is weighed again by the next plan; summit remove ID forgets it")
    talk.say("summit undo brings all of it back")


def _summary(plan: Plan) -> str:
    parts = [f"{len(plan.mine)} of your {counted(plan.wished, 'wish', 'wishes')}"]
    if more := len(plan.chosen) - len(plan.mine):
        parts.append(f"{more} found")
    parts.append(said_length(plan.minutes))
    if plan.walking:
        parts.append(f"{plan.walking} min walking")
    proof = "best possible"
    if not plan.optimal:
        proof = f"stopped early: a better one has at most {plan.could_be_more}"
    return f"{', '.join(parts)} ({proof})"


def _table(desk: Desk, plan: Plan) -> Iterator[str]:
    days = [list(group) for _, group in groupby(plan.chosen, lambda e: listing.day_of(e.session))]
    columns, alone = out.width(), len(days) == 1
    head = f"{listing.day_of(days[0][0].session)}   " if alone else ""
    yield from (out.styled(line, "bold") for line in out.hang(_summary(plan), columns, head))
    for day in days:
        if not alone:
            yield out.styled(listing.day_of(day[0].session), "bold")
        for each in day:
            yield from _entry(desk, plan, each, columns)
    if plan.left_out:
        yield out.styled("Left out", "bold")
        for one in plan.left_out:
            yield from _left(one, columns)


def _entry(desk: Desk, plan: Plan, each: Planned, columns: int) -> Iterator[str]:
    session = each.session
    head = f"  {listing.span(session):<11}  {WANT_MARKS[each.wish.want]} "
    yield from out.hang(session.title, columns, head)
    others = ", ".join(_label(desk, other) for other in plan.alternatives[session.id])
    about = [
        _label(desk, session.id),
        session.room,
        "found" if each.wish.found else "",
        "kept" if each.kept else "",
        f"another run than {_label(desk, each.instead_of)}" if each.instead_of else "",
        f"plan B: {others}" if others else "",
    ]
    text = " · ".join(part for part in about if part)
    indent = " " * out.cells(head)
    yield from (out.styled(line, "dim") for line in out.hang(text, columns, indent))


def _label(desk: Desk, session_id: str) -> str:
    session = desk.catalogue.get(session_id)
    return session_id if session is None else desk.catalogue.sessions.label(session)


def _left(one: LeftOut, columns: int) -> Iterator[str]:
    head = f"  {WANT_MARKS[one.wish.want]} "
    yield from out.hang(one.wish.named, columns, head)
    yield from out.hang(one.reason, columns, "      ")
    if one.possible is False:
        yield from out.hang("it cannot be had beside what is busy or kept", columns, "      ")
    if one.cost is not None and (said := cost_words(one.cost)):
        yield from (out.styled(line, "dim") for line in out.hang(said, columns, "      "))


def _document(plan: Plan) -> dict[str, Any]:
    score = {want: plan.counted(want) for want in WANT_MARKS}
    return {
        "version": 1,
        "optimal": plan.optimal,
        "bound": None if plan.optimal else plan.could_be_more,
        "score": {**score, "found": len(plan.chosen) - len(plan.mine)},
        "walking": plan.walking,
        "minutes": plan.minutes,
        "chosen": [each.session.id for each in plan.chosen],
        "dropped": [_dropped(one) for one in plan.left_out],
        "alternatives": {name: list(others) for name, others in plan.alternatives.items()},
        "assumed": [session.id for session in plan.assumed],
    }


def _dropped(one: LeftOut) -> dict[str, Any]:
    cost = one.cost and {
        "loses": [wish.id for wish in one.cost.loses],
        "gains": [wish.id for wish in one.cost.gains],
        "walking": one.cost.walking,
    }
    return {
        "id": one.wish.id,
        "title": one.wish.title,
        "want": one.wish.want,
        "reason": one.reason,
        "because": list(one.because),
        "cost": cost,
    }
