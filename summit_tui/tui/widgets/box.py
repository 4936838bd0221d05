"""A line to type in, as wide as there is room for, without a frame."""

from typing import Any, Self

from textual.geometry import Region
from textual.widgets import Input


class OneLine(Input):
    """Text to type in."""

    def action_paste(self) -> None:
        """Take in the first line of what was copied, as of what is pasted from elsewhere.

        Textual takes in all of it, and a newline that is painted moves the cursor of the terminal.
        """
        first = next(iter(self.app.clipboard.splitlines()), "")
        self.replace(first, *self.selection)


class Box(OneLine):
    """One line; nothing blinks in it, so that nothing is painted while nobody does anything."""

    DEFAULT_CSS = """
    Box {
        border: none;
        width: 1fr;
        height: 1;
        padding: 0;
        background: $surface;
        &:focus { border: none; background-tint: $foreground 0%; }
    }
    """

    def __init__(self, value: str = "", **given: Any) -> None:
        super().__init__(value, select_on_focus=False, **given)
        self.cursor_blink = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint it anew; a layout, which Textual asks for at every letter, would change nothing."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)
