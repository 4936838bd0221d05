"""The derived copies."""

import json
from pathlib import Path
from typing import Any

import pytest

from summit_tui.agenda import cache
from summit_tui.agenda.model import Agenda, Pick

PATH = Path("/somewhere/demo.yaml")
DATA = b"event: demo\n"
AGENDA = Agenda(
    "demo",
    {"a": Pick("a", "must", "é\n\n- 2", 5, False, "T", "2019", (("seat", {"row": [1, None]}),))},
    (("mood", True),),
    2,
)


def test_what_is_kept_is_found() -> None:
    cache.keep(PATH, DATA, AGENDA)
    assert cache.look_up(PATH, DATA) == AGENDA


def test_other_bytes_are_another_file() -> None:
    cache.keep(PATH, DATA, AGENDA)
    assert cache.look_up(PATH, DATA.replace(b"demo", b"meno")) is None
    assert cache.look_up(PATH, DATA + b"x") is None
    assert cache.look_up(PATH, DATA[:-1]) is None
    assert cache.look_up(PATH, b"") is None
    assert cache.look_up(Path("/elsewhere/demo.yaml"), DATA) is None


def test_any_single_damaged_byte_makes_it_worthless() -> None:
    cache.keep(PATH, DATA, AGENDA)
    copy = cache.copy_of(PATH)
    good = copy.read_bytes()
    for place in range(len(good)):
        copy.write_bytes(good[:place] + bytes([good[place] ^ 4]) + good[place + 1 :])
        assert cache.look_up(PATH, DATA) is None, place
    for length in range(len(good)):
        copy.write_bytes(good[:length])
        assert cache.look_up(PATH, DATA) is None, length


def test_a_copy_by_another_version_of_this_program_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache.keep(PATH, DATA, AGENDA)
    monkeypatch.setattr(cache, "_MAGIC", b"summit agenda copy 0")
    assert cache.look_up(PATH, DATA) is None


def test_what_is_whole_but_means_nothing_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    hollow: list[Any] = [[], {}, {"picks": 1}, {"event": "e", "picks": [{}]}, {"picks": [1]}]
    for plain in hollow:
        with monkeypatch.context() as patch:
            patch.setattr(cache, "plain_agenda", lambda _, plain=plain: plain)
            cache.keep(PATH, DATA, AGENDA)
        assert json.dumps(plain).encode() in cache.copy_of(PATH).read_bytes()
        assert cache.look_up(PATH, DATA) is None


def test_a_folder_that_cannot_be_written_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache.keep(PATH, DATA, AGENDA)
    assert cache.look_up(PATH, DATA) is None
