"""Markdown out (CommonMark): the programme or my agenda by day and time, to read, mail or publish.

Text from a programme is shown, never obeyed: whatever would begin a construct is escaped. Notes,
mine and the event's, are Markdown by right; they stand in a quote, which holds whatever they open,
and only HTML is kept out of them. Abstracts are left to the other formats.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby

from summit_tui.agenda.conflicts import Conflict, conflicts
from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.catalogue.model import Catalogue, Session, programme_order
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.export import Export

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$]|&(?=[#A-Za-z0-9]{1,40};)|^[#+=-]|#$)|^(\d{1,9})(?=[.)])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)


def render(export: Export) -> bytes:
    """Return the export as one Markdown document in UTF-8."""
    return "\n".join(_document(export)).encode()


def _document(export: Export) -> Iterator[str]:
    yield from _heading(export)
    clashes = conflicts([session for session in export.sessions if session.id in export.picks])
    ordered = sorted(export.sessions, key=_by_day)
    for day, sessions in groupby(ordered, key=lambda session: session.start and session.date):
        yield f"## {f'{day:%A} {day.day} {day:%B %Y}' if day else 'No time yet'}"
        yield ""
        for session in sessions:
            yield from _entry(export, session, day, clashes.get(session.id, ()))
        yield ""
    if export.missing:
        yield "## No longer in the programme"
        yield ""
        for pick in export.missing:
            yield from _vanished(pick)
        yield ""


def _by_day(session: Session) -> tuple[date, tuple[bool, float]]:
    day = session.date if session.start else None
    return (day or date.max, programme_order(session))


def _heading(export: Export) -> Iterator[str]:
    event = export.catalogue.event
    yield f"# {escape(event.name)}"
    yield ""
    facts = [escape(event.venue)] if event.venue else []
    facts.append(f"times in {escape(event.timezone)}")
    if event.url and _ADDRESS.fullmatch(event.url):
        facts.append(f"<{event.url}>")
    yield " · ".join(facts)
    yield ""
    if event.note:
        yield from quote(event.note)
        yield ""
    used = {pick.want for pick in export.picks.values()}
    if legend := [f"{mark} {want}" for want, mark in WANT_MARKS.items() if want in used]:
        yield " · ".join(legend)
        yield ""


def _entry(
    export: Export, session: Session, day: date | None, clashes: Iterable[Conflict]
) -> Iterator[str]:
    pick = export.picks.get(session.id)
    about = [escape(str(speaker)) for speaker in session.speakers]
    where = _where(export.catalogue, session)
    told = " · ".join(part for part in ("; ".join(about), where) if part)
    parts = (_time(session, day), _mark(pick), escape(session.title), _details(session))
    line = " ".join(part for part in parts if part)
    yield f"- {line} — {told}" if told else f"- {line}"
    for clash in clashes:
        yield f"  - clashes with {_title(export.catalogue, clash.id)} by {clash.minutes} min"
    if pick and pick.note:
        yield from quote(pick.note, "  ")


def _time(session: Session, day: date | None) -> str:
    if session.start is None or day is None:
        return ""
    moments = [session.start] if session.end is None else [session.start, session.end]
    return f"**{'–'.join(_clock(moment, day) for moment in moments)}**"


def _clock(moment: datetime, day: date) -> str:
    """Return `00:30 +1` for half past midnight at the end of the conference day `day`."""
    later = (moment.date() - day).days
    return f"{moment:%H:%M}" + (f" {later:+d}" if later else "")


def _mark(pick: Pick | None) -> str:
    return WANT_MARKS.get(pick.want, "") if pick else ""


def _details(session: Session) -> str:
    status = None if session.status == "confirmed" else session.status
    details = (session.code, session.level, status)
    known = ", ".join(escape(str(detail)) for detail in details if detail is not None)
    return f"({known})" if known else ""


def _where(catalogue: Catalogue, session: Session) -> str:
    """Return the room, with its venue where that is not the event's."""
    room = catalogue.room(session.room)
    elsewhere = room and room.venue and room.venue != catalogue.event.venue
    return escape((catalogue.place(session) if elsewhere else session.room) or "")


def _title(catalogue: Catalogue, session_id: str) -> str:
    session = catalogue.get(session_id)
    return escape(session.title if session else session_id)


def _vanished(pick: Pick) -> Iterator[str]:
    when = f"**{escape(pick.start[:16].replace('T', ' '))}**" if pick.start else ""
    yield "- " + " ".join(part for part in (when, _mark(pick), escape(pick.name)) if part)
    if pick.note:
        yield from quote(pick.note, "  ")


def escape(text: str) -> str:
    """Return `text` on one line such that Markdown shows it as it is, wherever it stands."""
    return _SPECIAL.sub(lambda sign: f"{sign[2] or ''}\\{sign[1] or ''}", clean_line(text))


def quote(markdown: str, indent: str = "") -> Iterator[str]:
    """Yield the lines of `markdown` as one quote; HTML in it is shown instead of obeyed."""
    for line in _TAG.sub(r"\<", markdown).split("\n"):
        yield f"{indent}> {line}".rstrip()
