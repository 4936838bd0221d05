"""A programme into the library: its address or file, and what it is to be called there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from summit_tui.catalogue.text import clean_line
from summit_tui.tui.bringing import Agendas, Brought, arrive, take_in
from summit_tui.tui.screens.asking import AskingModal

if TYPE_CHECKING:
    from summit_tui.formats.sources import Arrived

_BOXES = (
    ("source", "Source", "https://… or a file: schedule.xml, .json, .ics, .csv …"),
    ("name", "Name", "what to call it; else as the event itself"),
    ("zone", "Time zone", "Europe/Paris; where the source does not say it"),
)
"""Id, label, and what may stand there."""
_HINT = "enter imports it · tab goes to the next box · escape goes back · F1 helps"


class ImportForm(AskingModal):
    """A source, a name and a zone; `done` is told when a programme was taken in."""

    AUTO_FOCUS = "#source"
    DEFAULT_CSS = """
    ImportForm Horizontal { height: 1; }
    ImportForm Horizontal > Static { width: 11; }
    ImportForm Input { width: 1fr; margin: 0; background: $boost; }
    """

    def __init__(self, agendas: Agendas, done: Callable[[Brought], None]) -> None:
        super().__init__()
        self._agendas, self._done = agendas, done
        self._arrived: tuple[tuple[str, str], Arrived] | None = None
        """What came last, by its source and zone: it is not asked for twice."""
        self._sure = False
        """Whether enter was pressed on what would replace a programme."""

    def compose(self) -> ComposeResult:
        """Yield the boxes, what is told, and what the keys do."""
        with Vertical(id="frame"):
            yield Static("Import a programme", classes="title", markup=False)
            for box, label, example in _BOXES:
                with Horizontal():
                    yield Static(label, markup=False)
                    yield Input(placeholder=example, id=box, compact=True)
            yield from self.told()
            yield Static(_HINT, classes="hint", markup=False)

    def on_input_changed(self) -> None:
        """Take back what was said of something else."""
        self._sure = False
        if self.asking is None:
            self.tell()

    def on_input_submitted(self) -> None:
        """Import it, over one of that name only when it is said twice."""
        source, name, zone = (
            clean_line(self.query_one(f"#{box}", Input).value).strip() for box, _, _ in _BOXES
        )
        if not source:
            self.tell("Write an address or a file name.", wrong=True)
            self.query_one("#source", Input).focus()
        elif self.asking is None and not self.left:
            self.run_worker(self._import(source, name, zone), description="import a programme")

    async def _import(self, source: str, name: str, zone: str) -> None:
        if self._arrived is None or self._arrived[0] != (source, zone):
            found, _ = await self.ask(partial(arrive, source, zone))
            if isinstance(found, Brought):
                self.tell(*found.lines, wrong=found.wrong)
                return
            self._arrived = (source, zone), found
        arrived, agendas, sure = self._arrived[1], self._agendas, self._sure
        brought, _ = await self.ask(lambda _: take_in(arrived, name, agendas, insist=sure))
        if brought.name:
            self.leave(lambda: self._done(brought))
            return
        self._sure = brought.refused
        self.tell(*brought.lines, wrong=brought.wrong)
