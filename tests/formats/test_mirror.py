"""A folder kept as the picture of an export: what is ours follows it, what is not stays."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.formats.mirror import Mirrored, mirror


def ours(name: str, data: bytes) -> bool:
    """Return whether a file says so itself."""
    return data.startswith(b"ours")


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


_names = st.sampled_from(("a", "b", "c", "d"))
_ours = st.dictionaries(_names, st.sampled_from((b"ours 1", b"ours 2")))


@given(
    _ours, _ours, st.dictionaries(_names | st.just("e"), st.just(b"theirs"), max_size=2), st.data()
)
def test_it_becomes_what_is_given_and_loses_nothing_of_others(
    before: dict[str, bytes],
    after: dict[str, bytes],
    foreign: dict[str, bytes],
    data: st.DataObject,
) -> None:
    folder = Path(data.draw(st.builds(_fresh)))
    there = before | foreign
    for name, content in there.items():
        (folder / name).write_bytes(content)
    done = mirror(folder, after, ours)
    assert held(folder) == after | foreign
    assert set(done.added) == after.keys() - there.keys()
    assert set(done.removed) == there.keys() - after.keys() - foreign.keys()
    assert set(done.kept) == after.keys() & foreign.keys()
    again = mirror(folder, after, ours)
    assert (again.added, again.changed, again.removed) == ((), (), ())


def _fresh() -> str:
    import tempfile

    return tempfile.mkdtemp()


def test_what_is_right_is_not_touched(tmp_path: Path) -> None:
    mirror(tmp_path, {"same": b"ours", "other": b"ours 1"}, ours)
    for path in tmp_path.iterdir():
        os.utime(path, ns=(1, 1))
    done = mirror(tmp_path, {"same": b"ours", "other": b"ours 2"}, ours)
    assert done == Mirrored((), ("other",), (), ())
    assert (tmp_path / "same").stat().st_mtime_ns == 1
    assert (tmp_path / "other").stat().st_mtime_ns != 1


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"ours")
    (tmp_path / "a").chmod(0o640)
    mirror(tmp_path, {"a": b"ours 2"}, ours)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_links_and_folders_are_of_others(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"ours")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(outside)
    (folder / "gone").symlink_to(tmp_path / "nowhere")
    (folder / "sub").mkdir()
    assert mirror(folder, {"link": b"ours 2", "gone": b"ours", "sub": b"ours"}, ours).kept == (
        "link",
        "gone",
        "sub",
    )
    assert str(mirror(folder, {}, ours)) == "nothing changed"
    assert sorted(path.name for path in folder.iterdir()) == ["gone", "link", "sub"]
    mirror(folder, {"link": b"ours 2"}, ours, force=True)
    assert outside.read_bytes() == b"ours"


def test_a_link_to_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    mirror(tmp_path / "link", {"a": b"ours"}, ours)
    assert held(tmp_path / "real") == {"a": b"ours"}


def test_additions_come_before_removals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").write_bytes(b"ours")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        mirror(tmp_path, {"new": b"ours"}, ours)
    assert held(tmp_path) == {"old": b"ours"}


def test_how_it_is_told() -> None:
    assert str(Mirrored(("a", "b"), (), ("c",), ("d",))) == "2 added, 1 removed"
    assert str(Mirrored((), ("a",), (), ())) == "1 changed"
