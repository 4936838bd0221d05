import pytest

from tests.quality.asking import Asked
from tests.quality.kinds import ABSTRACT
from tests.quality.rivals import Engine
from tests.quality.scoring import first_hit, recall, score

MEANT = Asked("a word", "x", frozenset("ab"))
NONSENSE = Asked("letters at random", "qz", frozenset())


@pytest.mark.parametrize(
    ("found", "hit", "recalled"),
    [
        (["a", "b"], 1, 1),
        (["c", "a"], 1 / 2, 1 / 2),
        (["c", "d", "e", "f", "g", "b"], 1 / 6, 0),
        ([*"cdefghijkl", "a"], 0, 0),
        ([], 0, 0),
    ],
)
def test_a_query_is_scored_by_place(found: list[str], hit: float, recalled: float) -> None:
    assert first_hit(found, MEANT) == hit
    assert recall(found, MEANT) == recalled


def test_of_many_meant_five_are_enough() -> None:
    assert recall(list("abcde"), Asked("a word", "x", frozenset("abcdefgh"))) == 1


def test_silence_is_for_nonsense_only() -> None:
    assert first_hit([], NONSENSE) == 1
    assert first_hit(["a"], NONSENSE) == 0


def test_the_means_leave_out_what_needs_abstracts() -> None:
    queries = [MEANT, Asked("two words", "y", frozenset("z")), NONSENSE]
    queries.append(Asked(ABSTRACT, "t", frozenset("z")))
    told = score(Engine("it", lambda query: ["a", "b"] if query in "xt" else []), queries)
    assert (told.engine, told.mrr, told.recall, told.silence) == ("it", 0.5, 0.5, 1)
    assert told.kinds == {"a word": 1, "two words": 0, "letters at random": 1, ABSTRACT: 0}


def test_no_queries_give_zeros() -> None:
    told = score(Engine("it", lambda _: []), [])
    assert (told.mrr, told.recall, told.silence, told.milliseconds) == (0, 0, 0, 0)
