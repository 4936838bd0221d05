import os
from pathlib import Path

import pytest

from summit_tui.catalogue.sections import (
    DamagedError,
    Sections,
    open_sections,
    pack,
    save,
    state_of,
)

KEY = b"the state of a file"
CONTENT = {"one": b"first", "empty": b"", "a name of sixteen"[:16]: b"x" * 5000}


def opened(path: Path, key: bytes = KEY) -> Sections:
    found = open_sections(path, key)
    assert found is not None
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    assert save(tmp_path / "folder" / "file.sections", pack(KEY, CONTENT))
    return tmp_path / "folder" / "file.sections"


def test_sections_come_back_whole_and_in_part(path: Path) -> None:
    for found in (opened(path), Sections(CONTENT)):
        assert {name: found.whole(name) for name in CONTENT} == CONTENT
        assert found.part("one", 1, 3) == b"irs"


def test_another_state_is_another_file(path: Path) -> None:
    assert open_sections(path, b"another state of it") is None
    assert open_sections(path, b"short") is None
    assert open_sections(path.with_name("nowhere"), KEY) is None
    assert open_sections(path.parent, KEY) is None


def test_every_cut_and_every_flipped_byte_is_noticed(path: Path) -> None:
    good = path.read_bytes()
    for length in range(0, len(good), 7):
        path.write_bytes(good[:length])
        assert open_sections(path, KEY) is None
    for place in range(0, len(good), 11):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        found = open_sections(path, KEY)
        if found is not None:
            with pytest.raises(DamagedError):
                [found.whole(name) for name in CONTENT]


def test_a_part_beyond_the_end_is_damage(path: Path) -> None:
    for start, length in ((0, 6), (5, 1), (-1, 1), (0, -1)):
        with pytest.raises(DamagedError):
            opened(path).part("one", start, length)


def test_an_open_file_outlives_its_replacement(path: Path) -> None:
    found = opened(path)
    save(path, pack(KEY, {"one": b"later"}))
    assert found.whole("one") == b"first"
    assert opened(path).whole("one") == b"later"


def test_saving_says_when_it_could_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not save(tmp_path / "file" / "x", b"data")
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "folder").mkdir()
    assert not save(tmp_path / "there" / "folder", b"data")
    assert [each.name for each in (tmp_path / "there").iterdir()] == ["folder"]


def test_the_state_of_a_file_changes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert state_of(path) is None
    path.write_text("a")
    old = 1_500_000_000_000_000_000
    os.utime(path, ns=(old, old))
    first = state_of(path)
    assert first is not None
    assert first == state_of(path)
    os.utime(path, ns=(old, old + 1))
    assert state_of(path) != first
    link = tmp_path / "link"
    link.symlink_to(path)
    assert state_of(link) == state_of(path)
