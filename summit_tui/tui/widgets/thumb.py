"""A scroll bar that says where one is also when it comes back, and costs little to paint.

Textual draws a bar line by line through Rich, which takes as long as all the lines of the list
beside it. A bar has five different lines at most: here each is drawn once for a place of the thumb,
and the same line is the same strip.
"""

from collections.abc import Sequence
from typing import cast

from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.widgets.settled import LaidOutOnce


class Bar(ScrollBar, LaidOutOnce):
    """A vertical scroll bar."""

    _drawn: tuple[object, Sequence[Strip]] = ((), ())
    """The lines, behind what they were drawn of."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in `crop` (how Textual asks for them)."""
        if self.opacity < 1:
            return super().render_lines(crop)
        bar, size = cast("ScrollBarRender", self.render()), self.size
        ground, filters = self.rich_style, self.get_line_filters()
        asked = (size, ground, *filters, *vars(bar).values())
        if self._drawn[0] != asked:
            colors = self.app.console.get_style(bar.style)
            assert colors.bgcolor is not None  # noqa: S101  Textual gives both
            assert colors.color is not None  # noqa: S101  and this, too
            segments = bar.render_bar(
                size.height,
                bar.virtual_size,
                bar.window_size,
                bar.position,
                size.width,
                back_color=colors.bgcolor,
                bar_color=colors.color,
            ).segments
            background, strips = self.background_colors[1], {}
            for segment in segments:
                if segment not in strips:
                    strip = Strip([segment]).apply_style(ground)
                    for each in filters:
                        strip = strip.apply_filter(each, background)
                    strips[segment] = strip
            self._drawn = asked, [strips[segment] for segment in segments]
        lines = self._drawn[1][crop.y : crop.bottom]
        return [line.crop(*crop.column_span) for line in lines]


class TrueThumb(Widget):
    """For what scrolls: Textual tells a bar of no scrolling while there is no need for one."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar; it is made when it is first asked for."""
        bar = self._vertical_scrollbar
        if bar is None:
            bar = self._vertical_scrollbar = Bar(
                name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self.app._start_widget(self, bar)
        return bar

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Put the thumb where it belongs."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def watch_show_horizontal_scrollbar(self, shown: bool) -> None:
        """Put the thumb where it belongs."""
        if shown:
            self.horizontal_scrollbar.position = self.scroll_x
