from random import Random

import pytest
from rapidfuzz.distance import OSA

from tests.quality.slips import ADD, ALL, DROP, REPLACE, SWAP, neighbours, slip


@pytest.mark.parametrize(("kind", "longer"), [(DROP, -1), (ADD, 1), (REPLACE, 0), (SWAP, 0)])
def test_one_slip_is_one_edit(kind: str, longer: int) -> None:
    random = Random(1)  # noqa: S311 - no secret
    for _ in range(200):
        typed = slip("programme", random, (kind,))
        assert typed is not None
        assert OSA.distance(typed, "programme") == 1
        assert len(typed) == len("programme") + longer


def test_the_first_letter_stays() -> None:
    random = Random(2)  # noqa: S311 - no secret
    typed = {slip("kubernetes", random, ALL, 2) for _ in range(300)}
    assert all(each and each[0] == "k" for each in typed)
    assert len(typed) > 100


def test_a_word_that_no_slip_changes_gives_none() -> None:
    assert slip("aaaa", Random(3), (SWAP,)) is None  # noqa: S311 - no secret


def test_neighbours_are_those_of_both_keyboards() -> None:
    assert set("wsz") <= set(neighbours("a"))
    assert "p" not in neighbours("a")
    assert neighbours("é") == neighbours("3") == ""
