"""What stands on the lines of a session in the grid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from summit_tui.catalogue.model import Session, Speaker
from summit_tui.tui.widgets.block_lines import Cells, block_lines
from summit_tui.tui.words import Going
from tests.factories import make_session

SHORT = make_session("a", "10:00", title="Owls", level=300, speakers=(Speaker("Ada Quill"),))
LONG = make_session("b", "10:00", title="Owls at night and other birds", duration=60)
WIDE = make_session("c", "10:00", title="夜のフクロウ 🦉 について", duration=60)


def texts(lines: list[list[tuple[str, str]]]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


@pytest.mark.parametrize(
    ("session", "want", "clash", "cells", "expected"),
    [
        pytest.param(SHORT, None, "", Cells(12, 1), ["╶300 Owls"], id="one line"),
        pytest.param(
            SHORT,
            None,
            "",
            Cells(15, 4),
            ["┌300 Owls", "│10:00 – 10:45", "│Ada Quill", "└"],
            id="time and speakers below",
        ),
        pytest.param(SHORT, "must", "", Cells(12, 2), ["█★ 300 Owls", "█10:00 – 10…"], id="picked"),
        pytest.param(
            SHORT,
            "want",
            "! 15 min with Bats",
            Cells(20, 2),
            ["█●! 300 Owls", "█! 15 min with Bats"],
            id="clash",
        ),
        pytest.param(
            SHORT,
            "want",
            "! 5 min with Bats",
            Cells(12, 1),
            ["█●! 300 Owls"],
            id="clash in one line",
        ),
        pytest.param(LONG, None, "", Cells(9, 2), ["┌Owls at", "└night a…"], id="cut at the end"),
        pytest.param(LONG, None, "", Cells(9, 1), ["╶Owls at…"], id="cut in one line"),
        pytest.param(
            LONG,
            None,
            "",
            Cells(12, 4, 2),
            ["", "", "│Owls at", "└night and…"],
            id="the title begins where it is in sight",
        ),
        pytest.param(
            SHORT._replace(status="cancelled"), None, "", Cells(12, 1), ["╶× 300 Owls"], id="gone"
        ),
        pytest.param(
            SHORT._replace(start=None), None, "", Cells(14, 1), ["╶? 300 Owls"], id="no time"
        ),
        pytest.param(WIDE, None, "", Cells(9, 1), ["╶夜のフ…"], id="wide characters"),
        pytest.param(
            WIDE._replace(level=300),
            "must",
            "",
            Cells(13, 3),
            ["█★ 300 夜のフ", "█クロウ 🦉 に", "█ついて"],
            id="wide characters begin on the first line",
        ),
    ],
)
def test_a_session_is_told_in_the_cells_it_has(
    session: Session, want: str | None, clash: str, cells: Cells, expected: list[str]
) -> None:
    assert texts(block_lines(session, want, clash, cells)) == expected


ADA = (("Ada", "must"), ("Grace", "want"))


@pytest.mark.parametrize(
    ("want", "clash", "cells", "expected"),
    [
        (None, "", Cells(12, 1), ["╶& 300 Owls"]),
        ("must", "", Cells(12, 1), ["█★& 300 Owls"]),
        ("must", "! 15 min with Bats", Cells(13, 1), ["█★!& 300 Owls"]),
        (None, "", Cells(17, 2), ["┌& 300 Owls", "└with Ada, Grace"]),
        (None, "", Cells(15, 3), ["┌& 300 Owls", "│with Ada +1", "└10:00 – 10:45"]),
    ],
)
def test_a_sign_says_that_colleagues_go_and_names_where_there_is_room(
    want: str | None, clash: str, cells: Cells, expected: list[str]
) -> None:
    assert texts(block_lines(SHORT, want, clash, cells, ADA)) == expected


@given(
    st.sampled_from((SHORT, LONG, WIDE)),
    st.sampled_from((None, "must")),
    st.sampled_from(("", "~ 15 min with 夜のフクロウ")),
    st.sampled_from(((), ADA, (("工業株式会社", "maybe"),))),
    st.integers(1, 40),
    st.integers(1, 8),
    st.integers(0, 7),
)
def test_no_line_is_too_long_and_none_is_missing(
    session: Session, want: str | None, clash: str, going: Going, width: int, height: int, cut: int
) -> None:
    cells = Cells(width, height, min(cut, height - 1))
    lines = texts(block_lines(session, want, clash, cells, going))
    assert len(lines) == height
    assert all(cell_len(line) <= width for line in lines)
