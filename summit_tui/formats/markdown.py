"""Foreign text inside Markdown (CommonMark): what a programme says is shown, never obeyed.

Notes are Markdown by right. They stand in a quote, which holds whatever they open, and only HTML
is kept out of them.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.shown_html import ShownHtml

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$]|&(?=[#A-Za-z0-9]{1,40};)|^[#+=-]|#$)|^(\d{1,9})(?=[.)])")
_ENTITY = re.compile(r"&(?=[#A-Za-z0-9]{1,40};)")
_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)


def escape(text: str) -> str:
    """Return `text` on one line such that Markdown shows it as it is, wherever it stands."""
    return _SPECIAL.sub(lambda sign: f"{sign[2] or ''}\\{sign[1] or ''}", clean_line(text))


def quote(markdown: str, indent: str = "") -> Iterator[str]:
    """Yield the lines of `markdown` as one quote; HTML in it is shown instead of obeyed."""
    shown = ShownHtml()
    for line in markdown.split("\n"):
        yield f"{indent}> {shown.line(line)}".rstrip()


def address(url: str) -> str:
    """Return `url` as a link that shows itself; empty when it is no address of the web."""
    return f"<{url}>" if _ADDRESS.fullmatch(url) else ""


def link(text: str, url: str) -> str:
    """Return `text`, escaped, as a link to `url`; the text alone when that is no web address."""
    if not _ADDRESS.fullmatch(url):
        return escape(text)
    target = _ENTITY.sub("&amp;", url.replace("\\", "%5C"))
    return (
        f"[{escape(text)}](<{target}>)"
        if set(target) & set("()")
        else f"[{escape(text)}]({target})"
    )


def day_name(day: date) -> str:
    """Return `Tuesday 2 April 2019`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def span(session: Session) -> str:
    """Return `09:30–10:15`, as far as it is known: `23:30–00:30 +1` ends a day later."""
    start, end, day = session.start, session.end, session.date
    if start is None or day is None:
        return ""
    return "–".join(_clock(moment, day) for moment in (start, end) if moment)


def _clock(moment: datetime, day: date) -> str:
    """Return `00:30 +1` for half past midnight at the end of the conference day `day`."""
    later = (moment.date() - day).days
    return f"{moment:%H:%M}" + (f" {later:+d}" if later else "")


def where(catalogue: Catalogue, session: Session) -> str:
    """Return the room, with its venue where that is not the event's."""
    room = catalogue.room(session.room)
    elsewhere = room and room.venue and room.venue not in (catalogue.event.venue or "")
    return (catalogue.place(session) if elsewhere else session.room) or ""


def place(catalogue: Catalogue, session: Session) -> str:
    """Return the same, escaped."""
    return escape(where(catalogue, session))
