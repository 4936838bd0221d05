"""Widgets whose size may change with what they show, and which are laid out once for that.

Textual lays everything out and paints it a second time when the size of a widget has changed. These
hold nothing that could be otherwise by then; a scroll bar that comes or goes asks for it itself.
"""

from textual.containers import Horizontal
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static


class LaidOutOnce(Widget):
    """Takes the size it is given; to be named behind the class whose styles it has."""

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class Settled(Static, LaidOutOnce):
    """A static text."""


class Columns(Horizontal, LaidOutOnce):
    """Widgets side by side."""
