"""What a condition selects."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from summit_tui.search.facets import Rows
from summit_tui.search.index import Index


class Selected(NamedTuple):
    """The rows a condition selects, and how values were read where not as typed."""

    rows: Rows
    readings: tuple[tuple[str, str], ...] = ()
    """As typed, as read: a misspelling of a name, never a part of it."""


def union(index: Index, dimension: str, values: Iterable[Any]) -> Rows:
    """Return the rows that have any of `values`."""
    return reduce(or_, (index.facets.rows(dimension, value) for value in values), 0)
