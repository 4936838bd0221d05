"""What comes next in words, the same on the screen and in a status bar."""

from datetime import datetime

from summit_tui.agenda.now import Coming
from summit_tui.catalogue.here import here
from summit_tui.catalogue.times import said_length


def until(coming: Coming) -> str:
    """Return `in 12 min`."""
    return f"in {said_length(coming.minutes)}"


def start(coming: Coming, moment: datetime) -> str:
    """Return `11:30`, on another day `Wed 3 Apr 10:00`; and `(22:30 here)` where clocks differ."""
    at = coming.start
    day = "" if at.date() == moment.date() else f"{at:%a} {at.day} {at:%b} "
    local = here(at)
    return f"{day}{at:%H:%M}" + (f" ({local})" if local else "")


def way(coming: Coming, moment: datetime) -> str:
    """Return `6 min walk, leave by 11:24`, or `leave now`; empty where there is no way to go."""
    if not coming.walk:
        return ""
    leave = "leave now" if coming.must_leave(moment) else f"leave by {coming.leave:%H:%M}"
    return f"{coming.walk} min walk, {leave}"


def line(coming: Coming, moment: datetime, title: str = "") -> str:
    """Return `in 12 min  11:30 Opening keynote, Grand Hall · 6 min walk, leave by 11:24`.

    With `title` in place of the session's, where that is too long.
    """
    session = coming.session
    place = f", {session.room}" if session.room else ""
    told = f"{until(coming)}  {start(coming, moment)} {title or session.title}{place}"
    return " · ".join(part for part in (told, way(coming, moment)) if part)
