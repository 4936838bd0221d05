"""What the small screens share that ask a source: how far it is, and escape to stop it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
        for progress in self.query("#progress").results(Static):  # none while one leaves
            progress.display = self.asking is not None
            if self.asking is not None:
                hint = "" if self.asking.writing else " · escape stops it"
                progress.update(Content(f"{self.asking}{hint}"))

    async def look(self, call: Callable[[Watch], T], about: str = "") -> T | None:
        """Return what `call` returns on a thread; None as soon as it is to be stopped.

        The thread goes on for nobody then, so `call` may write nothing that counts.
        """
        with self._asking(about) as asking:
            looking = asyncio.create_task(asyncio.to_thread(call, asking.watch))
            looking.add_done_callback(_let_go)
            enough = asyncio.create_task(asking.enough.wait())
            try:
                await asyncio.wait((looking, enough), return_when=asyncio.FIRST_COMPLETED)
            finally:
                enough.cancel()
            return None if asking.stopped else looking.result()

    async def write(self, call: Callable[[], T], about: str = "") -> T:
        """Return what `call` returns on a thread; what it writes it writes whole."""
        with self._asking(about, writing=True):
            return await asyncio.to_thread(call)

    @contextmanager
    def _asking(self, about: str, *, writing: bool = False) -> Iterator[Asking]:
        self.asking = asking = Asking(about, writing=writing)
        self.tell()
        self._show_progress()
        try:
            yield asking
        finally:
            asking.enough.set()  # where the application is left, nobody waits any more
            self.asking = None
            if not self.left:
                self._show_progress()

    def action_close(self) -> None:
        """Stop what is asked, or go back to the screen below; what is written is waited for."""
        if self.asking is None:
            super().action_close()
        elif not self.asking.writing:
            self.asking.enough.set()


def _let_go(looking: "asyncio.Task[T]") -> None:
    """Have nobody ask what became of what is not waited for any more."""
    if not looking.cancelled():
        looking.exception()
