"""Letters that stand for entries in sight, so that one or two of them go there. Pure."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

Entry = TypeVar("Entry")

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The nearest to the resting fingers first."""


class Jumpable(Protocol[Entry]):
    """What shows sessions, each of them an entry of it."""

    def in_sight(self) -> Sequence[Entry]:
        """Return the entries that one sees, in the order in which one reads them."""

    def label(self, labels: dict[Entry, str]) -> None:
        """Show labels before entries; none takes them away."""

    def jump_to(self, entry: Entry) -> None:
        """Put the cursor on an entry."""


def labels(count: int) -> list[str]:
    """Return so many labels, none of which another begins with; at most 676.

    One letter each while those suffice; then the last letters each begin many of two.
    """
    size = len(_LETTERS)
    doubled = 0
    while size - doubled + doubled * size < min(count, size * size):
        doubled += 1
    single = list(_LETTERS[: size - doubled])
    pairs = [first + second for first in _LETTERS[size - doubled :] for second in _LETTERS]
    return (single + pairs)[:count]
