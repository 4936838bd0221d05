"""An event's times on the clock of this machine, for whoever is elsewhere or never set it."""

from datetime import datetime, timedelta

from summit_tui.catalogue import clock

_DAY = timedelta(days=1)
_TURNED = {"-": "+", "+": "-"}


def here(start: datetime, end: datetime | None = None, dash: str = "–") -> str:
    """Return `22:30–23:15 here`, on another day than there `Wed 00:30–01:15 here`.

    Empty where this machine's clock shows what the event's does. What lasts for a day or more has
    the day of its end beside it.
    """
    local = clock.here(start)
    if local.utcoffset() == start.utcoffset():
        return ""
    day = f"{local:%a} " if local.date() != start.date() else ""
    until = ""
    if end is not None:
        long = end.timestamp() - start.timestamp() >= _DAY.total_seconds()
        until = dash + f"{clock.here(end):{'%a %H:%M' if long else '%H:%M'}}"
    return f"{day}{local:%H:%M}{until} here"


def on_both_clocks(moment: datetime, timezone: str) -> str:
    """Return `Tue 2 Apr 11:20 Paris, 22:20 here`; without the second where the first is that."""
    there = f"{moment:%a} {moment.day} {moment:%b} {moment:%H:%M} {city(timezone)}"
    return ", ".join(filter(None, (there, here(moment))))


def city(timezone: str) -> str:
    """Return what one calls a time zone: `Paris`, `New York`; `UTC+1` for `Etc/GMT-1`.

    The signs of those are turned round, as POSIX has them: east of Greenwich is minus.
    """
    name = timezone.rpartition("/")[2].replace("_", " ")
    if timezone.startswith("Etc/GMT") and name[3:4] in _TURNED:
        return f"UTC{_TURNED[name[3]]}{name[4:]}"
    return name
