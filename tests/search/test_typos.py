from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from summit_tui.search.typos import (
    ANOTHER,
    BESIDE,
    DOUBLED,
    FIRST,
    MISSING,
    NEIGHBOURS,
    SLIPPED_IN,
    SWAPPED,
    TOO_MANY,
    budget,
    price,
)


@pytest.mark.parametrize(
    ("typed", "meant", "expected"),
    [
        ("lambda", "lambda", 0),
        ("lamdba", "lambda", SWAPPED),
        ("serverles", "serverless", DOUBLED),
        ("kkubernetes", "kubernetes", DOUBLED),
        ("lanbda", "lambda", BESIDE),  # n lies beside m
        ("seperate", "separate", BESIDE),  # vowels are mixed up
        ("kubernetez", "kubernetes", BESIDE),
        ("lamxda", "lambda", ANOTHER),
        ("lamda", "lambda", MISSING),
        ("lambnda", "lambda", SLIPPED_IN),  # n lies beside b
        ("lambwda", "lambda", TOO_MANY),
        ("ambda", "lambda", MISSING + FIRST),
        ("kambda", "lambda", BESIDE + FIRST),
        ("xambda", "lambda", ANOTHER + FIRST),
        ("cocevor", "concevoir", 2 * MISSING),
        ("", "ab", 2 * MISSING + FIRST),
    ],
)
def test_a_slip_has_its_price(typed: str, meant: str, expected: float) -> None:
    assert price(typed, meant) == pytest.approx(expected)


@pytest.mark.parametrize(("typed", "meant"), [("svs301", "svs302"), ("a11y", "o11y"), ("k8", "k9")])
def test_other_digits_and_names_are_not_slips(typed: str, meant: str) -> None:
    assert price(typed, meant) > budget(max(len(typed), len(meant)))


def test_longer_words_may_hold_more_slips() -> None:
    budgets = [budget(length) for length in range(30)]
    assert budgets[:3] == [0, 0, 0]
    assert all(shorter <= longer for shorter, longer in pairwise(budgets))
    assert budgets[3] == SWAPPED
    assert budgets[-1] < 3 * MISSING


def test_neighbours_are_mutual_on_all_keyboards() -> None:
    assert all(one in NEIGHBOURS[other] for one in NEIGHBOURS for other in NEIGHBOURS[one])
    assert "z" in NEIGHBOURS["a"]  # English, French
    assert "z" in NEIGHBOURS["t"]  # German


_WORDS = st.text(st.sampled_from("abcs1é"), max_size=7)


@given(_WORDS, _WORDS)
def test_a_price_lies_between_those_of_the_edits(typed: str, meant: str) -> None:
    edits = OSA.distance(typed, meant)
    assert SWAPPED * edits <= price(typed, meant) + 1e-9
    assert (price(typed, meant) == 0) == (typed == meant)
