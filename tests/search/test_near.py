import pytest

from summit_tui.catalogue.sections import Sections
from summit_tui.search.near import near, near_beginnings, resembling
from summit_tui.search.vocabulary import Vocabulary, sections_of

_TEXT = """
accessibility bridging concevoir crab crash database databases django git graph insights
karpenter kubernetes lambda lambdas projects projets svs301 svs302 traiter year years
"""
WORDS = _TEXT.split()
VOCABULARY = Vocabulary(
    Sections(sections_of("head", {word: [row << 8 | 1] for row, word in enumerate(WORDS)})), "head"
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kuberntes", ["kubernetes"]),
        ("lamdba", ["lambda", "lambdas"]),
        # the likelier slip first
        ("yeasr", ["years", "year"]),
        ("projcets", ["projects", "projets"]),
        # two slips in short words
        ("cocevor", ["concevoir"]),
        ("isnghts", ["insights"]),
        ("bdiding", ["bridging"]),
        ("gti", ["git"]),
        # in the first letter: swapped with the next, or the key beside it
        ("rpojects", ["projects"]),
        ("oambda", ["lambda"]),
        # other words, not slips
        ("carpenter", []),
        ("tracteur", []),
        ("svs303", []),
        ("cab", []),
        ("xk", []),
        ("1ambda", []),
        ("", []),
    ],
)
def test_what_was_meant_is_near(typed: str, expected: list[str]) -> None:
    found = near(VOCABULARY, typed, 1000)
    assert [word for _, _, word in found] == expected
    assert all(WORDS[number] == word for _, number, word in found)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kuebrn", ["kubern"]),
        ("datbas", ["databas"]),
        ("acessi", ["accessi"]),
        ("proejc", ["projec"]),
        ("zzzz", []),
        ("da", []),
        ("kandinsky", []),
    ],
)
def test_an_unfinished_word_may_be_mistyped_already(typed: str, expected: list[str]) -> None:
    assert [beginning for _, beginning in near_beginnings(VOCABULARY, typed, 1000)] == expected


def often(word: str, rows: int) -> Vocabulary:
    postings = {word: [row << 8 | 1 for row in range(rows)]}
    return Vocabulary(Sections(sections_of("head", postings)), "head")


def test_a_word_that_everybody_uses_may_be_mistyped_worse() -> None:
    assert near(often("security", 1), "secxirty", 1000) == []
    assert [word for *_, word in near(often("security", 9), "secxirty", 1000)] == ["security"]
    assert near(often("security", 9), "secxirty", 100_000) == []
    assert near_beginnings(often("observability", 1), "obsxrvab", 1000) == []
    found = near_beginnings(often("observability", 9), "obsxrvab", 1000)
    assert [word for _, word in found] == ["observab"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("carpenter", "karpenter"), ("tracteur", None), ("zzz", None), ("horoscope", None)],
)
def test_a_word_too_far_to_be_a_slip_may_be_asked_for(typed: str, expected: str | None) -> None:
    assert resembling(VOCABULARY, typed) == expected
