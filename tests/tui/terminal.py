"""A terminal as strict as those that people have, and what a screen ought to look like on it.

It begins full of rubbish, so that what was never painted is seen. What is written over one half of
a wide character leaves a blank of the other, as xterm and its kin have it. Widths are those that
Rich measures: what terminals make of emoji is no part of this.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.cells import split_graphemes
from textual._compositor import CompositorUpdate
from textual._context import visible_screen_stack
from textual._styles_cache import StylesCache
from textual.app import App
from textual.cache import LRUCache
from textual.screen import Screen
from textual.widget import Widget

from summit_tui.tui.widgets.entry_list import EntryList
from summit_tui.tui.widgets.kept_lines import KeptLines
from summit_tui.tui.widgets.line_strips import LineStrips
from summit_tui.tui.widgets.session_grid import SessionGrid
from summit_tui.tui.widgets.thumb import Bar

_TOKEN = re.compile(
    r"\x1b\[(?P<line>\d+);(?P<column>\d+)H"
    r"|\x1b\[(?P<style>[\d;:]*)m"
    r"|\x1b\]8;[^;]*;(?P<link>[^\x1b]*)\x1b\\"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
    r"|\n(?=\x1b\[\d+;\d+H|$)"  # so Textual ends a line when it paints all of them
)
_RUBBISH = ("▒", "", "")
_BEHIND = ""
"""The right half of a wide character."""

Cell = tuple[str, str, str]
"""A character, its style as it was sent, and where it links to."""


class Terminal:
    """What stands on a screen of `size` cells, by what was written to it."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.resize(size)

    def resize(self, size: tuple[int, int]) -> None:
        """Have so many columns and lines, with rubbish in them."""
        self._width, height = size
        self.cells: list[list[Cell]] = [[_RUBBISH] * self._width for _ in range(height)]

    def write(self, written: str) -> None:
        """Take what an application sends; ValueError where no application of ours sends such."""
        y, x, style, link, at = 0, 0, "", "", 0
        while at < len(written):
            token = _TOKEN.match(written, at)
            if token is None:
                raise ValueError(f"not to be sent to a terminal: {written[at : at + 20]!r}")
            at = token.end()
            if (text := token["text"]) is not None:
                x = self._put(y, x, text, style, link)
            elif token["line"] is not None:
                y, x = int(token["line"]) - 1, int(token["column"]) - 1
            elif token["style"] is not None:
                style = token["style"].removeprefix("0")
            elif token["link"] is not None:
                link = token["link"]

    def _put(self, y: int, x: int, text: str, style: str, link: str) -> int:
        """Write on a line from a column on, and return the column behind it."""
        row = self.cells[y]
        for start, end, width in split_graphemes(text)[0]:
            if x + width > self._width:
                raise ValueError(f"behind the end of line {y}: {text!r}")
            if width:
                self._blank(row, x, x + width)
                row[x : x + width] = [(text[start:end], style, link), (_BEHIND, style, link)][
                    :width
                ]
                x += width
            elif x:
                row[x - 1] = (row[x - 1][0] + text[start:end], *row[x - 1][1:])
        return x

    def _blank(self, row: list[Cell], first: int, end: int) -> None:
        """Leave blanks of what begins before or ends behind those columns."""
        if first and row[first][0] == _BEHIND:
            row[first - 1] = (" ", *row[first - 1][1:])
        if end < self._width and row[end][0] == _BEHIND:
            row[end] = (" ", *row[end][1:])

    def text(self, line: int) -> str:
        """Return what can be read on a line."""
        return "".join(sign for sign, _, _ in self.cells[line])

    def differences(self, ought: "Terminal") -> list[str]:
        """Return, for each line that is not what it ought to be, where and how."""
        found = []
        for line, (cells, wanted) in enumerate(zip(self.cells, ought.cells, strict=True)):
            if cells != wanted:
                column = next(x for x, cell in enumerate(cells) if cell != wanted[x])
                found.append(
                    f"line {line}, column {column}: {cells[column]}, not {wanted[column]}\n"
                    f"    stands {self.text(line)}\n    ought  {ought.text(line)}"
                )
        return found


class Sent(Terminal):
    """A terminal that is sent what an application sends to its own."""

    def __init__(self, app: App[Any]) -> None:
        super().__init__(app.size)
        self._app = app
        setattr(app, "_display", self._display)  # noqa: B010  what mypy would not let be assigned

    def _display(self, screen: Screen[Any], update: object) -> None:
        """Take what an application displays; what it does in a batch, Textual sends nowhere.

        What was laid out for another size is painted over as soon as the application knows better.
        """
        if screen._compositor.size != (len(self.cells[0]), len(self.cells)):
            return
        if isinstance(update, CompositorUpdate) and not self._app._batch_count:
            self.write(update.render_segments(self._app.console))


def whole(app: App[Any]) -> Terminal:
    """Return what ought to be seen: every widget drawn anew from the back to the front.

    The application has nothing of it afterwards.
    """
    terminal = Terminal(app.size)
    with _nothing_kept(app):
        visible_screen_stack.set(app._background_screens)
        for widget, (region, clip) in reversed(app.screen._compositor.visible_widgets.items()):
            shown = region.intersection(clip)
            if not shown:
                continue
            for y, strip in zip(
                shown.line_range, widget.render_lines(shown - region.offset), strict=True
            ):
                terminal.write(f"\x1b[{y + 1};{shown.x + 1}H{strip.render(app.console)}")
    return terminal


@contextmanager
def _nothing_kept(app: App[Any]) -> Iterator[None]:
    """Take from every widget what it drew before; give it back in the end."""
    widgets = {
        widget
        for screen in app.screen_stack
        for widget in (screen, *screen.walk_children(), *screen._compositor.visible_widgets)
        if isinstance(widget, Widget)
    }
    kept = [(vars(widget), _own(widget)) for widget in widgets]
    before = [(own, {name: own[name] for name in fresh if name in own}) for own, fresh in kept]
    for own, fresh in kept:
        own.update(fresh)
    try:
        yield
    finally:
        for (own, was), (_, fresh) in zip(before, kept, strict=True):
            for name in fresh:
                del own[name]
            own.update(was)


def _own(widget: Widget) -> dict[str, object]:
    """Return what a widget that drew nothing yet has of its own, by attribute."""
    fresh: dict[str, object] = {
        "_styles_cache": StylesCache(),
        "_render_cache": widget._render_cache,
        "_dirty_regions": {widget.outer_size.region},
        "_visual_style": None,
        "_rich_style_cache": {},
    }
    if isinstance(widget, KeptLines):
        fresh |= {"_kept": LRUCache(512), "_around": (), "_edge": None}
        fresh |= {"_painted": {}, "_fresh": {}, "_standing": {}}
    if isinstance(widget, EntryList):
        fresh |= {"_strips": LineStrips(widget), "_drawn": LRUCache(512)}
    if isinstance(widget, SessionGrid):
        fresh |= {"_drawn": LRUCache(512), "_looks": {}}
    if isinstance(widget, Bar):
        fresh |= {"_drawn": ((), ())}
    return fresh
