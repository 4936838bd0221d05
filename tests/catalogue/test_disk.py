"""Files replaced whole."""

import errno
import os
from pathlib import Path

import pytest

from summit_tui.catalogue.disk import confirm, exists, set_aside, stamp_of, write_atomically
from tests.faults import break_call, litter, look


def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path) -> None:
    previous = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new", b"data")
    finally:
        os.umask(previous)
    assert (tmp_path / "new").read_bytes() == b"data"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640
    assert litter(tmp_path) == []


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_the_mode_is_taken_over(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new", like=path)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", mode)


def test_nobody_else_reads_what_is_not_for_them_before_the_mode_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    path.chmod(0o600)
    modes: list[int] = []
    real = os.write

    def seen(descriptor: int, data: bytes) -> int:
        modes.append(os.fstat(descriptor).st_mode & 0o777)
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", seen)
    previous = os.umask(0)
    try:
        write_atomically(path, b"new", like=path)
    finally:
        os.umask(previous)
    assert modes == [0o600]


def test_the_owner_is_taken_over_where_it_is_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "fchown", lambda _, *owner: given.append(owner))
    theirs = Path("/")
    if os.geteuid() == 0:
        theirs = tmp_path / "theirs"
        theirs.write_bytes(b"")
        os.chown(theirs, 12345, 54321)
    write_atomically(tmp_path / "new", b"data", like=theirs)
    assert given == [(theirs.stat().st_uid, theirs.stat().st_gid)]
    write_atomically(tmp_path / "new", b"data", like=tmp_path / "new")
    assert len(given) == 1


def test_a_file_that_cannot_be_given_away_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_call(monkeypatch, "fchown", errno.EPERM)
    write_atomically(tmp_path / "new", b"data", like=Path("/"))
    assert (tmp_path / "new").read_bytes() == b"data"


def test_it_is_a_new_file_and_never_a_half_written_one(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        write_atomically(path, b"new and longer")
        assert reader.read() == b"old"


def test_a_name_may_be_as_long_as_the_system_has_them(tmp_path: Path) -> None:
    path = tmp_path / ("ö" * 125 + ".yaml")  # 255 bytes
    write_atomically(path, b"data")
    assert path.read_bytes() == b"data"


@pytest.mark.parametrize(
    ("call", "after"), [("write", 0), ("write", 1), ("fsync", 0), ("fchmod", 0)]
)
def test_a_failure_leaves_the_file_and_no_litter(
    call: str, after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    before = look(tmp_path)
    if after:  # the disk takes a part of the bytes first
        real = os.write
        monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:1]))
    break_call(monkeypatch, call, errno.ENOSPC, after=after)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, b"new", like=path)
    assert look(tmp_path) == before


def test_a_link_that_leads_in_a_circle_stays(tmp_path: Path) -> None:
    path = tmp_path / "circle"
    path.symlink_to(path)
    with pytest.raises(OSError, match="Too many levels"):
        write_atomically(path, b"data")
    assert [each.is_symlink() for each in tmp_path.iterdir()] == [True]


def test_bytes_that_the_system_takes_piece_by_piece_all_arrive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    write_atomically(tmp_path / "new", b"0123456789")
    assert (tmp_path / "new").read_bytes() == b"0123456789"


def test_the_bytes_are_on_the_disk_before_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: done.append(f"sync {(tmp_path / 'new').exists()}"))
    write_atomically(tmp_path / "new", b"data")
    assert done == ["sync False"]
    done.clear()
    write_atomically(tmp_path / "new", b"data", durable=False)
    assert done == []


def test_a_disk_that_does_not_confirm_the_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert confirm(tmp_path)
    assert not confirm(tmp_path / "nowhere")
    break_call(monkeypatch, "fsync", errno.EIO)
    assert not confirm(tmp_path)


def test_only_old_litter_of_its_own_is_swept(tmp_path: Path) -> None:
    now = 1_600_000_000
    ages = {
        ".mine.1-old.tmp": 4000,
        ".mine.1-young.tmp": 3000,
        ".other.1-old.tmp": 4000,
        ".mine.1-old.yaml": 4000,
        "mine.tmp": 4000,
    }
    path = tmp_path / "mine"
    write_atomically(path, b"")
    written = path.stat().st_mtime
    assert written > now
    for name, age in ages.items():
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (written - age, written - age))
    write_atomically(path, b"")
    assert {each.name for each in tmp_path.iterdir()} == {*ages, "mine"} - {".mine.1-old.tmp"}


@pytest.mark.parametrize("links", [True, False])
def test_setting_aside_never_takes_a_name_that_is_in_use(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        break_call(monkeypatch, "link", errno.EPERM)
    path = tmp_path / "file"
    kept = []
    for content in (b"one", b"two", b"three"):
        path.unlink(missing_ok=True)
        path.write_bytes(content)
        kept.append(set_aside(path, "corrupt"))
        assert path.read_bytes() == content
    assert [each.read_bytes() for each in kept] == [b"one", b"two", b"three"]
    assert all(each.name.startswith("file.corrupt-2") for each in kept)


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert stamp_of(path) is None
    assert not exists(path)
    stamps = []
    for content in (b"a", b"b", b"b"):
        write_atomically(path, content)
        stamps.append(stamp_of(path))
    assert exists(path)
    assert None not in stamps
    assert len(set(stamps)) == 3
