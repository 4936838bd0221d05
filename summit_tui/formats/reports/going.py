"""The case for going, in Markdown: what one shows whoever signs the request.

It says what the programme and my picks say, and nothing else: no praise, no prices.
"""

from collections.abc import Iterable, Iterator

from summit_tui.agenda.case import Case
from summit_tui.agenda.hours import by_level, by_track, total
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.formats.markdown import day_name, escape, quote
from summit_tui.formats.passages import passage
from summit_tui.formats.reports import parts

_ENTRY = 3
"""The level of the heading of a session."""


def case_page(case: Case, title: str) -> str:
    """Return the case as one document with `title` at its top."""
    return "\n".join(_page(case, title))


def _page(case: Case, title: str) -> Iterator[str]:
    days = [day.date for day in case.days]
    yield from parts.head(case.catalogue.event, days, title)
    yield from _sum(case)
    yield from parts.hours("Track", by_track(case.sessions))
    yield from parts.hours("Level", by_level(case.sessions, case.catalogue.scale))
    if musts := case.wanted("must"):
        yield from ("## What I must not miss", "")
        for session in musts:
            yield from _entry(case, session)
    others = [one for one in case.sessions if one not in musts]
    yield from _listed("Also on my list" if musts else "On my list", case, others)
    yield from _listed("At the same time as one of these", case, case.instead)
    if case.speakers:
        yield from ("## Who speaks", "", *(f"- {escape(str(who))}" for who in case.speakers), "")
    if case.days:
        yield from ("## What it takes", "", *_takes(case), "")


def _sum(case: Case) -> Iterator[str]:
    whole = total(case.sessions)
    days = f" on {counted(len(case.days), 'day')}" if case.days else ""
    told = [f"{parts.duration(whole.minutes)} in all"] if whole.minutes else []
    told += [counted(len(case.speakers), "speaker")] if case.speakers else []
    rest = f": {', '.join(told)}" if told else ""
    yield f"I would attend {counted(whole.sessions, 'session')}{days}{rest}."
    yield ""


def _entry(case: Case, session: Session) -> Iterator[str]:
    yield f"### {escape(session.title)}"
    yield ""
    facts = parts.facts(case.catalogue, session, time=False)
    told = (parts.speakers(session.speakers), _when(session), facts)
    yield "\\\n".join(part for part in told if part)
    yield ""
    if begun := parts.excerpt(session):
        yield from (f"> {begun}", "")
    if note := case.picks[session.id].note:
        yield from (*passage(note, _ENTRY), "")


def _listed(title: str, case: Case, sessions: Iterable[Session]) -> Iterator[str]:
    lines = list(_lines(case, sessions))
    if lines:
        yield from (f"## {title}", "", *lines, "")


def _lines(case: Case, sessions: Iterable[Session]) -> Iterator[str]:
    for session in sessions:
        who = parts.names(session.speakers)
        yield parts.joined(f"- {escape(session.title)}", who, _when(session))
        if note := case.picks[session.id].note:
            yield from quote(note, "  ")


def _when(session: Session) -> str:
    return parts.when(session) or "no time yet"


def _takes(case: Case) -> Iterator[str]:
    for day in case.days:
        later = f" +{days}" if (days := (day.end.date() - day.date).days) else ""
        yield f"- {day_name(day.date)}, {day.start:%H:%M} to {day.end:%H:%M}{later}"
