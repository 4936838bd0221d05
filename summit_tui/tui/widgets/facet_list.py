"""The facets at the left: each value with how many sessions it would show, to be ticked.

The counts of a facet are within everything but its own selection, so that they say what a tick
would bring. A facet folds away under its heading.
"""

from typing import Any, ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.message import Message

from summit_tui.tui.keys import bindings
from summit_tui.tui.layout import stacked
from summit_tui.tui.state import SHOWN, Listing, View
from summit_tui.tui.widgets.entry_list import EntryList, Line
from summit_tui.tui.words import fill, value_name

_OPEN = frozenset(("day", "level", "track", "kind"))
Row = tuple[str, Any, int]
"""Facet, value and count; the value is `HEADING` for the facet's own line."""
HEADING = object()


class FacetList(EntryList):
    """Every facet that tells sessions apart."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("facets")
    STICKY = False

    class Toggled(Message):
        """A value was chosen, or is no longer."""

        def __init__(self, facet: str, value: Any) -> None:
            super().__init__()
            self.facet = facet
            self.value = value

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: list[Row] = []
        self._view = View()
        self._counts: Listing | None = None
        self._open = _OPEN

    def show(self, view: View, listing: Listing) -> None:
        """Show the counts of `listing` and the choices of `view`."""
        self._view, self._counts = view, listing
        self._fill()

    def _fill(self) -> None:
        at = self.entries[self.cursor][:2] if self.entries else None
        self.entries = []
        counts = self._counts.counts if self._counts else {}
        for facet in SHOWN:
            values = counts.get(facet, [])
            if len(values) > 1 or self._view.of(facet):
                self.entries.append((facet, HEADING, len(values)))
                if facet in self._open:
                    self.entries += [(facet, value, count) for value, count in values]
        leads = [
            int(value is HEADING and place > 0) for place, (_, value, _) in enumerate(self.entries)
        ]
        places = [place for place, entry in enumerate(self.entries) if entry[:2] == at]
        self.lay_out(stacked(leads, [1] * len(leads)), places[0] if places else 0)

    # -- lines -----------------------------------------------------------------------------------

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return the empty line between two facets."""
        return [[]] * self.layout_.leads[entry]

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return a heading, or a value with its box and count."""
        facet, value, count = self.entries[entry]
        chosen = self._view.of(facet)
        if value is HEADING:
            sign = "▾" if facet in self._open else "▸"
            note = (
                f" {len(chosen)} chosen" if chosen else "" if facet in self._open else f" {count}"
            )
            return [[(f"{sign} {facet.capitalize()}", "heading"), (note, "muted")]]
        box = "[x]" if value in chosen else "[ ]"
        number = str(count)
        name = fill(value_name(facet, value), width - len(number) - 6)
        look = "" if count else "muted"
        strong = "want" if value in chosen else look
        return [[(f"{box} ", strong), (name, look), (f" {number} ", "muted")]]

    def empty_lines(self, width: int) -> list[Line]:
        """Return what stands where nothing tells sessions apart."""
        return [[("no filters", "muted")]] if cell_len("no filters") <= width else []

    # -- what keys and clicks do -----------------------------------------------------------------

    def action_choose(self) -> None:
        """Choose the value under the cursor, or fold the facet."""
        if not self.entries:
            return
        facet, value, _ = self.entries[self.cursor]
        if value is HEADING:
            self._open ^= {facet}
            self._fill()
        else:
            self.post_message(self.Toggled(facet, value))

    def clicked(self, event: events.Click) -> None:
        """Choose the value that was clicked, or fold the facet."""
        self.action_choose()
