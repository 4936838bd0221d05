"""The days of the event in a line, the one that is shown in brackets; and what it leaves out."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.looks import look
from summit_tui.tui.words import fill, fit


class DayLine(Widget):
    """Days to click on at the left, words at the right."""

    DEFAULT_CSS = "DayLine { height: 1; background: $surface; }"

    class Pressed(Message):
        """A day was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self.days: Sequence[str] = ()
        self.at = 0
        self.said = ""
        """What of the day is shown, and why not all."""

    def show(self, days: Sequence[str], at: int, said: str) -> None:
        """Show other days, or another one of them."""
        self.days, self.at, self.said = days, at, said
        self.refresh()

    def _names(self) -> list[tuple[int, str]]:
        """Return the days there is room for, with the one that is shown, each with its number."""
        names = [f"[{day}]" if at == self.at else f" {day} " for at, day in enumerate(self.days)]
        room = self.size.width - min(cell_len(self.said) + 2, self.size.width // 2) - 1
        first = 0
        while first < self.at and sum(map(cell_len, names[first : self.at + 1])) > room:
            first += 1
        shown: list[tuple[int, str]] = []
        for at in range(first, len(names)):
            room -= cell_len(names[at])
            if room < 0 and shown:
                break
            shown.append((at, names[at]))
        return shown

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        width = self.size.width
        segments = [Segment(" ")]
        segments += [
            Segment(name, look(self, "key" if at == self.at else "muted"))
            for at, name in self._names()
        ]
        room = width - sum(cell_len(segment.text) for segment in segments) - 1
        said = fit(self.said, max(room - 1, 0))
        padded = " " * max(room - cell_len(said), 0) + fill(said, cell_len(said) + 1)
        segments.append(Segment(padded, look(self, "muted")))
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Say which day was clicked."""
        end = 1
        for at, name in self._names():
            end += cell_len(name)
            if event.x < end:
                self.post_message(self.Pressed(at))
                return
