"""What one sees where the focus is, and what every key does there and elsewhere, from their tables.

What is about the part of the screen that has the focus comes first. Over a small screen there is
nothing else to tell.
"""

from collections.abc import Callable, Iterable
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from summit_tui.search.query import FIELDS
from summit_tui.tui.keys import bindings, groups, shown
from summit_tui.tui.part import Part, Row
from summit_tui.tui.parts import MARKS, keys_of, part_of
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.words import fill

_COLUMN, _NARROWEST_COLUMN = 20, 8
"""Cells that a sign has: a third of the line, between these."""
_NARROWEST = 16
"""Cells that a meaning has at least."""
_WIDTH, _SHARE = 76, 96
"""Cells of a small screen, and percent of the terminal that they are at most."""
_AROUND = 5
"""Cells of its frame, its padding and its scroll bar."""
_CLOSING = "escape closes this"


def help_on(screen: Screen[object]) -> None:
    """Show the help on what has the focus in `screen`; from the help itself, go back."""
    if isinstance(screen, HelpScreen):
        screen.action_close()
        return
    place = screen.PLACE if isinstance(screen, SessionScreen) else ""
    sessions = screen.query("#sessions") if place else ()
    at = screen.focused or next(iter(sessions), screen)
    screen.app.push_screen(HelpScreen(part_of(at.ancestors_with_self), place))


class Page(Static):
    """A text that is written for the width it has."""

    def __init__(self, write: Callable[[int], Content], width: int) -> None:
        """Write it for `width` cells; where it gets others, it is painted twice."""
        super().__init__(write(width))
        self._write, self._width = write, width

    def on_resize(self) -> None:
        """Write it for the other width."""
        if self.size.width != self._width:
            self._width = self.size.width
            self.update(self._write(self._width))


class HelpScreen(Modal):
    """A page to scroll through."""

    DEFAULT_CSS = "HelpScreen > #frame { scrollbar-gutter: stable; scrollbar-size-vertical: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, part: Part | None, place: str) -> None:
        super().__init__()
        self.part = part
        """What it is about first."""
        self._place = place
        """The main screen that it was asked for on; empty over a small one."""

    def compose(self) -> ComposeResult:
        """Yield the page."""
        with VerticalScroll(id="frame"):
            yield Page(self._page, min(_WIDTH, self.app.size.width * _SHARE // 100) - _AROUND)

    def _page(self, width: int) -> Content:
        keymap = self.app._keymap  # Textual has no other way to ask for it
        own = keys_of(self.part, self._place) if self.part else []
        lines: list[Content] = []
        told: list[Row] = []
        if self.part is not None:
            told = [(shown(key, keymap), key.help) for key in own]
            lines += _about(self.part, told, width)
        for heading, keys in (groups(self._place) if self._place else {}).items():
            rest = [(shown(key, keymap), key.help) for key in keys if key not in own]
            lines += _block(heading, rest, width)
        if self._place:
            seen = {sign for sign, _ in self.part.marks} if self.part else set()
            lines += _block("Other marks", [row for row in MARKS if row[0] not in seen], width)
            if not (self.part and self.part.queries):
                lines += _block("In the search box", query_rows(), width)
        return Content("\n").join([*lines, Content.styled(_CLOSING, "$foreground-muted")])

    def action_scroll(self, direction: int) -> None:
        """Scroll a line."""
        self.query_one("#frame", VerticalScroll).scroll_relative(y=direction, animate=False)


def _about(part: Part, keys: Iterable[Row], width: int) -> list[Content]:
    """Return what one sees in `part`, its marks, its `keys`, and what can be typed there."""
    lines = [Content.styled(part.title, "bold $text-primary")]
    lines += [Content(line) for line in wrap(part.text, max(width, _NARROWEST))]
    lines.append(Content(""))
    lines += _block("", part.marks, width)
    lines += _block("", [*keys, *part.also], width)
    return lines + (_block("What can be typed", query_rows(), width) if part.queries else [])


def _block(heading: str, rows: Iterable[Row], width: int) -> list[Content]:
    """Return rows under a heading, if there are any, and an empty line."""
    lines = [_line(sign, said, width) for sign, said in rows]
    if lines and heading:
        lines.insert(0, Content.styled(heading, "bold $text-primary"))
    return [*lines, Content("")] if lines else []


def query_rows() -> tuple[Row, ...]:
    """Return what can be typed in the search box: words, then the fields."""
    words = (
        ("words", "fuzzy, in any order"),
        ('"words"', "exactly these"),
        ("-word", "without it"),
    )
    return words + tuple((f"{name}:", said) for name, said in FIELDS.items())


def _line(sign: str, said: str, width: int) -> Content:
    """Return a sign and what it means beside it, in as many lines of `width` cells as it takes."""
    column = min(_COLUMN, max(width // 3, _NARROWEST_COLUMN))
    lines = wrap(said, max(width - column, _NARROWEST))
    if cell_len(sign) >= column:
        lines.insert(0, "")
    lines[1:] = [" " * column + line for line in lines[1:]]
    return Content.assemble(
        (fill(sign, max(column, cell_len(sign))), "bold $text-accent"), "\n".join(lines)
    )
