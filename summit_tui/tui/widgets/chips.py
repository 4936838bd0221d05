"""The facets folded into a line of chips, for terminals without room for a column of them.

Levels and days first, then whatever else is chosen; a click toggles. What has no room is cut at
the right, and the filters (`f`) show everything.
"""

from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.looks import look
from summit_tui.tui.state import SHOWN, Listing, View
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.words import value_name

_ALWAYS = ("level", "day")


class ChipLine(Widget):
    """One line of values to toggle."""

    DEFAULT_CSS = "ChipLine { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._chips: list[tuple[str, Any, str, bool]] = []

    def show(self, view: View, listing: Listing) -> None:
        """Show the choices of `view` and the counts of `listing`."""
        self._chips = []
        for facet in sorted(SHOWN, key=lambda name: (name not in _ALWAYS, SHOWN.index(name))):
            values, chosen = listing.counts[facet], view.of(facet)
            if facet in _ALWAYS and len(values) < 2:
                continue
            for value, count in values:
                if facet in _ALWAYS or value in chosen:
                    mark = "x" if value in chosen else " "
                    text = f"[{mark}] {value_name(facet, value)} {count}"
                    self._chips.append((facet, value, text, value in chosen))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        segments = [Segment(" ", self.rich_style)]
        for _, _, text, on in self._chips:
            style = look(self, "want" if on else "muted")
            segments += [Segment(text, style), Segment("  ", self.rich_style)]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Toggle the chip that was clicked."""
        at = 1
        for facet, value, text, _ in self._chips:
            at += cell_len(text) + 2
            if event.x < at:
                self.post_message(FacetList.Toggled(facet, value))
                return
