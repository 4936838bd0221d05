"""What is painted in parts, key after key, is what all of it would be, painted anew."""

from pathlib import Path
from typing import Any

import pyte
import pytest
from textual._compositor import CompositorUpdate
from textual.app import App

from summit_tui.tui.app import SummitApp
from summit_tui.tui.widgets.kept_lines import KeptLines
from tests.factories import make_catalogue, make_session
from tests.tui.harness import NARROW, press, running

KEYS = [
    *("slash", *"word3", "backspace", "4", "space", *"level:2", "backspace", "ctrl+u", *"zzz"),
    *("ctrl+u", *"day:", "backspace", "enter", "down", "down", "end", "up", "home", "pagedown"),
    *(*"jk", "space", *"wmj", "asterisk", "escape", *"12x2", "ctrl+t"),
    *("tab", "tab", "j", "space", "space", "escape", "semicolon", "escape", "u"),
    *("A", "down", "x", "u", "G", "down", "right", "space", "S", "slash", "w", "escape", "N"),
    *("question_mark", "down", "escape", "P", "o", "escape", "e", "escape", "ctrl+p", "escape"),
]
FEW = [
    make_session(f"s{number}", f"1{number // 8}:00", title=f"Word{number % 7} talk", level=200)
    for number in range(60)
]


def look_of(screen: pyte.Screen) -> list[list[object]]:
    return [
        [screen.buffer[line][column] for column in range(screen.columns)]
        for line in range(screen.lines)
    ]


class Painted:
    """A terminal that is sent what the application sends to its own."""

    def __init__(self, app: SummitApp, size: tuple[int, int]) -> None:
        self.app, self.size = app, size
        self.screen = pyte.Screen(*size)
        self.stream = pyte.Stream(self.screen)

    def take(self, _app: App[Any], _screen: object, update: object) -> None:
        if isinstance(update, CompositorUpdate):
            self.stream.feed(update.render_segments(self.app.console))

    def whole(self) -> pyte.Screen:
        screen = pyte.Screen(*self.size)
        for widget in self.app.screen.walk_children(KeptLines):
            widget._standing.clear()  # else it gives what it gave before
        update = self.app.screen._compositor.render_full_update()
        pyte.Stream(screen).feed(update.render_segments(self.app.console))
        return screen


@pytest.mark.parametrize("size", [(120, 16), NARROW], ids=str)
async def test_parts_make_the_whole(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path, make_catalogue(*FEW), size=size) as (app, pilot):
        painted = Painted(app, size)
        monkeypatch.setattr(App, "_display", lambda *given: painted.take(*given))
        app.screen.refresh()
        await pilot.pause()
        for number, key in enumerate(KEYS):
            await press(pilot, key)
            differing = [
                line
                for line, (one, other) in enumerate(
                    zip(look_of(painted.screen), look_of(painted.whole()), strict=True)
                )
                if one != other
            ]
            assert not differing, f"after {KEYS[: number + 1]}"
