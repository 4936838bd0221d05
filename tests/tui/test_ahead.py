"""What keys will need is imported at rest, and no letter waits for it."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summit_tui.tui import ahead
from summit_tui.tui.ahead import Ahead
from tests.tui.harness import running, until

_LETTERS = """
import asyncio, sys
from pathlib import Path
from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue.library import shipped
from summit_tui.search.programme import open_programme
from summit_tui.tui import ahead
from summit_tui.tui.app import SummitApp

for step in ahead.steps():
    step()

async def main() -> None:
    path = shipped()
    app = SummitApp(open_programme(path), AgendaStore(path, Path(sys.argv[1])))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        before = set(sys.modules)
        await pilot.press("slash", *"a kuberntes level:3", "enter", *"AGSNP")
        await pilot.pause(0.3)
        print(sorted(name for name in set(sys.modules) - before if name.startswith("summit_tui")))

asyncio.run(main())
"""


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the numbers of the steps that were taken, of three."""
    found: list[int] = []

    def steps() -> Iterator[Callable[[], object]]:
        for number in range(3):
            yield lambda number=number: found.append(number)  # type: ignore[misc]

    monkeypatch.setattr(ahead, "steps", steps)
    monkeypatch.setattr(ahead, "_REST_SECONDS", 0.02)
    return found


async def test_one_after_the_other_when_nothing_more_is_typed(taken: list[int]) -> None:
    each = Ahead()
    each.typed()  # before it began
    each.begin()
    each.typed()
    assert taken == []
    await until(lambda: len(taken) == 3)
    assert taken == [0, 1, 2]
    each.typed()  # when there is nothing left


async def test_a_key_puts_it_off(taken: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    each = Ahead()
    each.begin()
    await until(lambda: bool(taken))
    monkeypatch.setattr(ahead, "_REST_SECONDS", 60.0)
    each.typed()
    assert each._next is not None
    assert each._next.when() - asyncio.get_running_loop().time() > 30


async def test_the_application_does_it(taken: list[int], tmp_path: Path) -> None:
    async with running(tmp_path):
        await until(lambda: len(taken) == 3)


def test_letters_and_screens_import_nothing_more(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _LETTERS, str(tmp_path / "agenda.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
