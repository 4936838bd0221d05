"""A day as a grid that scrolls both ways: rooms across, time down.

Only what is in sight is drawn. The times at the left and the rooms above stay where they are. The
cursor is on a session and moves in time and room; how, the layout says (`day_grid`).
"""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from summit_tui.agenda.clash_words import OVERLAPS
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.day_grid import QUARTER, Block, DayGrid, day_grid
from summit_tui.tui.grid_columns import Columns, columns, in_sight, scrolled
from summit_tui.tui.keys import bindings
from summit_tui.tui.looks import look
from summit_tui.tui.picks import Picks
from summit_tui.tui.widgets.block_lines import HATCH, Cells, block_lines
from summit_tui.tui.widgets.thumb import TrueThumb

TIME = 6
"""Cells at the left that say the time."""
EMPTY = day_grid((), 0)


class SessionGrid(ScrollView, TrueThumb, can_focus=True):
    """The grid; `block` is what the cursor is on."""

    DEFAULT_CSS = """
    SessionGrid { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("cells")

    block: reactive[Block | None] = reactive(None, repaint=False)

    class CursorMoved(Message):
        """The cursor is on another session."""

    class Chosen(Message):
        """The session under the cursor was chosen, by enter or a second click."""

    class MarkClicked(Message):
        """The mark of the session under the cursor was clicked."""

    def __init__(self, programme: Programme, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.programme = programme
        self.grid = EMPTY
        self.rooms: Sequence[str] = ()
        self.picks: Picks | None = None
        self.now: datetime | None = None
        self.emptiness = ""
        """What it says when nothing is in it."""
        self.aim = 0
        """The line that going from room to room keeps to."""
        self._columns = Columns()
        self._drawn: LRUCache[tuple[int, Cells, str], list[tuple[list[Segment], int]]]
        self._drawn = LRUCache(1024)
        self._looks: dict[tuple[str, str], Style] = {}
        self._labels: dict[Block, str] = {}
        """What stands on sessions while one jumps."""

    def show(self, grid: DayGrid, rooms: Sequence[str], picks: Picks, row: int | None) -> None:
        """Show a day with my picks in it, with the cursor on `row` or the first session.

        What is shown already is not drawn again.
        """
        if grid is not self.grid or picks is not self.picks:
            self.grid, self.rooms, self.picks = grid, rooms, picks
            self._measure()
            self.redraw()
        self.set_reactive(SessionGrid.block, None)
        self.block = grid.block_of(row) or grid.first()
        if self.block is None:
            self.post_message(self.CursorMoved())
        else:
            self._aim_at(self.block)

    def explain(self, emptiness: str) -> None:
        """Say why it is empty; nothing where it is not."""
        if emptiness != self.emptiness:
            self.emptiness = emptiness
            self.refresh()

    def pass_time(self, now: datetime) -> None:
        """Take note of the time, and draw it where it is another one at the line of now."""
        before = self._said_now
        self.now = now
        if self._said_now != before:
            self.refresh()

    @property
    def row(self) -> int | None:
        """The row under the cursor; None in an empty day."""
        return None if self.block is None else self.block.row

    def redraw(self) -> None:
        """Draw everything anew."""
        self._drawn.clear()
        self.refresh()

    def in_sight(self) -> list[Block]:
        """Return the sessions of which one sees the left edge, as one reads them."""
        width, height = self.scrollable_content_region.size
        x, y = self.scroll_offset
        return in_sight(self.grid, self._columns, Region(x, y, width - TIME, height - 1))

    def label(self, labels: dict[Block, str]) -> None:
        """Show labels on sessions; none takes them away."""
        self._labels = labels
        self.refresh()

    def jump_to(self, block: Block) -> None:
        """Put the cursor on a session."""
        self._go(block)

    def _measure(self) -> None:
        """Give every column its width: as much as there is, and enough for what overlaps."""
        self._columns = columns(self.grid, self.scrollable_content_region.width - TIME)
        self.virtual_size = Size(TIME + self._columns.width, 1 + self.grid.lines)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colours."""
        super().notify_style_update()
        self._looks.clear()
        self._drawn.clear()

    def render_line(self, y: int) -> Strip:
        """Return one line of what is in sight (Textual's line API)."""
        size = self.scrollable_content_region.size
        if not len(self.grid):
            said = words.wrapped(self.emptiness, size.width - 2)
            return self._strip([(f"  {said[y - 1]}" if 0 < y <= len(said) else "", "")], size.width)
        if y == 0:
            return self._header(size.width)
        line = y - 1 + self.scroll_offset.y
        if line >= self.grid.lines:
            return Strip.blank(size.width, self._look(""))
        left = self.scroll_offset.x
        in_sight = self._columns.in_sight(left, size.width)
        segments = [each for column in in_sight for each in self._column_line(column, line)]
        at = left - self._columns.lefts[in_sight.start]
        body = Strip(segments).crop(at, at + size.width - TIME)
        return Strip.join([self._time(line), body]).adjust_cell_length(size.width, self._look(""))

    def _strip(self, parts: list[tuple[str, str]], width: int) -> Strip:
        segments = [Segment(text, self._look(name)) for text, name in parts]
        return Strip(segments).adjust_cell_length(width, self._look(""))

    def _header(self, width: int) -> Strip:
        """Return the rooms, and at the left in which of them the cursor is."""
        here = -1 if self.block is None else self.block.column
        parts = []
        for column, name in enumerate(self.rooms):
            shown = words.fill(name, self._columns.room(column) - 1)
            parts.append((shown + " ", "room-here" if column == here else "room"))
        names = self._strip(parts, self._columns.width)
        left = self.scroll_offset.x
        number = words.fit(f"{here + 1}/{len(self.rooms)}", TIME - 1)
        count = self._strip([(number, "muted")], TIME)
        return Strip.join([count, names.crop(left, left + width - TIME)])

    def _time(self, line: int) -> Strip:
        """Return the time at the left of a line."""
        if line >= self.grid.quarters:
            return self._strip([("  ?  ", "muted")], TIME)
        zone: tzinfo = self.programme.catalogue.event.zone
        moment = datetime.fromtimestamp(self.grid.origin + line * QUARTER, zone)
        if line == self._now_line:
            return self._strip([(f"{self._said_now[1]}▸", "now")], TIME)
        if line and moment.hour == moment.minute == 0:
            return self._strip([(f"▾ {moment:%a}", "heading")], TIME)
        return self._strip([(f"{moment:%H:%M}", "muted" if moment.minute else "strong")], TIME)

    @property
    def _said_now(self) -> tuple[int | None, str]:
        """The line of now, and what it says."""
        line = self._now_line
        return line, "" if line is None else f"{self.now:%H:%M}"

    @property
    def _now_line(self) -> int | None:
        return None if self.now is None else self.grid.line_of(int(self.now.timestamp()))

    def _column_line(self, column: int, line: int) -> list[Segment]:
        """Return one line of a column, with the blank cell between it and the next."""
        blank, name = ("─", "now") if line == self._now_line else (" ", "")
        end = self._columns.room(column)
        segments: list[Segment] = []
        at = 0
        for block in sorted(self.grid.at(column, line), key=_lane):
            start, width = self._columns.lane_of(block)
            segments.append(Segment(blank * (start - at), self._look(name)))
            segments += self._block_line(block, line, width)
            at = start + width
        segments.append(Segment(blank * (end - at), self._look(name)))
        return segments

    def _block_line(self, block: Block, line: int, width: int) -> list[Segment]:
        under = self._under(block)
        cut = min(max(0, self.scroll_offset.y - block.top), block.height - 1)
        drawn = self._lines(block, Cells(width, block.height, cut), under)
        segments, cells = drawn[line - block.top]
        sign, name = (HATCH, "clash") if self._clash(block.row)[:1] == OVERLAPS else (" ", "")
        if line == self._now_line:
            sign, name = "─", "now"
        left = width - cells
        rest = " " * (left > 0 and cells > 1) + sign * left  # a blank between text and hatching
        whole = [*segments, Segment(rest[:left], self._look(name, under))]
        label = self._labels.get(block) if line == block.top + cut else None
        if label is None:
            return whole
        return [Segment(label, self._look("label")), *Strip(whole).crop(len(label))]

    def _under(self, block: Block) -> str:
        """Return the look of the ground a block is drawn on."""
        if block == self.block:
            return "cursor" if self.has_focus else "block-away"
        want = self.picks.wants.get(block.row) if self.picks else None
        return "block" if want is None else f"{want}-block"

    def _lines(self, block: Block, cells: Cells, under: str) -> list[tuple[list[Segment], int]]:
        key = (block.row, cells, under)
        lines = self._drawn.get(key)
        if lines is None:
            session = self.programme.catalogue.sessions[block.row]
            want = self.picks.wants.get(block.row) if self.picks else None
            going = self.picks.going(session.id) if self.picks else ()
            lines = [
                (
                    [Segment(text, self._look(name, under)) for text, name in line if text],
                    sum(cell_len(text) for text, _ in line),
                )
                for line in block_lines(session, want, self._clash(block.row), cells, going)
            ]
            self._drawn.set(key, lines)
        return lines

    def _clash(self, row: int) -> str:
        """Return with whom a picked session clashes; empty where it does not."""
        if self.picks is None or row not in self.picks.tall:
            return ""
        session = self.programme.catalogue.sessions[row]
        return words.clash(session, self.picks.clashes[session.id], self.picks)

    def _look(self, name: str, under: str = "") -> Style:
        key = (name, under)
        style = self._looks.get(key)
        if style is None:
            style = self._looks[key] = look(self, name, under)
        return style

    def watch_block(self, before: Block | None, after: Block | None) -> None:
        """Draw the two sessions concerned, and see to it that the cursor is in sight."""
        for block in (before, after):
            if block is not None:
                self._refresh_lines(block)
        self.reveal()
        self.post_message(self.CursorMoved())

    def _refresh_lines(self, block: Block) -> None:
        top = max(0, block.top - self.scroll_offset.y)
        height = block.bottom - self.scroll_offset.y - top
        if height > 0:
            self.refresh(Region(0, top + 1, self.size.width, height))
        self.refresh(Region(0, 0, self.size.width, 1))

    def reveal(self) -> None:
        """Scroll as little as needed for the session under the cursor."""
        size = self.scrollable_content_region.size
        if self.block is None or not size.height:
            return
        x = scrolled(self.scroll_offset.x, *self._columns.span_of(self.block), size.width - TIME)
        if x != self.scroll_offset.x:
            x = self._columns.begin(x, self.block.column)
        y = scrolled(self.scroll_offset.y, self.block.top, self.block.bottom, size.height - 1)
        if (x, y) != self.scroll_offset:
            self.scroll_to(x=x, y=y, animate=False, force=True)

    def on_resize(self) -> None:
        """Measure the columns anew and keep the cursor in sight."""
        self._measure()
        self.redraw()
        self.reveal()

    def on_focus(self) -> None:
        """Draw the cursor as the one that keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor as one that waits."""
        self.refresh()

    def _go(self, block: Block | None) -> None:
        """Go to a session, and keep to its time from now on."""
        if block is not None:
            self.block = block
            self._aim_at(block)

    def _aim_at(self, block: Block) -> None:
        self.aim = block.top

    def action_cursor_down(self) -> None:
        """Go to the next session in the room."""
        self._go(self.block and self.grid.along(self.block, 1))

    def action_cursor_up(self) -> None:
        """Go to the session before in the room."""
        self._go(self.block and self.grid.along(self.block, -1))

    def action_cursor_side(self, way: int) -> None:
        """Go to what is on at that time in the room right or left of here, or nearest to it."""
        if self.block is not None:
            self.block = self.grid.beside(self.block, self.aim, way)

    def action_cursor_first(self) -> None:
        """Go to the session that begins first."""
        self._go(self.grid.first())

    def action_cursor_last(self) -> None:
        """Go to the session that begins last."""
        self._go(self.grid.last())

    def action_page(self, direction: int) -> None:
        """Go a page down or up."""
        self._go_lines(direction * max(1, self.size.height - 3))

    def action_half_page(self, direction: int) -> None:
        """Go half a page down or up."""
        self._go_lines(direction * max(1, self.size.height // 2))

    def _go_lines(self, lines: int) -> None:
        if self.block is None:
            return
        block = self.grid.nearest(self.block.column, self.block.top + lines)
        if block == self.block:
            block = self.grid.along(block, 1 if lines > 0 else -1)
        self._go(block)

    def action_read(self) -> None:
        """Say that the session under the cursor was chosen."""
        if self.block is not None:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Go to the session that was clicked, or on the name of a room into it."""
        if event.x < TIME or not len(self.grid):
            return
        x = event.x - TIME + self.scroll_offset.x
        column = self._columns.at(x)
        if column >= len(self.grid.columns):
            return
        if event.y == 0:
            self._go(self.grid.nearest(column, self.aim))
            return
        line = event.y - 1 + self.scroll_offset.y
        for block in self.grid.at(column, line):
            start, end = self._columns.span_of(block)
            inside = x - start
            if 0 <= inside < end - start - 1:
                self._go(block)
                self._clicked(event, inside)

    def _clicked(self, event: events.Click, inside: int) -> None:
        """Say what the click on the session under the cursor means: its mark, or a second one."""
        if inside <= 1:
            self.post_message(self.MarkClicked())
        elif event.chain == 2:
            self.post_message(self.Chosen())


def _lane(block: Block) -> int:
    return block.lane
