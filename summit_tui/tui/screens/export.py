"""My agenda into a file: which format, which name, and a question only where the file exists."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.agenda.disk import write_atomically
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.text import clean_line, slug
from summit_tui.formats.export import Export
from summit_tui.formats.table import FORMATS, produce
from summit_tui.tui.picks import Picks
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.words import counted


class ExportForm(Modal):
    """Formats to choose from, and a file name to keep or change."""

    def __init__(self, catalogue: Catalogue, picks: Picks) -> None:
        super().__init__()
        self._catalogue, self._picks = catalogue, picks
        self._format = FORMATS[0]
        self._asked_about: Path | None = None

    def compose(self) -> ComposeResult:
        """Yield the formats, the name, and what the keys do."""
        options = [
            Option(Content.assemble((f"{each.name:<6}", "bold"), (each.doc, "$foreground-muted")))
            for each in FORMATS
        ]
        with Vertical(id="frame"):
            title = f"Export {counted(len(self._picks.agenda), 'pick')} to a file"
            yield Static(title, classes="title", markup=False)
            yield OptionList(*options, markup=False)
            yield Input(self._suggested(), select_on_focus=False, id="name")
            yield Static("", id="told", markup=False)
            yield Static("enter writes it, escape goes back", classes="hint", markup=False)

    def _suggested(self) -> str:
        return slug(self._catalogue.event.id) + self._format.extension

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Take the format, and its extension for the name."""
        name = self.query_one("#name", Input)
        given = name.value.removesuffix(self._format.extension)
        self._format = FORMATS[message.option_index]
        name.value = given + self._format.extension

    def on_option_list_option_selected(self) -> None:
        """Write the file."""
        self._write()

    def on_input_submitted(self) -> None:
        """Write the file."""
        self._write()

    def _write(self) -> None:
        name = clean_line(self.query_one("#name", Input).value)
        path = Path(name).expanduser()
        if not name or path.is_dir():
            self._tell("Write a file name.")
        elif path.exists() and path != self._asked_about:
            self._asked_about = path
            self._tell(f"{path} exists. Enter again overwrites it.")
        else:
            self._write_to(path)

    def _write_to(self, path: Path) -> None:
        missing = tuple(item.pick for item in self._picks.resolved if item.missing)
        export = Export(
            self._catalogue, self._picks.sessions, self._picks.agenda.picks, missing=missing
        )
        try:
            data, notices = produce(self._format.name, export)
            write_atomically(path.resolve(), data, like=path)
        except OSError as error:
            self._tell(f"{path}: {error.strerror or error}; nothing was written.")
            return
        self.dismiss(None)
        said = "\n".join((f"Written to {clean_line(str(path.resolve()))}", *notices))
        self.app.notify(said, timeout=8, markup=False)

    def _tell(self, said: str) -> None:
        told = self.query_one("#told", Static)
        told.update(Content(said))
        told.add_class("wrong")
