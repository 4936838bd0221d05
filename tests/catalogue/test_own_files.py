"""Small files of a person's own: read without waiting, written whole."""

import os
from pathlib import Path

import pytest

from summit_tui.catalogue.own_files import alone, put, read


def test_what_was_put_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.json"
    put(path, b"one")
    put(path, b"two")
    assert read(path) == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["file.json"]


def test_the_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    put(path, b"one")
    path.chmod(0o600)
    put(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, real = tmp_path / "file.json", tmp_path / "elsewhere" / "file.json"
    put(real, b"one")
    path.symlink_to(real)
    put(path, b"two")
    assert path.is_symlink()
    assert read(real) == b"two"


def test_a_name_may_be_as_long_as_the_system_has_them(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".json")
    put(path, b"one")
    assert read(path) == b"one"


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "large").write_bytes(b"x" * 11)
    for name in ("pipe", "folder", "large", "absent"):
        with pytest.raises(OSError, match=name):
            read(tmp_path / name, 10)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(OSError, match="there"):
        put(tmp_path / "there", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["there"]


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    with alone(tmp_path / "file.json"):
        put(tmp_path / "file.json", b"x")
    assert read(tmp_path / "file.json") == b"x"
