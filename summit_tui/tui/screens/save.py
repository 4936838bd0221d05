"""A text into a file, where the clipboard is out of reach: a name, and enter."""

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from summit_tui.catalogue.disk import write_atomically
from summit_tui.catalogue.text import slug
from summit_tui.tui.screens.file_form import FileForm
from summit_tui.tui.widgets.box import OneLine
from summit_tui.tui.widgets.frame import GIVES, Frame


class SaveForm(FileForm):
    """The text, and a file name to keep or type over; asks only where the file exists."""

    DEFAULT_CSS = """
    SaveForm #text { height: auto; color: $text-muted; }
    """

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text = text
        self._name = f"{slug(name)}.txt"

    def compose(self) -> ComposeResult:
        """Yield the text, the name, and what the keys do."""
        with Frame():
            yield Static("Save to a file", classes="title", markup=False)
            with VerticalScroll(id="text", classes=GIVES):
                yield Static(Content(self._text))
            yield OneLine(self._name, select_on_focus=False, id="name", compact=True)
            yield Static("", id="told", classes="wrong", markup=False)
            yield from self.hints("enter writes it", "escape goes back", "F1 helps")

    def refusal(self, path: Path) -> str:
        """Return why the text cannot be written to `path`."""
        odd = not path.name or (path.exists() and not path.is_file())
        return "Write a file name." if odd else ""

    def put(self, path: Path) -> Sequence[str]:
        """Write the text."""
        write_atomically(path.resolve(), f"{self._text}\n".encode(), like=path)
        return ()
