"""What the small screens share that ask a source: how far it is, and escape to stop it."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from summit_tui.formats.sources import Watch
from summit_tui.tui.asking import Asking
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.widgets.frame import GIVES

_LOOK_SECONDS = 0.2
T = TypeVar("T")


class AskingModal(Modal):
    """A box that says below what it shows how far a source is, and what came of it."""

    DEFAULT_CSS = """
    AskingModal #outcome { display: none; height: auto; max-height: 25vh; margin: 1 0 0 0; }
    AskingModal #progress { display: none; color: $text-accent; margin: 1 0 0 0; }
    """
    asking: Asking | None = None
    """The question that is open; None while nobody is asked."""

    def on_mount(self) -> None:
        """Look from time to time how far it is."""
        self.set_interval(_LOOK_SECONDS, self._show_progress)

    def told(self) -> ComposeResult:
        """Yield the places for what is told."""
        with VerticalScroll(id="outcome", classes=GIVES):
            yield Static(Content(""))
        yield Static(Content(""), id="progress")

    def tell(self, *lines: str, wrong: bool = False) -> None:
        """Say what came of it, in place of what was said before."""
        told = self.query_one("#outcome", VerticalScroll)
        told.display = bool(lines)
        told.query_one(Static).update(Content("\n".join(lines)))
        told.set_class(wrong, "wrong")
        told.scroll_home(animate=False)

    def _show_progress(self) -> None:
        progress = self.query_one("#progress", Static)
        progress.display = self.asking is not None
        if self.asking is not None:
            hint = "" if self.asking.stopped else " · escape stops it"
            progress.update(Content(f"{self.asking}{hint}"))

    async def ask(self, call: Callable[[Watch], T], about: str = "") -> tuple[T, bool]:
        """Return what `call` returns on a thread, and whether it was to be stopped meanwhile."""
        self.asking = asking = Asking(about)
        self.tell()
        self._show_progress()
        try:
            return await asyncio.to_thread(call, asking.watch), asking.stopped
        finally:
            asking.stopped = True  # where the application is left, nobody waits any more
            self.asking = None
            if not self.left:
                self._show_progress()

    def action_close(self) -> None:
        """Stop what is asked, or go back to the screen below."""
        if self.asking is not None:
            self.asking.stopped = True
            self._show_progress()
        else:
            super().action_close()
