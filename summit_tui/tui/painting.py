"""Paints of a screen what has changed, and asks only those widgets for it that stand there.

Textual asks every widget in the rectangle around all changes for all of its lines, those behind
others too, cuts them where any widget begins or ends, and throws most of it away. What one letter
in the search box changes is then mostly made for nothing. Here a widget is asked for the lines
that have changed, from the front backwards, until nothing is left to be painted.
"""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any, NamedTuple, cast

from rich.console import Console, RenderableType
from textual._compositor import Compositor, CompositorUpdate
from textual._context import visible_screen_stack
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


class Piece(NamedTuple):
    """Where on the screen a part of a line goes, and whose it is."""

    y: int
    x: int
    end: int
    """The first column behind it."""
    widget: Widget
    shown: Region
    """Where on the screen the widget is in sight."""
    whole: Region
    """Where it would be if all of it were."""


class Pieces(CompositorUpdate):
    """What is sent to the terminal: parts of lines, from the top and the left."""

    def __init__(self, parts: Iterable[tuple[int, int, Strip]]) -> None:
        self._parts = parts
        """Line and column of each, and what stands there."""

    def render_segments(self, console: Console) -> str:
        """Return the bytes; what goes on where the part before ended needs no place."""
        written, at = [], (-1, -1)
        for y, x, strip in self._parts:
            if (y, x) != at:
                written.append(f"\x1b[{y + 1};{x + 1}H")
            written.append(strip.render(console))
            at = y, x + strip.cell_length
        return "".join(written)


class Painter(Compositor):
    """Puts together what a screen shows."""

    def render_update(
        self,
        full: bool = False,
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,
    ) -> RenderableType | None:
        """Return what is to be painted (how Textual asks for it); all of it, for a picture."""
        if full:
            return super().render_update(full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        changed = [region.intersection(self.size.region) for region in self._dirty_regions]
        self._dirty_regions.clear()
        pieces = sorted(self._pieces(filter(None, changed)), key=itemgetter(0, 1))
        return cast("RenderableType", Pieces(_drawn(pieces))) if pieces else None

    def _pieces(self, changed: Iterable[Region]) -> Iterable[Piece]:
        """Yield the parts of widgets that are in front where something has changed."""
        for y, first, end in self._regions_to_spans(changed):
            left = [(first, end)]
            for widget, shown, whole in self.layers_visible[y]:
                behind = []
                for start, stop in left:
                    x, to = max(start, shown.x), min(stop, shown.right)
                    if x < to:
                        yield Piece(y, x, to, widget, shown, whole)
                        behind += [each for each in ((start, x), (to, stop)) if each[0] < each[1]]
                    else:
                        behind.append((start, stop))
                left = behind
                if not left:
                    break


def _drawn(pieces: Iterable[Piece]) -> list[tuple[int, int, Strip]]:
    """Return line, column and look of each piece; each widget is asked once for its lines."""
    rows: dict[Widget, list[int]] = {}
    for piece in pieces:
        rows.setdefault(piece.widget, []).append(piece.y)
    lines: dict[Widget, list[Strip]] = {}
    drawn = []
    for y, x, end, widget, shown, whole in pieces:
        top = rows[widget][0]
        if widget not in lines:
            crop = Region(shown.x, top, shown.width, rows[widget][-1] - top + 1)
            lines[widget] = widget.render_lines(crop - whole.offset)
        strip = lines[widget][y - top].crop(x - shown.x, end - shown.x)
        drawn.append((y, x, strip))
    return drawn


class PaintedInParts(Screen[Any]):
    """To be named behind the class whose styles it has."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus; only that and what had it look otherwise then, not all of the screen."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._compositor = Painter()

    def fit_size(self) -> None:
        """Take the classes of the present size; the first resize then finds nothing to restyle."""
        width, height = self.app.size
        for cells, own, general in (
            (width, self.HORIZONTAL_BREAKPOINTS, self.app.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS, self.app.VERTICAL_BREAKPOINTS),
        ):
            breakpoints = (general if own is None else own) or ()
            fitting = [name for least, name in sorted(breakpoints) if least <= cells]
            self.set_class(True, *fitting[-1:])
