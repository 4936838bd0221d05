"""The line in which names are typed to find them among many, and how many there are."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from summit_tui.tui.keys import bindings
from summit_tui.tui.widgets.box import Box


class NameBox(Box):
    """The box; keys lead from it to the list."""

    PLACE = "names"
    BINDINGS: ClassVar[list[BindingType]] = bindings("names")

    async def action_next_or_leave(self) -> None:
        """Go to the list."""
        await self.run_action("screen.leave_search")

    async def action_leave(self) -> None:
        """Go to the list."""
        await self.run_action("screen.leave_search")

    async def action_clear(self) -> None:
        """Empty the box and go to the list."""
        self.value = ""
        await self.run_action("screen.leave_search")


class NameLine(Horizontal):
    """The sign, the box, and how many were found."""

    class Typed(Message):
        """Another text is in the box."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, placeholder: str) -> None:
        super().__init__(id="search")
        self.box = NameBox(placeholder=placeholder)

    def compose(self) -> ComposeResult:
        """Yield the three."""
        yield Static(" / ", id="slash", markup=False)
        yield self.box
        yield Static(Content(""), id="found")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what was typed."""
        message.stop()
        self.post_message(self.Typed(message.value))

    def show_found(self, number: str, said: str) -> None:
        """Say how many were found, and what else there is to say where that has room."""
        whole = f"{number} · {said}" if said else number
        room = self.app.size.width // 2
        found = whole if cell_len(whole) <= room else number
        self.query_one("#found", Static).update(Content(found))
