"""The catalogues that queries are typed at: the generated ones, or the one that was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summit_tui.catalogue.reading import load
from tests.bench.place import SIZES, Place


@dataclass(frozen=True, slots=True)
class Measured:
    """A catalogue file and how large it is."""

    path: Path
    sessions: int

    @property
    def name(self) -> str:
        """Return how a row calls it."""
        return f"{self.sessions:,}"

    def bound(self, bounds: dict[int, float]) -> float | None:
        """Return the bound of the smallest size that this one does not exceed."""
        return next((bounds[size] for size in sorted(bounds) if self.sessions <= size), None)


def measured(place: Place, sizes: Sequence[int] = SIZES) -> list[Measured]:
    """Return the catalogue that was given, else those of `sizes`."""
    if place.given is not None:
        return [Measured(place.given, len(load(place.given).sessions))]
    return [Measured(place.catalogue(size), size) for size in sizes]
