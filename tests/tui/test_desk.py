"""The agenda in memory beside its file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from summit_tui.agenda.change import add, remove
from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.store import AgendaStore
from summit_tui.tui.desk import Desk
from summit_tui.tui.intents import noting, removing, toggling, wanting
from tests.factories import make_session
from tests.tui.harness import agenda_file, on_disk, picked

S1, S2 = make_session("s1"), make_session("s2", "11:00")


def desk_in(folder: Path) -> Desk:
    return Desk(AgendaStore(agenda_file(folder), "demo"))


def done(desk: Desk, ask: Callable[[], object]) -> None:
    """Ask for something and wait for it."""
    ask()
    desk.close()
    desk.settled()
    desk._writer = None


def test_a_pick_is_on_disk_when_it_is_acknowledged(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    applied = desk.change(toggling(S1)).result()
    assert applied is not None
    assert applied.label == f"add {S1.title}"
    assert on_disk(tmp_path) == {"s1": "want"}
    assert "s1" in desk.agenda
    desk.close()


def test_two_quick_presses_are_two_changes(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    first, second = desk.change(toggling(S1)), desk.change(toggling(S1))
    assert desk.waiting == 2
    assert first.result() is not None
    assert second.result() is not None
    assert on_disk(tmp_path) == {}
    desk.close()


@pytest.mark.parametrize(("presses", "want"), [(1, "want"), (2, "must"), (3, "maybe"), (4, "want")])
def test_w_goes_through_the_wants(tmp_path: Path, presses: int, want: str) -> None:
    desk = desk_in(tmp_path)
    for _ in range(presses):
        desk.change(wanting(S1))
    desk.close()
    assert on_disk(tmp_path) == {"s1": want}


def test_removing_what_is_not_picked_is_nothing(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    assert desk.change(removing(S1)).result() is None
    assert not agenda_file(tmp_path).exists()
    desk.close()


def test_a_note_is_cleaned_and_kept(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    desk.change(noting(S1, "see \x1b[2Jthis\n")).result()
    pick = desk.agenda.get("s1")
    assert pick is not None
    assert pick.note == "see this"
    desk.close()


def test_undo_and_redo(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    desk.change(toggling(S1)).result()
    desk.undo().result()
    assert len(desk.agenda) == 0
    desk.redo().result()
    assert "s1" in desk.agenda
    desk.close()


def test_what_another_program_did_is_taken_in_and_said(tmp_path: Path) -> None:
    picked(tmp_path, S1)
    desk = desk_in(tmp_path)
    assert desk.load() == ""
    assert desk.look() == ""
    AgendaStore(agenda_file(tmp_path), "demo").apply(remove(["s1"]))
    AgendaStore(agenda_file(tmp_path), "demo").apply(add([S2]))
    assert desk.look() == "Your agenda was changed elsewhere: 1 came, 1 went."
    assert list(desk.agenda.picks) == ["s2"]
    assert desk.look() == ""


def test_our_own_change_is_no_news(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    done(desk, lambda: desk.change(toggling(S1)))
    assert desk.look() == ""


def test_a_file_that_vanished_takes_no_pick_away(tmp_path: Path) -> None:
    picked(tmp_path, S1)
    desk = desk_in(tmp_path)
    desk.load()
    agenda_file(tmp_path).unlink()
    assert "is gone; your 1 pick is kept here" in desk.look()
    assert "s1" in desk.agenda
    done(desk, lambda: desk.change(toggling(S2)))
    assert on_disk(tmp_path) == {"s1": "want", "s2": "want"}


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"picks: [", b"\xff\xfe", b"- 1\n- 2\n"])
def test_a_file_that_cannot_be_read_takes_no_pick_away(tmp_path: Path, damage: bytes) -> None:
    picked(tmp_path, S1)
    desk = desk_in(tmp_path)
    desk.load()
    agenda_file(tmp_path).write_bytes(damage)
    assert "picks are kept here" in desk.look()
    assert "s1" in desk.agenda


def test_a_damaged_file_at_the_start_is_told(tmp_path: Path) -> None:
    agenda_file(tmp_path).write_bytes(b"\0" * 40)
    assert str(agenda_file(tmp_path)) in desk_in(tmp_path).load()


def test_what_could_not_be_written_is_not_shown_as_taken(tmp_path: Path) -> None:
    agenda_file(tmp_path).mkdir()
    desk = desk_in(tmp_path)
    with pytest.raises(AgendaError, match="folder"):
        desk.change(toggling(S1)).result()
    assert len(desk.agenda) == 0
    desk.close()


def test_a_lock_held_elsewhere_stops_the_writer_only(tmp_path: Path) -> None:
    picked(tmp_path, S2)
    desk = desk_in(tmp_path)
    desk.load()
    lock = FileLock(tmp_path / ".agenda.yaml.lock")
    with lock:
        future = desk.change(toggling(S1))
        assert not future.done()
        assert desk.waiting == 1
        assert desk.look() == ""
        assert "s1" not in desk.agenda
    assert future.result() is not None
    assert "s1" in desk.agenda
    desk.close()
