"""The editor for a note. Nothing typed is lost: leaving keeps it, and a refused write stays open.

Escape keeps the note too: `u` takes it back, so there is nothing to ask. How the note reads stands
beside the text where there is room, and in its place where there is not.
"""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import TextArea

from summit_tui.tui.keys import bindings
from summit_tui.tui.rewriting import rewrite
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.turns import BEHIND
from summit_tui.tui.widgets.frame import Frame
from summit_tui.tui.widgets.prose import Prose

_BOTH_FROM, _SIDE_BY_SIDE = 80, 120
"""From how many columns on both can be shown, and from how many both are unasked."""


class NoteEditor(Modal):
    """A text area over the screen, and its Markdown as it reads."""

    DEFAULT_CSS = """
    NoteEditor {
        & > #frame { width: 96%; max-width: 120; height: 80%; max-height: 24; }
        & .title { margin: 0; }
        & #both { height: 1fr; }
        & TextArea { width: 1fr; height: 1fr; border: none; background: $boost; }
        & #read { display: none; width: 1fr; height: 1fr; padding: 0 1; }
        &.-read #read { display: block; }
        &.-read.-narrow TextArea { display: none; }
        & Markdown { margin: 0; padding: 0; background: transparent; }
        & .hint, & .brief { margin: 0; }
        &.-short > #frame { height: 100%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("note")

    def __init__(self, title: str, text: str, write: Callable[[str], Awaitable[bool]]) -> None:
        super().__init__()
        self._of, self._text, self._write = title, text, write
        self._chosen = False
        """Whether it was said how to show it; else it is shown as there is room."""
        self._reading = False
        """Whether how it reads is being made."""

    def compose(self) -> ComposeResult:
        """Yield title, text area, how it reads, and what the keys do."""
        with Frame():
            yield self.title_of(f"Note on {self._of}")
            with Horizontal(id="both"):
                yield TextArea(self._text, soft_wrap=True, tab_behavior="focus")
                with VerticalScroll(id="read", can_focus=False):
                    yield Prose(self._text)
            yield from self.hints(
                "escape keeps it, u takes it back", "ctrl+o shows how it reads", "F1 helps"
            )

    def on_mount(self) -> None:
        """Begin behind the text that is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def on_resize(self) -> None:
        """Show both where both have room; where only one has, it is the text."""
        width = self.app.size.width
        if not self._chosen or width < _BOTH_FROM:
            self._chosen = False
            self._show_both(width >= _SIDE_BY_SIDE)

    def _show_both(self, both: bool) -> None:
        self.set_class(both, "-read")
        if both:
            self._show_reading()
        else:
            self.query(TextArea).focus()

    def on_text_area_changed(self) -> None:
        """Show how it reads by now."""
        if self.has_class("-read"):
            self._show_reading()

    def _show_reading(self) -> None:
        if not self._reading:
            self._reading = True
            self._read()

    @work(group=BEHIND, description="show how the note reads")
    async def _read(self) -> None:
        """Go on until what is shown is what was typed, however fast that is."""
        for markdown, area in zip(self.query(Prose), self.query(TextArea), strict=True):
            text = None
            while text != area.text:
                text = area.text
                await rewrite(markdown, text)
        self._reading = False

    def on_markdown_link_clicked(self, message: Message) -> None:
        """Open nothing from here."""
        message.stop()

    def action_read(self) -> None:
        """Show how it reads, or the text alone."""
        self._chosen = True
        self._show_both(not self.has_class("-read"))

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
