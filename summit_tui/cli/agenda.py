"""`summit agenda`: my agenda in time order, with conflicts and gaps."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from summit_tui.agenda.clash_words import APPOINTMENT, clash_words, gap_words, sign
from summit_tui.agenda.conflicts import Conflict, conflicts
from summit_tui.agenda.gaps import Gap, gaps
from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.agenda.resolve import Resolved, resolve, sessions_of
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.times import said_length
from summit_tui.cli import listing, out, prose, talk
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import circumstances_options, with_desk


@click.command("agenda")
@with_desk
@circumstances_options
@click.option(
    "--format", "form", metavar="FORMAT", help="table, json, jsonl, csv, tsv, ids, '{title}'."
)
@click.option("--fail-on", type=OneOf(["conflicts"]), help="End with 1 when there are any.")
def command(desk: Desk, form: str | None, fail_on: str | None) -> None:
    """Print my agenda in time order, with what clashes by how many minutes, and free time."""
    form = listing.check_format(form or ("table" if out.is_terminal() else "tsv"))
    items = resolve(desk.agenda, desk.catalogue)
    sessions = desk.circumstances.busy(sessions_of(desk.agenda, desk.catalogue))
    clashes, free = conflicts(sessions, desk.circumstances.walking), gaps(sessions)
    if form == "json":
        out.write_lines([listing.to_json(_document(desk, items, clashes, free))])
    elif form == "table" and items:
        out.write_lines(_table(desk, _with_appointments(desk, items), clashes, free))
    elif form == "ids":
        out.write_lines(item.id for item in items)  # those that the programme dropped too
    else:
        rows = (desk.catalogue.sessions.row(item.id) for item in items)
        listing.print_sessions(desk, [row for row in rows if row is not None], form)
    if not items:
        talk.nothing("the agenda is empty: summit add ID picks a session")
    if form not in ("json", "table"):
        _tell_missing(items)
    if form == "table" and desk.agenda.left_out:
        wishes = counted(len(desk.agenda.left_out), "wish", "wishes")
        talk.say(f"{wishes} left out by the plan: summit plan weighs what fits by now")
    if fail_on and any(item.id in clashes for item in items):
        raise talk.Stop(talk.NOTHING)


def _document(
    desk: Desk,
    items: tuple[Resolved, ...],
    clashes: dict[str, tuple[Conflict, ...]],
    free: tuple[Gap, ...],
) -> dict[str, object]:
    from summit_tui.formats.writers.as_json import appointment_object, event_object, instant

    return {
        "version": 1,
        "event": event_object(desk.catalogue.event),
        "picks": [_pick_object(item, clashes.get(item.id, ())) for item in items],
        "left_out": [pick.id for pick in desk.agenda.left_out],
        "gaps": [{"start": instant(gap.start), "end": instant(gap.end)} for gap in free],
        "appointments": [appointment_object(one) for one in desk.circumstances.appointments],
    }


def _pick_object(item: Resolved, clashes: tuple[Conflict, ...]) -> dict[str, object]:
    from summit_tui.formats.writers.as_json import conflict_object, instant

    session = item.session
    return {
        "id": item.id,
        "title": item.title,
        "code": session and session.code,
        "room": session and session.room,
        "status": session and session.status,
        "want": item.pick.want,
        "note": item.pick.note,
        "rating": item.pick.rating,
        "attended": item.pick.attended,
        "start": instant(item.start),
        "end": instant(session.end if session else None),
        "conflicts": [conflict_object(clash) for clash in clashes],
        "missing": item.missing,
    }


def _with_appointments(desk: Desk, items: tuple[Resolved, ...]) -> tuple[Resolved, ...]:
    """Return `items` with my appointments among them, in time order."""
    mine = [Resolved(Pick(one.id), one, one.start) for one in desk.circumstances.appointments]
    timed = [*mine, *(item for item in items if item.start is not None)]
    timed.sort(key=lambda item: (item.start.timestamp() if item.start else 0.0, item.id))
    return (*timed, *(item for item in items if item.start is None))


def _is_appointment(item: Resolved) -> bool:
    return item.session is not None and item.session.kind == APPOINTMENT


def _table(
    desk: Desk,
    items: tuple[Resolved, ...],
    clashes: dict[str, tuple[Conflict, ...]],
    free: tuple[Gap, ...],
) -> Iterator[str]:
    before = _gaps_before(items, free)
    for number, (day, group) in enumerate(groupby(items, key=listing.day_of_pick)):
        entries = list(group)
        if number:
            yield ""
        windows = sum(item.id in before for item in entries)
        totals = _totals(entries, clashes, windows)
        yield out.styled(day, "bold") + "  " + out.styled(totals, "dim")
        for item in entries:
            if gap := before.get(item.id):
                head = f"  {gap.start:%H:%M}–{gap.end:%H:%M}     "
                said = gap_words(gap, desk.circumstances.walking)
                yield from _styled(out.hang(said, out.width(), head), "dim")
            yield from _lines(desk, item, clashes.get(item.id, ()))


def _gaps_before(items: tuple[Resolved, ...], free: tuple[Gap, ...]) -> dict[str, Gap]:
    """Return each gap with the id of the first pick that ends it."""
    ends = {gap.end.timestamp(): gap for gap in free}
    taking_place = (item for item in items if item.session and not item.session.cancelled)
    return {
        item.id: ends.pop(item.start.timestamp())
        for item in taking_place
        if item.start and item.start.timestamp() in ends
    }


def _totals(entries: list[Resolved], clashes: dict[str, tuple[Conflict, ...]], windows: int) -> str:
    picks = [item for item in entries if not _is_appointment(item)]
    sessions = [item.session for item in picks if item.session and not item.session.drop_in]
    minutes = sum(session.duration or 0 for session in sessions)
    pairs = {
        frozenset((item.id, clash.id)) for item in entries for clash in clashes.get(item.id, ())
    }
    parts = [counted(len(picks), "pick"), said_length(minutes) if minutes else ""]
    parts += [counted(len(pairs), "clash", "clashes") if pairs else ""]
    parts += [counted(windows, "gap") if windows else ""]
    return " · ".join(part for part in parts if part)


def _lines(desk: Desk, item: Resolved, clashes: tuple[Conflict, ...]) -> Iterator[str]:
    session, columns = item.session, out.width()
    start = f"{item.start:%H:%M}" if item.start else ""
    when = listing.span(session) if session else start
    mark = " " if _is_appointment(item) else WANT_MARKS[item.pick.want]
    head = f"  {out.pad(when, 11)}  {mark}  "
    below = " " * out.cells(head)
    for number, line in enumerate(out.wrap(item.title, columns - len(below))):
        yield (below if number else head) + out.styled(line, "bold")
    if session is None:
        gone = f"? no longer in the programme (id {item.id})"
        yield from _styled(out.hang(gone, columns, below), "yellow")
    else:
        if session.cancelled:
            yield below + out.styled("× cancelled", "yellow")
        about = ("my appointment",) if _is_appointment(item) else (session.code, session.room)
        if tail := " · ".join(part for part in about if part):
            yield from _styled(out.hang(tail, columns, below), "dim")
    for clash in clashes:
        if session is not None and (other := desk.named(clash.id)) is not None:
            text = clash_words(clash, session, other)
            yield from _styled(out.hang(text, columns, f"{below}{sign(clash)} "), "red")
    if mine := _mine(item):
        yield below + mine
    if item.pick.note:
        yield from prose.indented(item.pick.note, columns, below)


def _mine(item: Resolved) -> str:
    """Return what I made of it: `4 of 5 · attended`, as far as I said."""
    rating = f"{item.pick.rating} of 5" if item.pick.rating else ""
    there = {True: "attended", False: "missed", None: ""}[item.pick.attended]
    return " · ".join(part for part in (rating, there) if part)


def _styled(lines: Iterable[str], style: str) -> Iterator[str]:
    return (out.styled(line, style) for line in lines)


def _tell_missing(items: tuple[Resolved, ...]) -> None:
    for item in items:
        if item.missing:
            talk.say(f"no longer in the programme: {item.title} ({item.id})")
