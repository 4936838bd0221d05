"""The ledger of revisions on disk: remembered, and never in the way of an export."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summit_tui.catalogue import clock
from summit_tui.formats import ledger
from summit_tui.formats.ledger import ledger_path, load, revised, save
from summit_tui.formats.revisions import Revision
from tests.factories import make_catalogue, make_session

UID = "s1@demo.summit-tui"
EARLY, MOVED = (make_catalogue(make_session(start=start)) for start in ("09:30", "10:00"))
NOTICED = datetime(2019, 3, 1, 12, tzinfo=UTC)
SAVED = {
    UID: Revision("a", 2, NOTICED),
    "é\ud800@demo.summit-tui": Revision("b"),
}


def remembered() -> Path:
    """Export the early programme once and return the ledger's path."""
    revised(EARLY, EARLY.sessions)
    return ledger_path(EARLY.event)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "new" / "demo.json"
    assert load(path) == {}
    save(path, SAVED)
    assert load(path) == SAVED
    assert [file.name for file in path.parent.iterdir()] == ["demo.json"]


def test_a_move_between_two_exports_is_remembered_in_the_state_folder(isolated: Path) -> None:
    clock.pretend(NOTICED)
    path = remembered()
    assert isolated / "state" in path.parents
    moved, notices = revised(MOVED, MOVED.sessions)
    assert (moved[UID].sequence, moved[UID].stamp, notices) == (1, NOTICED, ())
    clock.pretend(datetime(2030, 1, 1, tzinfo=UTC))
    assert revised(MOVED, MOVED.sessions) == (moved, ())


def test_nothing_is_written_when_nothing_changed() -> None:
    path = remembered()
    before = path.stat()
    revised(EARLY, EARLY.sessions)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


DAMAGED = [
    b"",
    b"\0" * 50,
    b"\xff\xfe",
    b"[1]",
    b"{}",
    b'{"version": 1, "revisions": []}',
    b'{"version": 1, "revisions": {"x": {"shown": "a", "sequence": "1", "stamp": null}}}',
    b'{"version": 1, "revisions": {"x": {"shown": "a", "sequence": 1, "stamp": "soon"}}}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: repr(content[:40]))
def test_a_damaged_ledger_is_set_aside_and_named(content: bytes) -> None:
    path = remembered()
    path.write_bytes(content)
    revisions, (notice,) = revised(EARLY, EARLY.sessions)
    (aside,) = (file for file in path.parent.iterdir() if file != path)
    assert aside.read_bytes() == content
    assert aside.name in notice
    assert load(path) == revisions


def test_a_damaged_ledger_that_cannot_be_set_aside_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    path = remembered()
    path.write_bytes(b"?")
    monkeypatch.setattr(Path, "rename", _refuse)
    revisions, (notice,) = revised(EARLY, EARLY.sessions)
    assert path.read_bytes() == b"?"
    assert "remove it" in notice
    assert revisions[UID].sequence == 0


def test_a_newer_ledger_is_left_alone() -> None:
    path = remembered()
    newer = json.dumps({"version": ledger.VERSION + 1, "revisions": "?"})
    path.write_text(newer)
    _, (notice,) = revised(MOVED, MOVED.sessions)
    assert "newer" in notice
    assert path.read_text() == newer


def test_an_unreadable_ledger_does_not_stop_an_export() -> None:
    path = ledger_path(EARLY.event)
    path.mkdir(parents=True)
    revisions, (notice,) = revised(EARLY, EARLY.sessions)
    assert "not readable" in notice
    assert revisions[UID].sequence == 0


def test_an_unwritable_state_folder_does_not_stop_an_export(isolated: Path) -> None:
    (isolated / "state").write_text("a file where the folder should be")
    revisions, (notice,) = revised(EARLY, EARLY.sessions)
    assert str(ledger_path(EARLY.event)) in notice
    assert revisions[UID].sequence == 0


def test_a_failing_write_leaves_the_old_ledger_and_no_litter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = remembered()
    before = path.read_bytes()
    monkeypatch.setattr("os.fsync", _refuse)
    _, (notice,) = revised(MOVED, MOVED.sessions)
    assert "not written (No space left on device)" in notice
    assert [file.read_bytes() for file in path.parent.iterdir()] == [before]


def _refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")
