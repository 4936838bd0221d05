"""Picks that follow their sessions to new ids."""

from pathlib import Path

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.change import apply
from summit_tui.agenda.model import Pick
from tests.agenda.stores import ids, store_in
from tests.agenda.test_change import KNOWN, agenda_of


@pytest.mark.parametrize(
    ("renamed", "before", "after"),
    [
        ({"a": "z"}, "a b", {"b": "a note of b", "z": "a note of a"}),
        ({"a": "b", "b": "a"}, "a b", {"a": "a note of b", "b": "a note of a"}),
        ({"a": "b", "b": "c"}, "a b", {"b": "a note of a", "c": "a note of b"}),
        ({"a": "b"}, "a b", {"b": "a note of a\n\n--- other version ---\n\na note of b"}),
        ({"a": "z"}, "b", {"b": "a note of b"}),
        ({"a": "b"}, "b", {"b": "a note of b"}),
        ({"a": "b", "b": "c"}, "b", {"c": "a note of b"}),
    ],
)
def test_picks_follow_their_sessions(
    renamed: dict[str, str], before: str, after: dict[str, str]
) -> None:
    agenda = agenda_of(*(Pick(name, note=f"a note of {name}") for name in before.split()))
    found = apply(agenda, change.follow(renamed))
    assert {pick.id: pick.note for pick in found} == after


def test_a_pick_follows_whole() -> None:
    found = apply(agenda_of(KNOWN), change.follow({"keynote": "opening"}))
    assert found.get("opening") == KNOWN._replace(id="opening")
    assert found.get("keynote") is None


def test_two_picks_of_one_session_become_one_that_has_all() -> None:
    other = Pick("opening", "maybe", None, None, False, "Opening", extra=(("bag", 1), ("seat", 8)))
    found = apply(agenda_of(KNOWN, other), change.follow({"keynote": "opening"}))
    joined = Pick("opening", "must", "a note", 4, True, "Opening", extra=(("bag", 1), ("seat", 8)))
    assert list(found) == [joined]
    same = apply(
        agenda_of(Pick("a", note="x"), Pick("b", note="x")), change.follow({"a": "b"})
    ).get("b")
    assert same == Pick("b", note="x")


def test_following_can_be_undone(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    before = store.read()
    assert store.apply(change.follow({"a": "z"})).label == "follow z to a new id"
    assert ids(store.read()) == "bz"
    store.undo()
    assert store.read() == before
