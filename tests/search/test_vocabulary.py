import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.sections import DamagedError, Sections
from summit_tui.search.vocabulary import Vocabulary, sections_of

WORDS = {"lambda": [1 << 8 | 1], "lambdas": [2 << 8 | 1, 3 << 8 | 64], "étude": [4 << 8 | 1]}


def vocabulary(words: dict[str, list[int]] | None = None) -> Vocabulary:
    return Vocabulary(Sections(sections_of("head", WORDS if words is None else words)), "head")


def test_a_word_is_found_exactly_with_its_postings() -> None:
    found = vocabulary()
    number = found.number("lambdas")
    assert number is not None
    assert list(found.postings(range(number, number + 1))) == WORDS["lambdas"]
    assert found.number("lamb") is None


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("lambda", ["lambda", "lambdas"]),
        ("lambdas", ["lambdas"]),
        ("l", ["lambda", "lambdas"]),
        ("ét", ["étude"]),
        ("", ["lambda", "lambdas", "étude"]),
        ("x", []),
        ("a", []),
        ("ü", []),
    ],
)
def test_words_with_one_beginning_lie_side_by_side(prefix: str, expected: list[str]) -> None:
    found = vocabulary()
    numbers = found.beginning(prefix)
    assert found.words(numbers) == expected
    assert list(found.postings(numbers)) == [each for word in expected for each in WORDS[word]]


_NAMES = st.sets(st.text(st.sampled_from("abcé雲\U0001f680"), min_size=1, max_size=4), max_size=400)


@given(_NAMES, st.text(st.sampled_from("abcé雲\U0001f680"), max_size=4))
def test_every_word_is_found_and_nothing_else(names: set[str], asked: str) -> None:
    found = vocabulary({name: [place] for place, name in enumerate(sorted(names))})
    assert (found.number(asked) is not None) == (asked in names)
    begun = found.words(found.beginning(asked))
    assert begun == sorted(
        (name for name in names if name.startswith(asked)), key=lambda name: name.encode()
    )


def test_more_words_than_one_block_holds_are_found_in_all_of_them() -> None:
    names = [f"word{number:04}" for number in range(1000)]
    found = vocabulary({name: [place] for place, name in enumerate(names)})
    assert [found.number(name) for name in names] == list(range(1000))
    assert found.words(range(100, 700)) == names[100:700]
    assert found.beginning("word02") == range(200, 300)


def test_an_empty_vocabulary_finds_nothing() -> None:
    found = vocabulary({})
    assert found.number("x") is None
    assert found.words(found.beginning("")) == []
    assert list(found.postings(found.beginning("x"))) == []


def test_a_number_beyond_the_words_is_damage() -> None:
    with pytest.raises(DamagedError):
        vocabulary().postings(range(99, 100))


def test_samples_without_their_places_are_damage() -> None:
    sections = sections_of("head", WORDS) | {"head.places": b""}
    with pytest.raises(DamagedError):
        Vocabulary(Sections(sections), "head")
