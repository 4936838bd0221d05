"""What narrows the list, as a line of chips: restrictions to take back, values to tick.

A click or a key takes one back. On terminals without room for a column of facets, the levels and
days follow, to be ticked. What has no room is reached by scrolling: the chip that keys are on is
always in sight.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.keys import bindings
from summit_tui.tui.looks import look
from summit_tui.tui.restrictions import Restriction
from summit_tui.tui.words import TYPED, fit, value_names

if TYPE_CHECKING:
    from summit_tui.tui.searching import Answer

_TICKED = ("level", "day")
_GAP = 2
_WIDEST = 40
"""Cells of a chip at most."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing on the line."""

    text: str
    on: bool
    restriction: Restriction | None = None
    """What it takes back; None for a value to tick."""
    facet: str = ""
    value: Any = None

    @property
    def look(self) -> str:
        """The name of its look."""
        if self.restriction is not None and self.restriction.wrong:
            return "clash"
        return "want" if self.on else "muted"


def chips(found: "Answer", *, folded: bool) -> tuple[Chip, ...]:
    """Return what stands on the line; with the facets `folded`, levels and days to tick as well."""
    ticked = _TICKED if folded else ()
    shown = [
        Chip(f"{fit(each.said, _WIDEST)} ×", True, each)
        for each in found.restrictions
        if each.facet not in ticked
    ]
    written = {each.facet: each.values for each in found.written}
    for facet in ticked:
        counts, chosen = found.listing.counts[facet], found.view.of(facet)
        names = value_names(facet, [value for value, _ in counts])
        for value, count in counts if len(counts) > 1 or chosen else ():
            typed = value in written.get(facet, ())
            mark = "x" if value in chosen else TYPED if typed else " "
            text = f"[{mark}] {names[value]} ({count})"
            shown.append(Chip(text, value in chosen or typed, None, facet, value))
    return tuple(shown)


class ChipLine(Widget, can_focus=True):
    """The line; `cursor` is the number of the chip that keys are on."""

    DEFAULT_CSS = "ChipLine { height: 1; }"
    PLACE = "chips"
    BINDINGS: ClassVar[list[BindingType]] = bindings("chips")

    cursor: reactive[int] = reactive(0)

    class Pressed(Message):
        """A chip was pressed: its restriction is taken back, its value ticked or no longer."""

        def __init__(self, chip: Chip) -> None:
            super().__init__()
            self.chip = chip

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.display = False
        self.chips: tuple[Chip, ...] = ()
        self._removed = False
        self._left = 0
        """The first cell of the line that is in sight."""

    def show(self, shown: tuple[Chip, ...]) -> bool:
        """Show other chips; without any there is no line.

        Return whether the keys have nothing more to do here: no chip is left, or the last one that
        could be taken back was.
        """
        done = self.has_focus and not any(chip.on for chip in shown)
        done = done and (self._removed or not shown)
        self.chips = shown
        self.display = bool(shown)
        cursor = self.validate_cursor(self.cursor)
        if self._removed and shown and not shown[cursor].on:  # the next one may be taken back, too
            left = [number for number, chip in enumerate(shown) if chip.on]
            cursor = min(left, key=lambda number: abs(number - cursor), default=cursor)
        self._removed = False
        self.cursor = cursor
        self._reveal()
        self.refresh()
        return done

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a chip."""
        return max(0, min(cursor, len(self.chips) - 1))

    def watch_cursor(self) -> None:
        """Bring the chip into sight."""
        self._reveal()

    def _places(self) -> list[tuple[int, int]]:
        """Return from which cell to which each chip stands."""
        places, at = [], 1
        for chip in self.chips:
            places.append((at, at + cell_len(chip.text)))
            at = places[-1][1] + _GAP
        return places

    def _reveal(self) -> None:
        """Scroll as little as needed for the chip that keys are on, and leave no gap behind."""
        places, width = self._places(), self.size.width
        if not places or not width:
            self._left = 0
            return
        start, end = places[self.cursor]
        left = min(max(self._left, end + _GAP - width), start - 1)
        self._left = max(0, min(left, places[-1][1] + 1 - width))

    @property
    def _goes_on(self) -> bool:
        """Whether there are chips to the right of what is in sight."""
        places = self._places()
        return bool(places) and places[-1][1] > self._left + self.size.width

    def render_line(self, y: int) -> Strip:
        """Return the line, with a sign at an end where it goes on."""
        width = self.size.width
        segments = [Segment(" ", self.rich_style)]
        for number, chip in enumerate(self.chips):
            under = "cursor" if self.has_focus and number == self.cursor else ""
            segments.append(Segment(chip.text, look(self, chip.look, under)))
            segments.append(Segment(" " * _GAP, self.rich_style))
        line = Strip(segments)
        strip = line.crop(self._left, self._left + width)
        strip = strip.adjust_cell_length(width, self.rich_style)
        sign = look(self, "key")
        if self._left:
            strip = Strip([Segment("‹", sign), *strip.crop(1, width)])
        if self._goes_on:
            strip = Strip([*strip.crop(0, width - 1), Segment("›", sign)])
        return strip

    def on_resize(self) -> None:
        """Keep the chip in sight."""
        self._reveal()

    def action_move(self, direction: int) -> None:
        """Go to the chip left or right."""
        self.cursor += direction

    def action_press(self) -> None:
        """Take back what the chip says, or tick it."""
        if self.chips:
            self._removed = self.chips[self.cursor].restriction is not None
            self.post_message(self.Pressed(self.chips[self.cursor]))

    def action_take_back(self) -> None:
        """Take back what the chip says; nothing is ever ticked by this."""
        if self.chips and self.chips[self.cursor].on:
            self._removed = True
            self.post_message(self.Pressed(self.chips[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """Press the chip that was clicked; at a sign that the line goes on, go on."""
        if event.x == 0 and self._left:
            self._scroll(-1)
        elif event.x == self.size.width - 1 and self._goes_on:
            self._scroll(1)
        else:
            at = event.x + self._left
            for number, (start, end) in enumerate(self._places()):
                if start <= at < end:
                    self.cursor = number
                    self.action_press()
                    return

    def on_mouse_scroll_down(self) -> None:
        """Go on to the right."""
        self._scroll(1)

    def on_mouse_scroll_up(self) -> None:
        """Go back to the left."""
        self._scroll(-1)

    def _scroll(self, direction: int) -> None:
        end, width = self._places()[-1][1] if self.chips else 0, self.size.width
        self._left = max(0, min(self._left + direction * width // 2, end + 1 - width))
        self.refresh()
