"""Conditions in the text that say the same as ticks beside the list: `track:data`, `level:300+`.

They are shown as ticks, and ticking beside them changes the text. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from summit_tui.catalogue.text import fold
from summit_tui.search.context import Context
from summit_tui.search.facets import Facets
from summit_tui.search.filters import select
from summit_tui.search.programme import Programme
from summit_tui.search.query import Condition, Query, parse
from summit_tui.search.selected import union
from summit_tui.tui.state import SHOWN, Listing, View, matching, with_whole_scale
from summit_tui.tui.typed import FACET_FIELDS, in_order, pieces, replaced, without

_FACETS = {FACET_FIELDS.get(facet, facet): facet for facet in SHOWN}


@dataclass(frozen=True, slots=True)
class Written:
    """A condition in the text that means exactly some values of a facet."""

    facet: str
    values: frozenset[Any]
    piece: str
    """As typed."""


def written(programme: Programme, text: str, context: Context) -> tuple[Written, ...]:
    """Return the conditions of `text` that are choices of facets; of each facet one at most.

    Two conditions on a facet narrow each other, which ticks cannot say.
    """
    found: dict[str, list[Written]] = {}
    for piece in pieces(text):
        if ":" in piece.text or ">" in piece.text or "<" in piece.text or "=" in piece.text:
            for each in _of_piece(programme, piece.text, context):
                found.setdefault(each.facet, []).append(each)
    return tuple(each for (each, *others) in found.values() if not others and each.values)


def _of_piece(programme: Programme, piece: str, context: Context) -> Iterable[Written]:
    try:
        query = parse(piece)
        if len(query.conditions) != 1 or query != Query(conditions=query.conditions):
            return
        condition = query.conditions[0]
        facet = _FACETS.get(condition.field)
        if facet is not None and not condition.negated:
            values = _values(programme.index.facets, facet, condition, programme, context)
            yield Written(facet, values, piece)
    except ValueError:  # a QueryError: the box says it
        return


def _values(
    facets: Facets, facet: str, condition: Condition, programme: Programme, context: Context
) -> frozenset[Any]:
    """Return the values whose sessions `condition` selects, all of them and no others; or none."""
    rows = select(programme, condition, context).rows
    inside = [value for value in facets.values(facet) if not facets.rows(facet, value) & ~rows]
    if facet == "track":  # the sessions of one track may all be in another one, too
        read = dict(select(programme, condition, context).readings)
        typed = [fold(read.get(text, text)) for text in condition.values]
        named = [value for value in inside if any(text in fold(value) for text in typed)]
        inside = named or inside
    return frozenset(inside) if union(programme.index, facet, inside) == rows else frozenset()


def toggled(view: View, typed: Iterable[Written], facet: str, value: Any) -> View:
    """Return `view` with a value of a facet chosen, or no longer; in the text where it is typed."""
    there = next((each for each in typed if each.facet == facet), None)
    if there is None or value in view.of(facet):
        return view.toggled(facet, value)
    values = tuple(str(each) for each in in_order(there.values ^ {value}))
    other = str(Condition(FACET_FIELDS.get(facet, facet), values)) if values else ""
    return view.typed(replaced(view.text, there.piece, other))


def counted_beside(
    programme: Programme, view: View, listing: Listing, typed: Iterable[Written], context: Context
) -> Listing:
    """Return `listing` with what a facet would show without the condition that is typed for it."""
    counts = dict(listing.counts)
    for each in typed:
        other = view.typed(without(view.text, each.piece)).choosing(each.facet, frozenset())
        within = matching(programme, other, context)
        counts[each.facet] = programme.index.facets.counts(each.facet, within)
    return replace(listing, counts=with_whole_scale(programme, counts))
