"""Tab at an id, answered without click: the answer is click's."""

from unittest.mock import patch

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_tui.cli import start, tab
from summit_tui.cli.main import COMMANDS, cli
from summit_tui.cli.options import SessionName
from tests.cli.runner import Outcome, summit


def ask(monkeypatch: pytest.MonkeyPatch, line: str, place: int | None = None) -> None:
    monkeypatch.setenv("_SUMMIT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1 if place is None else place))


def with_click() -> Outcome:
    with patch.object(tab, "answer", return_value=None):
        return summit()


ANSWERED = [
    ("summit show ", "functions queues lakes models opening later"),
    ("summit show fun", "functions"),
    ("summit show FUN", "functions"),
    ("summit show svs", "SVS301 SVS201"),
    ("summit show nothing", ""),
    ("summit add queues mod", "models"),
    ("summit attended lak", "lakes"),
    ("summit note lak", "lakes"),
    ("summit rate lak", "lakes"),
    ("summit --catalogue sessions.yaml show --at 10:00 lak", "lakes"),
]


@pytest.mark.parametrize(("line", "expected"), ANSWERED)
def test_an_id_is_answered_without_click(
    line: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(monkeypatch, line)
    answer = tab.answer()
    assert answer is not None
    assert set(answer.split()) == {f"plain,{name}" for name in expected.split()}
    assert summit() == with_click() == Outcome(0, f"{answer}\n", "")


LEFT = ["summit sho", "summit show -", "summit show --", "summit show --catalogue ", "summit"]
LEFT += [
    "summit remove ",
    "summit want m",
    "summit search ",
    "summit note lakes x",
    "summit rate a ",
]
LEFT += ["summit show --format ", "summit add --want m", "summit show 'fun", "summit show -- fun"]
LEFT += ["summit show fun\\ ", "summit show --at = 1", "summit show é", "summit --color x show "]


@pytest.mark.parametrize("line", LEFT)
def test_anything_else_is_left_to_click(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(monkeypatch, line)
    assert tab.answer() is None
    assert summit() == with_click()


@pytest.mark.parametrize("place", [-1, 0, 1, 3, 99])
def test_a_cursor_anywhere(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(monkeypatch, "summit show fun", place)
    assert summit() == with_click()


@pytest.mark.parametrize("shell", ["zsh", "fish", "tcsh", "bash"])
def test_other_shells_are_left_to_click(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(monkeypatch, "summit show fun")
    monkeypatch.setenv(
        "_SUMMIT_COMPLETE", f"{shell}_complete" if shell != "bash" else "bash_source"
    )
    assert tab.answer() is None


@pytest.mark.parametrize("line", ["summit --catalogue nowhere show ", "summit --at x show "])
def test_what_is_wrong_is_not_said(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(monkeypatch, line)
    assert summit() == with_click() == Outcome(0, "", "")


WORDS = ["show", "add", "rate", "note", "lakes", "fun", "--at", "10:00", "--at=10:00", "--format"]
WORDS += ["", "-", "--", "'", "=", "search", "\t", "x,y", "--color", "never", "remove", "#"]


@given(st.lists(st.sampled_from(WORDS), max_size=5), st.integers(0, 6))
@settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_line_is_answered_as_click_does(
    monkeypatch: pytest.MonkeyPatch, words: list[str], place: int
) -> None:
    ask(monkeypatch, " ".join(["summit", "show", *words]), place)
    assert summit() == with_click()


def test_the_commands_are_those_that_take_ids_of_any_session() -> None:
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        first = next((each for each in command.params if isinstance(each, click.Argument)), None)
        takes_any = first is not None and vars(first.type) == vars(SessionName())
        takes_any = takes_any and isinstance(first and first.type, SessionName)
        assert (name in tab.IDS) == takes_any
        if takes_any and first is not None:
            assert tab.IDS[name] == (None if first.nargs == -1 else first.nargs)


def test_the_variable_is_the_one_in_the_scripts() -> None:
    assert f"{start.COMPLETE}=bash_complete" in summit("completion", "bash").out
