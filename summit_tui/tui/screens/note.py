"""The editor for a note. Nothing typed is lost: leaving keeps it, and a refused write stays open.

Escape keeps the note too: `u` takes it back, so there is nothing to ask. How the note reads stands
beside the text where there is room, and in its place where there is not.
"""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Markdown, Static, TextArea

from summit_tui.tui.keys import bindings
from summit_tui.tui.screens.modal import Modal

_HINT = "escape keeps it, u takes it back · ctrl+o shows how it reads · F1 helps"


class NoteEditor(Modal):
    """A text area over the screen, and its Markdown as it reads."""

    DEFAULT_CSS = """
    NoteEditor {
        & > #frame { width: 96%; max-width: 120; height: 80%; max-height: 24; }
        & #title { margin: 0; height: auto; max-height: 2; }
        & #both { height: 1fr; }
        & TextArea { width: 1fr; height: 1fr; border: none; background: $boost; }
        & #read { display: none; width: 1fr; height: 1fr; padding: 0 1; }
        &.-read #read { display: block; }
        &.-read.-narrow TextArea { display: none; }
        & Markdown { margin: 0; padding: 0; background: transparent; }
        & .hint { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("note")

    def __init__(self, title: str, text: str, write: Callable[[str], Awaitable[bool]]) -> None:
        super().__init__()
        self._of, self._text, self._write = title, text, write

    def compose(self) -> ComposeResult:
        """Yield title, text area, how it reads, and what the keys do."""
        with Vertical(id="frame"):
            yield Static(Content(f"Note on {self._of}"), id="title", classes="title")
            with Horizontal(id="both"):
                yield TextArea(self._text, soft_wrap=True, tab_behavior="focus")
                with VerticalScroll(id="read", can_focus=False):
                    yield Markdown(self._text, open_links=False)
            yield Static(_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin behind the text that is there, with both where both have room."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_class(self.app.size.width >= 120, "-read")

    def on_text_area_changed(self) -> None:
        """Show how it reads by now."""
        if self.has_class("-read"):
            self._show_reading()

    @work(exclusive=True, group="read", description="show how the note reads")
    async def _show_reading(self) -> None:
        for markdown, area in zip(self.query(Markdown), self.query(TextArea), strict=True):
            await markdown.update(area.text)

    def on_markdown_link_clicked(self, message: Message) -> None:
        """Open nothing from here."""
        message.stop()

    def action_read(self) -> None:
        """Show how it reads, or the text alone."""
        self.toggle_class("-read")
        self._show_reading()
        if not self.has_class("-read"):
            self.query(TextArea).focus()

    def action_close(self) -> None:
        """Keep the note and leave; stay when it could not be written."""
        self._close()

    @work(exclusive=True, group="note", description="keep the note")
    async def _close(self) -> None:
        if await self.keep():
            self.dismiss(None)

    async def keep(self) -> bool:
        """Write the note if it was changed; return whether nothing is left to lose."""
        areas = self.query(TextArea)
        text = areas.first().text if areas else self._text  # none before the screen is complete
        if text == self._text:
            return True
        if await self._write(text):
            self._text = text
            return True
        return False
