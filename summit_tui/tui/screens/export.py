"""My agenda into a file: as what, which name, and a question only where the file exists."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.catalogue import clock
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.places import expanded
from summit_tui.catalogue.text import clean_line, slug
from summit_tui.formats.table import extensions
from summit_tui.tui.keys import bindings
from summit_tui.tui.picks import Picks
from summit_tui.tui.products import PRODUCTS, NothingToWriteError, Source, taking
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.words import counted

_HINT = "enter writes it, up and down choose what, escape goes back"


class ExportForm(Modal):
    """What to write, chosen with up and down, and a file name to keep or type over."""

    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = bindings("export")

    def __init__(self, catalogue: Catalogue, picks: Picks) -> None:
        super().__init__()
        self._catalogue, self._picks = catalogue, picks
        self._product = PRODUCTS[0]
        self._asked_about: Path | None = None

    def compose(self) -> ComposeResult:
        """Yield what there is to write, the name, and what the keys do."""
        options = [
            Option(Content.assemble((f"{each.name:<7}", "bold"), (each.doc, "$foreground-muted")))
            for each in PRODUCTS
        ]
        with Vertical(id="frame"):
            title = f"Export {counted(len(self._picks.agenda), 'pick')} to a file"
            yield Static(title, classes="title", markup=False)
            yield OptionList(*options, markup=False)
            yield Input(self._suggested(), select_on_focus=False, id="name")
            yield Static("", id="told", markup=False)
            yield Static(_HINT, classes="hint", markup=False)

    def _suggested(self) -> str:
        return self._product.file_name(slug(self._catalogue.event.id))

    def action_choose(self, step: int) -> None:
        """Go to another thing to write."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + step) % options.option_count

    def on_input_changed(self) -> None:
        """Take back what was asked about another name."""
        self._asked_about = None
        self._tell("")

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Take it, and its name, or only its extension where I typed a name."""
        name = self.query_one("#name", Input)
        given = None if name.value == self._suggested() else name.value
        before, self._product = self._product, PRODUCTS[message.option_index]
        if given is None:
            name.value = self._suggested()
        else:
            name.value = given.removesuffix(before.extension) + self._product.extension
        name.cursor_position = len(name.value)

    def on_option_list_option_selected(self) -> None:
        """Write the file."""
        self._write()

    def on_input_submitted(self) -> None:
        """Write the file."""
        self._write()

    def _write(self) -> None:
        name = clean_line(self.query_one("#name", Input).value)
        path = expanded(name)
        product = taking(path.name, self._product)
        if product is None:
            known = f"there are {extensions()}"
            self._tell(f"No format has the extension {clean_line(path.suffix)}; {known}.")
            return
        self._product = product
        if not name or (path.exists() and path.is_dir() != product.folder):
            self._tell("Write a folder's name." if product.folder else "Write a file name.")
        elif not path.parent.is_dir():
            self._tell(f"There is no folder {clean_line(str(path.parent))}.")
        elif path.is_file() and path != self._asked_about:
            self._asked_about = path
            self._tell(f"{path} exists. Enter again overwrites it.")
        else:
            self._write_to(path)

    def _write_to(self, path: Path) -> None:
        now = clock.now(self._catalogue.event.zone)
        try:
            said = self._product.write(Source(self._catalogue, self._picks, now), path)
        except NothingToWriteError as error:
            self._tell(f"Nothing to write: {error}.")
            return
        except OSError as error:
            self._tell(f"{path}: {error.strerror or error}; nothing was written.")
            return
        self.dismiss(None)
        said = (f"Written to {clean_line(str(path.resolve()))}", *said)
        self.app.notify("\n".join(said), timeout=8, markup=False)

    def _tell(self, said: str) -> None:
        told = self.query_one("#told", Static)
        told.update(Content(said))
        told.add_class("wrong")
