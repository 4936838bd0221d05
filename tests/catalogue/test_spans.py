"""Stretches from one number to another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.spans import Span, joined

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda s: (s[0], sum(s))))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], ()),
        ([(5, 9), (1, 3)], ((1, 3), (5, 9))),
        ([(1, 4), (3, 6)], ((1, 6),)),
        ([(1, 9), (2, 3), (8, 10)], ((1, 10),)),
        ([(1, 3), (3, 5)], ((1, 3), (3, 5))),
    ],
)
def test_what_overlaps_is_one(spans: list[Span], expected: tuple[Span, ...]) -> None:
    assert joined(spans) == expected


@given(SPANS)
def test_they_are_apart_in_order_and_hold_the_same(spans: list[Span]) -> None:
    found = joined(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    inside = {at for start, end in spans for at in range(start, end)}
    assert inside == {at for start, end in found for at in range(start, end)}
