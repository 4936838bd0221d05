"""The documents about my agenda: one row each, for the shell and for the application.

A row makes its document as Markdown; `as_file` is the same for a file, by its extension. What is
said where there is nothing to write is the business of who asked: each has other ways out of it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from summit_tui.agenda.model import Agenda
from summit_tui.catalogue.model import Catalogue, Session


@dataclass(frozen=True, slots=True)
class Document:
    """A document before it is written."""

    title: str
    markdown: str
    sessions: Sequence[Session]
    """What it is about."""
    value: dict[str, Any] | None = None
    """The same for programs; None where there is no such thing."""
    unsaid: tuple[str, ...] = ()
    """Ids of picks that are over and of which I did not say whether I was there."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One document there is."""

    name: str
    doc: str
    """One sentence, for a list to choose from."""
    nothing: str
    """Why `make` made none."""
    extensions: tuple[str, ...]
    """Those `as_file` knows, the usual one first."""
    make: Callable[[Agenda, Catalogue, datetime, str | None], Document | None]
    """From my agenda, the programme, the present moment and a title of mine, if any."""


def as_file(document: Document, extension: str) -> str:
    """Return the text of `document` for a file that ends in `extension`, a page for `.html`."""
    if extension != ".html":
        return document.markdown
    from summit_tui.formats.reports.page import report_page

    return report_page(document.markdown, document.title)


def _report(
    agenda: Agenda, catalogue: Catalogue, now: datetime, title: str | None
) -> Document | None:
    from summit_tui.agenda.report import report_on
    from summit_tui.formats.reports.objects import report_object
    from summit_tui.formats.reports.trip import trip_report

    report = report_on(agenda, catalogue, now)
    if not (report.attended or report.missed or report.unsaid):
        return None
    heading = title or catalogue.event.name
    about = _known(item.session for item in (*report.attended, *report.unsaid))
    unsaid = tuple(item.id for item in report.unsaid)
    return Document(heading, trip_report(report, heading), about, report_object(report), unsaid)


def _skeleton(
    agenda: Agenda, catalogue: Catalogue, _now: datetime, title: str | None
) -> Document | None:
    from summit_tui.agenda.resolve import sessions_of
    from summit_tui.formats.reports.skeleton import skeleton

    if not agenda.picks:
        return None
    heading = title or catalogue.event.name
    sessions = [one for one in sessions_of(agenda, catalogue) if not one.cancelled]
    return Document(heading, skeleton(agenda, catalogue, heading), sessions)


def _case(
    agenda: Agenda, catalogue: Catalogue, _now: datetime, title: str | None
) -> Document | None:
    from summit_tui.agenda.case import case_for
    from summit_tui.formats.reports.going import case_page
    from summit_tui.formats.reports.objects import case_object

    case = case_for(agenda, catalogue)
    if not case.sessions:
        return None
    heading = title or f"Why I want to go to {catalogue.event.name}"
    return Document(heading, case_page(case, heading), case.sessions, case_object(case))


def _known(sessions: Iterable[Session | None]) -> list[Session]:
    return [session for session in sessions if session is not None]


REPORT = DocumentKind(
    "report",
    "The trip report: what I saw, with my notes and ratings.",
    "nothing on the agenda is over yet",
    (".md", ".html"),
    _report,
)
SKELETON = DocumentKind(
    "notes",
    "A page with a section for each pick to take notes in.",
    "the agenda is empty",
    (".md",),  # it is read back from Markdown
    _skeleton,
)
CASE = DocumentKind(
    "case",
    "The case for going, for whoever signs the request.",
    "none of my picks takes place",
    (".md", ".html"),
    _case,
)
DOCUMENTS = (REPORT, SKELETON, CASE)
"""Every document, the one most asked for first."""
