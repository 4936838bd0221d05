"""A text into a file, where the clipboard is out of reach: a name, and enter."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from summit_tui.agenda.disk import write_atomically
from summit_tui.catalogue.places import expanded
from summit_tui.catalogue.text import clean_line, slug
from summit_tui.tui.screens.modal import Modal


class SaveForm(Modal):
    """The text, and a file name to keep or type over; asks only where the file exists."""

    DEFAULT_CSS = """
    SaveForm #text { height: auto; max-height: 12; color: $text-muted; }
    """
    AUTO_FOCUS = "#name"

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text = text
        self._name = f"{slug(name)}.txt"
        self._asked_about: Path | None = None

    def compose(self) -> ComposeResult:
        """Yield the text, the name, and what the keys do."""
        with Vertical(id="frame"):
            yield Static("Save to a file", classes="title", markup=False)
            yield Static(Content(self._text), id="text")
            yield Input(self._name, select_on_focus=False, id="name")
            yield Static("", id="told", classes="wrong", markup=False)
            yield Static("enter writes it, escape goes back", classes="hint", markup=False)

    def on_input_changed(self) -> None:
        """Take back what was asked about another name."""
        self._asked_about = None
        self._tell("")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Write the file, over one that exists only when it is said twice."""
        name = clean_line(message.value)
        path = expanded(name)
        if not name or path.is_dir():
            self._tell("Write a file name.")
        elif path.exists() and path != self._asked_about:
            self._asked_about = path
            self._tell(f"{path} exists. Enter again overwrites it.")
        else:
            self._write_to(path)

    def _write_to(self, path: Path) -> None:
        if self.left:
            return
        try:
            write_atomically(path.resolve(), f"{self._text}\n".encode(), like=path)
        except OSError as error:
            self._tell(f"{path}: {error.strerror or error}; nothing was written.")
            return
        self.dismiss(None)
        said = f"Written to {clean_line(str(path.resolve()))}"
        self.app.notify(said, timeout=8, markup=False)

    def _tell(self, said: str) -> None:
        self.query_one("#told", Static).update(Content(said))
