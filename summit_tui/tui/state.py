"""What is shown of the programme, as a value: the typed query and the facets chosen beside it.

Facets and digits never edit the typed text; they narrow what it finds. Everything here is pure,
so that what a key does to the view is a table of cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, NamedTuple

from summit_tui.search.context import Context
from summit_tui.search.facets import Rows, rows_of
from summit_tui.search.programme import Programme
from summit_tui.search.selected import union

if TYPE_CHECKING:
    from summit_tui.search.evidence import Evidence
    from summit_tui.search.finding import Found

SHOWN = ("day", "level", "language", "track", "kind", "room")
"""The facets, in the order they stand: what has few values first, so that each is in sight."""

Chosen = Mapping[str, frozenset[Any]]
"""By facet, the values to show; a facet that is absent shows everything."""
Counts = list[tuple[Any, int]]
"""Each value of a facet with how many sessions it has."""


@dataclass(frozen=True, slots=True)
class View:
    """What a person asked to see."""

    text: str = ""
    """As typed in the search box."""
    chosen: Chosen = field(default_factory=dict)

    def typed(self, text: str) -> "View":
        """Return the view with another query."""
        return View(text, self.chosen)

    def of(self, facet: str) -> frozenset[Any]:
        """Return the chosen values of a facet; empty when it does not narrow."""
        return self.chosen.get(facet, frozenset())

    def toggled(self, facet: str, value: Any) -> "View":
        """Return the view with `value` chosen, or no longer."""
        return self.choosing(facet, self.of(facet) ^ {value})

    def choosing(self, facet: str, values: frozenset[Any]) -> "View":
        """Return the view with exactly `values` of a facet; none of them means all."""
        chosen = {name: kept for name, kept in self.chosen.items() if name != facet}
        if values:
            chosen[facet] = values
        return View(self.text, chosen)

    def next_day(self, days: Sequence[Any]) -> "View":
        """Return the view with the day after the chosen ones chosen, around the end of `days`."""
        last = max(self.of("day"))
        after = days[(days.index(last) + 1) % len(days)] if last in days else days[0]
        return self.choosing("day", frozenset((after,)))

    @property
    def narrowed(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.text.strip() or self.chosen)


@dataclass(frozen=True, slots=True)
class Listing:
    """The sessions of a view, and what the facets have to say about them."""

    rows: tuple[int, ...]
    """In programme order."""
    bits: Rows
    """The same rows as a set."""
    counts: Mapping[str, Counts]
    """By facet, each value with how many sessions it has among those the other facets leave."""
    ranked: tuple[int, ...] = ()
    """What the words find, best first, and rows among it that the facets leave out."""
    readings: tuple[tuple[str, str], ...] = ()
    """Words and values read as others: as typed, as found."""
    relaxed: bool = False
    """Whether these have only some of the words."""
    missing: tuple[str, ...] = ()
    """Words that no session has in any form."""
    evidence: "Evidence | None" = None
    """What the words were found by, to be marked; None or empty when there is nothing to mark."""

    @property
    def best(self) -> int | None:
        """The row that answers the words best; None without words or without rows."""
        return next((row for row in self.ranked if self.bits >> row & 1), None)

    def by_relevance(self) -> list[int]:
        """Return the rows, the best first; none without words."""
        shown = set(self.rows)
        return [row for row in self.ranked if row in shown]


def list_sessions(programme: Programme, view: View, context: Context) -> Listing:
    """Return what `view` shows; QueryError when the typed text can mean nothing."""
    facets = programme.index.facets
    answer = _answer(programme, view.text, context)
    selected = {name: union(programme.index, name, chosen) for name, chosen in view.chosen.items()}
    bits = reduce(and_, selected.values(), answer.bits)
    counts = {name: facets.counts(name, _within(answer.bits, selected, name)) for name in SHOWN}
    counts = with_whole_scale(programme, counts)
    listing = Listing(tuple(rows_of(bits)), bits, counts, answer.ranked)
    if answer.found is None:
        return listing
    found = answer.found
    return replace(
        listing,
        readings=found.readings,
        relaxed=found.relaxed,
        missing=found.missing,
        evidence=found.evidence,
    )


def with_whole_scale(programme: Programme, counts: Mapping[str, Counts]) -> dict[str, Counts]:
    """Return `counts` with the levels that no session has, where any has one."""
    levels = dict(counts["level"])
    whole = {level.value: 0 for level in programme.catalogue.scale.levels} if levels else {}
    return {**counts, "level": list((whole | levels).items())}


def matching(programme: Programme, view: View, context: Context) -> Rows:
    """Return the set of rows that `view` shows, empty for a text that means nothing."""
    try:
        bits = _answer(programme, view.text, context).bits
    except ValueError:  # QueryError is one
        return 0
    selected = [union(programme.index, *choice) for choice in view.chosen.items()]
    return reduce(and_, selected, bits)


class _Answer(NamedTuple):
    """What the typed text finds."""

    bits: Rows
    ranked: tuple[int, ...] = ()
    """Best first; empty without words."""
    found: "Found | None" = None
    """All there is to say about it; None without a text."""


def _answer(programme: Programme, text: str, context: Context) -> _Answer:
    if not text.strip():
        return _Answer(programme.index.facets.everything)
    # The first frame has no words to find and does without these.
    from summit_tui.search.finding import find
    from summit_tui.search.query import read_query

    query = read_query(text)
    found = find(programme, query, context)
    ranked = found.rows if query.words else ()
    return _Answer(found.bits, ranked, found)


def _within(found: Rows, selected: Mapping[str, Rows], name: str) -> Rows:
    return reduce(and_, (rows for other, rows in selected.items() if other != name), found)
