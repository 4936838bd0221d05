"""Two texts of one note made into one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.merging_notes import SEPARATOR, join, merge

TEXTS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6).map("\n".join)


def rows(text: str) -> str:
    """Return a note of several lines, written with a blank between them."""
    return text.replace(" ", "\n")


@pytest.mark.parametrize(
    ("base", "one", "other", "merged"),
    [
        ("a b c", "a B c", "a b C", "a B C"),  # lines side by side do not concern each other
        ("a b c", "a b c d", "x a b c", "x a b c d"),
        ("a b c", "a c", "a b c d", "a c d"),
        ("a b c", "a B1 c", "a B2 c", "a B1 B2 c"),  # both stay, in whatever order they come
        ("a b c", "a B2 c", "a B1 c", "a B1 B2 c"),
        ("a b c", "a B c", "a c", "a B c"),  # a line that one changed outlives its removal
        ("a", "a b", "a b c", "a b c"),  # one said what the other said, and more
        ("a", "a b c", "a c", "a b c"),
        ("a", "a c", "a b", "a b c"),
        ("a b c d", "a X d", "a b Y d", "a X b Y d"),
        ("a b c d", "a d", "a b Y d", "a b Y d"),
        ("a b a", "a", "b a", "b a"),  # each took out another a: as without an ancestor
    ],
)
def test_with_an_ancestor(base: str, one: str, other: str, merged: str) -> None:
    assert merge(rows(base), rows(one), rows(other)) == rows(merged)


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_that_a_side_added_is_lost_and_the_sides_are_alike(
    base: str, one: str, other: str
) -> None:
    merged = merge(base, one, other)
    assert merged == merge(base, other, one)
    lines = set((merged or "").split("\n"))
    assert {*one.split("\n"), *other.split("\n")} - set(base.split("\n")) <= lines
    assert set(one.split("\n")) & set(other.split("\n")) <= lines


@given(TEXTS, TEXTS)
def test_a_side_that_did_nothing_or_the_same_changes_nothing(base: str, one: str) -> None:
    assert merge(base, base, one) == merge(base, one, base) == merge(base, one, one) == one


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("a", None, "a"),
        (None, None, None),
        ("a b", "a b c", "a b c"),
        ("a c", "a b c", "a b c"),
        ("b a", "a b c", f"a b c  {SEPARATOR}  b a"),
        ("x", "y", f"x  {SEPARATOR}  y"),
    ],
)
def test_without_an_ancestor(one: str | None, other: str | None, joined: str | None) -> None:
    def text(note: str | None) -> str | None:
        return None if note is None else rows(note.replace(SEPARATOR, "=")).replace("=", SEPARATOR)

    assert join(text(one), text(other)) == join(text(other), text(one)) == text(joined)
