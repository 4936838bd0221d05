"""Lines made into strips in the looks of a widget, each of them once.

The same line is the same strip as long as it is kept, which is how a list knows what need not be
painted again (`kept_lines`). Foreign text goes into segments, where nothing reads it as markup.
"""

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.looks import look
from summit_tui.tui.session_lines import Line

_KEPT = 512
_UNDER = ("", "cursor-away", "cursor")
"""The look of a line without the cursor, with it, and with it while keys move it."""


class LineStrips:
    """The strips of one widget; `cursor` is a place in `_UNDER`."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(_KEPT)
        self._looks: dict[tuple[str, int], Style] = {}

    def forget(self) -> None:
        """Make everything anew, as where the colours are other ones."""
        self._strips.clear()
        self._looks.clear()

    def strip(self, line: Line, width: int, cursor: int = 0, bar: str = "") -> Strip:
        """Return `line` behind `bar`, cut or filled to `width`."""
        key = (width, cursor, bar, *line)
        strip = self._strips.get(key)
        if strip is None:
            parts = [(bar, "heading" if cursor else ""), *line]
            segments = [Segment(text, self.look(name, cursor)) for text, name in parts if text]
            strip = Strip(segments).adjust_cell_length(width, self.look("", cursor))
            self._strips.set(key, strip)
        return strip

    def labelled(self, strip: Strip, label: str) -> Strip:
        """Return `strip` with a label over its beginning."""
        return Strip([Segment(label, self.look("label")), *strip.crop(len(label))])

    def blank(self, width: int) -> Strip:
        """Return an empty line."""
        return Strip.blank(width, self.look(""))

    def look(self, name: str, cursor: int = 0) -> Style:
        """Return what the part of a line called `name` looks like."""
        key = (name, cursor)
        style = self._looks.get(key)
        if style is None:
            style = self._looks[key] = look(self._widget, name, _UNDER[cursor])
        return style
