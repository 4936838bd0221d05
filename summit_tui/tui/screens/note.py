"""The editor for a note. Nothing typed is lost: leaving keeps it, and a refused write stays open.

Escape keeps the note too: `u` takes it back, so there is nothing to ask.
"""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from summit_tui.tui.screens.modal import Modal


class NoteEditor(Modal):
    """A text area over the screen."""

    DEFAULT_CSS = """
    NoteEditor TextArea { height: 12; border: none; background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,escape", "close", "keep", show=False, priority=True, id="note.keep"),
    ]

    def __init__(self, title: str, text: str, write: Callable[[str], Awaitable[bool]]) -> None:
        super().__init__()
        self._of, self._text, self._write = title, text, write

    def compose(self) -> ComposeResult:
        """Yield title, text area, and what the keys do."""
        with Vertical(id="frame"):
            yield Static(Content(f"Note on {self._of}"), classes="title")
            yield TextArea(self._text, soft_wrap=True, tab_behavior="focus")
            yield Static("ctrl+s or escape keeps it, u takes it back", classes="hint", markup=False)

    def action_close(self) -> None:
        """Keep the note and leave; stay when it could not be written."""
        self.run_worker(self._close(), exclusive=True, group="note", description="keep the note")

    async def _close(self) -> None:
        if await self.keep():
            self.dismiss(None)

    async def keep(self) -> bool:
        """Write the note if it was changed; return whether nothing is left to lose."""
        text = self.query_one(TextArea).text
        if text == self._text:
            return True
        if await self._write(text):
            self._text = text
            return True
        return False
