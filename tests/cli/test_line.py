"""What the quick reader takes on, what it leaves to click, and the table both are made of."""

from typing import Any

import click
import pytest

from summit_tui.catalogue.kinds import KINDS
from summit_tui.cli import declared, search
from summit_tui.cli.declared import GIVEN, SEARCH, Option
from summit_tui.cli.given import Given
from summit_tui.cli.line import Line, read, read_line

NOTHING: dict[str, Any] = {
    option.parameter: () if option.many else False if option.is_flag else None for option in SEARCH
} | {"words": ()}


def searched(**values: Any) -> dict[str, Any]:
    return NOTHING | values


READ = [
    ("", Line("", Given(), "auto", {})),
    ("--catalogue x.yaml", Line("", Given("x.yaml"), "auto", {})),
    ("--agenda a --at=10:00", Line("", Given(agenda="a", at="10:00"), "auto", {})),
    ("--color never", Line("", Given(), "never", {})),
    ("search", Line("search", Given(), "auto", searched())),
    ("search a b", Line("search", Given(), "auto", searched(words=("a", "b")))),
    (
        "search a --level 300 --level=400 b --picked",
        Line(
            "search", Given(), "auto", searched(words=("a", "b"), level=("300", "400"), picked=True)
        ),
    ),
    (
        "search --format ids --limit 007",
        Line("search", Given(), "auto", searched(form="ids", limit=7)),
    ),
    (
        "search -- -a --picked",
        Line("search", Given(), "auto", searched(words=("-a", "--picked"))),
    ),
    (
        "--catalogue a --color never search --catalogue b --at 10:00 --color always",
        Line("search", Given("b", at="10:00"), "always", searched()),
    ),
    ("--catalogue a search", Line("search", Given("a"), "auto", searched())),
]


@pytest.mark.parametrize(("text", "line"), READ)
def test_an_ordinary_line_is_read(text: str, line: Line) -> None:
    assert read_line(text.split()) == line


LEFT = ["--help", "-h", "--version", "--catalogue", "--catalogue --agenda", "-- search", "show x"]
LEFT += ["--catalogue a --catalogue b", "--colour never", "--color nevr", "serch", "-", "- search"]
LEFT += [f"search {rest}" for rest in ("-h", "--help", "-a", "-", "--lvel 3", "--lev 3", "--level")]
LEFT += [f"search {rest}" for rest in ("--level -3", "--limit x", "--limit -1", "--limit 1_0")]
LEFT += [f"search {rest}" for rest in ("--picked=1", "--picked --picked", "--limit=", "--limit ٣")]
LEFT += ["search --limit " + "9" * 5000, "search --format a --format b", "search --color nevr"]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_ordinary_is_left_to_click(text: str) -> None:
    assert read_line(text.split(" ")) is None


def test_a_new_row_is_all_an_option_needs() -> None:
    options = (Option("save", "Keep it.", "NAME"), Option("new", "What is new."))
    assert read(["--save", "ai", "x"], options) == {"save": "ai", "new": False, "words": ("x",)}
    assert read(["--new"], options) == {"save": None, "new": True, "words": ()}


def test_click_has_the_options_of_the_table() -> None:
    params = {param.name: param for param in search.command.params}
    assert set(params) == {"words", *(option.parameter for option in (*SEARCH, *GIVEN))}
    for option in (*SEARCH, *GIVEN):
        param = params[option.parameter]
        assert isinstance(param, click.Option)
        assert (param.opts, param.help) == ([f"--{option.name}"], option.doc)
        assert (param.multiple, param.is_flag) == (option.many, option.is_flag)


def test_the_kinds_named_in_the_help_are_kinds() -> None:
    doc = next(option.doc for option in declared.FILTERS if option.name == "kind")
    assert ", ".join(list(KINDS)[:5]) in doc
