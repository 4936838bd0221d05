"""Undo and redo, also when somebody else changed things in between."""

from pathlib import Path

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.journal import journal_of, load
from summit_tui.agenda.store import AgendaStore
from tests.agenda.stores import ids
from tests.factories import make_session

A, B, C = (make_session(each) for each in "abc")


@pytest.fixture
def store(tmp_path: Path) -> AgendaStore:
    return AgendaStore(tmp_path / "agenda.yaml", "demo")


def test_undo_and_redo_walk_along_the_changes(store: AgendaStore) -> None:
    for session in (A, B, C):
        store.apply(change.add([session]))
    assert [ids(store.undo().after) for _ in "123"] == ["ab", "a", ""]
    assert store.undo().notices == ("there is nothing to undo",)
    assert [ids(store.redo().after) for _ in "123"] == ["a", "ab", "abc"]
    applied = store.redo()
    assert (applied.changed, applied.label) == ((), "")
    assert applied.notices == ("there is nothing to redo",)
    assert ids(store.read()) == "abc"


def test_undo_says_what_it_took_back(store: AgendaStore) -> None:
    store.apply(change.add([A]))
    applied = store.undo()
    assert (applied.label, applied.changed, applied.notices) == ("add Title of a", ("a",), ())


def test_a_removed_pick_comes_back_whole(store: AgendaStore) -> None:
    store.path.write_text("picks: [{id: a, want: must, note: mine, seat: {row: 3}}]\n")
    before = store.read()
    store.apply(change.remove(["a"]))
    assert store.undo().after == before == store.read()


def test_something_new_ends_what_can_be_redone(store: AgendaStore) -> None:
    store.apply(change.add([A]))
    store.undo()
    store.apply(change.add([B]))
    assert store.redo().changed == ()
    assert ids(store.undo().after) == ""
    assert ids(store.redo().after) == "b"


def test_one_change_of_many_picks_is_undone_at_once(store: AgendaStore) -> None:
    store.apply(change.add([A]))
    store.apply(change.set_want([A, B, C], "must"))
    undone = store.undo().after
    assert [(pick.id, pick.want) for pick in undone] == [("a", "want")]


def test_what_changed_nothing_is_not_undone(store: AgendaStore) -> None:
    store.apply(change.add([A]))
    store.apply(change.add([A]))
    assert ids(store.undo().after) == ""


def by_hand(store: AgendaStore, old: str, new: str) -> None:
    text = store.path.read_text()
    assert old in text
    store.path.write_text(text.replace(old, new))


def test_other_picks_that_somebody_changed_since_stay(store: AgendaStore) -> None:
    store.apply(change.add([A]))
    store.apply(change.add([B]))
    by_hand(store, "id: a\n", "id: a\n    note: by hand\n")
    undone = store.undo()
    assert (ids(undone.after), undone.notices) == ("a", ())
    pick = undone.after.get("a")
    assert pick is not None
    assert pick.note == "by hand"


def test_a_touched_pick_that_somebody_changed_since_is_left_and_named(store: AgendaStore) -> None:
    store.apply(change.add([C]))
    store.apply(change.add([A, B]))
    by_hand(store, "id: a\n", "id: a\n    note: by hand\n")
    undone = store.undo()
    assert ids(undone.after) == "ac"
    assert undone.notices == ("not undone: Title of a was changed since",)
    assert ids(store.redo().after) == "abc"
    assert ids(store.undo().after) == "ac"
    assert ids(store.undo().after) == "a"


def test_a_change_that_cannot_be_undone_at_all_does_not_bar_the_way(store: AgendaStore) -> None:
    store.apply(change.add([A]))
    store.apply(change.add([B]))
    by_hand(store, "id: b\n", "id: b\n    note: by hand\n")
    before = store.path.read_bytes()
    refused = store.undo()
    assert refused.changed == ()
    assert refused.notices == (
        "not undone: Title of b was changed since",
        "'add Title of b' is dropped from the history",
    )
    assert store.path.read_bytes() == before
    assert ids(store.undo().after) == "b"


def test_what_is_dropped_takes_nothing_along_that_can_be_redone(store: AgendaStore) -> None:
    for session in (A, B, C):
        store.apply(change.add([session]))
    store.undo()
    store.path.write_text("picks: [{id: a, want: want}, {id: b, want: maybe}]\n")
    assert store.undo().notices[-1] == "'add Title of b' is dropped from the history"
    assert ids(store.redo().after) == "abc"


def test_a_change_that_somebody_took_back_by_hand_counts_as_undone(store: AgendaStore) -> None:
    store.apply(change.add([A]))
    store.apply(change.set_note(A, "gone soon"))
    by_hand(store, "    note: gone soon\n", "")
    undone = store.undo()
    assert undone.notices == ("'note on Title of a' was undone by hand already",)
    assert ids(store.undo().after) == ""


def test_undo_takes_back_what_another_program_did(store: AgendaStore) -> None:
    AgendaStore(store.path, "demo").apply(change.add([A]))
    assert ids(store.undo().after) == ""


def test_only_the_last_hundred_changes_can_be_undone(store: AgendaStore) -> None:
    for number in range(102):
        store.apply(change.set_note(A, str(number)))
    assert len(load(store.path.resolve())) == 100
    assert journal_of(store.path.resolve()).stat().st_size < 100_000


def test_an_idle_undo_leaves_nothing_behind(tmp_path: Path) -> None:
    store = AgendaStore(tmp_path / "folder" / "agenda.yaml", "demo")
    assert store.undo().notices
    assert store.redo().notices
    assert store.apply(change.remove(["a"])).changed == ()
    assert list(tmp_path.iterdir()) == []
