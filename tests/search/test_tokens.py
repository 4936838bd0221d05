import pytest

from summit_tui.search.tokens import MAX_WORD, joined, words


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
    ],
)
def test_words_are_folded_and_lose_their_elision(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_an_endless_run_of_letters_is_cut_to_a_word() -> None:
    assert words("x" * 1000) == ["x" * MAX_WORD]


def test_neighbours_are_joined_in_pairs() -> None:
    assert list(joined(["back", "end", "api"])) == ["backend", "endapi"]
    assert list(joined(["alone"])) == []
