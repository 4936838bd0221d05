"""`summit swap`: what else I could see in the time of a session, and take it instead."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from summit_tui.agenda.clash_words import clash_words, sign
from summit_tui.agenda.model import WANT_MARKS
from summit_tui.agenda.swapping import Instead, Swaps, swaps
from summit_tui.catalogue.model import Session
from summit_tui.cli import listing, out, picking, talk
from summit_tui.cli.common import format_option
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, circumstances_options, with_desk

_MOST = 8


@click.command("swap")
@with_desk
@circumstances_options
@click.argument("name", type=SessionName(), metavar="ID")
@click.argument("other", type=SessionName(), metavar="[NEW]", required=False)
@format_option("table", "tsv", "ids", "json")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    default=_MOST,
    help="At most so many, 0 for all.",
)
def command(desk: Desk, name: str, other: str | None, form: str | None, limit: int) -> None:
    r"""Say what else I could see in the time of ID; with NEW, take that instead.

    \b
    summit swap SVS301
    summit swap SVS301 SVS302

    Further runs of ID come first, then what fits my agenda without it: what I want, what is most
    alike, the nearest room. NEW is wanted as much as ID was, at least; a pick with a note stays, as
    a maybe.
    """
    session = desk.session(name)
    if other is not None:
        _take(desk, session, desk.session(other))
        return
    if session.start is None:
        talk.nothing(f"{session.title} has no time yet: nothing is on instead")
    mine = desk.picked_sessions()
    found = swaps(session, desk.catalogue.sessions, desk.agenda, mine, desk.circumstances)
    _print(desk, session, found, form or ("table" if out.is_terminal() else "tsv"), limit)


def _take(desk: Desk, old: Session, new: Session) -> None:
    from summit_tui.agenda.change import swap

    if old.id == new.id:
        talk.fail(f"{old.title} is swapped for itself: name another session")
    picking.apply(desk, swap(desk.agenda_to_change, old, new), "swapped:")


def _print(desk: Desk, session: Session, found: Swaps, form: str, limit: int) -> None:
    fits = [each for each in found.others if not each.conflicts]
    shown = fits[: limit or None] or list(found.others[: limit or None])
    if form == "json":
        out.write_lines([listing.to_json(_document(session, found))])
    elif form == "table":
        out.write_lines(_table(desk, session, found, shown, len(fits)))
    else:
        rows = [desk.catalogue.sessions.row(each.session.id) for each in (*found.runs, *shown)]
        listing.print_sessions(desk, [row for row in rows if row is not None], form)
    if not (found.runs or found.others):
        talk.nothing(f"nothing else is on at the time of {session.title}")
    if form == "table" and fits:
        taken = f"summit swap {desk.catalogue.sessions.label(session)} NEW takes one of them"
        more = len(fits) - len(shown)
        talk.say(f"{taken}; {more} more fit (--limit 0)" if more > 0 else taken)


def _table(
    desk: Desk, session: Session, found: Swaps, shown: Sequence[Instead], fits: int
) -> Iterator[str]:
    instead = f"Instead of {session.title}, {listing.when(session)}"
    yield from (out.styled(line, "bold") for line in out.wrap(instead, out.width()))
    if found.runs:
        yield out.styled("The same again", "bold")
        for each in found.runs:
            yield from _entry(desk, each, with_day=True)
    if shown:
        yield out.styled("Also at that time" if fits else "Nothing fits; nearest to it", "bold")
        for each in shown:
            yield from _entry(desk, each)


def _entry(desk: Desk, each: Instead, *, with_day: bool = False) -> Iterator[str]:
    session, columns = each.session, out.width()
    when = listing.when(session) if with_day else out.pad(listing.span(session), 11)
    mark = WANT_MARKS[each.want] if each.want else " "
    level = "" if session.level is None else f"{session.level}  "
    head = f"  {when}  {mark} {level}"
    yield from out.hang(f"{session.title}", columns, head)
    walk = f"{each.walk} min walk" if each.walk else ""
    why = f"alike: {', '.join(each.likeness.why)}" if each.likeness.why and not with_day else ""
    about = [desk.catalogue.sessions.label(session), session.room or "", walk, why]
    below = " " * min(out.cells(head), 17)
    text = " · ".join(part for part in about if part)
    yield from (out.styled(line, "dim") for line in out.hang(text, columns, below))
    for clash in each.conflicts:
        if (other := desk.named(clash.id)) is not None:
            said = clash_words(clash, session, other)
            hung = out.hang(said, columns, f"{below}{sign(clash)} ")
            yield from (out.styled(line, "red") for line in hung)


def _document(session: Session, found: Swaps) -> dict[str, Any]:
    return {
        "version": 1,
        "id": session.id,
        "runs": [_object(each) for each in found.runs],
        "instead": [_object(each) for each in found.others],
    }


def _object(each: Instead) -> dict[str, Any]:
    from summit_tui.formats.writers.as_json import brief_object, conflict_object

    session = each.session
    return {
        **brief_object(session),
        "fits": not each.conflicts,
        "want": each.want,
        "conflicts": [conflict_object(clash) for clash in each.conflicts],
        "likeness": round(each.likeness.score, 3),
        "why": list(each.likeness.why),
        "walk": each.walk,
    }
