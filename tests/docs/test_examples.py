from pathlib import Path

import pytest

from tests.docs.examples import Block, agrees, blocks, run


@pytest.mark.parametrize("block", blocks(), ids=str)
def test_an_example_prints_what_the_page_says(block: Block, tmp_path: Path) -> None:
    for step in block.steps:
        printed = run(step.command, tmp_path)
        assert agrees(step.expected, printed), f"$ {step.command}\n{printed}"


def test_there_are_examples() -> None:
    assert {block.page.name for block in blocks()} >= {"README.md", "search.md", "agenda.md"}


@pytest.mark.parametrize(
    ("expected", "printed", "agreed"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "b\n", False),
        ("…\n", "error: no\n", False),
        ("a\n", "a\nb\n", False),
    ],
)
def test_dots_stand_for_any_lines(expected: str, printed: str, agreed: bool) -> None:
    assert agrees(expected, printed) is agreed
