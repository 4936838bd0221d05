"""Sessions on standard output: one function per `--format`, in one table.

A table for people, grouped by day in time order; the others for programs, best match first.
"""

import json
import string
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from summit_tui.agenda.model import WANT_MARKS
from summit_tui.catalogue.model import Session
from summit_tui.cli import out, talk
from summit_tui.cli.desk import Desk

_CONTINUED = 30
"""The column that titles begin at, unless the terminal is narrow."""


def table(desk: Desk, rows: Sequence[int], *, heading: bool = False) -> Iterator[str]:
    """Yield the sessions in `rows` as a person reads a programme: by day, then by time."""
    sessions = [desk.catalogue.sessions[row] for row in sorted(rows)]
    if heading:
        event = desk.catalogue.event
        yield out.styled(event.name, "bold")
        for line in (event.note or "").splitlines():
            yield from (out.styled(part, "dim") for part in out.wrap(line, out.width()))
        yield ""
    day = None
    for number, session in enumerate(sessions):
        if (this_day := day_of(session)) != day:
            day = this_day
            if number:
                yield ""
            yield out.styled(day, "bold")
        yield from _entry(desk, session)


def day_of(session: Session) -> str:
    """Return the heading a session stands under: `Tue 2 Apr`, or that it has no time yet."""
    date = session.date
    return "No time yet" if date is None else f"{date:%a} {date.day} {date:%b}"


def span(session: Session) -> str:
    """Return `11:30–12:15`, as far as it is known."""
    if session.start is None:
        return ""
    end = session.end
    return f"{session.start:%H:%M}–{end:%H:%M}" if end else f"{session.start:%H:%M}"


def _entry(desk: Desk, session: Session) -> Iterator[str]:
    pick = desk.agenda.picks.get(session.id)
    mark = WANT_MARKS[pick.want] if pick else "×" if session.cancelled else " "
    level = "" if session.level is None else str(session.level)
    codes = max(6, min(10, len(session.code or "")))
    code = out.pad(session.code or "", codes)
    head = f"  {out.pad(span(session), 11)}  {mark} {out.pad(level, 3)}  {code}  "
    below = [", ".join(speaker.name for speaker in session.speakers), session.track, session.room]
    if session.cancelled:
        below.insert(0, "cancelled")
    details = " · ".join(part for part in below if part)
    indent = out.cells(head)
    if out.width() - indent < _CONTINUED:  # narrow: the title goes on the next line
        yield out.styled(head.rstrip(), "bold" if pick else "dim")
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
    """Yield the lines of a spreadsheet."""
    from summit_tui.formats.export import Export
    from summit_tui.formats.table import render

    export = Export(desk.catalogue, tuple(sessions), desk.agenda.picks)
    yield from render("csv", export).decode().splitlines()


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

            hint = did_you_mean(field_name, kwargs) or f"there are {', '.join(kwargs)}"
            talk.fail(f"a session has no field {{{field_name}}}: {hint}")
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        if value is None:
            return ""
        try:
            return format(value, format_spec)
        except (ValueError, TypeError) as error:
            talk.fail(f"{{…:{format_spec}}} does not suit {value}: {error}")


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
        out.write_lines(table(desk, rows))
        return
    sessions = (desk.catalogue.sessions[row] for row in rows)
    if form in FORMATS:
        out.write_lines(FORMATS[form](desk, sessions))
    else:
        out.write_lines(by_template(form, desk, sessions))


def to_json(value: Any) -> str:
    """Return `value` as one JSON document."""
    return json.dumps(value, ensure_ascii=False, indent=1)
