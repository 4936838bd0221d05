import errno
import os
from pathlib import Path

import pytest

from summit_tui.catalogue.sections import (
    DamagedError,
    Sections,
    StoredSections,
    open_sections,
    pack,
    save,
    state_of,
)
from tests.faults import break_call

KEY = b"the state of a file"
LARGE = "a name of sixteen"[:16]
CONTENT = {"one": b"first", "empty": b"", LARGE: bytes(n * n % 251 for n in range(50_000))}


def derive() -> dict[str, bytes]:
    return CONTENT


def opened(path: Path, key: bytes = KEY) -> StoredSections:
    found = open_sections(path, key, derive)
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
    for place, key in (
        (path, b"another state of it"),
        (path, b"short"),
        (path.with_name("nowhere"), KEY),
        (path.parent, KEY),
    ):
        assert open_sections(place, key, derive) is None


def test_every_cut_and_every_flipped_byte_is_noticed(path: Path) -> None:
    good = path.read_bytes()
    damaged = [good[:length] for length in range(0, len(good), 97)]
    damaged += [
        good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :]
        for place in range(0, len(good), 11 if len(good) < 10_000 else 101)
    ]
    for data in damaged:
        path.write_bytes(data)
        found = open_sections(path, KEY, derive)
        if found is not None:
            assert {name: found.whole(name) for name in CONTENT} == CONTENT


def test_counts_that_lie_ask_for_no_memory(path: Path) -> None:
    good = path.read_bytes()
    for place in range(16, 40):
        for bit in (0x40, 0x80):
            path.write_bytes(good[:place] + bytes([good[place] ^ bit]) + good[place + 1 :])
            assert open_sections(path, KEY, derive) is None


def test_a_pipe_in_its_place_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert open_sections(tmp_path / "pipe", KEY, derive) is None


def test_what_is_damaged_is_derived_once(path: Path) -> None:
    calls: list[int] = []

    def counted() -> dict[str, bytes]:
        calls.append(1)
        return CONTENT

    path.write_bytes(path.read_bytes()[:-1])
    found = open_sections(path, KEY, counted)
    assert found is not None
    assert found.part(LARGE, 3, 4) == CONTENT[LARGE][3:7]
    assert found.whole(LARGE) == CONTENT[LARGE]
    assert len(calls) == 1


def test_a_part_over_several_blocks_comes_back(path: Path) -> None:
    found = opened(path)
    for start, length in ((0, 1), (16_300, 200), (5, 40_000), (49_999, 1), (50_000, 0)):
        assert found.part(LARGE, start, length) == CONTENT[LARGE][start : start + length]


def test_a_part_beyond_the_end_is_damage(path: Path) -> None:
    for found in (opened(path), Sections(CONTENT)):
        for start, length in ((0, 6), (5, 1), (-1, 1), (0, -1)):
            with pytest.raises(DamagedError):
                found.part("one", start, length)
        assert found.part("one", 5, 0) == b""


def test_what_can_no_longer_be_read_is_derived_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = opened(path)
    break_call(monkeypatch, "pread", errno.ESTALE)
    assert found.part("one", 1, 3) == b"irs"


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
