"""My agenda into a file: as what, which name, and a question only where the file exists."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.catalogue import clock
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.text import clean_line, slug
from summit_tui.formats.table import extensions
from summit_tui.tui.hanging import Hanging, beside
from summit_tui.tui.keys import bindings
from summit_tui.tui.picks import Picks
from summit_tui.tui.products import PRODUCTS, NothingToWriteError, Source, taking
from summit_tui.tui.screens.file_form import FileForm
from summit_tui.tui.widgets.box import OneLine
from summit_tui.tui.widgets.frame import Frame
from summit_tui.tui.widgets.options import Options


class ExportForm(FileForm):
    """What to write, chosen with up and down, and a file name to keep or type over."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("export")

    def __init__(self, catalogue: Catalogue, picks: Picks) -> None:
        super().__init__()
        self._catalogue, self._picks = catalogue, picks
        self._product = PRODUCTS[0]

    def compose(self) -> ComposeResult:
        """Yield what there is to write, the name, and what the keys do."""
        options = [
            Option(Hanging(beside(f"{each.name:<7}", each.doc, "$foreground-muted", "bold")))
            for each in PRODUCTS
        ]
        with Frame():
            title = f"Export {counted(len(self._picks.agenda), 'pick')} to a file"
            yield Static(title, classes="title", markup=False)
            yield Options(*options)
            yield OneLine(self._suggested(), select_on_focus=False, id="name", compact=True)
            yield Static("", id="told", classes="wrong", markup=False)
            yield from self.hints(
                "enter writes it", "up and down choose what", "escape goes back", "F1 helps"
            )

    def _suggested(self) -> str:
        return self._product.file_name(slug(self._catalogue.event.id))

    def action_choose(self, step: int) -> None:
        """Go to another thing to write."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + step) % options.option_count

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
        self.write()

    def refusal(self, path: Path) -> str:
        """Return why nothing can be written to `path`; a name that says what it is chooses that."""
        product = taking(path.name, self._product)
        if product is None:
            known = f"there are {extensions()}"
            return f"No format has the extension {clean_line(path.suffix)}; {known}."
        self._product = product
        is_one = path.is_dir() if product.folder else path.is_file()
        if path.name and (is_one or not path.exists()):
            return ""
        return "Write a folder's name." if product.folder else "Write a file name."

    def put(self, path: Path) -> Sequence[str]:
        """Write what was chosen."""
        now = clock.now(self._catalogue.event.zone)
        return self._product.write(Source(self._catalogue, self._picks, now), path)

    def write(self) -> None:
        """Write the file, where there is anything to be written."""
        try:
            super().write()
        except NothingToWriteError as error:
            self.tell(f"Nothing to write: {error}.")
