import subprocess
import sys
from pathlib import Path

import pytest

from summit_tui.cli import start
from summit_tui.cli.given import Given


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        ([], Given()),
        (["--catalogue", "x.yaml"], Given(catalogue="x.yaml")),
        (["--agenda", "a", "--at", "10:00"], Given(agenda="a", at="10:00")),
        # everything else is click's to read, and to find fault with
        (["search"], None),
        (["--help"], None),
        (["--catalogue"], None),
        (["--catalogue", "--agenda"], None),
        (["--catalogue", "a", "--catalogue", "b"], None),
        (["--catalogue", "a", "search"], None),
        (["--catalogue=a"], None),
        (["--color", "never"], None),
    ],
)
def test_the_application_opens_without_click_where_there_is_no_command(
    arguments: list[str], given: Given | None
) -> None:
    assert start._without_command(arguments) == given


def test_completion_is_never_taken_for_an_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_SUMMIT_TUI_COMPLETE", "bash_complete")
    assert start._without_command([]) is None


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--catalogue", "nowhere"], 2)])
def test_click_is_not_imported_for_it(arguments: list[str], code: int, tmp_path: Path) -> None:
    program = (
        "import sys, os\n"
        "from summit_tui.cli import start\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "os._exit = lambda code: print('click' in sys.modules, code, file=sys.stderr)\n"
        "start.main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert ended.stderr.splitlines()[-1] == f"False {code}"
    assert "Traceback" not in ended.stderr
