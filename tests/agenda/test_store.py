"""The store as a front end uses it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summit_tui.agenda import cache, change
from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.store import AgendaStore, default_path
from tests.factories import make_session
from tests.faults import look

A, B = make_session("a"), make_session("b")


@pytest.fixture
def store(tmp_path: Path) -> AgendaStore:
    return AgendaStore(tmp_path / "agenda.yaml", "demo")


def test_no_file_is_an_empty_agenda_and_reading_makes_none(tmp_path: Path) -> None:
    store = AgendaStore(tmp_path / "folder" / "agenda.yaml", "demo")
    assert store.read() == Agenda("demo")
    assert store.stamp() is None
    assert list(tmp_path.iterdir()) == []


def test_a_change_is_returned_and_on_disk(store: AgendaStore) -> None:
    applied = store.apply(change.add([A, B], "must"))
    assert applied.before == Agenda("demo")
    assert applied.after == store.read()
    assert (applied.changed, applied.label, applied.notices) == (("a", "b"), "add 2 sessions", ())
    assert store.apply(change.set_want([A, B], "must")).changed == ()
    assert store.apply(change.remove(["b"])).changed == ("b",)


def test_reading_leaves_file_and_folder_untouched(store: AgendaStore, tmp_path: Path) -> None:
    store.path.write_text("picks: [a]\n")
    os.utime(store.path, (1_500_000_000, 1_500_000_000))
    before, folder = look(tmp_path), tmp_path.stat()
    for _ in range(2):
        store.read()
        AgendaStore(store.path, "demo", read_cache=False).read()
        store.stamp()
    assert look(tmp_path) == before
    assert tmp_path.stat().st_mtime_ns == folder.st_mtime_ns


def test_a_second_read_needs_no_yaml(store: AgendaStore) -> None:
    store.path.write_text("picks: [{id: a, note: é}]\n")
    store.read()
    script = (
        "import sys; from pathlib import Path; from summit_tui.agenda.store import AgendaStore;"
        "print(len(AgendaStore(Path(sys.argv[1]), 'demo').read()));"
        "heavy = ('yaml', 'filelock', 'platformdirs', 'hashlib', 'difflib', 'tempfile');"
        "print([name for name in heavy if name in sys.modules])"
    )
    command = [sys.executable, "-c", script, str(store.path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout == "1\n[]\n"


def test_a_change_leaves_its_copy_for_the_next_read(store: AgendaStore) -> None:
    after = store.apply(change.add([A])).after
    assert cache.look_up(store.path.resolve(), store.path.read_bytes()) == after


def test_the_copy_is_not_asked_when_told_so(store: AgendaStore) -> None:
    store = AgendaStore(store.path, "demo", read_cache=False)
    store.apply(change.add([A]))
    store.read()
    assert not cache.copy_of(store.path.resolve()).exists()


def test_a_file_that_changes_within_one_tick_keeping_its_size_is_read_anew(
    store: AgendaStore,
) -> None:
    store.path.write_text("picks: [a]\n")
    status = store.path.stat()
    assert "a" in store.read()
    with store.path.open("r+") as file:
        file.write("picks: [b]\n")
    os.utime(store.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert store.stamp() == (status.st_mtime_ns, status.st_size, status.st_ino)
    assert "b" in store.read()


def test_a_damaged_copy_is_made_anew(store: AgendaStore) -> None:
    store.path.write_text("picks: [a]\n")
    agenda = store.read()
    copy = cache.copy_of(store.path.resolve())
    good = copy.read_bytes()
    copy.write_bytes(good[:-4])
    assert store.read() == agenda
    assert copy.read_bytes() == good


def test_an_agenda_with_mistakes_is_never_copied(store: AgendaStore) -> None:
    store.path.write_text("picks: [{id: a, rating: 9}]\n")
    for _ in range(2):
        with pytest.raises(AgendaError, match="rating '9'"):
            store.read()


def test_a_byte_order_mark_is_no_trouble(store: AgendaStore) -> None:
    store.path.write_bytes(b"\xef\xbb\xbfpicks: [a]\n")
    assert "a" in store.read()
    store.apply(change.add([B]))
    assert len(store.read()) == 2


def test_the_stamp_tells_that_somebody_wrote(store: AgendaStore) -> None:
    store.apply(change.add([A]))
    before = store.stamp()
    assert before == store.stamp()
    AgendaStore(store.path, "demo").apply(change.add([B]))
    assert store.stamp() != before


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_circle(path: Path) -> None:
    path.symlink_to(path)


def make_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(17 * 1024 * 1024)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (make_folder, "this is a folder"),
        (make_pipe, "this is no ordinary file"),
        (make_circle, "too many levels of symbolic links|leads in a circle"),
        (make_huge, "larger than 16 MB"),
    ],
)
def test_what_cannot_be_an_agenda(
    make: Callable[[Path], None], message: str, store: AgendaStore
) -> None:
    make(store.path)
    with pytest.raises(AgendaError, match=message) as caught:
        store.read()
    assert str(store.path) in str(caught.value)
    with pytest.raises(AgendaError):
        store.apply(change.add([A]))
    assert not list(store.path.parent.glob("*corrupt*"))


def test_a_path_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = AgendaStore(tmp_path / "file" / "agenda.yaml", "demo")
    with pytest.raises(AgendaError, match="not a directory"):
        store.read()
    with pytest.raises(AgendaError, match=r"folder|directory"):
        store.apply(change.add([A]))


def test_an_event_has_its_agenda_in_the_data_folder(isolated: Path) -> None:
    assert default_path("demo") == isolated / "data" / "summit-tui" / "agendas" / "demo.yaml"
    assert default_path("../É vil/x").name == "e-vil-x.yaml"
    store = AgendaStore(default_path("demo"), "demo")
    store.apply(change.add([A]))
    assert "a" in store.read()
