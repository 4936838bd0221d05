"""Lines that stay as they were painted, for widgets that draw themselves line by line.

Textual puts a widget's edge around a line, and its filters over it, whenever the line is painted
anew, also where it only moved; that costs more than drawing it. Here both are kept with the strip.
Of a widget that has changed, only the lines are sent to the terminal that are other ones now.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_KEPT = 512


class KeptLines(Widget):
    """A widget that draws the same line as the same strip.

    One with more than an edge at the right is painted as Textual does it, and so is a faded one.
    """

    def __init__(self, *children: Widget, **given: Any) -> None:
        super().__init__(*children, **given)
        self._kept: LRUCache[int, tuple[Strip, Strip]] = LRUCache(_KEPT)
        """By its identity, a strip that was drawn, and what is painted of it."""
        self._around: tuple[object, ...] = ()
        """What is put around and over all of them."""
        self._painted: dict[int, Strip] = {}
        """By line, the strip that stands there, or will when what is marked for it is painted."""

    def refresh_changed(self) -> None:
        """Have those lines painted that are other ones than stand there."""
        if not self._painted or not self.screen.is_current:
            self.refresh()
            return
        lines = range(self.size.height)
        changed = [y for y in lines if self.render_line(y) is not self._painted.get(y)]
        if changed:
            width = self.outer_size.width
            self.refresh(*(Region(0, first, width, count) for first, count in _runs(changed)))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return what is painted of the lines in `crop` (how Textual asks for them)."""
        gutter, width = self.styles.gutter, self.region.width
        framed = gutter.left or gutter.height
        if framed or self.opacity < 1 or self.styles.tint.a:
            self._painted.clear()
            return super().render_lines(crop)
        edge = super().render_lines(Region(0, 0, width, 1))[0].crop(width - gutter.right, width)
        background, filters = self.background_colors[1], self.get_line_filters()
        ground = Style(bgcolor=background.rich_color)
        around = (width, background, *filters, *edge)
        if around != self._around:
            self._kept.clear()
            self._around = around
        lines = []
        for y in crop.line_range:
            drawn = self._painted[y] = self.render_line(y)
            known, line = self._kept.get(id(drawn)) or (None, drawn)
            if known is not drawn:
                line = drawn.adjust_cell_length(width - gutter.right, ground)
                for each in filters:
                    line = line.apply_filter(each, background)
                line = Strip.join([line, edge])
                self._kept[id(drawn)] = drawn, line  # which keeps it, and so its identity
            lines.append(line.crop(*crop.column_span))
        return lines


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first of lines that follow each other, and how many they are."""
    for _, run in groupby(enumerate(lines), lambda each: each[1] - each[0]):
        (_, first), *others = run
        yield first, 1 + len(others)
