"""Where a process begins: what needs no click gets none, and ends as click would have it."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_tui.catalogue import clock
from summit_tui.cli import main, out, start
from summit_tui.cli.declared import GIVEN, SEARCH, Option
from tests.cli.runner import spawn, summit

WITHOUT_CLICK = [
    ([], 0),
    (["--version"], 0),
    (["--catalogue", "sessions.yaml"], 0),
    (["--catalogue", "nowhere"], 2),
    (["search", "functions"], 0),
    (["search", "functions", "--level", "300+", "--format=json", "--color", "always"], 0),
    (["--catalogue=sessions.yaml", "--at", "10:00", "search", "--limit", "1"], 0),
    (["search", "--", "-keynote", "functions"], 0),
    (["search", "xylophone"], 1),
    (["search", "--level", "9"], 2),
]


@pytest.mark.parametrize(("arguments", "code"), WITHOUT_CLICK)
def test_an_ordinary_line_needs_no_click(arguments: list[str], code: int) -> None:
    program = (
        "import sys, os\n"
        "from summit_tui.cli import start\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "os._exit = lambda code: print('click' in sys.modules, code, file=sys.stderr)\n"
        "start.main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.stderr.splitlines()[-1] == f"False {code}"
    assert "Traceback" not in ended.stderr


def test_another_program_being_completed_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_SUMMIT_TUI_COMPLETE", "bash_complete")
    assert summit("search", "functions").code == 0


LINES = [
    "--version",
    "",
    "search functions",
    "search functions --format json",
    "search function --format table --color always",
    "--color always search --format table",
    "search --level 300+ --track serverless --picked",
    "search --level 9",
    "search --level ,",
    "search --limit 1 --limit 2",
    "search --limit -1",
    "search --limit= x",
    "search --format jsn",
    "search xylophone",
    "search xylophone --level 300",
    "search trak:data",
    "search --at 25:00",
    "--at x search",
    "--catalogue nowhere search",
    "search --catalogue= functions",
    "search -h",
    "search --lvel 300",
    "search --picked=1",
    "search --level",
    "search -- -queues",
    "search -ai",
    "-- search functions",
    "--color search",
    "--color nevr search",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_ends_as_click_would_have_it(line: str) -> None:
    summit("add", "queues")
    quick = summit(*line.split())
    with patch.object(start, "_ordinary", return_value=None):
        assert summit(*line.split()) == quick


def test_the_version_is_the_one_click_prints() -> None:
    with patch.object(start, "_ordinary", return_value=None):
        assert summit("--version") == spawn("--version")


def _typed(option: Option) -> st.SearchStrategy[list[str]]:
    """Return what can be typed for `option`: well, badly, with its value apart or not."""
    name = f"--{option.name}"
    texts = st.sampled_from(
        ["", "300", "a,b", "a b", "-x", "--", "-", "=", "0", "٣", "1_0", "10:00"]
    )
    values = st.one_of(texts, st.sampled_from(option.choices or ("never",)))
    apart, together = (
        st.builds(lambda v: [name, v], values),
        st.builds(lambda v: [f"{name}={v}"], values),
    )
    alone = st.just([name])
    return alone if option.is_flag else st.one_of(apart, apart, together, together, alone)


WORDS = st.sampled_from(["queues", "", " ", "-", "--", "-x", "-1", "é", "a=b", "-h", "--lev", "="])
OUTER = st.one_of([_typed(option) for option in GIVEN])
INNER = st.one_of(WORDS.map(lambda word: [word]), *[_typed(option) for option in (*GIVEN, *SEARCH)])
COMMANDS = st.sampled_from([["search"], ["search"], ["search"], ["search"], [], ["serch"]])
TYPED = st.tuples(
    st.lists(OUTER, max_size=2), COMMANDS.map(lambda each: [each]), st.lists(INNER, max_size=4)
).map(lambda parts: [word for part in parts for piece in part for word in piece])


def _asked_by(arguments: list[str], run: Callable[[list[str]], int]) -> tuple[Any, ...]:
    """Return what `arguments` ask for when `run` reads them: nothing is searched or opened."""
    asked: list[Any] = []

    def search(desk: Any, options: Any) -> None:
        asked.append((desk.given, options))

    said, written = StringIO(), StringIO()
    try:
        with (
            patch("summit_tui.cli.search.search", search),
            patch("summit_tui.cli.searching.search", search),
            patch("summit_tui.cli.opening.open_or_print", asked.append),
            redirect_stdout(written),
            redirect_stderr(said),
        ):
            code = run(arguments)
            return code, asked, out._COLOUR, written.getvalue(), said.getvalue()
    finally:
        clock.pretend(None)
        out.use_colour("auto")


@given(TYPED)
@settings(deadline=None, max_examples=300)
def test_any_line_asks_for_what_click_reads_in_it(arguments: list[str]) -> None:
    assert _asked_by(arguments, start.run) == _asked_by(arguments, main.run)
