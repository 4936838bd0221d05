"""One writer at a time."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from summit_tui.agenda import lock
from summit_tui.agenda.change import add
from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.lock import locked
from summit_tui.agenda.store import AgendaStore
from tests.factories import make_session
from tests.faults import look


@contextmanager
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a process that holds the lock of `path`."""
    command = [sys.executable, "-m", "tests.agenda.writers", "hold", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_who_waits_too_long_is_told_for_whom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.05)
    path = tmp_path / "agenda.yaml"
    store = AgendaStore(path, "demo")
    store.apply(add([make_session("a")]))
    before = look(tmp_path)
    with holder(path) as process:
        with pytest.raises(
            AgendaError, match=r"locked for 0\.05 seconds: nothing was changed"
        ) as caught:
            store.apply(add([make_session("b")]))
        assert str(path) in str(caught.value)
        if Path("/proc/locks").exists():
            assert f"(process {process.pid})" in str(caught.value)
        assert len(store.read()) == 1
    assert look(tmp_path) == before


def test_a_holder_that_is_killed_frees_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    with holder(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        AgendaStore(path, "demo").apply(add([make_session("a")]))
    assert len(AgendaStore(path, "demo").read()) == 1


def test_two_stores_in_one_process_keep_each_other_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.05)
    path = tmp_path / "agenda.yaml"
    with locked(path), pytest.raises((AgendaError, RuntimeError)):
        AgendaStore(path, "demo").apply(add([make_session("a")]))
    assert not path.exists()


def test_the_lock_file_stays_and_stays_hidden(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    with locked(path):
        pass
    assert [each.name for each in tmp_path.iterdir()] == [".agenda.yaml.lock"]


def test_an_unknown_holder_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "locks"
    table.write_text("1: -> FLOCK\n\nnonsense\n")
    monkeypatch.setattr(lock, "_KERNEL_LOCKS", table)
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.05)
    path = tmp_path / "agenda.yaml"
    with holder(path), pytest.raises(AgendaError, match="another program has kept it locked"):
        AgendaStore(path, "demo").apply(add([make_session("a")]))
