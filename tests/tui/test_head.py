"""What the line at the head says where there is not room for everything."""

from pathlib import Path

import pytest

from summit_tui.tui.widgets.head import in_room
from tests.tui.harness import head, settle
from tests.tui.looks.scenery import kites

SAID = (
    ("3 changed, C shows", "3 changed"),
    ("Tue 2 Apr 10:12", "Tue 10:12", "10:12"),
    ("8 picks",),
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (99, "3 changed, C shows · Tue 2 Apr 10:12 · 8 picks"),
        (46, "3 changed, C shows · Tue 2 Apr 10:12 · 8 picks"),
        (45, "3 changed, C shows · Tue 10:12 · 8 picks"),
        (39, "3 changed · Tue 10:12 · 8 picks"),
        (30, "3 changed · 10:12 · 8 picks"),
        (5, "3 changed · 10:12 · 8 picks"),
    ],
)
def test_less_is_said_from_the_right(width: int, expected: str) -> None:
    assert in_room(SAID, width) == expected


def test_what_may_be_left_out_is() -> None:
    assert in_room((("one", ""), ("two",)), 4) == "two"


async def test_how_things_stand_is_said_whole_down_to_40_columns(tmp_path: Path) -> None:
    async with kites(tmp_path, size=(160, 48)) as (app, pilot):
        for width, expected in (
            (160, "3 changed, C shows · Tue 2 Apr 11:20 Paris · 8 picks, 1 clash"),
            (80, "3 changed, C shows · Tue 11:20 · 8 picks, 1 clash"),
            (60, "Kite Summit 2019  3 changed · Tue 11:20 · 8 picks, 1 clash"),
            (40, "  3 changed · 11:20 · 8 picks, 1 clash "),
        ):
            await pilot.resize_terminal(width, 20)
            await settle(pilot)
            assert expected in head(app), width
