"""Sessions as text to paste into a mail or a chat: title, day and time, place, link. Pure."""

from typing import TYPE_CHECKING

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.here import city
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.text import clean_line
from summit_tui.tui import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summit_tui.agenda.change import Picked


def as_text(subjects: "Iterable[Picked]", catalogue: Catalogue) -> str:
    """Return a few lines for each of `subjects`, with an empty line between two of them."""
    return "\n\n".join(
        each.name if isinstance(each, Pick) else _lines(each, catalogue) for each in subjects
    )


def _lines(session: Session, catalogue: Catalogue) -> str:
    title = f"{session.title} ({session.code})" if session.code else session.title
    links = (link.url for link in session.links if link.url.startswith(("http://", "https://")))
    lines = [title, _when(session, catalogue), catalogue.place(session), next(links, "")]
    if session.cancelled:
        lines.insert(1, "cancelled")
    return "\n".join(clean_line(line) for line in lines if line)


def _when(session: Session, catalogue: Catalogue) -> str:
    """Return `Tue 2 Apr 2019 11:30 – 12:15 (Paris)`."""
    if session.start is None:
        return words.span(session)
    day = f"{words.day_name(session.start)} {session.start.year}"
    return f"{day} {words.span(session)} ({city(catalogue.event.timezone)})"
