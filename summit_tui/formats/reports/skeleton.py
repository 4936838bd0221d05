"""Pages to take notes in: a section for each pick in time order, in Markdown.

What is written between the two marks of a section comes home with `read_notes`. The marks are
comments of HTML, which no reader of the page sees; the id in them, not the heading, says which
session is meant. A note that I have already stands above the marks, so that nothing is read twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote as percent
from urllib.parse import unquote

from summit_tui.agenda.model import WANT_MARKS, Agenda
from summit_tui.agenda.resolve import Resolved, resolve
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.text import clean
from summit_tui.formats.markdown import day_name, escape, quote
from summit_tui.formats.reports import parts

_PAGE = re.compile(r"<!-- summit notes on (\S+): .*-->")
_BEGIN = re.compile(r"[ \t]*<!-- notes on (\S+) -->[ \t]*")
_END = "<!-- end of notes -->"


@dataclass(frozen=True, slots=True)
class Taken:
    """The notes read from a section."""

    id: str
    line: int
    """Where the section begins, from 1."""
    text: str


class NotesError(ValueError):
    """A page of notes is not whole; says where and how to mend it."""


def skeleton(agenda: Agenda, catalogue: Catalogue, title: str) -> str:
    """Return the page for the picks of `agenda`, those cancelled left out; `title` tops it."""
    return "\n".join(_page(agenda, catalogue, title))


def _page(agenda: Agenda, catalogue: Catalogue, title: str) -> Iterator[str]:
    items = [item for item in resolve(agenda, catalogue) if not _cancelled(item)]
    sessions = [item.session for item in items if item.session]
    yield from parts.head(catalogue.event, parts.days_of(sessions), title)
    event = percent(catalogue.event.id)
    yield f"<!-- summit notes on {event}: summit note --from THIS-FILE takes them home -->"
    yield ""
    for day, of_day in groupby(items, key=_day):
        yield f"## {day}"
        yield ""
        for item in of_day:
            yield from _section(catalogue, item)


def _cancelled(item: Resolved) -> bool:
    return item.session is not None and item.session.cancelled


def _day(item: Resolved) -> str:
    day = item.session.date if item.session and item.session.start else None
    day = day or (item.start.date() if item.start else None)
    return day_name(day) if day else "No time yet"


def _section(catalogue: Catalogue, item: Resolved) -> Iterator[str]:
    start = f"{item.start:%H:%M} " if item.start else ""
    yield f"### {start}{escape(item.title)}"
    yield ""
    want = f"{WANT_MARKS[item.pick.want]} {item.pick.want}"
    if item.session is None:
        yield f"{want} · no longer in the programme"
    else:
        about = [" · ".join(filter(None, (want, parts.facts(catalogue, item.session))))]
        about += [parts.speakers(item.session.speakers)] if item.session.speakers else []
        yield "\\\n".join(about)
        if begun := parts.excerpt(item.session):
            yield from ("", f"> {begun}")
    if item.pick.note:
        yield from ("", "My note until now:", "", *quote(item.pick.note))
    yield from ("", f"<!-- notes on {percent(item.id)} -->", "", "- ", "", _END, "")


def read_notes(text: str) -> tuple[str, tuple[Taken, ...]]:
    """Return the id of the event that a page is of, and what was written into its sections.

    Sections without anything written are left out, and so are bullets with nothing behind them.
    NotesError for a page without the mark of `skeleton`, and for a section that does not end or
    does not begin, as when a formatter changed its mark: what is written there would be lost.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    of = next((found for line in lines if (found := _PAGE.search(line))), None)
    if of is None:
        raise NotesError("this is no page of summit report --skeleton: its mark is missing")
    sections = list(_sections(lines))
    return unquote(of[1]), tuple(section for section in sections if section.text)


def _sections(lines: list[str]) -> Iterator[Taken]:
    begun: tuple[str, int] | None = None
    written: list[str] = []
    for number, line in enumerate(lines, 1):
        if opening := _BEGIN.fullmatch(line):
            if begun:
                raise _unended(*begun)
            begun, written = (unquote(opening[1]), number), []
        elif line.strip() == _END:
            if begun is None:
                raise NotesError(
                    f"line {number}: the notes that end here do not begin: put "
                    "<!-- notes on ID --> on a line above them, or take this line out"
                )
            yield Taken(*begun, clean("\n".join(written)))
            begun = None
        elif begun and line.strip() not in ("-", "*", "+"):
            written.append(line)
    if begun:
        raise _unended(*begun)


def _unended(session_id: str, line: int) -> NotesError:
    return NotesError(
        f"line {line}: the notes on {session_id} do not end: put {_END} on a line below them"
    )
