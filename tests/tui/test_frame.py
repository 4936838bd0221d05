"""The box of a small screen fits into any terminal; what gives scrolls, all else stays whole."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Input, OptionList, Static

from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.widgets.frame import GIVES, Frame
from tests.tui.harness import settle
from tests.tui.looks.scenery import kites
from tests.tui.looks.scenes import SMALL, Scene, go


class Box(App[None]):
    """A frame of a title, a list, a text box and a hint."""

    CSS = """
    Frame { height: auto; max-height: 100%; }
    Static { width: 1fr; margin: 0 0 1 0; }
    OptionList { border: none; padding: 0; height: auto; max-height: 100%; }
    """

    def __init__(self, options: int) -> None:
        super().__init__()
        self._options = options

    def compose(self) -> ComposeResult:
        with Frame():
            yield Static("title")
            yield OptionList(*map(str, range(self._options)), classes=GIVES)
            yield Input(compact=True)
            yield Static("hint")


@pytest.mark.parametrize(
    ("options", "height", "expected"),
    [
        pytest.param(3, 30, (0, 2, 5, 5, 6), id="as tall as what it holds"),
        pytest.param(40, 30, (0, 2, 28, 28, 29), id="the list becomes lower"),
        pytest.param(40, 9, (0, 1, 7, 7, 8), id="then the empty lines go"),
        pytest.param(40, 5, (0, 1, 3, 3, 4), id="then the list gives again"),
        pytest.param(2, 4, (0, 1, 2, 2, 3), id="down to a line"),
        pytest.param(40, 3, (0, 1, 2, 2, 3), id="and only then something is cut"),
    ],
)
async def test_where_everything_stands(
    options: int, height: int, expected: tuple[int, ...]
) -> None:
    async with Box(options).run_test(size=(30, height)) as pilot:
        title, listed, box, hint = pilot.app.query_one(Frame).children
        ends = (title.region.y, listed.region.y, listed.region.bottom, box.region.y, hint.region.y)
        assert ends == expected


@pytest.mark.parametrize("scene", SMALL, ids=lambda scene: scene.name)
async def test_every_small_screen_is_whole_at_any_size(
    scene: Scene, tmp_path: Path, here: Path
) -> None:
    async with kites(tmp_path, size=(40, 12), **scene.given) as (app, pilot):
        await go(pilot, scene)
        for size in ((40, 12), (60, 16), (250, 70), (60, 20)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            for frame in app.screen.query(Frame):
                inside, shown = frame.content_region, list(frame.displayed_children)
                cut = [each for each in shown if not inside.contains_region(each.region)]
                assert not cut, size
                assert all(each.region.height for each in shown), size
            assert isinstance(app.screen, Modal) or scene.name in ("jump", "palette")
