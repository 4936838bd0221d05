"""A long list of entries of several lines each, of which only what is in sight is drawn.

A subclass says what the lines of an entry are; this class scrolls, moves the cursor from entry to
entry, keeps the heading of what stands on top in sight, and caches drawn entries. It holds no
sessions.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from summit_tui.tui.keys import bindings
from summit_tui.tui.layout import EMPTY, Layout
from summit_tui.tui.session_lines import Line
from summit_tui.tui.widgets.kept_lines import KeptLines
from summit_tui.tui.widgets.line_strips import LineStrips
from summit_tui.tui.widgets.thumb import TrueThumb
from summit_tui.tui.words import wrapped


class EntryList(ScrollView, TrueThumb, KeptLines, can_focus=True):
    """The list; `cursor` is the number of the entry it is on."""

    DEFAULT_CSS = "EntryList { overflow-x: hidden; scrollbar-size-vertical: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    STICKY = True
    """Whether the headings of the entry on top stay in sight while it scrolls away."""

    emptiness = ""
    """What an empty list says: why it is, and below that what to do."""
    selected: frozenset[str] = frozenset()
    """The ids of the sessions that are selected, for lists of them."""
    cursor: reactive[int] = reactive(0, repaint=False)

    class CursorMoved(Message):
        """The cursor is on another entry, or the entry under it is another one."""

        def __init__(self, entry_list: "EntryList") -> None:
            super().__init__()
            self.entry_list = entry_list

        @property
        def control(self) -> "EntryList":
            """The list."""
            return self.entry_list

    class Chosen(CursorMoved):
        """The entry under the cursor was chosen, by enter or a second click."""

    class MarkClicked(CursorMoved):
        """The mark before the entry under the cursor was clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.layout_ = EMPTY
        self._drawn: LRUCache[tuple[int, int, int], list[Strip]] = LRUCache(512)
        self._strips = LineStrips(self)
        self._on_top = False
        self._seen: Size | None = None
        """How much there was to scroll through when it was laid out last."""
        self._labels: dict[int, str] = {}
        """What stands before entries while one jumps."""

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return the headings above an entry, as many as the layout says."""
        raise NotImplementedError

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return the lines of an entry in at most `width` cells, without the cursor's bar."""
        raise NotImplementedError

    def sticky_line(self, entry: int, width: int) -> Line:
        """Return the heading that stays on top while `entry` is there."""
        return self.lead_lines(entry, width)[-1]

    def empty_lines(self, width: int) -> list[Line]:
        """Return what an empty list says, in as many lines as that takes."""
        lines = wrapped(self.emptiness, width)
        return [[], *([(line, "muted" if number else "")] for number, line in enumerate(lines))]

    def lay_out(self, layout: Layout, cursor: int, *, on_top: bool = False) -> None:
        """Show other entries, with the cursor on one of them.

        It stays as high on the screen as it was, or stands on top if wanted.
        """
        was = self.layout_.top(self.cursor) - self.scroll_offset.y if len(self.layout_) else 0
        self._on_top = on_top
        self.layout_ = layout
        self._take_lines(layout.lines)
        cursor = max(0, min(cursor, len(layout) - 1))
        self.set_reactive(EntryList.cursor, cursor)
        if len(layout) and 0 <= was < self.size.height:
            self.scroll_to(y=max(0, layout.top(cursor) - was), animate=False, force=True)
        self.reveal()
        self.redraw()
        self.post_message(self.CursorMoved(self))

    def _take_lines(self, lines: int) -> None:
        """Scroll through so many lines; only a scroll bar that comes or goes lays anything out.

        A layout for another number would paint the scroll bar a tick after everything else.
        """
        size = Size(0, lines)
        if self._seen is None:  # nothing was laid out yet
            self.virtual_size = size
            return
        self._seen = size
        self.set_reactive(EntryList.virtual_size, size)
        self._scroll_update(size)

    def in_sight(self) -> range:
        """Return the entries whose first line is in sight, below the heading that stays."""
        return self.layout_.in_sight(self.scroll_offset.y, self.size.height, sticky=self.STICKY)

    def label(self, labels: dict[int, str]) -> None:
        """Show labels before entries; none takes them away."""
        self._labels = labels
        self.redraw()

    def jump_to(self, entry: int) -> None:
        """Put the cursor on an entry."""
        self.cursor = entry

    def redraw(self) -> None:
        """Draw every entry anew, and have painted what that changes."""
        self._drawn.clear()
        self.refresh_changed()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colours."""
        super().notify_style_update()
        self._drawn.clear()
        self._strips.forget()

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Take a size of its own only; at every layout Textual paints the scrollbar anew else."""
        known = self._size, self._container_size
        if known == (size, container_size) and self._seen == self.virtual_size:
            return False
        self._seen = self.virtual_size
        return super()._size_updated(size, virtual_size, container_size, layout)

    def render_line(self, y: int) -> Strip:
        """Return one line of what is in sight (Textual's line API)."""
        return self.draw_lines((y,))[0]

    def draw_lines(self, lines: Iterable[int]) -> list[Strip]:
        """Return those lines of what is in sight."""
        width, first = self.scrollable_content_region.width, self.scroll_offset.y
        if not len(self.layout_):
            strips = self._emptiness(width)
            return [strips[y] if y < len(strips) else self._strips.blank(width) for y in lines]
        return [self._line(first + y, width, on_top=not y) for y in lines]

    def _line(self, line: int, width: int, *, on_top: bool) -> Strip:
        if line >= self.layout_.lines:
            return self._strips.blank(width)
        entry = self.layout_.entry_at(line)
        offset = line - self.layout_.blocks[entry]
        if on_top and line and self.STICKY and offset >= self.layout_.leads[entry]:
            return self._strips.strip(self.sticky_line(entry, width), width)
        return self._block(entry, width)[offset]

    def _emptiness(self, width: int) -> list[Strip]:
        key = (-1, width, 0)
        strips = self._drawn.get(key)
        if strips is None:
            lines = self.empty_lines(width - 2)
            strips = [self._strips.strip(line, width, bar="  ") for line in lines]
            self._drawn.set(key, strips)
        return strips

    def _block(self, entry: int, width: int) -> list[Strip]:
        cursor = 0 if entry != self.cursor else 2 if self.has_focus else 1
        key = (entry, width, cursor)
        strips = self._drawn.get(key)
        if strips is None:
            draw, bar = self._strips.strip, "▌" if cursor else " "
            strips = [draw(line, width) for line in self.lead_lines(entry, width)]
            lines = self.entry_lines(entry, width - 1)
            strips += [draw(line, width, cursor, bar) for line in lines]
            if label := self._labels.get(entry):
                at = self.layout_.leads[entry]
                strips[at] = self._strips.labelled(strips[at], label)
            missing = self.layout_.blocks[entry + 1] - self.layout_.blocks[entry] - len(strips)
            strips += [self._strips.blank(width)] * missing
            self._drawn.set(key, strips)
        return strips

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an entry."""
        return max(0, min(cursor, len(self.layout_) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two entries concerned, and see to it that the cursor is in sight."""
        for entry in (before, after):
            if 0 <= entry < len(self.layout_):
                top = self.layout_.top(entry)
                self.refresh_lines(top, self.layout_.end(entry) - top)
        self.reveal()
        self.post_message(self.CursorMoved(self))

    def reveal(self) -> None:
        """Scroll as little as needed for the entry under the cursor, with its headings."""
        height = self.size.height
        if not height or not len(self.layout_):
            return
        at, on_top, self._on_top = self.scroll_offset.y, self._on_top, False
        wanted = self.layout_.revealing(self.cursor, at, height, sticky=self.STICKY, on_top=on_top)
        if wanted != at:
            self.scroll_to(y=wanted, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight when the size changes."""
        self._drawn.clear()
        self.reveal()

    def on_focus(self) -> None:
        """Draw the cursor as the one that keys move."""
        self.redraw()

    def on_blur(self) -> None:
        """Draw the cursor as one that waits."""
        self.redraw()

    def bring_up(self, entry: int) -> None:
        """Put the cursor on an entry, and the entry on top of what is in sight."""
        self._on_top = True
        self.cursor = entry
        self.reveal()

    def action_cursor_down(self) -> None:
        """Go to the next entry."""
        self.cursor += 1

    def action_cursor_up(self) -> None:
        """Go to the entry before."""
        self.cursor -= 1

    def action_cursor_first(self) -> None:
        """Go to the first entry."""
        self.cursor = 0

    def action_cursor_last(self) -> None:
        """Go to the last entry."""
        self.cursor = len(self.layout_) - 1

    def action_page(self, direction: int) -> None:
        """Go a page down or up."""
        self._go_lines(direction * max(1, self.size.height - 2))

    def action_half_page(self, direction: int) -> None:
        """Go half a page down or up."""
        self._go_lines(direction * max(1, self.size.height // 2))

    def _go_lines(self, lines: int) -> None:
        if len(self.layout_):
            self.cursor = self.layout_.away(self.cursor, lines)

    def action_read(self) -> None:
        """Say that the entry under the cursor was chosen."""
        if len(self.layout_):
            self.post_message(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        """Go to the entry that was clicked."""
        line = event.y + self.scroll_offset.y
        if not len(self.layout_) or line >= self.layout_.lines:
            return
        entry = self.layout_.entry_at(line)
        if line < self.layout_.top(entry):
            return
        self.cursor = entry
        self.clicked(event)

    mark_width = 2
    """How many cells at the left are the mark."""

    def clicked(self, event: events.Click) -> None:
        """Say what the click on the entry under the cursor means: its mark, or a second one."""
        if event.x <= self.mark_width:
            self.post_message(self.MarkClicked(self))
        elif event.chain == 2:
            self.post_message(self.Chosen(self))
