"""Lines that stay as they were painted, for widgets that draw themselves line by line.

Textual puts a widget's edge around a line, and its filters over it, whenever the line is painted
anew, also where it only moved; that costs more than drawing it. Here both are kept with the strip.
Of a widget that has changed, only the lines are drawn and sent to the terminal that are other ones
now: what Textual asks for beside them stands as it was painted.
"""

from collections.abc import Iterable, Iterator, Sequence
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
        self._kept: LRUCache[int, tuple[Strip, Strip]] = LRUCache(_KEPT)
        """By its identity, a strip that was drawn, and what is painted of it."""
        self._around: tuple[object, ...] = ()
        """What is put around and over all of them."""
        self._edge: Strip | None = None
        """What stands behind each of them; None when it may be another one now."""
        self._painted: dict[int, Strip] = {}
        """By line, the strip that stands there, or will when what is marked for it is painted."""
        self._fresh: dict[int, Strip] = {}
        """By line, the strip that was drawn for what is marked for it."""
        self._standing: dict[int, Strip] = {}
        """By line, what stands on the screen, as long as nothing is marked for it."""
        super().__init__(*children, **given)

    def draw_lines(self, lines: Iterable[int]) -> list[Strip]:
        """Return those lines of what is in sight."""
        return [self.render_line(y) for y in lines]

    def refresh_changed(self) -> None:
        """Have those lines painted that are other ones than stand there."""
        if not self._painted or not self.screen.is_current:
            self.refresh()
            return
        drawn = self.draw_lines(range(self.size.height))
        changed = [y for y, line in enumerate(drawn) if line is not self._painted.get(y)]
        if changed:
            width = self.outer_size.width
            self.refresh(*(Region(0, first, width, count) for first, count in _runs(changed)))
        self._fresh = {y: drawn[y] for y in changed}

    def _set_dirty(self, *regions: Region) -> None:
        """Forget what stands where something is marked (how Textual does it, whatever asks)."""
        if not regions:
            self._edge = None
            self._standing.clear()
            self._fresh.clear()
        for region in regions:
            for y in region.line_range:
                self._standing.pop(y, None)
                self._fresh.pop(y, None)
        super()._set_dirty(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return what is painted of the lines in `crop` (how Textual asks for them)."""
        gutter, width = self.styles.gutter, self.region.width
        framed = gutter.left or gutter.height
        if framed or self.opacity < 1 or self.styles.tint.a:
            self._painted.clear()
            return super().render_lines(crop)
        background, filters = self.background_colors, self.get_line_filters()
        around = (width, *background, *filters)
        if self._edge is None or around != self._around[: len(around)]:
            self._edge = super().render_lines(Region(0, 0, width, 1))[0]
            self._edge = self._edge.crop(width - gutter.right, width)
            around = (*around, *self._edge)
            if around != self._around:
                self._kept.clear()
                self._standing.clear()
                self._around = around
        missing = [y for y in crop.line_range if y not in self._standing]
        fresh = dict(zip(missing, self._to_paint(missing), strict=True))
        self._painted.update(fresh)
        for y, line in fresh.items():
            known, whole = self._kept.get(id(line)) or (None, line)
            if known is not line:
                ground = Style(bgcolor=background[1].rich_color)
                whole = line.adjust_cell_length(width - gutter.right, ground)
                for each in filters:
                    whole = whole.apply_filter(each, background[1])
                whole = Strip.join([whole, self._edge])
                self._kept[id(line)] = line, whole  # which keeps it, and so its identity
            self._standing[y] = whole
        lines = [self._standing[y] for y in crop.line_range]
        if crop.column_span == (0, width):
            return lines
        return [line.crop(*crop.column_span) for line in lines]

    def _to_paint(self, lines: Sequence[int]) -> list[Strip]:
        """Return those lines, of which some were drawn when they were marked."""
        late = [y for y in lines if y not in self._fresh]
        drawn = dict(zip(late, self.draw_lines(late), strict=True)) if late else {}
        return [self._fresh.pop(y) if y in self._fresh else drawn[y] for y in lines]


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first of lines that follow each other, and how many they are."""
    for _, run in groupby(enumerate(lines), lambda each: each[1] - each[0]):
        (_, first), *others = run
        yield first, 1 + len(others)
