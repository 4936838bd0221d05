"""Jump: the letters beside a session go there; anything else goes back.

It lies over the screen without hiding it: the list below draws the labels.
"""

from collections.abc import Collection

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from summit_tui.tui.painting import PaintedInParts

_HINT = " the letters beside a session go there, escape goes back"


class Jumper(ModalScreen[str | None], PaintedInParts):
    """Waits for a label, and leaves with it; with None where there is none of that name."""

    DEFAULT_CSS = """
    Jumper { background: transparent; }
    Jumper Static { dock: bottom; height: 1; background: $panel; color: $text-muted; }
    """

    def __init__(self, labels: Collection[str]) -> None:
        super().__init__()
        self._labels = labels
        self._typed = ""
        self._left = False

    def compose(self) -> ComposeResult:
        """Yield what the keys do, over the foot."""
        yield Static(_HINT, markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take a letter; the label may be complete, begun, or none."""
        event.stop()
        self._typed += event.character or event.key
        if self._typed in self._labels:
            self._leave(self._typed)
        elif not any(label.startswith(self._typed) for label in self._labels):
            self._leave(None)

    def on_click(self) -> None:
        """Go back."""
        self._leave(None)

    def _leave(self, label: str | None) -> None:
        if not self._left:  # keys come faster than screens go
            self._left = True
            self.dismiss(label)
