"""What a query about me, about my team and about now is answered from."""

from datetime import datetime
from typing import NamedTuple


class Context(NamedTuple):
    """What conditions about me, about my team and about now are answered from."""

    now: datetime
    wants: tuple[tuple[str, str], ...] = ()
    """Id and want of each pick."""
    busy: tuple[tuple[int, int], ...] = ()
    """Start and end of each pick, in seconds since 1970 UTC."""
    team: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Name of each colleague, and the ids of what they picked."""
