"""One HTML page out: my agenda or the programme by day, to read offline, on paper and on a phone.

It has no script and fetches nothing, and says so to the browser, which would refuse both. All text
is escaped; Markdown comes through `html_prose`. The page itself is in English; titles and abstracts
carry the language they are held in, so that they are read aloud and hyphenated as they should be.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from summit_tui.agenda.clash_words import way_words
from summit_tui.agenda.conflicts import Conflict
from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.catalogue.kinds import language_name
from summit_tui.catalogue.model import Catalogue, Link, Session
from summit_tui.catalogue.text import clean_line, slug
from summit_tui.formats.export import Export
from summit_tui.formats.markdown import day_name, span, where
from summit_tui.formats.writers.html_page import head
from summit_tui.formats.writers.html_prose import prose

_NO_TIME = "No time yet"


def render(export: Export) -> bytes:
    """Return the export as one HTML document in UTF-8."""
    title = export.catalogue.event.name
    return "\n".join((*head(title), *_Body(export).lines(), "</html>", "")).encode()


class _Body:
    """Makes the body of one page; a session is found by its anchor."""

    def __init__(self, export: Export) -> None:
        self._export = export
        self._catalogue = export.catalogue
        self._picks = export.picks
        self._anchors = _anchors(export.sessions)
        self._clashes = export.clashes

    def lines(self) -> Iterator[str]:
        """Yield the body, a line or a block at a time."""
        days = self._export.by_day
        yield "<body>"
        yield from self._header()
        if len(days) > 1:
            yield from _index(days)
        yield "<main>"
        for day, sessions in days:
            anchor = _day_anchor(day)
            yield f'<section aria-labelledby="{anchor}">'
            yield f'<h2 id="{anchor}">{_day_title(day)}</h2>'
            for session in sessions:
                yield from self._session(session)
            yield "</section>"
        if self._export.missing:
            yield from self._vanished()
        yield "</main>"
        yield "</body>"

    def _header(self) -> Iterator[str]:
        event = self._catalogue.event
        yield "<header>"
        yield f"<h1>{_text(event.name)}</h1>"
        facts = [_text(event.venue or ""), f"times in {_text(event.timezone)}"]
        facts.append(_anchor(Link(event.url, event.url)) if event.url else "")
        yield f'<p class="about">{" · ".join(fact for fact in facts if fact)}</p>'
        if event.note:
            yield f'<div class="note">{prose(event.note)}</div>'
        if legend := self._export.legend:
            yield f'<p class="legend">{legend}</p>'
        yield "</header>"

    def _session(self, session: Session) -> Iterator[str]:
        pick, spoken = self._picks.get(session.id), _spoken(session)
        off = ' class="off"' if session.cancelled else ""
        yield f'<article id="{self._anchors[session.id]}"{off}>'
        yield f'<p class="when">{_time(session)}{_want(pick)}</p>'
        yield "<div>"
        yield f"<h3{spoken}>{_text(session.title)}</h3>"
        if session.subtitle:
            yield f"<p{spoken}>{_text(session.subtitle)}</p>"
        if facts := [_text(fact) for fact in _facts(self._catalogue, session) if fact]:
            yield f'<p class="facts">{" · ".join(facts)}</p>'
        if session.speakers:
            people = "".join(f"<li>{_text(str(speaker))}</li>" for speaker in session.speakers)
            yield f'<ul class="speakers">{people}</ul>'
        for clash, other in self._clashes.get(session.id, ()):
            yield self._clash(session, clash, other)
        yield from _note(pick)
        if session.abstract:
            yield f'<div class="abstract"{spoken}>{prose(session.abstract)}</div>'
        if links := [found for link in session.links if (found := _anchor(link))]:
            yield f'<p class="links">{" · ".join(links)}</p>'
        yield "</div>"
        yield "</article>"

    def _clash(self, session: Session, clash: Conflict, other: Session) -> str:
        link = f'<a href="#{self._anchors[clash.id]}">{_text(other.title)}</a>'
        if clash.too_tight:
            said = f"{_text(way_words(clash, session, other))} ({link})"
        else:
            said = f"clashes with {link} by {clash.minutes} min"
        return f'<p class="clash">▲ {said}</p>'

    def _vanished(self) -> Iterator[str]:
        yield '<section aria-labelledby="vanished">'
        yield '<h2 id="vanished">No longer in the programme</h2>'
        for pick in self._export.missing:
            start = _text((pick.start or "")[:16].replace("T", " "))
            yield f'<article>\n<p class="when">{start}{_want(pick)}</p>'
            yield f"<div>\n<h3>{_text(pick.name)}</h3>"
            yield from _note(pick)
            yield "</div>\n</article>"
        yield "</section>"


def _text(text: str) -> str:
    return escape(clean_line(text))


def _anchors(sessions: Iterable[Session]) -> dict[str, str]:
    """Return an id of the page for each session; one that is taken gets a number."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for session in sessions:
        base = name = f"session-{slug(session.id)}"
        number = 2
        while name in taken:
            name, number = f"{base}.{number}", number + 1
        taken.add(name)
        found[session.id] = name
    return found


def _day_anchor(day: date | None) -> str:
    return f"day-{day}" if day else "no-time"


def _day_title(day: date | None) -> str:
    return day_name(day) if day else _NO_TIME


def _index(days: list[tuple[date | None, list[Session]]]) -> Iterator[str]:
    yield '<nav aria-label="Days">\n<ul>'
    for day, sessions in days:
        link = f'<a href="#{_day_anchor(day)}">{_day_title(day)}</a>'
        yield f"<li>{link} ({len(sessions)})</li>"
    yield "</ul>\n</nav>"


def _time(session: Session) -> str:
    if session.start is None:
        return ""
    return f'<time datetime="{session.start.isoformat(timespec="minutes")}">{span(session)}</time>'


def _want(pick: Pick | None) -> str:
    if pick is None:
        return ""
    shown = f"{WANT_MARKS.get(pick.want, '')} {pick.want}".strip()
    return f'<span class="want">{_text(shown)}</span>'


def _spoken(session: Session) -> str:
    return f' lang="{_text(session.language)}"' if session.language else ""


def _facts(catalogue: Catalogue, session: Session) -> Iterator[str]:
    """Yield what to know of a session at a glance, empty where it is not known."""
    yield where(catalogue, session)
    yield session.code or ""
    yield "" if session.kind == "talk" else session.kind
    yield str(catalogue.scale.get(session.level) or "")
    yield from session.tracks
    yield language_name(session.language) if session.language else ""
    yield "" if session.status == "confirmed" else session.status
    yield "not recorded" if session.recorded is False else ""


def _note(pick: Pick | None) -> Iterator[str]:
    if pick and pick.note:
        yield f'<div class="note"><p class="label">My note</p>{prose(pick.note)}</div>'


def _anchor(link: Link) -> str:
    """Return a link to the web; empty when it leads elsewhere."""
    url = clean_line(link.url)
    if not url.lower().startswith(("http://", "https://")):
        return ""
    return f'<a href="{escape(url)}" rel="noreferrer">{_text(link.name or url)}</a>'
