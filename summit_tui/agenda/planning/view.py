"""A stretch as it is seen at some prices: its best chain, and what each candidate is to it.

There are two: `wide`, where many candidates may be seen, and `narrow`, where few chains are left.
Prices are by group; a candidate of a group with a price is worth so much less.
"""

from collections.abc import Mapping, Set
from typing import Protocol

from summit_tui.agenda.planning.chains import Chain

Prices = Mapping[str, int]
"""What it costs to see a candidate of a group; nothing where it is not named."""


class View(Protocol):
    """A stretch at some prices; candidates are known by their rows in the instance."""

    @property
    def chain(self) -> Chain:
        """The best chain."""

    def has(self, row: int) -> bool:
        """Return whether a candidate of a group may be seen."""

    def gain(self, row: int) -> int | None:
        """Return how much better the best chain with a candidate is than the best without.

        Below 0 where the best chain does not have it, None where no chain can. It may be said too
        high of what is on the best chain.
        """

    def priced(self, prices: Prices) -> "View":
        """Return the same stretch at other prices."""

    def without(self, rows: Set[int]) -> "View | None":
        """Return what is left where `rows` may not be seen; None when no chain is."""

    def narrowed(self, least: int) -> "View":
        """Return what is left when no chain matters whose number is `least` or less."""
