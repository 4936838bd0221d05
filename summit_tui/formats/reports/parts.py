"""What the documents about my agenda are put together from: heads, facts, tables, in Markdown.

Each yields the lines of a part and an empty one behind it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from summit_tui.agenda.hours import Share
from summit_tui.catalogue.model import Catalogue, Event, Session, Speaker
from summit_tui.catalogue.times import format_duration
from summit_tui.formats.markdown import address, day_name, escape, link, place, quote, span
from summit_tui.formats.plain import plain_text

_EXCERPT = 320
"""So many letters of an abstract say what a session is about."""


def head(event: Event, days: Sequence[date], title: str) -> Iterator[str]:
    """Yield the title of a document, where and when the event is, and the event's note.

    The note comes with everything made of a programme: it may say that the programme is a sample.
    """
    yield f"# {escape(title)}"
    yield ""
    facts = (escape(event.venue or ""), days_name(days), address(event.url or ""))
    if told := " · ".join(fact for fact in facts if fact):
        yield told
        yield ""
    if event.note:
        yield from quote(event.note)
        yield ""


def days_name(days: Sequence[date]) -> str:
    """Return `Tuesday 2 April 2019`, or the first and the last of several; empty for none."""
    if not days:
        return ""
    first, last = min(days), max(days)
    return day_name(first) if first == last else f"{day_name(first)} to {day_name(last)}"


def days_of(sessions: Iterable[Session]) -> list[date]:
    """Return the conference days that `sessions` with a time are on, in order."""
    return sorted({session.date for session in sessions if session.start and session.date})


def facts(catalogue: Catalogue, session: Session, *, time: bool = True) -> str:
    """Return what a programme prints beside a title: `11:30–12:15 · SVS301 · 300 Advanced · …`."""
    level = catalogue.scale.get(session.level)
    told = [span(session) if time else "", escape(session.code or "")]
    told += [escape(str(level)) if level else "", ", ".join(map(escape, session.tracks))]
    told += [place(catalogue, session), session.status if session.cancelled else ""]
    return " · ".join(part for part in told if part)


def speakers(those: Iterable[Speaker]) -> str:
    """Return `Ada Example, CTO, Engines; Bo Sample`."""
    return "; ".join(escape(str(speaker)) for speaker in those)


def names(those: Iterable[Speaker]) -> str:
    """Return `Ada Example, Bo Sample`."""
    return ", ".join(escape(speaker.name) for speaker in those)


def when(session: Session | None) -> str:
    """Return `Tuesday 2 April 11:30–12:15`; empty where there is no time."""
    if session is None or session.start is None or session.date is None:
        return ""
    day = session.date
    return f"{day:%A} {day.day} {day:%B} {span(session)}"


def joined(*told: str) -> str:
    """Return what is told on one line, without what is empty."""
    return " — ".join(part for part in told if part)


def links(session: Session) -> str:
    """Return the links of a session: `[slides](https://…) · …`."""
    return " · ".join(link(one.name, one.url) for one in session.links if address(one.url))


def excerpt(session: Session) -> str:
    """Return how the abstract of a session begins, escaped; empty where it has none."""
    first = next(iter(plain_text(session.abstract or "").split("\n\n")), "")
    text = " ".join(first.split())
    if len(text) <= _EXCERPT:
        return escape(text)
    whole, stop, _ = text[:_EXCERPT].rpartition(". ")
    return escape(
        f"{whole}." if stop else f"{text[:_EXCERPT].rpartition(' ')[0] or text[:_EXCERPT]} …"
    )


def hours(what: str, shares: Sequence[Share]) -> Iterator[str]:
    """Yield a table of `shares` by `what`; nothing where none has a name."""
    if not any(share.name for share in shares):
        return
    yield f"| {what} | Sessions | Time |"
    yield "| --- | ---: | ---: |"
    for share in shares:
        yield f"| {escape(share.name) or 'none'} | {share.sessions} | {duration(share.minutes)} |"
    yield ""


def duration(minutes: int) -> str:
    """Return `4h15`; a dash where no length is known."""
    return format_duration(minutes) if minutes else "–"
