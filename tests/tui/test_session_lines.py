"""How a session looks in a list."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.model import Speaker
from summit_tui.search.context import Context
from summit_tui.search.evidence import Evidence
from summit_tui.search.finding import find
from summit_tui.search.programme import programme_of
from summit_tui.search.query import read_query
from summit_tui.tui.session_lines import Line, session_lines
from summit_tui.tui.words import Going, first_line
from tests.factories import at, make_catalogue, make_session

ADA = Speaker("Ada Quill", None, "Northwind")
LONG = "Inside serverless functions and what they cost"


def text(line: Line) -> str:
    return "".join(part for part, _ in line)


def shown(width: int, pick: Pick | None = None, **values: Any) -> list[str]:
    given_values: dict[str, Any] = {"speakers": (ADA,), "room": "Blue", "level": 300}
    session = make_session(**given_values | values)
    return [text(line) for line in session_lines(session, pick, width, 3)]


@pytest.mark.parametrize(
    ("width", "values", "expected"),
    [
        (60, {"title": "Short"}, ["  300 Short" + " " * 44 + " 45m ", "      Ada Quill · Blue"]),
        (
            40,
            {"title": LONG},
            ["  300 Inside serverless functions   45m ", "      and what they cost · Blue"],
        ),
        (
            60,
            {"title": LONG, "room": None},
            ["  300 " + LONG + "    45m ", "      Ada Quill"],
        ),
        (
            30,
            {"title": LONG},
            ["  300 Inside serverless   45m ", "      functions and w… · Blue"],
        ),
        (
            40,
            {"title": LONG, "status": "cancelled"},
            ["× 300 Inside serverless functions   45m ", "      and what they… · cancelled · Blue"],
        ),
        (
            30,
            {"title": "x" * 40},
            ["  300 " + "x" * 19 + " 45m ", "      " + "x" * 15 + "… · Blue"],
        ),
    ],
)
def test_a_long_title_goes_on_and_the_room_stays(
    width: int, values: dict[str, Any], expected: list[str]
) -> None:
    assert shown(width, **values) == expected


def test_what_i_made_of_it_stands_behind_a_title_that_goes_on() -> None:
    said = shown(60, Pick("s1", note="Ask"), title=f"{LONG}, told slowly")
    assert said[1] == "      told slowly · note · Ada Quill · Blue"


def test_only_the_text_is_struck() -> None:
    line = session_lines(make_session(title="Gone", status="cancelled"), None, 40, 0)[0]
    assert [part for part, look in line if look == "struck"] == ["Gone"]


@pytest.mark.parametrize(
    ("pick", "expected"),
    [
        (Pick("s1"), "      Ada Quill · Blue"),
        (Pick("s1", note="Ask"), "      note · Ada Quill · Blue"),
        (Pick("s1", note="Ask", rating=4), "      note · rated 4 · Ada Quill · Blue"),
    ],
)
def test_what_i_made_of_it_is_said(pick: Pick, expected: str) -> None:
    lines = shown(60, pick)
    assert lines[0].startswith("● 300 ")
    assert lines[1] == expected


BOTH: Going = (("Ada", "must"), ("Grace", "want"))


@pytest.mark.parametrize(
    ("width", "title", "going", "expected"),
    [
        (60, "Short", BOTH, "      with Ada, Grace · Ada Quill · Blue"),
        (40, "Short", BOTH, "      with Ada +1 · Ada Quill · Blue"),
        (24, "Short", BOTH, "      with 2 · Blue"),
        (60, f"{LONG}, all told", BOTH, "      all told · with Ada, Grace · Ada Quill · Blue"),
        (40, LONG, BOTH[1:], "      and what the… · with Grace · Blue"),
    ],
)
def test_which_colleagues_go_is_said_behind_the_title(
    width: int, title: str, going: Going, expected: str
) -> None:
    session = make_session(title=title, speakers=(ADA,), room="Blue", level=300)
    assert text(session_lines(session, None, width, 3, going=going)[1]) == expected


def test_what_it_was_found_by_stays_in_sight_beside_colleagues() -> None:
    evidence, session = evidence_of("zebra", title=LONG, abstract="a zebra")
    lines = session_lines(session, None, 34, 0, evidence, going=BOTH)
    assert text(lines[1]) == "  with Ada +1 · a zebra"


def evidence_of(word: str, **values: Any) -> tuple[Evidence | None, Any]:
    given_values: dict[str, Any] = {"speakers": (ADA,), "room": "Blue"}
    session = make_session(**given_values | values)
    programme = programme_of(make_catalogue(session))
    return find(programme, read_query(word), Context(at("09:00"))).evidence, session


@pytest.mark.parametrize(
    ("word", "marked", "below"),
    [
        ("cost", ["cost"], "  and what they cost · Blue"),
        ("inside", ["Inside"], "  and what they cost · Blue"),
        ("quill", ["Quill"], "  Ada Quill · Blue"),
        ("zebra", ["zebra"], "  a zebra"),
    ],
)
def test_what_it_was_found_by_is_in_sight(word: str, marked: list[str], below: str) -> None:
    evidence, session = evidence_of(word, title=LONG, abstract="a zebra")
    lines = session_lines(session, None, 34, 0, evidence)
    assert [part for line in lines for part, look in line if look == "match"] == marked
    assert text(lines[1]) == below


def test_a_match_behind_what_fits_is_shown_by_its_passage() -> None:
    evidence, session = evidence_of("zebra", title="word " * 60 + "zebra")
    lines = session_lines(session, None, 60, 0, evidence)
    assert [part for line in lines for part, look in line if look == "match"] == ["zebra"]


@given(st.text(max_size=80), st.integers(-3, 60))
def test_the_first_line_begins_the_text_and_fits(given_text: str, width: int) -> None:
    first = first_line(given_text, width)
    assert given_text.startswith(first)
    assert cell_len(first) <= max(width, 0)


@given(
    st.text("ab é日👩🏽‍🚀e\u0301 ", max_size=80), st.text("ab 日", max_size=30), st.integers(20, 90)
)
def test_no_line_is_wider_than_the_list(title: str, room: str, width: int) -> None:
    session = make_session(title=title, room=room, speakers=(ADA,), level=300)
    for line in session_lines(session, Pick("s1", note="x"), width, 3, going=((room, "must"),)):
        assert cell_len(text(line)) <= width
