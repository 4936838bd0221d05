"""Markdown out (CommonMark): the programme or my agenda by day and time, to read, mail or publish.

What is foreign in it stands as `formats.markdown` has it. Abstracts are left to the other formats.
"""

from collections.abc import Iterable, Iterator

from summit_tui.agenda.clash_words import way_words
from summit_tui.agenda.conflicts import Conflict
from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.catalogue.model import Session
from summit_tui.formats.export import Export
from summit_tui.formats.markdown import address, day_name, escape, place, quote, span


def render(export: Export) -> bytes:
    """Return the export as one Markdown document in UTF-8."""
    return "\n".join(_document(export)).encode()


def _document(export: Export) -> Iterator[str]:
    yield from _heading(export)
    clashes = export.clashes
    for day, sessions in export.by_day:
        yield f"## {day_name(day) if day else 'No time yet'}"
        yield ""
        for session in sessions:
            yield from _entry(export, session, clashes.get(session.id, ()))
        yield ""
    if export.missing:
        yield "## No longer in the programme"
        yield ""
        for pick in export.missing:
            yield from _vanished(pick)
        yield ""


def _heading(export: Export) -> Iterator[str]:
    event = export.catalogue.event
    yield f"# {escape(event.name)}"
    yield ""
    facts = [escape(event.venue)] if event.venue else []
    facts.append(f"times in {escape(event.timezone)}")
    facts.append(address(event.url or ""))
    yield " · ".join(fact for fact in facts if fact)
    yield ""
    if event.note:
        yield from quote(event.note)
        yield ""
    if export.legend:
        yield export.legend
        yield ""


def _entry(
    export: Export, session: Session, clashes: Iterable[tuple[Conflict, Session]]
) -> Iterator[str]:
    pick = export.picks.get(session.id)
    about = [escape(str(speaker)) for speaker in session.speakers]
    where = place(export.catalogue, session)
    told = " · ".join(part for part in ("; ".join(about), where) if part)
    time = f"**{span(session)}**" if session.start else ""
    parts = (time, _mark(pick), escape(session.title), _details(session))
    line = " ".join(part for part in parts if part)
    yield f"- {line} — {told}" if told else f"- {line}"
    for clash, other in clashes:
        yield f"  - {_clash(session, clash, other)}"
    if pick and pick.note:
        yield from quote(pick.note, "  ")


def _clash(session: Session, clash: Conflict, other: Session) -> str:
    if clash.too_tight:
        return f"{escape(way_words(clash, session, other))} ({escape(other.title)})"
    return f"clashes with {escape(other.title)} by {clash.minutes} min"


def _mark(pick: Pick | None) -> str:
    return WANT_MARKS.get(pick.want, "") if pick else ""


def _details(session: Session) -> str:
    status = None if session.status == "confirmed" else session.status
    details = (session.code, session.level, status)
    known = ", ".join(escape(str(detail)) for detail in details if detail is not None)
    return f"({known})" if known else ""


def _vanished(pick: Pick) -> Iterator[str]:
    when = f"**{escape(pick.start[:16].replace('T', ' '))}**" if pick.start else ""
    yield "- " + " ".join(part for part in (when, _mark(pick), escape(pick.name)) if part)
    if pick.note:
        yield from quote(pick.note, "  ")
