"""A pick in a list of a day."""

import pytest
from rich.cells import cell_len

from summit_tui.agenda.model import Pick
from summit_tui.agenda.resolve import Resolved
from summit_tui.tui.widgets.pick_lines import pick_lines
from tests.factories import make_session

LONG = "Inside serverless functions: from the event to your first line of code"
ROOM = "Conservatory of the second floor, east wing"


MINE = Pick("s1", "must")


def shown(
    width: int, *, narrow: bool, title: str = "Kites", room: str = "Blue", mine: Pick = MINE
) -> list[str]:
    session = make_session("s1", "09:30", title=title, room=room, code="KIT1")
    item = Resolved(mine, session, session.start)
    lines = pick_lines(item, item.pick, width, narrow=narrow, selected=False)
    return ["".join(text for text, _ in line) for line in lines]


@pytest.mark.parametrize(
    ("title", "room", "expected"),
    [
        ("Kites", "Blue", "09:30–10:15  ★ Kites                                     KIT1  Blue"),
        (LONG, "Blue", "09:30–10:15  ★ Inside serverless functions: from the e…  KIT1  Blue"),
        ("Kites", ROOM, "09:30–10:15  ★ Kites    Conservatory of the second floor, east wing"),
        (LONG, ROOM, "09:30–10:15  ★ Inside serverless funct…  Conservatory of the secon…"),
    ],
)
def test_half_of_a_line_is_the_title_s_if_it_takes_it(title: str, room: str, expected: str) -> None:
    assert shown(68, narrow=False, title=title, room=room) == [expected]


@pytest.mark.parametrize(
    ("title", "room", "expected"),
    [
        ("Kites", "Blue", ["09:30–10:15  ★ Kites", "               KIT1  Blue"]),
        (
            LONG,
            "Blue",
            [
                "09:30–10:15  ★ Inside serverless functions: from",
                "               the event to your firs… · KIT1  Blue",
            ],
        ),
        (
            LONG,
            ROOM,
            [
                "09:30–10:15  ★ Inside serverless functions: from",
                "               the event… · Conservatory of the s…",
            ],
        ),
        (
            LONG,
            "Large dome",
            [
                "09:30–10:15  ★ Inside serverless functions: from",
                "               the event to you… · KIT1  Large dome",
            ],
        ),
        (
            LONG,
            "Botanical garden, 2",
            [
                "09:30–10:15  ★ Inside serverless functions: from",
                "               the event to… · Botanical garden, 2",
            ],
        ),
        ("Kites", "", ["09:30–10:15  ★ Kites", "               KIT1"]),
    ],
)
def test_a_long_title_goes_on_before_the_room_and_the_code_where_it_fits(
    title: str, room: str, expected: list[str]
) -> None:
    found = shown(52, narrow=True, title=title, room=room)
    assert [line.rstrip() for line in found] == expected
    assert all(cell_len(line) < 52 for line in found)


@pytest.mark.parametrize(
    ("mine", "room", "expected"),
    [
        (Pick("s1", attended=True), "Blue", "attended  KIT1  Blue"),
        (
            Pick("s1", attended=True, note="x", rating=4),
            "Blue",
            "attended  note  rated 4  KIT1  Blue",
        ),
        (Pick("s1", attended=False, note="x", rating=4), ROOM, "missed  note  rated 4"),
        (Pick("s1", note="x"), "Blue", "note  KIT1  Blue"),
        (Pick("s1", note="x"), ROOM, "note  Conservatory of the second fl…"),
    ],
)
def test_what_i_made_of_it_stands_before_the_room(mine: Pick, room: str, expected: str) -> None:
    assert shown(52, narrow=True, room=room, mine=mine)[1].strip() == expected
