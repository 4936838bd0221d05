"""The last look: what has come since is new until one has looked."""

from pathlib import Path

import pytest

from summit_tui.catalogue import seen, versions
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.provenance import versions_folder
from tests.catalogue.kept import placed, text


def unseen(name: str = "fosdem") -> int | None:
    version = seen.unseen_since(name)
    return None if version is None else version.number


def test_updates_add_up_until_one_looks() -> None:
    placed("fosdem", "One")
    assert unseen() is None
    placed("fosdem", "Two")
    placed("fosdem", "Three")
    assert unseen() == 1
    assert seen.look("fosdem")
    assert unseen() is None
    placed("fosdem", "Four")
    assert unseen() == 3


def test_what_was_there_before_versions_were_counts_as_seen() -> None:
    library_file("fosdem").parent.mkdir(parents=True)
    library_file("fosdem").write_bytes(text("One"))
    assert unseen() is None
    assert not seen.look("fosdem")
    placed("fosdem", "Two")
    assert unseen() == 1


def test_an_edit_by_hand_is_told_against_what_was_seen() -> None:
    placed("fosdem", "One")
    library_file("fosdem").write_bytes(text("Edited"))
    assert unseen() == 1
    assert seen.look("fosdem")


def test_where_it_is_no_longer_kept_the_oldest_serves() -> None:
    for title in ("One", "Two", "Three"):
        placed("fosdem", title)
    versions.kept("fosdem")[0].path.unlink()
    assert unseen() == 2
    versions.kept("fosdem")[0].path.unlink()
    assert unseen() is None  # but for what it is now


@pytest.mark.parametrize("damage", [b"", b"soon", b"9", b"9" * 100, b"\xff"])
def test_a_damaged_memory_marks_nothing(damage: bytes) -> None:
    placed("fosdem", "One")
    placed("fosdem", "Two")
    (versions_folder("fosdem") / "seen").write_bytes(damage)
    assert unseen() is None
    assert seen.look("fosdem")


def test_a_look_that_cannot_be_kept_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    placed("fosdem", "One")
    placed("fosdem", "Two")
    (versions_folder("fosdem") / "seen").unlink()
    (versions_folder("fosdem") / "seen").mkdir()
    (versions_folder("fosdem") / "seen" / "x").touch()
    assert not seen.look("fosdem")
    assert Path(versions_folder("fosdem") / "seen").is_dir()
