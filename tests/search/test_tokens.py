import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.text import clean, fold
from summit_tui.search.tokens import MAX_WORD, joined, placed, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lambda sous le capot", ["lambda", "sous", "le", "capot"]),
        ("Événements d'abord: SQS, SNS", ["evenements", "abord", "sqs", "sns"]),
        ("l’aide de Kubernetes's API", ["aide", "de", "kubernetes", "api"]),
        ("C++ and C# on .NET", ["c++", "and", "c#", "on", "net"]),
        ("e-commerce, SVS301!", ["e", "commerce", "svs301"]),
        ("Straße Œuvre Łódź", ["strasse", "oeuvre", "lodz"]),
        ("aujourd'hui", ["aujourd", "hui"]),
        ("  \n", []),
        ("L'ÉTÉ, D’AILLEURS", ["ete", "ailleurs"]),
        # no blanks between words: every two neighbours, and the last alone
        ("クラウド入門 2024", ["クラ", "ラウ", "ウド", "ド入", "入門", "門", "2024"]),
        ("雲", ["雲"]),
        ("클라우드 네이티브", ["클라우드", "네이티브"]),
        ("भारत में क्लाउड", ["भारत", "में", "क्लाउड"]),
        ("ภาษา", ["ภา", "าษ", "ษา", "า"]),
    ],
)
def test_words_are_folded_and_lose_their_elision(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_an_endless_run_of_letters_is_cut_to_a_word() -> None:
    assert words("x" * 1000) == ["x" * MAX_WORD]


def test_neighbours_are_joined_in_pairs() -> None:
    assert list(joined(["back", "end", "api"])) == ["backend", "endapi"]
    assert list(joined(["alone"])) == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("L'aide d’Élodie", ["aide", "Élodie"]),
        ("Node.js, C++!", ["Node", "js", "C++"]),
        ("Kubernetes's", ["Kubernetes"]),
        ("入門編", ["入門", "門編", "編"]),
    ],
)
def test_words_know_where_they_stand(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end, _ in placed(text)] == pieces


_TEXTS = st.text(max_size=40) | st.text(st.sampled_from("aéÉßœ'’ lLdD門クक्ภ9#+_.-"), max_size=40)


@given(_TEXTS.map(clean))
def test_placed_words_are_the_words(text: str) -> None:
    assert [word for _, _, word in placed(text)] == words(text)


@pytest.mark.parametrize("text", ["Foo™ bar", "a⒜b", "㈀", "㈱ 門", "℡: 5", "①②"])
def test_signs_that_fold_to_letters_are_words(text: str) -> None:
    assert [word for _, _, word in placed(text)] == words(text) != []


@given(_TEXTS.map(clean))
def test_folding_twice_changes_no_word(text: str) -> None:
    assert words(" ".join(words(text))) == words(fold(" ".join(words(text))))
