"""The scroll bar stands where the list is, and looks as Textual paints it."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from summit_tui.tui.widgets.thumb import Bar, TrueThumb
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


class Ours(VerticalScroll, TrueThumb):
    """With our bar."""


class Two(App[None]):
    """The same text twice, with Textual's bar and ours."""

    CSS = "VerticalScroll { height: 12; scrollbar-size-vertical: 1; }"

    def compose(self) -> ComposeResult:
        for scrolls in (VerticalScroll, Ours):
            with scrolls():
                yield Static("line\n" * 100)


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-light"])
async def test_our_bar_looks_like_textuals(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for no_color in (False, True):
        if no_color:
            monkeypatch.setenv("NO_COLOR", "1")
        async with Two().run_test() as pilot:
            pilot.app.theme = theme
            textuals, ours = pilot.app.query(VerticalScroll)
            bars = textuals.vertical_scrollbar, ours.vertical_scrollbar
            assert [type(bar) is Bar for bar in bars] == [False, True]
            for y in (0, 1, 7, 50, 88):
                for each in (textuals, ours):
                    each.scroll_to(y=y, animate=False)
                await pilot.pause()
                for hovered in (False, True):
                    for bar in bars:
                        bar.mouse_over = hovered
                    for crop in (Region(0, 0, 1, 12), Region(0, 3, 1, 2)):
                        shown, painted = ([list(s) for s in bar.render_lines(crop)] for bar in bars)
                        assert painted == shown
