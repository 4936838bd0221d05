"""The line at the head of a screen: the event, the time there, and how my agenda stands."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from summit_tui.tui.looks import look
from summit_tui.tui.words import fill, fit

_NAMED = 20
"""Cells that the name of the event has at least, if it takes them, while all is said at length."""
_SHORTEST_NAME = 4
_BETWEEN = " · "
Said = tuple[str, ...]
"""Something in more words, and in fewer; the last ones may be none."""


class HeadLine(Widget):
    """One line, the event at the left, time and picks at the right."""

    DEFAULT_CSS = "HeadLine { height: 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self.event = ""
        self.said: Sequence[Said] = ()

    def show(self, event: str, said: Sequence[Said]) -> None:
        """Show the event, and how things stand."""
        self.event, self.said = event, said
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line; where there is no room for all, less is said, and the name gives way."""
        width = self.size.width
        named = min(cell_len(self.event), _NAMED)
        state = fit(in_room(self.said, width - named - 4), width - 2)
        room = width - cell_len(state) - 3
        name = fill(self.event, room) if room > _SHORTEST_NAME else " " * max(0, room)
        return Strip(
            [
                Segment(f" {name} ", look(self, "strong")),
                Segment(f"{state} ", look(self, "muted")),
            ]
        ).adjust_cell_length(width, self.rich_style)


def in_room(said: Sequence[Said], width: int) -> str:
    """Return all that is said, in fewer words from the right where `width` cells are not enough."""
    steps = [0] * len(said)
    while True:
        texts = [each[step] for each, step in zip(said, steps, strict=True)]
        text = _BETWEEN.join(filter(None, texts))
        shorter = [number for number, each in enumerate(said) if steps[number] + 1 < len(each)]
        if cell_len(text) <= width or not shorter:
            return text
        most = min(steps[number] for number in shorter)
        steps[max(number for number in shorter if steps[number] == most)] += 1
