"""Sessions on standard output: one function per `--format`, in one table.

A table for people, grouped by day in time order; the others for programs, best match first.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.text import clean
from summit_tui.cli import out, talk
from summit_tui.cli.desk import Desk
from summit_tui.search.evidence import NOTHING, Evidence

if TYPE_CHECKING:
    from datetime import date

    from summit_tui.agenda.resolve import Resolved

_NARROW = 30
"""With fewer columns left for it, a title goes below what stands before it."""
_DAY_MINUTES = 24 * 60
_LONGEST = 12
"""No column of codes or levels is wider; what is longer pushes its own title aside."""


class _Widths(NamedTuple):
    """How many columns times, levels and codes take in a table; 0 where there are none."""

    span: int
    level: int
    code: int


def table(
    desk: Desk,
    rows: Sequence[int],
    evidence: Evidence = NOTHING,
    *,
    heading: bool = False,
    explain: bool = False,
) -> Iterator[str]:
    """Yield the sessions in `rows` as a person reads a programme, under the day they are on.

    What was found in them, by the `evidence`, is marked; with `explain` it is told besides.
    """
    sessions = [desk.catalogue.sessions[row] for row in rows]
    if heading:
        event = desk.catalogue.event
        yield from (out.styled(line, "bold") for line in out.wrap(event.name, out.width()))
        if event.note:
            from summit_tui.cli.prose import flowed

            lines = flowed(event.note, min(out.width(), 100))
            yield from (out.styled(line, "dim") for line in lines)
        else:
            yield ""
    day, widths = None, _widths(sessions)
    for number, session in enumerate(sessions):
        if (this_day := day_of(session)) != day:
            day = this_day
            if number:
                yield ""
            yield out.styled(day, "bold")
        yield from _entry(desk, session, widths, evidence, explain=explain)


def day_of(session: Session) -> str:
    """Return the heading a session stands under: `Tue 2 Apr`, or that it has no time yet."""
    return "No time yet" if session.date is None else day_name(session.date)


def day_of_pick(item: "Resolved") -> str:
    """Return the heading a pick stands under, also one whose session is gone."""
    if item.session is not None:
        return day_of(item.session)
    return "No time yet" if item.start is None else day_name(item.start.date())


def day_name(day: "date") -> str:
    """Return `Tue 2 Apr`."""
    return f"{day:%a} {day.day} {day:%b}"


def when(session: Session) -> str:
    """Return `Tue 2 Apr 11:30–12:15`, as far as it is known, by the calendar."""
    day = session.calendar_date
    return f"{day_name(day) if day else day_of(session)} {span(session)}".strip()


def span(session: Session) -> str:
    """Return `11:30–12:15`, as far as it is known: `09:00–18:00 +2` ends days later.

    Of what ends the next day before a day has passed, the times alone say so.
    """
    if session.start is None:
        return ""
    end = session.end
    if end is None:
        return f"{session.start:%H:%M}"
    days = (end.date() - session.start.date()).days
    later = f" +{days}" if days and (session.duration or 0) >= _DAY_MINUTES else ""
    return f"{session.start:%H:%M}–{end:%H:%M}{later}"


def _widths(sessions: Sequence[Session]) -> _Widths:
    def widest(texts: Iterable[str]) -> int:
        return min(_LONGEST, max(map(out.cells, texts), default=0))

    return _Widths(
        widest(span(session) for session in sessions),
        widest(_level(session) for session in sessions),
        widest(session.code or "" for session in sessions),
    )


def _level(session: Session) -> str:
    return "" if session.level is None else str(session.level)


def _entry(
    desk: Desk, session: Session, widths: _Widths, evidence: Evidence, *, explain: bool
) -> Iterator[str]:
    from summit_tui.agenda.model import WANT_MARKS  # only a person's list shows the agenda
    from summit_tui.cli.marking import explanation, marked

    pick = desk.shown_agenda.picks.get(session.id)
    mark = WANT_MARKS[pick.want] if pick else "×" if session.cancelled else " "
    cells = [(span(session), widths.span), (mark, 1), (_level(session), widths.level)]
    cells += [(session.code or "", widths.code)]
    head = "  " + "".join(f"{out.pad(text, width)}  " for text, width in cells if width)
    below = [", ".join(speaker.name for speaker in session.speakers), session.track, session.room]
    if session.cancelled:
        below.insert(0, "cancelled")
    details = " · ".join(part for part in below if part)
    indent = out.cells(head)
    if out.width() - indent < _NARROW:
        if head.strip():
            yield out.styled(f"  {head.strip()}", "bold" if pick else "dim")
        head, indent = " " * 4, 4
    columns = out.width() - indent
    for number, line in enumerate(out.wrap(session.title, columns)):
        before = head if not number else " " * indent
        yield before + marked(line, evidence, "bold" if pick else "")
    for line in out.wrap(details, columns) if details else ():
        yield " " * indent + marked(line, evidence, "dim")
    for line in explanation(evidence, session, columns) if explain else ():
        yield " " * indent + line


def tsv(desk: Desk, sessions: Iterable[Session]) -> Iterator[str]:
    """Yield one line a session: code or id, start, minutes, level, track, room, title."""
    for session in sessions:
        start = session.start.isoformat(timespec="minutes") if session.start else ""
        cells = (
            desk.catalogue.sessions.label(session),
            start,
            session.duration,
            session.level,
            session.track,
            session.room,
            session.title,
        )
        yield out.tabbed(cells)


def ids(desk: Desk, sessions: Iterable[Session]) -> Iterator[str]:
    """Yield the ids."""
    return (session.id for session in sessions)


def as_json(desk: Desk, sessions: Iterable[Session]) -> Iterator[str]:
    """Yield the one JSON document of `formats.writers.as_json`."""
    from summit_tui.formats.writers.as_json import document

    yield document(desk.catalogue, sessions, desk.agenda.picks).rstrip("\n")


def as_jsonl(desk: Desk, sessions: Iterable[Session]) -> Iterator[str]:
    """Yield one JSON object a session."""
    from summit_tui.formats.writers.as_json import lines

    yield from lines(desk.catalogue, sessions, desk.agenda.picks)


def as_csv(desk: Desk, sessions: Iterable[Session]) -> Iterator[str]:
    """Yield the table that `export` writes, to the byte."""
    from summit_tui.formats.export import Export
    from summit_tui.formats.table import render

    export = Export(desk.catalogue, tuple(sessions), desk.agenda.picks)
    yield render("csv", export).decode().removesuffix("\n")


FORMATS: dict[str, Callable[[Desk, Iterable[Session]], Iterator[str]]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "tsv": tsv,
    "ids": ids,
}
"""The formats for programs; `table` and templates (`{title}`) come besides."""


def check_format(name: str) -> str:
    """Return `name` when it is a format or a template; ends with 2 and a suggestion otherwise."""
    if name in FORMATS or name == "table" or "{" in name:
        return name
    from summit_tui.catalogue.problems import did_you_mean

    known = ["table", *FORMATS]
    hint = did_you_mean(name, known) or f"there are {', '.join(known)} and templates: '{{title}}'"
    talk.fail(f"there is no format {name!r}: {hint}")


def print_sessions(
    desk: Desk,
    rows: Sequence[int],
    form: str,
    evidence: Evidence = NOTHING,
    *,
    explain: bool = False,
) -> None:
    """Write the sessions in `rows` in the format `form`."""
    if form == "table":
        _ = desk.shown_agenda  # what is wrong with it is said before the first line
        out.write_lines(table(desk, rows, evidence, explain=explain))
    else:
        out.write_lines(lines(desk, rows, form))


def lines(desk: Desk, rows: Sequence[int], form: str) -> Iterator[str]:
    """Return the sessions in `rows` in a format for programs, or by a template."""
    if form not in ("ids", "tsv"):
        _ = desk.agenda
    sessions = (desk.catalogue.sessions[row] for row in rows)
    if form in FORMATS:
        return FORMATS[form](desk, sessions)
    from summit_tui.cli.template import by_template

    return by_template(form, desk, sessions)


def to_json(value: Any) -> str:
    """Return `value` as one JSON document; a path in it keeps what a terminal obeys, escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    if clean(text) == text:
        return text
    return json.dumps(value, indent=1).replace("\x7f", "\\u007f")
