"""The monkey itself, and a short walk through each catalogue."""

import asyncio
from pathlib import Path

import pytest

from summit_tui.agenda.change import add, remove
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.store import AgendaStore, Applied
from summit_tui.search.programme import programme_of
from summit_tui.tui.screens.session_actions import SessionActions
from tests.factories import make_session
from tests.fuzz import keys
from tests.fuzz.monkey import Told, walk
from tests.fuzz.watching import WatchedStore
from tests.tui.harness import sample

SAMPLE = programme_of(sample())


async def told(folder: Path, number: int = 0, length: int = 40) -> Told:
    return await walk(SAMPLE, folder, 1, number, length)


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep browser and files within the test."""
    monkeypatch.setattr("webbrowser.open", lambda *_, **__: True)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", [name for name in keys.CATALOGUES if name != "huge"])
async def test_a_walk_ends_well(name: str, tmp_path: Path) -> None:
    programme = keys.programme_for(name)
    found = await walk(programme, tmp_path, 2, 0, 60)
    assert found.faults == []
    assert found.keys >= 60


async def test_a_number_walks_the_same_way_again(tmp_path: Path) -> None:
    trails = []
    for name in "ab":
        (tmp_path / name).mkdir()
        trails.append((await told(tmp_path / name, length=20)).trail)
    assert trails[0] == trails[1]


async def test_a_traceback_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: SessionActions) -> None:
        raise KeyError("broken")

    monkeypatch.setattr(SessionActions, "action_pick", breaks)
    found = await told(tmp_path, length=800)
    assert "broken" in found.faults[0]


async def test_standing_still_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def for_ever(_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("tests.fuzz.monkey.settle", for_ever)
    monkeypatch.setattr("tests.fuzz.monkey._PATIENCE", 0.01)
    assert "TimeoutError" in (await told(tmp_path)).faults[0]


A, B = make_session("a"), make_session("b", "10:00")


def watched(folder: Path) -> WatchedStore:
    return WatchedStore(AgendaStore(folder / "agenda.yaml", "demo"))


def test_a_watched_store_finds_nothing_wrong_with_a_sound_one(tmp_path: Path) -> None:
    store = watched(tmp_path)
    store.apply(add([A, B]))
    store.apply(remove(["a"]))
    store.undo()
    store.redo()
    store.redo()
    store.undo()
    store.judge(store.read())
    assert store.faults == []
    assert store.writes == 5


@pytest.mark.parametrize("name", ["apply", "undo", "redo"])
def test_a_pick_that_is_lost_is_a_fault(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = watched(tmp_path)
    store.apply(add([A]))
    store.apply(add([B]))
    store.apply(remove(["a"]))
    store.undo()
    nothing = Agenda("demo")

    def loses(*_: object) -> Applied:
        return Applied(store.read(), nothing, "said to be done")

    monkeypatch.setattr(AgendaStore, name, loses)
    {"apply": lambda: store.apply(add([B])), "undo": store.undo, "redo": store.redo}[name]()
    assert len(store.faults) == 1


def test_a_file_or_a_screen_without_a_pick_is_a_fault(tmp_path: Path) -> None:
    store = watched(tmp_path)
    store.apply(add([A]))
    store.judge(Agenda("demo"))
    assert store.faults == ["the screen: lost ['a'], new [], different []"]
    AgendaStore(store.path, "demo").apply(remove(["a"]))
    store.judge(Agenda("demo").updated(store._kept.picks))
    assert store.faults[1:] == ["the file: lost ['a'], new [], different []"]


def test_a_fault_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    walks = [Told(100, 1, 5, [], ["a"]), Told(100, 1, 5, ["broken"], ["b", "c"])]
    monkeypatch.setattr(keys, "walked", lambda *_: walks.pop())
    assert keys.main(["--count", "200"]) == 1
    out = capsys.readouterr().out
    assert "walk 0 ended badly after 100 keys\n  b c\nbroken" in out
    assert "200 keys, 2 starts, 10 changes written, 1 walks ended badly" in out
    walks = [Told(100, 1, 5, [], ["a"])]
    assert keys.main(["--walk", "3"]) == 0
