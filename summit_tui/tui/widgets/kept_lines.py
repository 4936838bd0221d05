"""Lines that stay as they were painted, for widgets that draw themselves line by line.

Textual puts a widget's edge around a line, and its filters over it, whenever the line is painted
anew, also where it only moved; that costs more than drawing it. Here both are kept with the strip.
"""

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

    _kept: LRUCache[int, tuple[Strip, Strip]] | None = None
    """By its identity, a strip that was drawn, and what is painted of it."""
    _around: tuple[object, ...] = ()
    """What is put around and over all of them."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return what is painted of the lines in `crop` (how Textual asks for them)."""
        gutter, width = self.styles.gutter, self.region.width
        framed = gutter.left or gutter.height
        if framed or self.opacity < 1 or self.styles.tint.a:
            return super().render_lines(crop)
        edge = super().render_lines(Region(0, 0, width, 1))[0].crop(width - gutter.right, width)
        background, filters = self.background_colors[1], self.get_line_filters()
        ground = Style(bgcolor=background.rich_color)
        around = (width, background, *filters, *edge)
        if self._kept is None or around != self._around:
            self._kept, self._around = LRUCache(_KEPT), around
        lines = []
        for y in crop.line_range:
            drawn = self.render_line(y)
            known, line = self._kept.get(id(drawn)) or (None, drawn)
            if known is not drawn:
                line = drawn.adjust_cell_length(width - gutter.right, ground)
                for each in filters:
                    line = line.apply_filter(each, background)
                line = Strip.join([line, edge])
                self._kept[id(drawn)] = drawn, line  # which keeps it, and so its identity
            lines.append(line.crop(*crop.column_span))
        return lines
