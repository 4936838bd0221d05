"""Sessions by a template: `--format '{start:%H:%M} {title}'`."""

import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from summit_tui.agenda.model import WANT_MARKS
from summit_tui.catalogue.model import Session
from summit_tui.cli import talk
from summit_tui.cli.desk import Desk


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
    return (filled(template, values_of(desk, session)) for session in sessions)


def filled(template: str, values: Mapping[str, Any]) -> str:
    """Return `template` with `values` in it; ends with 2 where it cannot be read."""
    template = template.replace("\\t", "\t").replace("\\n", "\n")
    try:
        return _Template().vformat(template, (), values)
    except ValueError as error:
        talk.fail(f"the template {template!r} cannot be read: {error}")


def values_of(desk: Desk, session: Session) -> dict[str, Any]:
    """Return what a template can say of a session."""
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
