"""What every key does on a screen, and what can be typed in the search box, from their tables."""

from collections.abc import Callable
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from summit_tui.search.query import FIELDS
from summit_tui.tui.keys import bindings, groups, shown
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.words import TYPED, fill

_MARKS = (
    ("★ ● ○", "I must see it, want to, maybe"),
    ("!", "clashes with another pick, by so many minutes"),
    ("&", "colleagues go, in the grid; elsewhere their names say so"),
    ("+ »", "new, moved since I looked last"),
    ("×", "cancelled"),
    ("?", "has no time yet"),
    ("*", "selected: a key acts on all that are"),
    ("[x]", "a filter that is ticked"),
    (f"[{TYPED}]", "a filter that is typed in the search box"),
)
_COLUMN = 20
_NARROWEST = 16
"""Cells that a meaning has at least."""


class Page(Static):
    """A text that is written for the width it has."""

    def __init__(self, write: Callable[[int], Content]) -> None:
        super().__init__()
        self._write = write
        self._width = 0

    def on_resize(self) -> None:
        """Write it for the other width."""
        if self.size.width != self._width:
            self._width = self.size.width
            self.update(self._write(self._width))


class HelpScreen(Modal):
    """A page to scroll through."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """Yield the page."""
        with VerticalScroll(id="frame"):
            yield Page(self._page)

    def _page(self, width: int) -> Content:
        keymap = self.app._keymap  # Textual has no other way to ask for it
        lines: list[Content] = []
        for heading, keys in groups(self._place).items():
            lines.append(Content.styled(heading, "bold $text-primary"))
            lines += [_line(shown(key, keymap), key.help, width) for key in keys]
            lines.append(Content(""))
        for heading, table in (("Marks", _MARKS), ("In the search box", _fields())):
            lines.append(Content.styled(heading, "bold $text-primary"))
            lines += [_line(sign, said, width) for sign, said in table]
            lines.append(Content(""))
        return Content("\n").join(
            [*lines, Content.styled("escape closes this", "$foreground-muted")]
        )

    def action_scroll(self, direction: int) -> None:
        """Scroll a line."""
        self.query_one("#frame", VerticalScroll).scroll_relative(y=direction, animate=False)


def _fields() -> tuple[tuple[str, str], ...]:
    words = (
        ("words", "fuzzy, in any order"),
        ('"words"', "exactly these"),
        ("-word", "without it"),
    )
    return words + tuple((f"{name}:", said) for name, said in FIELDS.items())


def _line(sign: str, said: str, width: int) -> Content:
    """Return a sign and what it means beside it, in as many lines of `width` cells as it takes."""
    lines = wrap(said, max(width - _COLUMN, _NARROWEST))
    if cell_len(sign) >= _COLUMN:
        lines.insert(0, "")
    lines[1:] = [" " * _COLUMN + line for line in lines[1:]]
    return Content.assemble(
        (fill(sign, max(_COLUMN, cell_len(sign))), "bold $text-accent"), "\n".join(lines)
    )
