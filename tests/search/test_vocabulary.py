import pytest

from summit_tui.catalogue.sections import DamagedError, Sections
from summit_tui.search.vocabulary import Vocabulary, sections_of

WORDS = {"lambda": [1 << 8 | 1], "lambdas": [2 << 8 | 1, 3 << 8 | 64], "étude": [4 << 8 | 1]}


def vocabulary(words: dict[str, list[int]] | None = None) -> Vocabulary:
    return Vocabulary(Sections(sections_of("head", WORDS if words is None else words)), "head")


def test_a_word_is_found_exactly_with_its_postings() -> None:
    found = vocabulary()
    number = found.exact("lambdas")
    assert number is not None
    assert list(found.postings(number)) == WORDS["lambdas"]
    assert found.exact("lamb") is None


def test_beginnings_leave_the_word_itself_out() -> None:
    found = vocabulary()
    assert [word for _, word in found.starting_with("lambda", 10)] == ["lambdas"]
    assert [word for _, word in found.starting_with("l", 10)] == ["lambda", "lambdas"]
    assert [word for _, word in found.starting_with("l", 1)] == ["lambda"]
    assert list(found.starting_with("x", 10)) == []
    assert [word for _, word in found.starting_with("ét", 10)] == ["étude"]


@pytest.mark.parametrize(
    ("typed", "distance", "expected"),
    [
        ("lamdba", 1, {"lambda": 1}),  # neighbours swapped are one edit
        ("lamda", 1, {"lambda": 1}),
        ("lanbdas", 1, {"lambdas": 1}),
        ("lanbdas", 2, {"lambdas": 1, "lambda": 2}),
        ("kubernetes", 2, {}),
    ],
)
def test_words_within_some_edits_are_near(
    typed: str, distance: int, expected: dict[str, int]
) -> None:
    assert {word: edits for _, word, edits in vocabulary().near(typed, distance)} == expected


def test_an_empty_vocabulary_finds_nothing() -> None:
    found = vocabulary({})
    assert found.exact("x") is None
    assert found.near("lambda", 2) == []
    assert list(found.starting_with("", 10)) == []


def test_a_number_beyond_the_words_is_damage() -> None:
    with pytest.raises(DamagedError):
        vocabulary().postings(99)
