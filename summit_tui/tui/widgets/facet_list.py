"""The facets at the left: each value with how many sessions it would show, to be ticked.

The counts of a facet are within everything but its own selection, so that they say what a tick
would bring. A facet folds away under its heading.
"""

from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.message import Message

from summit_tui.tui.keys import bindings
from summit_tui.tui.layout import stacked
from summit_tui.tui.session_lines import Line
from summit_tui.tui.state import SHOWN, Counts, View
from summit_tui.tui.widgets.entry_list import EntryList
from summit_tui.tui.words import TYPED, fill, value_names

if TYPE_CHECKING:
    from summit_tui.tui.searching import Answer

_OPEN = frozenset(("day", "level", "language", "track", "kind"))
_IN_ORDER = ("day", "level")
"""Facets whose values keep their order whatever is found: digits and eyes know their places."""
Row = tuple[str, Any, int]
"""Facet, value and count; the value is `HEADING` for the facet's own line."""
HEADING = object()


class FacetList(EntryList):
    """Every facet that tells sessions apart."""

    PLACE = "facets"
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
        self._found: Answer | None = None
        self._typed: dict[str, frozenset[Any]] = {}
        self._names: dict[str, dict[Any, str]] = {}
        self._open = _OPEN

    def show(self, found: "Answer") -> None:
        """Show what the facets have to say about an answer."""
        self._view, self._found = found.view, found
        self._typed = {each.facet: each.values for each in found.written}
        self._fill()

    def _fill(self) -> None:
        at = self.entries[self.cursor][:2] if self.entries else None
        self.entries = []
        counts = self._found.listing.counts if self._found else {}
        for facet in SHOWN:
            values = self._sorted(facet, counts.get(facet, []))
            self._names[facet] = value_names(facet, [value for value, _ in values])
            if len(values) > 1 or self._view.of(facet):
                self.entries.append((facet, HEADING, len(values)))
                if facet in self._open:
                    self.entries += [(facet, value, count) for value, count in values]
        leads = [
            int(value is HEADING and place > 0) for place, (_, value, _) in enumerate(self.entries)
        ]
        places = [place for place, entry in enumerate(self.entries) if entry[:2] == at]
        self.lay_out(stacked(leads, [1] * len(leads)), places[0] if places else 0)

    def _sorted(self, facet: str, values: Counts) -> Counts:
        """Return the values; where something narrows the list, those with sessions first."""
        if facet in _IN_ORDER or not self._view.narrowed:
            return values
        ticked = self._view.of(facet) | self._typed.get(facet, frozenset())
        return sorted(values, key=lambda each: not (each[1] or each[0] in ticked))

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return the empty line between two facets."""
        return [[]] * self.layout_.leads[entry]

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return a heading, or a value with its box and count."""
        facet, value, count = self.entries[entry]
        chosen, typed = self._view.of(facet), self._typed.get(facet, frozenset())
        if value is HEADING:
            sign = "▾" if facet in self._open else "▸"
            note = "" if facet in self._open else f" {count}"
            note = f" {len(typed)} typed" if typed else note
            note = f" {len(chosen)} chosen" if chosen else note
            return [[(f"{sign} {facet.capitalize()}", "heading"), (note, "muted")]]
        mark = "x" if value in chosen else TYPED if value in typed else " "
        box, number = f"[{mark}]", str(count)
        name = fill(self._names[facet][value], width - len(number) - 6)
        look = "" if count else "muted"
        strong = look if mark == " " else "want"
        return [[(f"{box} ", strong), (name, look), (f" {number} ", "muted")]]

    def empty_lines(self, width: int) -> list[Line]:
        """Return what stands where nothing tells sessions apart."""
        return [[("no filters", "muted")]] if cell_len("no filters") <= width else []

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
