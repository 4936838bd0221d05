"""The one place that asks what time it is, so that `--at` and the tests can answer for it."""

from datetime import UTC, datetime, tzinfo

_pretended: datetime | None = None


def pretend(instant: datetime | None) -> None:
    """Make `now` answer `instant` from here on; None gives the time back to the machine.

    A naive instant is the wall clock of whatever zone `now` is asked in.
    """
    global _pretended  # there is one clock in a process
    _pretended = instant


def now(zone: tzinfo = UTC) -> datetime:
    """Return the current (or pretended) instant in `zone`, to the second."""
    if _pretended is None:
        return datetime.now(zone).replace(microsecond=0)
    if _pretended.tzinfo is None:
        return _pretended.replace(tzinfo=zone)
    return _pretended.astimezone(zone)
