"""Sessions on standard output: one function per `--format`, in one table.

A table for people, grouped by day in time order; the others for programs, best match first.
"""

import json
import string
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summit_tui.agenda.model import WANT_MARKS
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.text import clean
from summit_tui.cli import out, talk
from summit_tui.cli.desk import Desk

if TYPE_CHECKING:
    from datetime import date

_NARROW = 30
"""With fewer columns left for it, a title goes below what stands before it."""
_LONGEST = 12
"""No column of codes or levels is wider; what is longer pushes its own title aside."""


@dataclass(frozen=True, slots=True)
class _Widths:
    """How many columns times, levels and codes take in a table; 0 where there are none."""

    span: int
    level: int
    code: int


def table(desk: Desk, rows: Sequence[int], *, heading: bool = False) -> Iterator[str]:
    """Yield the sessions in `rows` as a person reads a programme: by day, then by time."""
    sessions = [desk.catalogue.sessions[row] for row in sorted(rows)]
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
        yield from _entry(desk, session, widths)


def day_of(session: Session) -> str:
    """Return the heading a session stands under: `Tue 2 Apr`, or that it has no time yet."""
    return "No time yet" if session.date is None else day_name(session.date)


def day_name(day: "date") -> str:
    """Return `Tue 2 Apr`."""
    return f"{day:%a} {day.day} {day:%b}"


def when(session: Session) -> str:
    """Return `Tue 2 Apr 11:30–12:15`, as far as it is known."""
    return f"{day_of(session)} {span(session)}".strip()


def count(number: int, one: str, many: str = "") -> str:
    """Return `1 session`, `2 sessions`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def span(session: Session) -> str:
    """Return `11:30–12:15`, as far as it is known."""
    if session.start is None:
        return ""
    end = session.end
    return f"{session.start:%H:%M}–{end:%H:%M}" if end else f"{session.start:%H:%M}"


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


def _entry(desk: Desk, session: Session, widths: _Widths) -> Iterator[str]:
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
        yield (head if not number else " " * indent) + out.styled(line, "bold" if pick else "")
    if details:
        for line in out.wrap(details, columns):
            yield " " * indent + out.styled(line, "dim")


def tsv(desk: Desk, sessions: Iterable[Session]) -> Iterator[str]:
    """Yield one line a session: code or id, start, minutes, level, track, room, title."""
    for session in sessions:
        start = session.start.isoformat(timespec="minutes") if session.start else ""
        cells = (
            session.label,
            start,
            session.duration,
            session.level,
            session.track,
            session.room,
            session.title,
        )
        yield "\t".join("" if cell is None else str(cell).replace("\t", " ") for cell in cells)


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


class _Template(string.Formatter):
    """`str.format` on a session: named fields only, nothing for what is unknown."""

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        if field_name not in kwargs:
            from summit_tui.catalogue.problems import did_you_mean

            name = field_name.split(".")[0].split("[")[0]
            hint = did_you_mean(name, kwargs) if name not in kwargs else f"write {{{name}}}"
            hint = hint or f"there are {', '.join(kwargs)}"
            talk.fail(f"a session has no field {{{field_name}}}: {hint}")
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        if value is None:
            return ""
        try:
            return format(value, format_spec)
        except (ValueError, TypeError, MemoryError, OverflowError):
            talk.fail(f"{format_spec!r} is no way to write {value}: leave out the colon before it")


def by_template(template: str, desk: Desk, sessions: Iterable[Session]) -> Iterator[str]:
    """Yield `template` filled in for each session: `{start:%H:%M} {title}`."""
    formatter = _Template()
    template = template.replace("\\t", "\t").replace("\\n", "\n")
    for session in sessions:
        try:
            yield formatter.vformat(template, (), _values(desk, session))
        except ValueError as error:
            talk.fail(f"the template {template!r} cannot be read: {error}")


def _values(desk: Desk, session: Session) -> dict[str, Any]:
    pick = desk.agenda.picks.get(session.id)
    return {
        "id": session.id,
        "code": session.code,
        "title": session.title,
        "kind": session.kind,
        "level": session.level,
        "track": session.track,
        "room": session.room,
        "place": desk.catalogue.place(session),
        "start": session.start,
        "end": session.end,
        "duration": session.duration,
        "day": session.date,
        "language": session.language,
        "speakers": ", ".join(speaker.name for speaker in session.speakers),
        "tags": ", ".join(session.tags),
        "status": session.status,
        "abstract": session.abstract,
        "want": pick and pick.want,
        "mark": WANT_MARKS[pick.want] if pick else None,
        "note": pick and pick.note,
        "event": desk.catalogue.event.name,
    }


def print_sessions(desk: Desk, rows: Sequence[int], form: str) -> None:
    """Write the sessions in `rows` in the format `form`."""
    if form == "table":
        _ = desk.shown_agenda  # what is wrong with it is said before the first line
        out.write_lines(table(desk, rows))
        return
    if form not in ("ids", "tsv"):
        _ = desk.agenda
    sessions = (desk.catalogue.sessions[row] for row in rows)
    if form in FORMATS:
        out.write_lines(FORMATS[form](desk, sessions))
    else:
        out.write_lines(by_template(form, desk, sessions))


def to_json(value: Any) -> str:
    """Return `value` as one JSON document; a path in it keeps what a terminal obeys, escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    if clean(text) == text:
        return text
    return json.dumps(value, indent=1).replace("\x7f", "\\u007f")
