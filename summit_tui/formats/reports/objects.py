"""The documents about my agenda as JSON: a contract with scripts, version 1.

Keys are added, never renamed or removed. Sessions are those of `writers.as_json`; one that the
programme no longer has is told by its pick. Time is in whole minutes.
"""

from collections.abc import Iterable
from typing import Any

from summit_tui.agenda.case import Case
from summit_tui.agenda.hours import Share, by_level, by_track, total
from summit_tui.agenda.report import Report, video
from summit_tui.agenda.resolve import Resolved
from summit_tui.catalogue.levels import Scale
from summit_tui.catalogue.model import Catalogue, Session, Speaker
from summit_tui.formats.writers.as_json import event_object, instant, session_object

VERSION = 1


def report_object(report: Report) -> dict[str, Any]:
    """Return the trip report."""
    catalogue = report.catalogue
    groups = ("attended", "missed", "unsaid", "cancelled", "ahead")
    return {
        "version": VERSION,
        "event": event_object(catalogue.event),
        **{name: [_item(catalogue, one) for one in getattr(report, name)] for name in groups},
        "best": [item.id for item in report.best],
        "to_watch": [_to_watch(session) for session in report.to_watch],
        "speakers": [
            _speaker(one.speaker) | {"sessions": [session.id for session in one.sessions]}
            for one in report.heard
        ],
        "hours": _hours(report.seen, catalogue.scale),
    }


def case_object(case: Case) -> dict[str, Any]:
    """Return the case for going."""
    catalogue, picks = case.catalogue, case.picks
    return {
        "version": VERSION,
        "event": event_object(catalogue.event),
        "sessions": [session_object(catalogue, one, picks[one.id]) for one in case.sessions],
        "instead": [session_object(catalogue, one, picks[one.id]) for one in case.instead],
        "speakers": [_speaker(speaker) for speaker in case.speakers],
        "days": [
            {"date": day.date.isoformat(), "start": instant(day.start), "end": instant(day.end)}
            for day in case.days
        ],
        "hours": _hours(case.sessions, catalogue.scale),
    }


def _item(catalogue: Catalogue, item: Resolved) -> dict[str, Any]:
    pick = item.pick
    if item.session is not None:
        return session_object(catalogue, item.session, pick) | {"missing": False}
    mine = {"want": pick.want, "note": pick.note, "rating": pick.rating, "attended": pick.attended}
    known = {"id": item.id, "title": item.title, "start": instant(item.start)}
    return known | mine | {"missing": True}


def _to_watch(session: Session) -> dict[str, Any]:
    found = video(session)
    return {"id": session.id, "video": found and found.url, "recorded": session.recorded}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {"name": speaker.name, "role": speaker.role, "company": speaker.company}


def _hours(sessions: Iterable[Session], scale: Scale) -> dict[str, Any]:
    counted = tuple(sessions)
    whole = total(counted)
    return {
        "sessions": whole.sessions,
        "minutes": whole.minutes,
        "tracks": _shares("track", by_track(counted)),
        "levels": _shares("level", by_level(counted, scale)),
    }


def _shares(what: str, shares: Iterable[Share]) -> list[dict[str, Any]]:
    return [
        {what: share.name or None, "sessions": share.sessions, "minutes": share.minutes}
        for share in shares
    ]
