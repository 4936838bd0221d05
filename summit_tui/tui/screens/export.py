"""My agenda into a file: which format, which name, and a question only where the file exists."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.agenda.disk import write_atomically
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.places import expanded
from summit_tui.catalogue.text import clean_line, slug
from summit_tui.formats.export import Export
from summit_tui.formats.mirror import mirror
from summit_tui.formats.table import FORMATS, extensions, for_file, produce, produce_files
from summit_tui.tui.keys import bindings
from summit_tui.tui.picks import Picks
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.words import counted

_HINT = "enter writes it, up and down choose the format, escape goes back"


class ExportForm(Modal):
    """Formats to choose from with up and down, and a file name to keep or type over."""

    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = bindings("export")

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
            yield Static(_HINT, classes="hint", markup=False)

    def _suggested(self) -> str:
        return slug(self._catalogue.event.id) + self._format.extension

    def action_choose(self, step: int) -> None:
        """Go to another format."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + step) % options.option_count

    def on_input_changed(self) -> None:
        """Take back what was asked about another name."""
        self._asked_about = None
        self._tell("")

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
        path = expanded(name)
        if not name or (path.exists() and path.is_dir() != self._format.folder):
            self._tell("Write a folder's name." if self._format.folder else "Write a file name.")
        elif path.suffix and self._differs(path):
            self._take_format_of(path)
        elif not path.parent.is_dir():
            self._tell(f"There is no folder {clean_line(str(path.parent))}.")
        elif path.is_file() and path != self._asked_about:
            self._asked_about = path
            self._tell(f"{path} exists. Enter again overwrites it.")
        else:
            self._write_to(path)

    def _differs(self, path: Path) -> bool:
        """Return whether the name says another format; a folder may be called anything else."""
        if self._format.folder:
            return for_file(path.name) is not None
        return path.suffix.lower() != self._format.extension

    def _take_format_of(self, path: Path) -> None:
        """Take the format that the name says, or say that there is none."""
        row = for_file(path.name)
        if row is None:
            known = f"there are {extensions()}"
            self._tell(f"No format has the extension {clean_line(path.suffix)}; {known}.")
            return
        self._format = row
        self._write()

    def _write_to(self, path: Path) -> None:
        missing = tuple(item.pick for item in self._picks.resolved if item.missing)
        export = Export(
            self._catalogue, self._picks.sessions, self._picks.agenda.picks, missing=missing
        )
        try:
            said = self._put(path, export)
        except OSError as error:
            self._tell(f"{path}: {error.strerror or error}; nothing was written.")
            return
        self.dismiss(None)
        said = (f"Written to {clean_line(str(path.resolve()))}", *said)
        self.app.notify("\n".join(said), timeout=8, markup=False)

    def _put(self, path: Path, export: Export) -> tuple[str, ...]:
        """Write `export` and return what there is to say of it; OSError when that fails."""
        if not self._format.folder:
            data, notices = produce(self._format.name, export)
            write_atomically(path.resolve(), data, like=path)
            return notices
        from summit_tui.formats.writers.vdir import is_ours  # slow: it knows icalendar

        files, notices = produce_files(self._format.name, export)
        done = mirror(path, files, partial(is_ours, self._catalogue.event))
        kept = (
            f"{clean_line(name)}: changed by another program, left as it is" for name in done.kept
        )
        return (str(done), *kept, *notices)

    def _tell(self, said: str) -> None:
        told = self.query_one("#told", Static)
        told.update(Content(said))
        told.add_class("wrong")
