"""A programme into the library: its address or file, and what it is to be called there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from summit_tui.catalogue.text import clean_line
from summit_tui.tui.bringing import STOPPED, Agendas, Asked, Brought, arrive, take_in
from summit_tui.tui.screens.asking import AskingModal
from summit_tui.tui.widgets.box import OneLine
from summit_tui.tui.widgets.frame import GIVES, Frame
from summit_tui.tui.words import longest

if TYPE_CHECKING:
    from summit_tui.formats.sources import Arrived

_BOXES = (
    (
        "source",
        "Source",
        (
            "https://… or a file: schedule.xml, .json, .ics, .csv …",
            "https://… or a file, .xml, .json, .ics …",
            "https://… or a file",
        ),
    ),
    ("name", "Name", ("what to call it; else as the event itself", "else as the event")),
    ("zone", "Time zone", ("Europe/Paris; if the source does not say it", "such as Europe/Paris")),
    ("event", "Event", ("its name, if the source does not say it", "its name")),
    ("day", "First day", ("2026-06-01; for times without a date", "such as 2026-06-01")),
    (
        "levels",
        "Levels",
        ("tag, track, kind or question:TEXT; if they stand there", "tag, track, kind …"),
    ),
    ("format", "Format", ("ics, csv …; if it is not recognised", "ics, csv …")),
)
"""Id, label, and what may stand there, in more words and in fewer."""


class ImportForm(AskingModal):
    """A source and what is said besides; `done` is told when a programme was taken in."""

    AUTO_FOCUS = "#source"
    DEFAULT_CSS = """
    ImportForm #boxes { height: auto; }
    ImportForm Horizontal { height: 1; }
    ImportForm Horizontal > Static { width: 11; }
    ImportForm Input { width: 1fr; margin: 0; background: $boost; }
    """

    def __init__(self, agendas: Agendas, done: Callable[[Brought], None]) -> None:
        super().__init__()
        self._agendas, self._done = agendas, done
        self._arrived: tuple[Asked, Arrived] | None = None
        """What came last, by what was asked: it is not asked for twice."""
        self._sure = False
        """Whether enter was pressed on what would replace a programme."""
        self._private = False
        """Whether enter was pressed on what is not on the public net."""

    def compose(self) -> ComposeResult:
        """Yield the boxes, what is told, and what the keys do."""
        with Frame():
            yield Static("Import a programme", classes="title", markup=False)
            with VerticalScroll(id="boxes", classes=GIVES, can_focus=False):
                for box, label, _ in _BOXES:
                    with Horizontal():
                        yield Static(label, markup=False)
                        yield OneLine(id=box, compact=True)
            yield from self.told()
            yield from self.hints("enter imports it", "tab goes on", "escape goes back", "F1 helps")

    def on_resize(self) -> None:
        """Say in the boxes what may stand there, in as many words as they have room for."""
        self.call_after_refresh(self._say_examples)

    def _say_examples(self) -> None:
        for box, _, examples in _BOXES:
            for found in self.query(f"#{box}").results(Input):
                found.placeholder = longest(examples, found.size.width)

    def on_input_changed(self) -> None:
        """Take back what was said of something else."""
        self._sure = self._private = False
        if self.asking is None:
            self.tell()

    def on_input_submitted(self) -> None:
        """Import it, over one of that name only when it is said twice."""
        source, name, zone, event, day, levels, form = (
            clean_line(self.query_one(f"#{box}", Input).value).strip() for box, _, _ in _BOXES
        )
        if not source:
            self.tell("Write an address or a file name.", wrong=True)
            self.query_one("#source", Input).focus()
        elif self.asking is None and not self.left:
            asked = Asked(source, zone, event, day, levels, form, private=self._private)
            self.run_worker(self._import(asked, name), description="import a programme")

    async def _import(self, asked: Asked, name: str) -> None:
        if self._arrived is None or self._arrived[0] != asked:
            found = await self.look(partial(arrive, asked)) or STOPPED
            if isinstance(found, Brought):
                self._private = found.refused
                self.tell(*found.lines, wrong=found.wrong)
                return
            self._arrived = asked, found
        arrived, agendas, sure = self._arrived[1], self._agendas, self._sure
        brought = await self.write(lambda: take_in(arrived, name, agendas, insist=sure))
        if brought.name:
            self.leave(lambda: self._done(brought))
            return
        self._sure = brought.refused
        self.tell(*brought.lines, wrong=brought.wrong)
