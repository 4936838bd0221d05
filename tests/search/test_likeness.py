"""Which name was meant by a mistyped one."""

import pytest

from summit_tui.catalogue.text import fold
from summit_tui.search.likeness import near_words, nearest

TRACKS = ("Security & Risk", "Security", "Data & AI", "Front-end", "Machine Learning", "Io T")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("secruity", "Security"),  # the whole rather than a part of a longer name
        ("secruity risk", "Security & Risk"),
        ("rsik", "Security & Risk"),
        ("fronted", "Front-end"),  # words apart or together
        ("machin lerning", "Machine Learning"),
        ("learnign machine", "Machine Learning"),
        ("laern", "Machine Learning"),  # unfinished, with a slip in it
        ("", None),
        ("zzz", None),
        ("a1", None),
        ("kitchen", None),
        ("secruity " * 20, None),
    ],
)
def test_the_nearest_name_is_meant(typed: str, meant: str | None) -> None:
    assert nearest(typed, {name: fold(name) for name in TRACKS}) == meant


def test_a_slip_more_is_forgiven_in_longer_words_only() -> None:
    assert near_words("frensh", ["french"]) == {}
    assert near_words("frensh", ["french"], 0.5).keys() == {"french"}
    assert near_words("dete", ["data"], 0.5) == {}
