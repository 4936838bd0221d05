"""What the small screens share that write a file: a name to keep or type over, asked about once.

Whatever is wrong with the name, or with the disk, is told below it; the form stays.
"""

from collections.abc import Sequence
from pathlib import Path

from textual.content import Content
from textual.widgets import Input, Static

from summit_tui.catalogue.places import expanded
from summit_tui.catalogue.text import clean_line
from summit_tui.tui.screens.modal import Modal


class FileForm(Modal):
    """A form with the name in `#name` and a place for what is told in `#told`."""

    AUTO_FOCUS = "#name"
    _asked_about: Path | None = None
    """The file that enter once more overwrites."""

    def refusal(self, path: Path) -> str:
        """Return why nothing can be written to `path`; empty where it can be tried."""
        raise NotImplementedError

    def put(self, path: Path) -> Sequence[str]:
        """Write to `path` and return what there is to say besides; OSError when that fails."""
        raise NotImplementedError

    def on_input_changed(self) -> None:
        """Take back what was asked about another name."""
        self._asked_about = None
        self.tell("")

    def on_input_submitted(self) -> None:
        """Write the file."""
        self.write()

    def write(self) -> None:
        """Write the file, over one that exists only when it is said twice."""
        path = expanded(clean_line(self.query_one("#name", Input).value))
        try:
            self._write_to(path)
        except (OSError, RuntimeError) as error:  # RuntimeError is a link that leads in a circle
            reason = getattr(error, "strerror", None) or str(error)
            self.tell(f"{clean_line(str(path))}: {reason}; nothing was written.")

    def _write_to(self, path: Path) -> None:
        if why := self.refusal(path):
            self.tell(why)
        elif not path.parent.is_dir():
            self.tell(f"There is no folder {clean_line(str(path.parent))}.")
        elif path.is_file() and path != self._asked_about:
            self._asked_about = path
            self.tell(f"{path} exists. Enter again overwrites it.")
        elif not self.left:
            said = [f"Written to {clean_line(str(path.resolve()))}", *self.put(path)]
            self.leave(lambda: self.app.notify("\n".join(said), timeout=8, markup=False))

    def tell(self, said: str) -> None:
        """Say what is wrong with the name; nothing takes that back."""
        told = self.query_one("#told", Static)
        told.update(Content(said))
        told.set_class(bool(said), "-said")
