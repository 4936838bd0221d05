"""`summit agenda`: my agenda in time order, with conflicts and gaps."""

from collections.abc import Iterator
from itertools import groupby

import click

from summit_tui.agenda.conflicts import Conflict, conflicts
from summit_tui.agenda.gaps import Gap, gaps
from summit_tui.agenda.model import WANT_MARKS
from summit_tui.agenda.resolve import Resolved, resolve, sessions_of
from summit_tui.catalogue.times import format_duration
from summit_tui.cli import listing, out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk


@click.command("agenda")
@with_desk
@click.option(
    "--format", "form", metavar="FORMAT", help="table, json, jsonl, csv, tsv, ids, '{title}'."
)
@click.option("--fail-on", type=click.Choice(["conflicts"]), help="End with 1 when there are any.")
def command(desk: Desk, form: str | None, fail_on: str | None) -> None:
    """Print my agenda in time order, with what clashes by how many minutes, and free time."""
    form = listing.check_format(form or ("table" if out.is_terminal() else "tsv"))
    items = resolve(desk.agenda, desk.catalogue)
    sessions = sessions_of(desk.agenda, desk.catalogue)
    clashes, free = conflicts(sessions), gaps(sessions)
    if form == "json":
        out.write_lines([listing.to_json(_document(desk, items, clashes, free))])
    elif form == "table" and items:
        out.write_lines(_table(desk, items, clashes, free))
    else:
        rows = (desk.catalogue.sessions.row(item.id) for item in items)
        listing.print_sessions(desk, [row for row in rows if row is not None], form)
    if not items:
        talk.nothing("the agenda is empty: summit add ID picks a session")
    if form not in ("json", "table"):
        _tell_missing(items)
    if fail_on and clashes:
        raise talk.Stop(talk.NOTHING)


def _document(
    desk: Desk,
    items: tuple[Resolved, ...],
    clashes: dict[str, tuple[Conflict, ...]],
    free: tuple[Gap, ...],
) -> dict[str, object]:
    from summit_tui.formats.writers.as_json import event_object, instant

    picks = [
        {
            "id": item.id,
            "title": item.title,
            "code": item.session and item.session.code,
            "room": item.session and item.session.room,
            "status": item.session and item.session.status,
            "want": item.pick.want,
            "note": item.pick.note,
            "rating": item.pick.rating,
            "attended": item.pick.attended,
            "start": instant(item.start),
            "end": instant(item.session.end if item.session else None),
            "conflicts": [
                {"id": clash.id, "minutes": clash.minutes} for clash in clashes.get(item.id, ())
            ],
            "missing": item.missing,
        }
        for item in items
    ]
    windows = [{"start": instant(gap.start), "end": instant(gap.end)} for gap in free]
    event = event_object(desk.catalogue.event)
    return {"version": 1, "event": event, "picks": picks, "gaps": windows}


def _table(
    desk: Desk,
    items: tuple[Resolved, ...],
    clashes: dict[str, tuple[Conflict, ...]],
    free: tuple[Gap, ...],
) -> Iterator[str]:
    for number, (day, group) in enumerate(groupby(items, key=_day)):
        entries = list(group)
        if number:
            yield ""
        gone = {
            gap for gap in free if entries[0].start and gap.start.date() == entries[0].start.date()
        }
        yield (
            out.styled(day, "bold") + "  " + out.styled(_totals(entries, clashes, len(gone)), "dim")
        )
        for item in entries:
            for gap in sorted(
                (g for g in gone if item.start and g.end <= item.start), key=lambda g: g.start
            ):
                gone.discard(gap)
                yield out.styled(
                    f"  {gap.start:%H:%M}–{gap.end:%H:%M}     {_length(gap.minutes)} free", "dim"
                )
            yield from _lines(desk, item, clashes.get(item.id, ()))


def _day(item: Resolved) -> str:
    if item.session is not None:
        return listing.day_of(item.session)
    return (
        "No time yet" if item.start is None else f"{item.start:%a} {item.start.day} {item.start:%b}"
    )


def _totals(entries: list[Resolved], clashes: dict[str, tuple[Conflict, ...]], windows: int) -> str:
    minutes = sum((item.session.duration or 0) for item in entries if item.session)
    pairs = {
        frozenset((item.id, clash.id)) for item in entries for clash in clashes.get(item.id, ())
    }
    parts = [_count(len(entries), "pick"), _length(minutes) if minutes else ""]
    parts += [_count(len(pairs), "clash", "clashes") if pairs else ""]
    parts += [_count(windows, "gap") if windows else ""]
    return " · ".join(part for part in parts if part)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _length(minutes: int) -> str:
    return (
        f"{minutes} min" if minutes < 60 else format_duration(minutes).replace("h", " h ").strip()
    )


def _lines(desk: Desk, item: Resolved, clashes: tuple[Conflict, ...]) -> Iterator[str]:
    session = item.session
    if session is None:
        when = f"{item.start:%H:%M}" if item.start else ""
        yield f"  {out.pad(when, 11)}  ?  {item.title}"
        yield " " * 18 + out.styled(f"no longer in the programme (id {item.id})", "yellow")
        return
    head = f"  {out.pad(listing.span(session), 11)}  {WANT_MARKS[item.pick.want]}  "
    indent = out.cells(head)
    tail = " · ".join(part for part in (session.code, session.room) if part)
    for number, line in enumerate(out.wrap(session.title, out.width() - indent)):
        yield (head if not number else " " * indent) + out.styled(line, "bold")
    if session.cancelled:
        yield " " * indent + out.styled("× cancelled", "yellow")
    if tail:
        yield " " * indent + out.styled(tail, "dim")
    for clash in clashes:
        other = desk.catalogue.get(clash.id)
        if other is not None:
            text = f"! {clash.minutes} min with {other.title}"
            yield " " * indent + out.styled(text, "red")
    if item.pick.note:
        for line in item.pick.note.splitlines():
            yield " " * indent + line


def _tell_missing(items: tuple[Resolved, ...]) -> None:
    for item in items:
        if item.missing:
            talk.say(f"no longer in the programme: {item.title} ({item.id})")
