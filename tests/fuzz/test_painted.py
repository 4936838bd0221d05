"""A short walk whose parts make the whole, and that one which is painted wrong is told."""

from pathlib import Path
from random import Random

import pytest

from summit_tui.tui.painting import Painter
from tests.fuzz import painted
from tests.fuzz.monkey import Told


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep browser and files within the test."""
    monkeypatch.setattr("webbrowser.open", lambda *_, **__: True)
    monkeypatch.chdir(tmp_path)


async def told(folder: Path, name: str) -> Told:
    with painted.on_terminal(painted.TERMINALS[0]):
        return await painted.walk(name, folder, Random(5), 25)  # noqa: S311 - no secret


@pytest.mark.parametrize("name", ["wide", "hostile"])
async def test_a_walk_is_painted_as_the_whole_would_be(name: str, tmp_path: Path) -> None:
    found = await told(tmp_path, name)
    assert found.faults == []
    assert found.keys >= 25


async def test_what_is_not_painted_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Painter, "_pieces", lambda *_: ())
    assert "▒" in (await told(tmp_path, "wide")).faults[0]


def test_a_walk_has_a_process_of_its_own() -> None:
    found = painted.apart(5, 0, 2)
    assert found.keys >= 2  # some are typed several at once
    assert found.faults == []


def test_a_fault_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    walks = [Told(100, 1, 0, [], ["a"]), Told(100, 1, 0, ["line 1"], ["b", "c"])]
    monkeypatch.setattr(painted, "apart", lambda *_: walks.pop())
    assert painted.main(["--count", "200"]) == 1
    out = capsys.readouterr().out
    assert "walk 0: b c\n  line 1" in out
    assert "200 keys, 1 walks with something painted wrong" in out
    walks = [Told(100, 1, 0, [], ["a"])]
    assert painted.main(["--walk", "3"]) == 0
