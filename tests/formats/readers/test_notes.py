"""What is told of an import is on one line, clean, and no longer than anybody reads."""

from collections.abc import Hashable

from summit_tui.formats.readers.notes import Notes


def told(*notes: tuple[str, Hashable]) -> list[str]:
    made = Notes()
    for message, place in notes:
        made.add("unread", message, place)
    return [str(each) for each in made.told(str)]


def test_foreign_text_is_cleaned() -> None:
    assert told(("start: 'a\x1b[2J\n b'", " Owls \x07")) == ["unread: start: 'a b' (in Owls)"]


def test_a_long_message_keeps_its_end_which_says_why() -> None:
    (note,) = told((f"start: '{'( ' * 5_000}' is not a date", "x" * 1_000))
    assert note.startswith("unread: start: '( (")
    assert "' is not a date (in xxx" in note
    assert len(note) < 500
    assert "  " not in note


def test_notes_that_are_the_same_once_clean_are_one() -> None:
    assert told(("a\x07", 1), ("a", 2)) == ["unread: a (in 2: 1, 2)"]


def test_a_place_without_a_word_is_none() -> None:
    assert told(("a", "\x07")) == ["unread: a"]
