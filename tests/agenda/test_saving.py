"""Every fault that may befall a change: nothing acknowledged is lost, and a person is told."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.disk import MAX_BYTES
from summit_tui.agenda.errors import AgendaError, DamagedAgendaError
from summit_tui.agenda.journal import journal_of, load
from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.store import AgendaStore
from tests.agenda.faults import break_call, litter, look, small_disk
from tests.factories import make_session

A, B, C = (make_session(each) for each in "abc")


def store_in(folder: Path, *picked: str) -> AgendaStore:
    """Return a store whose agenda holds `picked`, each picked by a change of its own."""
    store = AgendaStore(folder / "agenda.yaml", "demo")
    for each in picked:
        store.apply(change.add([make_session(each)]))
    return store


def ids(agenda: Agenda) -> str:
    return "".join(pick.id for pick in agenda)


def run(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.agenda.writers", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


# -- processes that die, and processes at once -----------------------------------------------


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


# -- disks that do not take it ---------------------------------------------------------------


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
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112  # a Path says the same
            raise OSError(errno.EIO, "no")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    applied = store.apply(change.add([B]))
    assert ids(applied.after) == "ab"
    assert "the disk did not confirm it" in applied.notices[-1]


# -- files that are not what they were -------------------------------------------------------

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda data: data[: len(data) * 2 // 3],
    "zeroed": lambda data: bytes(len(data)),
    "zeroed from the middle": lambda data: data[: len(data) // 2] + bytes(len(data) // 2),
    "empty": lambda data: b"",
    "not UTF-8": lambda data: data.replace(b"Title", b"Tit\xff\xfele", 1),
    "another file": lambda data: b"\x89PNG\r\n\x1a\n" + data,
    "nested without end": lambda data: b"[" * 60_000,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_named_when_read_and_left_alone(damage: str, tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b", "c")
    store.path.write_bytes(DAMAGES[damage](store.path.read_bytes()))
    before = look(tmp_path)
    with pytest.raises(DamagedAgendaError) as caught:
        store.read()
    message = str(caught.value)
    assert message.startswith(f"{store.path}:")
    assert "its last good version is known (3 picks" in message
    assert "agenda.yaml.bak" in message
    assert look(tmp_path) == before


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("picked", ["a", "abc"])
def test_a_damaged_file_is_set_aside_and_nothing_is_lost(
    damage: str, picked: str, tmp_path: Path
) -> None:
    store = store_in(tmp_path, *picked)
    store.path.chmod(0o640)
    damaged = DAMAGES[damage](store.path.read_bytes())
    store.path.write_bytes(damaged)
    applied = store.apply(change.add([make_session("z")]))
    assert ids(applied.after) == f"{picked}z" == ids(store.read())
    assert store.path.stat().st_mode & 0o777 == 0o640
    (aside,) = tmp_path.glob("agenda.yaml.corrupt-*")
    assert aside.read_bytes() == damaged
    assert str(aside) in applied.notices[0]
    assert ids(store.undo().after) == picked


def test_a_change_that_changes_nothing_mends_a_damaged_file_too(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    store.path.write_bytes(b"\0")
    assert store.apply(change.add([A])).notices
    assert ids(store.read()) == "ab"


def test_undo_goes_on_from_the_last_good_version(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    store.path.write_bytes(b"\0")
    undone = store.undo()
    assert ids(undone.after) == "a"
    assert "set aside" in undone.notices[0]


@pytest.mark.parametrize("content", [b"\0\0\0", b"# My agenda, kept by summit\npicks: [\n"])
def test_a_damaged_agenda_without_history_is_set_aside_for_an_empty_one(
    content: bytes, tmp_path: Path
) -> None:
    store = store_in(tmp_path)
    store.path.write_bytes(content)
    with pytest.raises(DamagedAgendaError, match="no earlier version of it is known"):
        store.read()
    applied = store.apply(change.add([A]))
    assert ids(applied.after) == "a"
    assert "went on from an empty agenda" in applied.notices[0]
    (aside,) = tmp_path.glob("agenda.yaml.corrupt-*")
    assert aside.read_bytes() == content


def test_an_empty_file_without_history_is_an_empty_agenda_and_said_so(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.path.write_bytes(b"")
    assert len(store.read()) == 0
    applied = store.apply(change.add([A]))
    assert ids(applied.after) == "a"
    assert applied.notices == (f"{store.path} was empty, and no earlier version is known",)


@pytest.mark.parametrize(
    "content", [b"# A README\n\nHello [there\n", b"\xff\xd8 a picture", b"hello\n"]
)
def test_a_file_of_another_sort_is_never_touched(content: bytes, tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.path.write_bytes(content)
    with pytest.raises(AgendaError, match="name another file with --agenda; nothing was changed"):
        store.apply(change.add([A]))
    assert store.path.read_bytes() == content
    assert not list(tmp_path.glob("*corrupt*"))


@pytest.mark.parametrize(
    "text", ["picks: [{id: a, rating: 9}]\n", "<<<<<<< a\n=======\n>>>>>>> b\n"]
)
def test_a_persons_mistake_is_hers_to_mend(text: str, tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    store.path.write_text(text)
    before = look(tmp_path)
    with pytest.raises(AgendaError, match=r"agenda\.yaml:1:\d+: error:"):
        store.apply(change.add([C]))
    assert look(tmp_path) == before


def test_a_newer_file_is_read_but_not_changed(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.path.write_text("version: 2\npicks: [{id: a}]\n")
    before = store.path.read_bytes()
    assert ids(store.read()) == "a"
    with pytest.raises(AgendaError, match=r"newer summit \(version 2, this one knows 1\).*update"):
        store.apply(change.add([B]))
    with pytest.raises(AgendaError, match="newer summit"):
        store.undo()
    assert store.path.read_bytes() == before


def test_a_file_that_vanished_is_begun_from_what_the_caller_saw_last(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    seen = store.read()
    store.path.unlink()
    applied = store.apply(change.add([C]), if_missing=seen)
    assert ids(applied.after) == "abc" == ids(store.read())
    assert applied.notices == (f"{store.path} was gone: written anew with the 2 picks last seen",)
    assert ids(store.undo().after) == "ab"
    store.path.write_bytes(b"\0")
    assert ids(store.redo().after) == "abc"


def test_a_file_that_vanished_is_else_begun_anew_and_the_former_kept(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    former = (tmp_path / "agenda.yaml.bak").read_bytes()
    store.path.unlink()
    applied = store.apply(change.add([C]))
    assert ids(applied.after) == "c"
    assert "was gone: begun anew; a former version is kept as" in applied.notices[0]
    store.apply(change.add([A]))
    (kept,) = tmp_path.glob("agenda.yaml.bak.gone-*")
    assert kept.read_bytes() == former


def test_what_was_there_is_never_replaced_by_what_the_caller_saw(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a")
    assert (
        ids(store.apply(change.add([C]), if_missing=Agenda("demo", {"b": Pick("b")})).after) == "ac"
    )


# -- the journal -----------------------------------------------------------------------------


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


# -- what stays ------------------------------------------------------------------------------


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
