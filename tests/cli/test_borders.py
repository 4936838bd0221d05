"""What a shell command must not load: each of these takes longer than the search itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.programmes import programme
from tests.cli.runner import summit

HEAVY = {"textual", "rich", "icalendar", "yaml", "_yaml", "difflib", "filelock", "platformdirs"}


def loaded(code: str) -> set[str]:
    """Return the modules that are loaded after `code` ran in an interpreter of its own."""
    code += "\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return set(json.loads(ended.stdout.decode().splitlines()[-1]))


def test_naming_the_commands_loads_none_of_them() -> None:
    modules = loaded("import summit_tui.cli.main")
    assert not modules & (HEAVY | {"rapidfuzz", "sqlite3", "asyncio"})
    assert "summit_tui.cli.search" not in modules
    assert not [name for name in modules if name.startswith("summit_tui.agenda")]


WARM = [
    ["search", "functions"],
    ["search", "functions", "--format", "json"],
    ["search", "--level", "300+", "--picked", "--format", "ids"],
    ["search", "--format", "table"],
    ["agenda"],
    ["show", "functions"],
    ["report", "--why"],
    ["now", "--at", "2019-04-02T11:50"],
    ["next", "--at", "2019-04-02T11:00"],
]


@pytest.mark.parametrize("arguments", WARM)
def test_a_warm_command_loads_nothing_heavy(arguments: list[str]) -> None:
    summit("add", "functions")
    assert summit(*arguments).code == 0
    modules = loaded(f"from summit_tui.cli.main import run\nassert run({arguments!r}) == 0")
    assert not modules & (HEAVY | {"rapidfuzz"})
    assert "summit_tui.catalogue.reading" not in modules


QUICK = [
    ["search", "functions"],
    ["search", "functions", "--level", "300+", "--track=serverless", "--limit", "3"],
    ["search", "functions", "--format", "table", "--color", "always"],
    ["search", "--day", "1", "--after", "10:00", "--format", "ids"],
    ["--catalogue", "sessions.yaml", "search", "functions"],
]
SLOW = HEAVY | {"click", "rapidfuzz", "dataclasses", "inspect", "uuid", "subprocess", "logging"}


@pytest.mark.parametrize("arguments", QUICK)
def test_a_warm_search_loads_no_click_and_makes_no_dataclass(arguments: list[str]) -> None:
    summit("add", "functions")
    assert summit(*arguments).code == 0
    modules = loaded(f"from summit_tui.cli.start import run\nassert run({arguments!r}) == 0")
    assert "summit_tui.search.finding" in modules
    assert not modules & SLOW
    assert not {name for name in modules if name.startswith("summit_tui.formats")}


def test_completing_an_id_loads_no_click(monkeypatch: pytest.MonkeyPatch) -> None:
    summit("search")
    monkeypatch.setenv("_SUMMIT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "summit show fun")
    monkeypatch.setenv("COMP_CWORD", "2")
    modules = loaded("from summit_tui.cli.start import run\nassert run([]) == 0")
    assert "summit_tui.cli.tab" in modules
    assert not modules & SLOW
    assert "summit_tui.search.finding" not in modules


def test_only_a_word_that_is_not_there_loads_the_fuzzy_search() -> None:
    summit("search")
    run = "from summit_tui.cli.main import run\nrun(['search', {!r}])"
    assert "rapidfuzz" not in loaded(run.format("queues"))
    assert "rapidfuzz" in loaded(run.format("quees"))


def test_a_cold_command_does_load_the_reader(here: Path) -> None:
    programme(here)
    modules = loaded("from summit_tui.cli.main import run\nrun(['search', 'queues'])")
    assert "yaml" in modules
    assert not modules & (HEAVY - {"yaml", "_yaml"})
