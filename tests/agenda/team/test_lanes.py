"""The heaviest intervals that some people can see, against trying all sets."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.team.lanes import Span, heaviest

SPANS = st.tuples(st.integers(0, 9), st.integers(1, 4)).map(lambda pair: (pair[0], sum(pair)))
PROBLEMS = st.lists(st.tuples(SPANS, st.integers(0, 5)), max_size=7)


def fits(spans: list[Span], lanes: int) -> bool:
    """Return whether `lanes` people can see all of `spans`."""
    return all(sum(begin <= start < over for begin, over in spans) <= lanes for start, _ in spans)


@given(PROBLEMS, st.integers(0, 3))
def test_nothing_that_fits_is_heavier(problem: list[tuple[Span, int]], lanes: int) -> None:
    spans, weights = [span for span, _ in problem], [weight for _, weight in problem]
    found = heaviest(spans, weights, lanes)
    assert fits([spans[number] for number in found.taken], lanes)
    sets = (
        some for size in range(len(spans) + 1) for some in combinations(range(len(spans)), size)
    )
    possible = (some for some in sets if fits([spans[each] for each in some], lanes))
    best = max(sum(weights[each] for each in some) for some in possible)
    weight = sum(weights[number] for number in found.taken)
    assert weight == best
    gains = (max(0, each - found.price(span)) for span, each in problem)
    assert weight == lanes * found.room() + sum(gains)  # which proves it without trying


@pytest.mark.parametrize(
    ("spans", "lanes", "taken"),
    [
        ([], 2, set()),
        ([(0, 2), (2, 4), (4, 6)], 1, {0, 1, 2}),
        ([(0, 3), (2, 5), (4, 7)], 1, {0, 2}),
        ([(0, 3), (0, 3), (0, 3)], 0, set()),
        ([(0, 3), (1, 4), (2, 5)], 3, {0, 1, 2}),
    ],
)
def test_by_hand(spans: list[Span], lanes: int, taken: set[int]) -> None:
    assert heaviest(spans, [1] * len(spans), lanes).taken == taken


def test_what_weighs_nothing_is_left_out() -> None:
    assert heaviest([(0, 1), (1, 2)], [0, 1], 1).taken == {1}
