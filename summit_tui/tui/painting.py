"""Paints of a screen what has changed, and asks only those widgets for it that stand there.

Textual asks every widget in the rectangle around all changes for all of its lines, those behind
others too, cuts them where any widget begins or ends, and throws most of it away. What one letter
in the search box changes is then mostly made for nothing. Here a widget is asked for the lines
that have changed, from the front backwards, until nothing is left to be painted. A wide character
of which only one half has changed is painted whole: a terminal shows no halves.
"""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any, NamedTuple, Self, cast

from rich.console import Console, RenderableType
from textual._compositor import Compositor, CompositorMap, CompositorUpdate
from textual._context import visible_screen_stack
from textual._time import get_time
from textual.events import ScreenResume
from textual.geometry import Region, Size
from textual.messages import Layout
from textual.reactive import Reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.widgets.settled import LaidOutOnce

_BATCH_SECONDS = 0.005
"""How long a painting waits until it is looked whether the batch is over."""


class Piece(NamedTuple):
    """A part of a line in which something has changed, and whose it is."""

    y: int
    first: int
    """The first column of what has changed."""
    end: int
    """The first column behind it."""
    widget: Widget
    shown: Region
    """Where on the screen the widget is in sight."""
    whole: Region
    """Where it would be if all of it were."""
    front: tuple[int, int]
    """From where to where the widget is in front, as far as a cell beside what has changed."""


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
        _ = self.full_map  # else it may be found out while widgets are asked, which use it
        changed = [region.intersection(self.size.region) for region in self._dirty_regions]
        self._dirty_regions.clear()
        pieces = sorted(self._pieces(filter(None, changed)), key=itemgetter(0, 1))
        return cast("RenderableType", Pieces(_drawn(pieces))) if pieces else None

    @property
    def full_map(self) -> CompositorMap:
        """Where everything is, also what is out of sight.

        Asked between two layouts, Textual finds it out anew and forgets where things were painted.
        """
        painted = self._full_map if self._visible_map is None else self._visible_map
        outdated = self._full_map_invalidated
        found = super().full_map
        if outdated and self.root is not None:
            self._layers = self._layers_visible = self._cuts = None
            self._mark_moved(painted, found)
        return found

    def _mark_moved(self, painted: CompositorMap, present: CompositorMap) -> None:
        for _, place in painted.items() ^ present.items():
            if seen := place.clip.intersection(place.region):
                self._dirty_regions.add(seen)

    def _pieces(self, changed: Iterable[Region]) -> Iterator[Piece]:
        """Yield the parts of widgets that are in front where something has changed."""
        layers, width = self.layers_visible, self.size.width
        for y, first, end in self._regions_to_spans(changed):
            missing = end - first
            left = [(max(first - 1, 0), min(end + 1, width))]
            for widget, shown, whole in layers[y]:
                from_, upto = shown.x, shown.x + shown.width
                behind = []
                for start, stop in left:
                    x, to = max(start, from_), min(stop, upto)
                    if x >= to:
                        behind.append((start, stop))
                        continue
                    begin, ending = max(x, first), min(to, end)
                    if begin < ending:
                        missing -= ending - begin
                        yield Piece(y, begin, ending, widget, shown, whole, (x, to))
                    if start < x:
                        behind.append((start, x))
                    if to < stop:
                        behind.append((to, stop))
                left = behind
                if not missing:
                    break


def _drawn(pieces: Iterable[Piece]) -> list[tuple[int, int, Strip]]:
    """Return line, column and look of each piece; each widget is asked once for its lines."""
    rows: dict[Widget, list[int]] = {}
    for piece in pieces:
        rows.setdefault(piece.widget, []).append(piece.y)
    lines: dict[Widget, list[Strip]] = {}
    drawn = []
    for y, first, end, widget, shown, whole, front in pieces:
        top = rows[widget][0]
        if widget not in lines:
            crop = Region(shown.x, top, shown.width, rows[widget][-1] - top + 1)
            lines[widget] = widget.render_lines(crop - whole.offset)
        line = lines[widget][y - top]
        begin = front[0] if first != front[0] and _halves(line, first - shown.x) else first
        stop = front[1] if end != front[1] and _halves(line, end - shown.x) else end
        drawn.append((y, begin, line.crop(begin - shown.x, stop - shown.x)))
    return drawn


def _halves(line: Strip, column: int) -> bool:
    """Return whether a wide character stands on both sides of where `column` begins."""
    text = line.text
    return not text.isascii() and line.crop(0, column).text + line.crop(column).text != text


def _sized_by(widget: Widget) -> Iterator[Widget]:
    """Yield what holds `widget`, as far as its size may change with it."""
    for ancestor in widget.ancestors:
        if isinstance(ancestor, Widget):
            yield ancestor
            if ancestor.styles.auto_dimensions:
                continue
        return


class PaintedInParts(Screen[Any], LaidOutOnce):
    """To be named behind the class whose styles it has."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus; only that and what had it look otherwise then, not all of the screen."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._compositor = Painter()
        self._laid_out_at = 0.0
        """When everything was last laid out, by the clock of messages."""

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

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Be shown, as Textual does it, but painted once: what is laid out anew is that as well."""
        event.prevent_default()
        self.stack_updates += 1
        self.app._refresh_notifications()
        self._update_auto_focus()
        if event.refresh_styles:
            self.update_node_styles(animate=False)
        if self._size != self.app.size:
            self._refresh_layout(self.app.size)
        else:
            self.refresh()

    def refresh(
        self,
        *regions: Region,
        repaint: bool | None = None,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Have it painted, or laid out, which moves parts of it and paints those."""
        repaint = not layout if repaint is None else repaint
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def render(self) -> RenderableType:
        """Return what stands behind all widgets: the screen below, where that is seen through.

        Textual takes it from a list that has it once, and one asked a second time shows nothing.
        """
        background, stack = self.styles.background, self.app.screen_stack
        at = stack.index(self) if self in stack else 0
        if at and background.a < 1:
            return BackgroundScreen(stack[at - 1], background)
        return super().render()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay everything out, with what widgets want whose turn to ask for it is still to come.

        Else it would be laid out, and painted, a second time when they have asked.
        """
        within = self.walk_children(Widget)
        wanting = [each for each in within if each._layout_required and each.is_mounted]
        for widget in wanting:
            widget._layout_required = False
            for ancestor in _sized_by(widget):
                ancestor._clear_arrangement_cache()
                ancestor._layout_updates += 1
        if not scroll or wanting or self._layout_widgets:
            self._laid_out_at = get_time()
        super()._refresh_layout(size, scroll and not wanting)

    async def _on_layout(self, message: Layout) -> None:
        """Leave out what was asked for before everything was laid out; Textual does the rest."""
        if message.time < self._laid_out_at:
            message.stop()
            message.prevent_default()

    def _compositor_refresh(self) -> None:
        """Paint all that has changed, also where it has not been told yet.

        Of what changes within a batch Textual paints nothing and keeps nothing: that waits. It
        tells the screen on top what is to be painted below it, but none that lies between.
        """
        if self.app._batch_count:
            self.set_timer(_BATCH_SECONDS, self._compositor_refresh)
            return
        marked = {each for each in self._compositor.visible_widgets if each._repaint_required}
        for widget in marked:
            widget._repaint_required = False
        self._compositor.update_widgets(marked)
        stack, changed = self.app.screen_stack, self._compositor._dirty_regions
        if changed and self in stack:
            for between in stack[stack.index(self) + 1 : -1]:
                between.refresh(*changed)
        super()._compositor_refresh()
