"""`summit gaps`: where I am free, and what fits there."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import click

from summit_tui.agenda.windows import Fitting, Window, fitting, taste_of, windows
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.times import said_length
from summit_tui.cli import listing, out, talk
from summit_tui.cli.common import format_option
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import FacetValue, circumstances_options, with_desk

_MOST = 3


class _Gap(NamedTuple):
    """A window with what fits, best first."""

    window: Window
    walk: int
    """Minutes on foot from what I come from to what I go to."""
    fits: tuple[Fitting, ...]


@click.command("gaps")
@with_desk
@circumstances_options
@click.option("--day", type=FacetValue("day"), metavar="DAY", help="This day only: tue, 2, today.")
@format_option("table", "tsv", "ids", "json")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    default=_MOST,
    help="At most so many sessions for each gap, 0 for all.",
)
def command(desk: Desk, day: str | None, form: str | None, limit: int) -> None:
    r"""Say where I am free, from which room to which, and which sessions fit there wholly.

    \b
    summit gaps --day tue
    summit gaps --walk 5 --format ids | summit add --want maybe -

    Ways are counted. What is most like my picks so far comes first.
    """
    form = form or ("table" if out.is_terminal() else "tsv")
    found = _found(desk, day)
    if form == "json":
        out.write_lines([listing.to_json({"version": 1, "gaps": [_object(g) for g in found]})])
    elif form == "table":
        out.write_lines(_table(desk, found, limit))
    elif form == "ids":
        ids = (each.session.id for gap in found for each in gap.fits[: limit or None])
        out.write_lines(dict.fromkeys(ids))
    else:
        out.write_lines(map(_line, found))
    if not found:
        talk.nothing("there is no gap of a quarter of an hour or more")


def _found(desk: Desk, day: str | None) -> list[_Gap]:
    mine, circumstances = desk.picked_sessions(), desk.circumstances
    wants = desk.agenda.picks
    days = _days(desk, day)
    programme = [one for one in desk.catalogue.sessions if days is None or one.date in days]
    taste = taste_of([(session, wants[session.id].want) for session in mine], programme)
    free = windows(circumstances.busy(mine), programme)
    offered = [one for one in programme if not one.drop_in]  # that fits anywhere: no answer
    walking = circumstances.walking
    return [
        _Gap(window, _walk(desk, window), fitting(window, offered, mine, walking, taste))
        for window in free
    ]


def _days(desk: Desk, day: str | None) -> frozenset[Any] | None:
    """Return the dates that `day` means, as the query language reads it; None for all."""
    if day is None:
        return None
    from summit_tui.search.query import read_query

    desk.asked = f"day:{day}"
    rows = desk.find(read_query(f'day:"{day}"' if " " in day else f"day:{day}")).rows
    return frozenset(desk.catalogue.sessions[row].date for row in rows)


def _walk(desk: Desk, window: Window) -> int:
    rooms = (window.after and window.after.room, window.before and window.before.room)
    return desk.circumstances.walking.minutes(*rooms)


def _table(desk: Desk, found: Sequence[_Gap], limit: int) -> Iterator[str]:
    columns = out.width()
    for number, (day, gaps) in enumerate(groupby(found, key=lambda gap: gap.window.day)):
        yield from [""] * bool(number)
        yield out.styled(listing.day_name(day), "bold")
        for gap in gaps:
            span = f"{gap.window.start:%H:%M}–{gap.window.end:%H:%M}"
            yield from out.hang(_described(gap), columns, f"  {span}  ")
            shown = gap.fits[: limit or None]
            for each in shown:
                yield from _entry(desk, each, columns)
            if (more := len(gap.fits) - len(shown)) > 0:
                yield out.styled(f"      … {more} more", "dim")


def _described(gap: _Gap) -> str:
    window = gap.window
    parts = [f"{said_length(window.minutes)} free"]
    parts += [f"from {window.after.room}"] if window.after and window.after.room else []
    parts += [f"to {window.before.room}"] if window.before and window.before.room else []
    parts += [f"{gap.walk} min walk"] if gap.walk else []
    parts += [counted(len(gap.fits), "session fits", "sessions fit")]
    return " · ".join(parts)


def _entry(desk: Desk, each: Fitting, columns: int) -> Iterator[str]:
    session = each.session
    head = f"      {listing.span(session)}  "
    yield from out.hang(session.title, columns, head)
    level = "" if session.level is None else str(session.level)
    why = f"alike: {', '.join(each.likeness.why)}" if each.likeness.why else ""
    label = desk.catalogue.sessions.label(session)
    about = " · ".join(part for part in (label, level, session.room or "", why) if part)
    yield from (out.styled(line, "dim") for line in out.hang(about, columns, " " * len(head)))


def _line(gap: _Gap) -> str:
    window = gap.window
    rooms = (one.room or "" if one else "" for one in (window.after, window.before))
    start = window.start.isoformat(timespec="minutes")
    return out.tabbed((start, window.minutes, *rooms, gap.walk, len(gap.fits)))


def _object(gap: _Gap) -> dict[str, Any]:
    from summit_tui.formats.writers.as_json import instant

    window = gap.window
    return {
        "day": window.day.isoformat(),
        "start": instant(window.start),
        "end": instant(window.end),
        "minutes": window.minutes,
        "from": _place(window.after),
        "to": _place(window.before),
        "walk": gap.walk,
        "sessions": [
            {
                "id": each.session.id,
                "title": each.session.title,
                "start": instant(each.session.start),
                "end": instant(each.session.end),
                "room": each.session.room,
                "likeness": round(each.likeness.score, 3),
                "why": list(each.likeness.why),
            }
            for each in gap.fits
        ],
    }


def _place(session: Session | None) -> dict[str, Any] | None:
    return None if session is None else {"id": session.id, "room": session.room}
