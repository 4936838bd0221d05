"""What goes unseen where somebody goes to one more session in any case."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.team.displacing import Seen, displaced
from summit_tui.agenda.team.lanes import Span, heaviest
from tests.agenda.team.test_lanes import PROBLEMS, SPANS, fits

DAY = [Seen((0, 4), 9), Seen((4, 8), 1), Seen((0, 8), 3)]


@pytest.mark.parametrize(
    ("span", "people", "expected"),
    [
        ((0, 8), 2, [2]),
        ((4, 6), 2, [1]),
        ((1, 3), 2, [2]),
        ((8, 9), 2, []),
        ((0, 8), 3, []),
    ],
)
def test_what_makes_room_is_the_least_wanted(span: Span, people: int, expected: list[int]) -> None:
    assert displaced(span, DAY, people) == expected


def test_of_equal_ones_the_first_go() -> None:
    assert displaced((0, 4), [Seen((1, 3), 2), Seen((0, 4), 2)], 2) == [0]
    assert displaced((0, 4), [Seen((0, 4), 2), Seen((1, 3), 2)], 2) == [0]


@given(PROBLEMS, SPANS, st.integers(1, 3))
def test_nothing_else_that_makes_room_weighs_less(
    problem: list[tuple[Span, int]], span: Span, people: int
) -> None:
    kept = heaviest([each for each, _ in problem], [weight for _, weight in problem], people).taken
    seen = [Seen(*problem[row]) for row in sorted(kept)]
    gone = displaced(span, seen, people)

    def makes_room(rows: tuple[int, ...]) -> bool:
        left = [each.span for row, each in enumerate(seen) if row not in rows]
        return fits([span, *left], people)

    assert makes_room(tuple(gone))
    sets = (some for size in range(len(seen) + 1) for some in combinations(range(len(seen)), size))
    least = min(sum(seen[row].weight for row in some) for some in sets if makes_room(some))
    assert sum(seen[row].weight for row in gone) == least
