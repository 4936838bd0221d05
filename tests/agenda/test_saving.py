"""Changes on disks that refuse them, and what a change leaves as it was."""

import errno
import os
import stat
import subprocess
from pathlib import Path

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.journal import journal_of
from summit_tui.agenda.model import MAX_BYTES
from summit_tui.agenda.store import AgendaStore
from tests.agenda.stores import ids, store_in
from tests.factories import make_session
from tests.faults import break_call, litter, look, small_disk

A, B, C = (make_session(each) for each in "abc")


@pytest.mark.parametrize(
    ("call", "code", "message"),
    [
        ("write", errno.ENOSPC, "the disk is full: nothing was changed; free some space"),
        ("fsync", errno.ENOSPC, "the disk is full: nothing was changed"),
        ("write", errno.EDQUOT, "the disk quota is used up: nothing was changed"),
        ("fsync", errno.EIO, "input/output error: nothing was changed"),
        (
            "open",
            errno.EROFS,
            "the file system is read-only: nothing was changed; make it writable",
        ),
        ("open", errno.EACCES, "may not be written: nothing was changed; make it writable"),
        ("open", errno.EPERM, "may not be written: nothing was changed; make it writable"),
    ],
)
@pytest.mark.parametrize("existing", [True, False])
def test_a_disk_that_refuses(
    call: str,
    code: int,
    message: str,
    existing: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = store_in(tmp_path, *("ab" if existing else ""))
    before = look(tmp_path)
    with monkeypatch.context() as patch:
        break_call(patch, call, code, below=str(tmp_path))
        with pytest.raises(AgendaError, match=message) as caught:
            store.apply(change.add([C]))
    assert str(store.path) in str(caught.value)
    after = look(tmp_path)
    after.pop(".agenda.yaml.lock", None)
    before.pop(".agenda.yaml.lock", None)
    assert after == before
    assert ids(store.apply(change.add([C])).after) == ("abc" if existing else "c")
    assert ids(store.undo().after) == ("ab" if existing else "")


def fill(folder: Path) -> None:
    """Write until the disk of `folder` takes no more."""

    def write() -> None:
        with (folder / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(b"x" * 4096)

    with pytest.raises(OSError, match="No space left"):
        write()


def test_a_disk_that_is_really_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with small_disk(tmp_path / "disk") as mounted:
        store = store_in(tmp_path / "disk", "a", "b")
        if mounted:
            fill(tmp_path / "disk")
        else:
            break_call(monkeypatch, "write", errno.ENOSPC)
        before = look(tmp_path / "disk")
        with pytest.raises(AgendaError, match="the disk is full: nothing was changed"):
            store.apply(change.add([C]))
        assert look(tmp_path / "disk") == before
        assert ids(store.read()) == "ab"
        assert litter(tmp_path / "disk") == []


def test_a_file_system_that_is_really_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "disk"
    with small_disk(folder) as mounted:
        store = store_in(folder, "a", "b")
        if mounted:
            subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        else:
            break_call(monkeypatch, "open", errno.EROFS, below=str(folder))
        before = look(tmp_path)
        with pytest.raises(AgendaError, match="the file system is read-only: nothing was changed"):
            store.apply(change.add([C]))
        fresh = AgendaStore(folder / "new" / "agenda.yaml", "demo")
        if mounted:
            with pytest.raises(AgendaError, match="the file system is read-only"):
                fresh.apply(change.add([C]))
        assert ids(store.read()) == "ab"
        assert look(tmp_path) == before


def test_a_write_protected_file_is_not_got_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_in(tmp_path, "a")
    monkeypatch.setattr(os, "access", lambda path, _: path != store.path)
    before = store.path.read_bytes()
    with pytest.raises(AgendaError, match="may not be written: nothing was changed"):
        store.apply(change.add([B]))
    assert store.path.read_bytes() == before


def test_a_disk_that_does_not_confirm_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_in(tmp_path, "a")
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "no")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    applied = store.apply(change.add([B]))
    assert ids(applied.after) == "ab"
    assert "the disk did not confirm it" in applied.notices[-1]


def test_unknown_fields_survive_a_change(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.path.write_text(
        "mood: {good: true, since: 2019, why: null}\n"
        "picks: [{id: b, seats: [1, '1', {row: 012}]}, {id: a, colour: 'no'}]\n"
    )
    store.apply(change.set_want([B], "must"))
    agenda = store.read()
    pick = agenda.get("b")
    assert pick is not None
    assert (pick.want, pick.extra) == ("must", (("seats", [1, "1", {"row": "012"}]),))
    assert agenda.extra == (("mood", {"good": True, "since": 2019, "why": None}),)
    assert ids(agenda) == "ab"


def test_the_version_before_is_kept_beside(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a")
    store.path.chmod(0o600)
    before = store.path.read_bytes()
    store.apply(change.add([B]))
    backup = tmp_path / "agenda.yaml.bak"
    assert backup.read_bytes() == before
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_symlink_stays_one_and_the_mode_stays(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    real = store_in(tmp_path / "dotfiles", "a").path
    real.chmod(0o600)
    link = tmp_path / "link.yaml"
    link.symlink_to(Path("dotfiles", "agenda.yaml"))
    store = AgendaStore(link, "demo")
    store.apply(change.add([B]))
    assert link.is_symlink()
    assert ids(AgendaStore(real, "demo").read()) == "ab" == ids(store.read())
    assert real.stat().st_mode & 0o777 == 0o600
    assert ids(AgendaStore(real, "demo").undo().after) == "a"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["dotfiles", "link.yaml"]


def test_a_link_to_nothing_gets_its_file(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "folder" / "real.yaml")
    AgendaStore(link, "demo").apply(change.add([A]))
    assert link.is_symlink()
    assert (tmp_path / "folder" / "real.yaml").is_file()


def test_nothing_is_written_when_nothing_changes(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    before = look(tmp_path)
    journal = journal_of(store.path.resolve()).read_bytes()
    applied = store.apply(change.add([A, B]))
    assert applied.changed == ()
    assert look(tmp_path) == before
    assert journal_of(store.path.resolve()).read_bytes() == journal


def test_an_agenda_never_grows_beyond_what_is_read(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a")
    before = look(tmp_path)
    with pytest.raises(AgendaError, match="larger than 16 MB: nothing was changed"):
        store.apply(change.set_note(A, "x" * MAX_BYTES))
    assert look(tmp_path) == before


def test_what_would_not_read_back_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_in(tmp_path, "a")
    before = look(tmp_path)
    odd = change.Change("odd", (change.Edit("a", (("title", "two\nlines"),)),))
    with pytest.raises(AgendaError, match="would not read back the same: nothing was changed"):
        store.apply(odd)
    assert look(tmp_path) == before
