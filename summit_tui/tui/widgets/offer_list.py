"""The values offered under the search box, one to a line, with how many sessions each would leave.

Shows only; the box has the keys. It stands over what is below it, so that nothing jumps.
"""

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip

from summit_tui.catalogue.number_words import counted
from summit_tui.tui.completion import Offers
from summit_tui.tui.looks import look
from summit_tui.tui.widgets.search_box import SearchBox
from summit_tui.tui.widgets.settled import LaidOutOnce
from summit_tui.tui.words import fill, fit

_MOST_LINES = 8
_NARROWEST, _WIDEST = 18, 60
_FRAME = 2
"""Cells and lines that the frame takes."""


class OfferList(LaidOutOnce):
    """A framed list; `chosen` is the choice that keys went to, None before they did."""

    DEFAULT_CSS = """
    OfferList {
        position: absolute;
        overlay: screen;
        constrain: inside inside;
        border: round $foreground 50%;
        border-subtitle-color: $foreground-muted;
        background: $panel;
    }
    """

    def __init__(self, box: SearchBox) -> None:
        super().__init__(id="offers")
        self._box = box
        self.offers: Offers | None = None
        self.chosen: int | None = None
        self.display = False

    def show(self, offers: Offers | None) -> None:
        """Offer something else, or nothing."""
        if offers != self.offers:
            self.chosen = None
        self.offers = offers
        self.display = offers is not None
        if offers is None:
            return
        lines = [self._line(number, 0) for number in range(len(offers.choices))]
        widest = min(max(cell_len(line) for line in lines), _WIDEST)
        self.styles.width = min(max(widest, _NARROWEST) + _FRAME, self.screen.size.width)
        self.styles.height = min(len(lines), _MOST_LINES) + _FRAME
        self._say_how_many()
        self.refresh(layout=True)

    def _say_how_many(self) -> None:
        """Say in the frame which of how many are in sight, and how one is taken."""
        assert self.offers is not None  # noqa: S101  nothing is shown without
        total, first = self.offers.total, self._top + 1
        last = min(first + _MOST_LINES - 1, len(self.offers.choices))
        self.border_title = f"{first}–{last} of {total} ↓" if total > _MOST_LINES else ""
        taken = self.chosen is not None or not self.offers.whole
        self.border_subtitle = "tab takes it" if taken else "↓ chooses one"

    def move(self, direction: int) -> None:
        """Choose the next one, around the ends."""
        if self.offers is not None:
            last = len(self.offers.choices) - 1
            before = (-1 if direction > 0 else 0) if self.chosen is None else self.chosen
            self.chosen = (before + direction) % (last + 1)
            self._say_how_many()
            self.refresh()

    @property
    def _top(self) -> int:
        """The first choice in sight."""
        return max(0, (self.chosen or 0) - _MOST_LINES + 1)

    def _line(self, number: int, width: int) -> str:
        """Return a choice in `width` cells, its count at the right; 0 for as many as it takes."""
        assert self.offers is not None  # noqa: S101  nothing is drawn without
        offer = self.offers.choices[number]
        count = "" if offer.count is None else counted(offer.count, "session")
        about = "  ".join(part for part in (offer.note, count) if part)
        name = f"{offer.place:>2}  {offer.shown}" if offer.place else offer.shown
        if not width:
            return f" {name}  {about} "
        about = fit(about, max(width // 2, width - cell_len(name) - 3))
        return f" {fill(name, width - cell_len(about) - 3)} {about} "

    def render_line(self, y: int) -> Strip:
        """Return a line."""
        width, number = self.size.width, y + self._top
        if self.offers is None or number >= len(self.offers.choices):
            return Strip.blank(width, self.rich_style)
        on = number == self.chosen
        count = self.offers.choices[number].count
        name = "cursor" if on else "muted" if count == 0 else ""
        strip = Strip([Segment(self._line(number, width), look(self, name))])
        return strip.adjust_cell_length(width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Take the choice that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and self.offers is not None:
            number = offset.y + self._top
            if number < len(self.offers.choices):
                self.chosen = number
                self._box.take()
