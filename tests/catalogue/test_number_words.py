"""How many there are of something."""

from summit_tui.catalogue.number_words import counted


def test_numbers_are_said_with_their_word() -> None:
    assert counted(1, "clash", "clashes") == "1 clash"
    assert counted(2, "clash", "clashes") == "2 clashes"
    assert counted(0, "pick") == "0 picks"
