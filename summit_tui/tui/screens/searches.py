"""Searches by name: the present one saved, and those that are saved gone to or forgotten.

What is forgotten stands in the box again, so that enter takes it back: nothing is asked before.
"""

import asyncio
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.search.saved import forget, save, saved
from summit_tui.tui.keys import bindings
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.widgets.box import OneLine
from summit_tui.tui.widgets.frame import Frame
from summit_tui.tui.widgets.options import Options


class SavedSearches(Modal):
    """A name to type, and below it the searches that have one."""

    AUTO_FOCUS = "Input"
    DEFAULT_CSS = """
    SavedSearches #text { width: 1fr; }
    SavedSearches OptionList { margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("searches")

    def __init__(self, text: str, go: Callable[[str], None], wrong: str = "") -> None:
        super().__init__()
        self._text, self._go = "" if wrong else text, go
        self._wrong = wrong
        """Why the present search cannot be saved; empty where it can be."""
        self._known: Mapping[str, str] = {}
        self._replacing = self._refused = ""

    def compose(self) -> ComposeResult:
        """Yield the search, its name to be, those that are saved, and what the keys do."""
        with Frame():
            yield Static("Saved searches", classes="title", markup=False)
            yield Static(Content(""), id="text")
            yield OneLine(placeholder="a name to save it under, such as deep-dives", compact=True)
            yield Options()
            yield Static("", id="told", classes="wrong", markup=False)
            yield from self.hints(
                "enter saves the search under the name",
                "tab goes to what is saved: enter goes there, delete forgets it",
                "escape goes back",
                "F1 helps",
            )

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()
        if not self._text:
            self.query_one(OptionList).focus()

    def _show(self) -> None:
        try:
            self._known = saved()
        except ValueError as error:
            self._tell(str(error))
        self.query_one("#text", Static).update(
            Content.assemble(("Save  ", "$foreground-muted"), (self._text, "bold"))
            if self._text
            else Content(self._nothing_to_save)
        )
        self.query_one(Input).display = bool(self._text)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(Content.assemble((f"@{name}  ", "bold"), (text, "$foreground-muted")))
            for name, text in self._known.items()
        )
        options.display = bool(self._known)
        options.highlighted = 0 if self._known else None

    @property
    def _nothing_to_save(self) -> str:
        if self._wrong:
            return f"The present search cannot be saved: {self._wrong}"
        return "Search for something, and it can be saved here."

    def on_input_changed(self) -> None:
        """Take back what was said of another name."""
        self._replacing = self._refused = ""
        self._tell("")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Save the search, over one of that name only when it is said twice."""
        name = clean_line(message.value).removeprefix("@")
        known = {fold(each): each for each in self._known}
        if fold(name) in known and self._replacing != name:
            self._replacing = name
            self._tell(f"@{known[fold(name)]} is there already. Enter again replaces it.")
            return
        self._work(lambda: save(name, self._text), f"Saved as @{name}")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Go to a saved search."""
        self.leave(lambda: self._go(f"@{list(self._known)[message.option_index]}"))

    def action_forget(self) -> None:
        """Forget the saved search under the cursor."""
        options = self.query_one(OptionList)
        if options.has_focus and options.highlighted is not None:
            name = list(self._known)[options.highlighted]
            self._text = self._known[name]
            self._work(lambda: forget(name), "", lambda: self._forgot(name))

    def _forgot(self, name: str) -> None:
        self._show()
        with self.prevent(Input.Changed):
            self.query_one(Input).value = name
        self._tell(f"@{name} is forgotten. Enter takes it back.")
        self.query_one(Input).focus()

    def _work(
        self, change: Callable[[], object], done: str, then: Callable[[], None] | None = None
    ) -> None:
        """Have the file changed, which may have to wait for another program, longer than this."""
        self.app.run_worker(self._change(change, done, then), description="keep the searches")

    async def _change(
        self, change: Callable[[], object], done: str, then: Callable[[], None] | None
    ) -> None:
        try:
            await asyncio.to_thread(change)
        except ValueError as error:
            self._tell(str(error))
            self._refused = str(error)
            return
        if then is None:
            self.dismiss(None)
            self.app.notify(done, timeout=4, markup=False)
        elif not self.left:
            then()

    def action_close(self) -> None:
        """Go back; what could not be done is said once more, for it may have come just now."""
        super().action_close()
        if self._refused:
            self._tell(self._refused)

    def _tell(self, said: str) -> None:
        if self.left:  # the file was waited for
            self.app.notify(said, severity="warning", markup=False)
            return
        told = self.query_one("#told", Static)
        told.update(Content(said))
        told.set_class(bool(said), "-said")
