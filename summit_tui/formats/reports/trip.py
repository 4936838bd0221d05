"""The trip report in Markdown (CommonMark with tables): what a colleague or a blog is told.

First what it came to, then each session I saw with my notes in full, then what I did not see and
where to see it. A section without anything in it is left out. What is foreign in it stands as
`formats.markdown` has it, my notes as `formats.passages` does.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from summit_tui.agenda.hours import by_level, by_track, total
from summit_tui.agenda.report import Report, video
from summit_tui.agenda.resolve import Resolved
from summit_tui.catalogue.kinds import PAUSES
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.formats.markdown import day_name, escape, link, quote
from summit_tui.formats.passages import passage
from summit_tui.formats.reports import parts

_ENTRY = 3
"""The level of the heading of a session."""


def trip_report(report: Report, title: str) -> str:
    """Return the report as one document with `title` at its top."""
    return "\n".join(_document(report, title))


def _document(report: Report, title: str) -> Iterator[str]:
    told = (*report.attended, *report.unsaid)
    days = parts.days_of(item.session for item in told if item.session)
    yield from parts.head(report.catalogue.event, days, title)
    yield from _sum(report)
    yield from _section("The best of it", map(_rated, report.best))
    for day, items in groupby(filter(_telling, report.attended), key=_day):
        yield f"## {day}"
        yield ""
        for item in items:
            yield from _entry(report, item)
    yield from _unsaid(report)
    yield from _section("Missed", _listed(report.missed))
    yield from _section("To watch later", map(_watch, report.to_watch))
    yield from _section("Cancelled", _listed(report.cancelled))
    yield from _section("Still to come", _listed(report.ahead))
    yield from _section("Who I heard", (f"- {escape(str(one.speaker))}" for one in report.heard))


def _sum(report: Report) -> Iterator[str]:
    """Yield what it came to: sessions, hours, speakers; by track and by level."""
    seen, whole = report.seen, total(report.seen)
    number = whole.sessions + sum(item.missing for item in report.attended)
    if not number:
        return
    told = [f"{parts.duration(whole.minutes)} in all"] if whole.minutes else []
    told += [counted(len(report.heard), "speaker")] if report.heard else []
    rest = f": {', '.join(told)}" if told else ""
    yield f"I attended {counted(number, 'session')}{rest}."
    yield ""
    yield from parts.hours("Track", by_track(seen))
    yield from parts.hours("Level", by_level(seen, report.catalogue.scale))


def _telling(item: Resolved) -> bool:
    """Return whether an entry is worth reading: a lunch is when I noted something on it."""
    pause = item.session is not None and item.session.kind in PAUSES
    return not pause or bool(item.pick.note or item.pick.rating)


def _day(item: Resolved) -> str:
    session = item.session
    if item.start is None:
        return "Without a time"
    return day_name((session.date if session else None) or item.start.date())


def _section(title: str, lines: Iterable[str], more: Sequence[object] = ()) -> Iterator[str]:
    """Yield the lines below a heading; nothing where there are none, nor `more` to come."""
    told = list(lines)
    if told or more:
        yield f"## {title}"
        yield ""
        yield from told
        yield from [""] if told else []


def _unsaid(report: Report) -> Iterator[str]:
    """Yield what I did not speak of in a line each; in full where I noted or rated something."""
    made = [item for item in report.unsaid if item.pick.note or item.pick.rating]
    told = _listed(item for item in report.unsaid if item not in made)
    yield from _section("On my agenda, not said whether I was there", told, made)
    for item in made:
        yield from _entry(report, item)


def _entry(report: Report, item: Resolved) -> Iterator[str]:
    """Yield a session with everything I made of it."""
    yield f"### {escape(item.title)}"
    yield ""
    session, pick = item.session, item.pick
    about = [*_about(report, item)]
    yield from (f"{line}\\" for line in about[:-1])
    yield from about[-1:]
    yield from [""] if about else []
    if pick.note:
        yield from passage(pick.note, _ENTRY)
        yield ""
    elif session and (begun := parts.excerpt(session)):
        yield f"> {begun}"
        yield ""
    if session and (links := parts.links(session)):
        yield links
        yield ""


def _about(report: Report, item: Resolved) -> Iterator[str]:
    session = item.session
    if session is None:
        yield "no longer in the programme"
    else:
        if who := parts.speakers(session.speakers):
            yield who
        if told := parts.facts(report.catalogue, session):
            yield told
    if item.pick.rating:
        yield f"**{item.pick.rating} of 5**"


def _rated(item: Resolved) -> str:
    return parts.joined(f"- {item.pick.rating} of 5: {escape(item.title)}", _names(item))


def _listed(items: Iterable[Resolved]) -> Iterator[str]:
    """Yield a line for each of `items`, with what I noted on it below."""
    for item in items:
        yield parts.joined(f"- {escape(item.title)}", _names(item), parts.when(item.session))
        if item.pick.note:
            yield from quote(item.pick.note, "  ")


def _watch(session: Session) -> str:
    found = video(session)
    title = link(session.title, found.url if found else "")
    known = "" if found else "recorded" if session.recorded else "no recording known yet"
    return parts.joined(f"- {title}", parts.names(session.speakers), parts.when(session), known)


def _names(item: Resolved) -> str:
    return parts.names(item.session.speakers) if item.session else ""
