"""What a query about me and about now is answered from."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Context:
    """What conditions about me and about now are answered from."""

    now: datetime
    wants: tuple[tuple[str, str], ...] = ()
    """Id and want of each pick."""
    busy: tuple[tuple[int, int], ...] = ()
    """Start and end of each pick, in seconds since 1970 UTC."""
