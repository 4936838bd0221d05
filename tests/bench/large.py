"""A catalogue of a hundred thousand sessions, made for this run."""

from collections.abc import Iterator

from tests.bench.keystrokes import remembered, typed_at
from tests.bench.measured import Measured
from tests.bench.painting import scrolling
from tests.bench.place import HUGE, Place
from tests.bench.processes import huge
from tests.bench.table import Row


def large(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the rows of whole processes, of scrolling, of keystrokes and of memory."""
    place.make(HUGE)
    yield from huge(place, rounds)
    yield from scrolling(place)
    catalogue = Measured(place.catalogue(HUGE), HUGE)
    yield from typed_at(catalogue, place)
    yield remembered(catalogue, place)
