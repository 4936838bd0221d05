"""What meets whoever opens the application for the first time: what it is, and six keys.

Which keys close it, and what else they do, is `tui.welcoming`'s business.
"""

from textwrap import wrap

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from summit_tui.tui.keys import KEYS, shown
from summit_tui.tui.screens.modal import Modal
from summit_tui.tui.words import fill, fit

ABOUT = (
    "The programme of a conference in your terminal: find what you want, tick it, be told what"
    " clashes, take it along in your calendar."
)
MATTER = {
    "search": "find by a few letters",
    "level": "show only some levels",
    "pick": "pick the session",
    "agenda": "my agenda and clashes",
    "plan": "plan the best agenda",
    "help": "every other key",
}
"""The keys that matter, by their ids, each with what it is good for."""
_PEAKS = ("      ╱╲      ", "   ╱╲╱  ╲     ", "  ╱  ╲   ╲    ")
_COLUMN = 10
_WIDTH, _FRAME, _SIDES = 64, 2, 4
"""Cells of the box, its border, and the space within it."""


class WelcomeScreen(Modal):
    """One page over the programme, whole at any size."""

    DEFAULT_CSS = """
    WelcomeScreen > #frame { width: 64; padding: 0 2; }
    """

    def __init__(self, event: str, levels: int) -> None:
        super().__init__()
        self._event, self._levels = event, levels

    def compose(self) -> ComposeResult:
        """Yield the page."""
        with Vertical(id="frame"):
            yield Static()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        width, height = self.app.size
        columns = min(_WIDTH, int(width * 0.96)) - _FRAME - _SIDES
        self.query_one(Static).update(self._page(columns, int(height * 0.92) - _FRAME))

    def on_click(self) -> None:
        """Go to the programme."""
        self.action_close()

    def _page(self, columns: int, lines: int) -> Content:
        """Return the fullest page that has room."""
        about = [Content(line) for line in wrap(ABOUT, max(columns, 20))]
        ending = "Any key begins. q quits, and all is kept."
        hint = [Content.styled(fit(ending, columns), "$foreground-muted")]
        name, keys, blank = self._title_line(columns), self._keys(), Content("")
        pages = (
            [blank, *self._drawing(columns), blank, *about, blank, *keys, blank, *hint, blank],
            [*self._drawing(columns), blank, *about, blank, *keys, blank, *hint],
            [name, blank, *about, blank, *keys, blank, *hint],
            [name, blank, *keys, blank, *hint],
            [*keys, blank, *hint],
        )
        fitting = (page for page in pages if len(page) <= lines)
        return Content("\n").join(next(fitting, keys))

    def _title_line(self, columns: int) -> Content:
        event = fit(self._event, max(columns - 8, 1))
        return Content.assemble(("summit", "bold $text-primary"), "  ", Content(event))

    def _drawing(self, columns: int) -> list[Content]:
        event = fit(self._event, max(columns - len(_PEAKS[0]), 1))
        beside = (Content(""), Content.styled("summit", "bold $text-primary"), Content(event))
        return [
            Content.assemble((peak, "$text-accent"), words)
            for peak, words in zip(_PEAKS, beside, strict=True)
        ]

    def _keys(self) -> list[Content]:
        keymap = self.app._keymap  # Textual has no other way to ask for it
        matter = {name: said for name, said in MATTER.items() if self._levels or name != "level"}
        signs = {key.id: shown(key, keymap, self._levels) for key in KEYS if key.id in matter}
        column = max(_COLUMN, *(cell_len(sign) + 2 for sign in signs.values()))
        return [
            Content.assemble((fill(signs[name], column), "bold $text-accent"), said)
            for name, said in matter.items()
        ]
