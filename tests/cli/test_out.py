"""Widths, wrapping and colour of what is written."""

import os
import shutil
import sys

import pytest

from summit_tui.cli import out


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("plain", 5),
        ("Cédar", 5),
        ("Ce\u0301dar", 5),
        ("日本語", 6),
        ("👩\u200d💻", 4),  # joined or not, a terminal leaves room for both
        ("✔\ufe0f", 1),
        ("", 0),
    ],
)
def test_cells(text: str, columns: int) -> None:
    assert out.cells(text) == columns


def test_a_line_for_programs_has_its_tabs_between_cells_only() -> None:
    assert out.tabbed(("SVS301", None, 45, "a\tb")) == "SVS301\t\t45\ta b"


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two ? three", 8, ["one", "two ?", "three"]),
        ("avant : après", 9, ["avant :", "après"]),
        ("track · room", 9, ["track ·", "room"]),
        ("one\u00a0two three", 8, ["one\u00a0two", "three"]),
        ("abcdefghij k", 4, ["abcd", "efgh", "ij k"]),
        ("x 日本語日本", 4, ["x", "日本", "語日", "本"]),
        ("? begins", 20, ["? begins"]),
        ("two  blanks\tand\nlines", 40, ["two blanks and lines"]),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    assert out.wrap(text, columns) == lines


def test_hang() -> None:
    assert out.hang("one two three", 9, "- ") == ["- one two", "  three"]


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "coloured"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
    ],
)
def test_who_gets_colour(
    choice: str,
    terminal: bool,
    environment: dict[str, str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    try:
        out.use_colour(choice)
        assert out.wants_colour(terminal) is coloured
    finally:
        out.use_colour("auto")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("100", 100), ("10", 40), ("0", 80), ("-5", 80), ("many", 80), ("", 80)],
)
def test_the_width_is_what_the_shell_says_or_80(
    columns: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with open(os.devnull, encoding="utf-8") as nothing:  # noqa: PTH123  no terminal, on purpose
        monkeypatch.setattr(sys, "__stdout__", nothing)
        assert out.width() == expected == max(40, shutil.get_terminal_size().columns)
