"""The line at the head of a screen: the event, the time there, and how my agenda stands."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.looks import look
from summit_tui.tui.words import fill, fit


class HeadLine(Widget):
    """One line, the event at the left, time and picks at the right."""

    DEFAULT_CSS = "HeadLine { height: 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self.said = ("", "")
        """The event, and how things stand."""

    def show(self, event: str, state: str) -> None:
        """Show other words."""
        self.said = event, state
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line; the state is kept where there is no room for both."""
        width = self.size.width
        event, state = self.said
        state = fit(state, width - 2)
        room = width - cell_len(state) - 3
        name = fill(event, room) if room > 4 else " " * max(0, room)
        return Strip(
            [
                Segment(f" {name} ", look(self, "strong")),
                Segment(f"{state} ", look(self, "muted")),
            ]
        ).adjust_cell_length(width, self.rich_style)
