"""Into the library and out of it: nothing that was there is lost."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from summit_tui.catalogue import own_files, shelf, versions
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.provenance import Origin, Provenance, recall, versions_folder
from summit_tui.catalogue.seen import seen_number
from summit_tui.catalogue.shelf import ShelfError
from tests.catalogue.kept import MONDAY, file_of, placed, text

FROM = Provenance(Origin("https://event.example/"), MONDAY)


def kept_texts(name: str = "fosdem") -> list[bytes]:
    return [versions.text_of(version) for version in versions.kept(name)]


def test_nothing_takes_the_name_of_the_programme_that_ships() -> None:
    with pytest.raises(ShelfError, match="--as NAME"):
        shelf.place("sample", text("One"))
    assert not library_file("sample").exists()


def test_the_first_has_nothing_to_replace() -> None:
    found = placed("fosdem", "One", provenance=FROM)
    assert (found.version.number, found.replaced) == (1, None)
    assert seen_number("fosdem") == 1
    assert file_of("fosdem") == text("One")
    assert recall("fosdem") == FROM


def test_what_is_replaced_is_kept() -> None:
    first = placed("fosdem", "One", provenance=FROM)
    second = placed("fosdem", "Two", at=MONDAY + timedelta(days=1))
    assert second.replaced == first.version
    assert seen_number("fosdem") == 1  # the news of it is still to be looked at
    assert kept_texts() == [text("One"), text("Two")]
    assert file_of("fosdem") == text("Two")
    assert recall("fosdem") == FROM


def test_an_edit_by_hand_is_kept_before_it_is_replaced() -> None:
    placed("fosdem", "One")
    assert not shelf.edited("fosdem")
    assert not shelf.edited("nothing")
    library_file("fosdem").write_bytes(b"mine # edited")
    assert shelf.edited("fosdem")
    found = placed("fosdem", "Two")
    assert found.replaced is not None
    assert versions.text_of(found.replaced) == b"mine # edited"
    assert kept_texts() == [text("One"), b"mine # edited", text("Two")]
    assert not shelf.edited("fosdem")


def test_what_was_there_before_versions_were_is_kept_with_its_time() -> None:
    library_file("fosdem").parent.mkdir(parents=True)
    library_file("fosdem").write_bytes(text("One"))
    os.utime(library_file("fosdem"), (MONDAY.timestamp(), MONDAY.timestamp()))
    assert not shelf.edited("fosdem")
    found = placed("fosdem", "Two", at=MONDAY + timedelta(days=1))
    assert found.replaced is not None
    assert (found.replaced.number, found.replaced.at) == (1, MONDAY)


def test_what_another_program_changed_meanwhile_is_not_overwritten() -> None:
    placed("fosdem", "One")
    looked_at = versions.digest_of(text("One"))
    library_file("fosdem").write_bytes(text("Two"))
    with pytest.raises(ShelfError, match="changed by another program meanwhile"):
        shelf.place("fosdem", text("Three"), instead=looked_at)
    with pytest.raises(ShelfError, match="meanwhile"):
        shelf.place("fosdem", text("Three"), instead="")
    assert file_of("fosdem") == text("Two")
    assert shelf.place("other", text("One"), instead="").version.number == 1


def test_out_and_back() -> None:
    placed("fosdem", "One", provenance=FROM)
    library_file("fosdem").write_bytes(b"edited")
    version = shelf.take_out("fosdem")
    assert not library_file("fosdem").exists()
    assert versions.text_of(version) == b"edited"
    assert recall("fosdem") == FROM
    back = shelf.place("fosdem", versions.text_of(version), instead="")
    assert back.version == version
    assert file_of("fosdem") == b"edited"


def test_what_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(ShelfError, match="no such file"):
        shelf.take_out("fosdem")


def test_a_link_stays_a_link_and_a_mode_stays(tmp_path: Path) -> None:
    real = tmp_path / "sessions.yaml"
    real.write_bytes(text("One"))
    real.chmod(0o640)
    library_file("fosdem").parent.mkdir(parents=True)
    library_file("fosdem").symlink_to(real)
    placed("fosdem", "Two")
    assert library_file("fosdem").is_symlink()
    assert real.read_bytes() == text("Two")
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("put_number", [0, 1, 2, 3])
def test_a_process_that_ends_at_any_write_loses_nothing(
    put_number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed("fosdem", "One")
    library_file("fosdem").write_bytes(text("Edited"))
    real, left = own_files.put, put_number

    def put(path: Path, data: bytes) -> None:
        nonlocal left
        if left == 0:
            raise OSError(28, "No space left on device", str(path))
        left -= 1
        real(path, data)

    monkeypatch.setattr(own_files, "put", put)
    if put_number < 3:
        with pytest.raises(ShelfError, match="no space left on device"):
            shelf.place("fosdem", text("Two"), FROM)
    monkeypatch.setattr(own_files, "put", real)
    there = {file_of("fosdem"), *kept_texts()}
    assert {text("One"), text("Edited")} <= there
    shelf.place("fosdem", text("Two"), FROM)
    assert (file_of("fosdem"), recall("fosdem")) == (text("Two"), FROM)
    assert kept_texts() == [text("One"), text("Edited"), text("Two")]


def test_what_cannot_be_read_is_not_replaced() -> None:
    library_file("fosdem").mkdir(parents=True)
    with pytest.raises(ShelfError, match="nothing was changed"):
        shelf.place("fosdem", text("One"))
    assert library_file("fosdem").is_dir()


def test_one_writer_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_files, "_LOCK_SECONDS", 0.01)
    with (
        own_files.alone(versions_folder("fosdem") / "versions"),
        pytest.raises(ShelfError, match="being changed by another program"),
    ):
        shelf.place("fosdem", text("One"))
    placed("fosdem", "One")
