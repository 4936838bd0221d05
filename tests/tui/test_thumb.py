"""The scroll bar stands where the list is, also when it was away meanwhile."""

from pathlib import Path

import pytest

from tests.tui.harness import NARROW, press, settle
from tests.tui.looks.scenery import kites


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (("end",), ("home",)),
        (("A", "end"), ("home",)),
        (("G", "end"), ("home",)),
        (("f", "end"), ("home",)),
        (("e", "up"), ("down",)),
    ],
)
async def test_a_bar_that_comes_back_stands_where_the_list_is(
    there: tuple[str, ...], back: tuple[str, ...], tmp_path: Path, here: Path
) -> None:
    async with kites(tmp_path, size=NARROW) as (app, pilot):
        await press(pilot, *there)
        listed = app.focused
        if not listed or not listed.show_vertical_scrollbar:
            listed = app.screen.query("OptionList").first()
        assert listed.vertical_scrollbar.position > 0
        await pilot.resize_terminal(250, 90)
        await settle(pilot)
        assert not listed.show_vertical_scrollbar
        await press(pilot, *back)
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert listed.show_vertical_scrollbar
        assert listed.vertical_scrollbar.position == listed.scroll_y == 0
