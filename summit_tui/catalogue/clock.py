"""The one place that asks what time it is, so that `--at` and the tests can answer for it.

It is also the only one that asks where this machine is.
"""

from datetime import UTC, datetime, timedelta, tzinfo

_pretended: datetime | None = None


def pretend(instant: datetime | None) -> None:
    """Make `now` answer `instant` from here on; None gives the time back to the machine.

    A naive instant is the wall clock of whatever zone `now` is asked in.
    """
    global _pretended  # there is one clock in a process
    _pretended = instant


def pass_time(seconds: float) -> None:
    """Move a pretended time on; the machine's moves by itself."""
    if _pretended is None:
        return
    if _pretended.tzinfo is None:
        pretend(_pretended + timedelta(seconds=seconds))
    else:
        pretend(datetime.fromtimestamp(_pretended.timestamp() + seconds, _pretended.tzinfo))


def now(zone: tzinfo = UTC) -> datetime:
    """Return the current (or pretended) instant in `zone`, to the second."""
    if _pretended is None:
        return datetime.now(zone).replace(microsecond=0)
    if _pretended.tzinfo is None:
        return _pretended.replace(tzinfo=zone)
    return _pretended.astimezone(zone)


def here(instant: datetime) -> datetime:
    """Return `instant` in the zone of this machine; as it is where that knows no answer."""
    try:
        return instant.astimezone()
    except OSError:  # Windows keeps no zones of before 1970
        return instant
