import io
from pathlib import Path

import pytest

from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.source import problem_at, read_bytes, read_file

FILE = Path("f.yaml")


def test_a_stream_is_bounded_as_it_is_read() -> None:
    assert read_bytes(io.BytesIO(b"12345"), FILE, max_bytes=5) == "12345"
    with pytest.raises(CatalogueError, match="larger than"):
        read_bytes(io.BytesIO(b"123456"), FILE, max_bytes=5)


def test_a_file_is_bounded_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"123456")
    with pytest.raises(CatalogueError, match="larger than"):
        read_file(path, max_bytes=5)


@pytest.mark.parametrize(
    ("line", "column", "length", "underlined"),
    [
        ("level: expret", 7, 6, "expret"),
        ('title: "two words"', 7, 9, '"two words"'),
        ("short", 3, 50, "rt"),
        ("", 0, 3, ""),
    ],
)
def test_the_caret_stays_under_the_line(
    line: str, column: int, length: int, underlined: str
) -> None:
    problem = problem_at((line,), "f", "error", "c", "m", 0, column, length)
    assert problem.excerpt[problem.column - 1 :][: problem.length] == underlined


def test_an_excerpt_is_printable_and_keeps_its_columns() -> None:
    problem = problem_at(("a\tb\x1b[31m\u202ec",), "f", "error", "c", "m\x1b[2J", 0, 0)
    assert problem.excerpt == "a b?[31m?c"
    assert problem.message == "m"
