"""Values for tests, with everything but the interesting part filled in."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from summit_tui.catalogue.model import Catalogue, Event, Session, SessionList, programme_order
from summit_tui.catalogue.times import parse_moment

PARIS = ZoneInfo("Europe/Paris")


def at(text: str, zone: ZoneInfo = PARIS) -> datetime:
    """Return the instant `2019-04-02 09:30`; a bare `09:30` is on 2 April 2019."""
    return parse_moment(text if "-" in text else f"2019-04-02 {text}", zone)


def make_session(session_id: str = "s1", start: str | None = "09:30", **given: Any) -> Session:
    """Return a session of 45 minutes on 2 April 2019 in Paris."""
    values: dict[str, Any] = {"title": f"Title of {session_id}", "duration": 45} | given
    return Session(id=session_id, start=None if start is None else at(start), **values)


def make_catalogue(*sessions: Session, **given: Any) -> Catalogue:
    """Return a catalogue of `sessions` in programme order."""
    event = Event(id="demo", name="Demo Summit", timezone="Europe/Paris", venue="Palais")
    ordered = SessionList(sorted(sessions, key=programme_order))
    values: dict[str, Any] = {"event": event, "sessions": ordered}
    return Catalogue(**values | given)
