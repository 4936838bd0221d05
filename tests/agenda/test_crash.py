"""Processes that die while they write, processes that write at once, and the journal."""

import subprocess
import sys
from pathlib import Path

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.journal import journal_of, load
from summit_tui.agenda.store import AgendaStore
from tests.agenda.stores import ids, store_in
from tests.factories import make_session

A, B, C = (make_session(each) for each in "abc")


def run(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.agenda.writers", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_at_any_instant_it_loses_nothing_acknowledged(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    kept, count = run("kill", str(path), "80", str(seed)).split()
    assert kept == "kept"
    assert int(count) >= 80
    store = AgendaStore(path, "demo")
    assert len(store.read()) == 4
    assert [each.name for each in tmp_path.iterdir() if "corrupt" in each.name] == []
    for _ in range(10):  # the journal lived through it too
        assert len(store.undo().changed) == 1


def test_eight_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    assert run("crowd", str(path), "8", "25") == "ended 8"
    expected = {f"w{writer}-{number}" for writer in range(8) for number in range(25)}
    assert set(AgendaStore(path, "demo").read().picks) == expected


def test_killed_between_journal_and_file_leaves_no_change_to_undo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_in(tmp_path, "a")

    class KilledError(BaseException):
        pass

    def killed(path: Path, *given: object, **named: object) -> bool:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr("summit_tui.agenda.saving.write_atomically", killed)
        with pytest.raises(KilledError):
            store.apply(change.add([B]))
        with pytest.raises(KilledError):
            store.undo()
    assert ids(store.read()) == "a"
    assert load(store.path.resolve())[-1].moving
    assert ids(store.undo().after) == ""
    assert ids(store.redo().after) == "a"


def test_killed_behind_the_file_leaves_a_change_to_undo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_in(tmp_path, "a")
    with monkeypatch.context() as patch:
        patch.setattr("summit_tui.agenda.journal.settle", lambda entries, *_: entries)
        store.apply(change.add([B]))
    assert load(store.path.resolve())[-1].moving
    assert ids(store.undo().after) == "a"
    assert ids(store.redo().after) == "ab"


def test_without_a_state_folder_there_is_no_undo_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    store = AgendaStore(tmp_path / "agendas" / "agenda.yaml", "demo")
    applied = store.apply(change.add([A]))
    assert ids(store.read()) == "a"
    assert "undo will not know this change" in applied.notices[0]
    assert store.undo().notices == ("there is nothing to undo",)
    assert ids(store.read()) == "a"


def test_each_file_has_a_journal_of_its_own(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = store_in(tmp_path / "one", "a"), store_in(tmp_path / "two", "b")
    assert journal_of(one.path.resolve()) != journal_of(two.path.resolve())
    assert ids(one.undo().after) == ""
    assert ids(two.read()) == "b"
