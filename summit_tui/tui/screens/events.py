"""The programmes of this machine: to open another, import, update, or take one out of the library.

What is done here is done with the library's files. The application goes to another programme, or
reads the present one again where it has changed, when one goes back.
"""

import asyncio
from collections.abc import Sequence
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from summit_tui.catalogue import library
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.shelf import ShelfError
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.taking_out import TakenOut, bring_back, take_out
from summit_tui.formats.update_words import reason
from summit_tui.search.listed import Listed, listed
from summit_tui.search.programme import Programme
from summit_tui.tui.bringing import STOPPED, Brought, news, take_over
from summit_tui.tui.keys import bindings
from summit_tui.tui.programme_rows import entries, row, used
from summit_tui.tui.screens.asking import AskingModal
from summit_tui.tui.widgets.frame import Frame
from summit_tui.tui.widgets.options import Options

if TYPE_CHECKING:
    from textual.content import Content

    from summit_tui.tui.app import SummitApp

_EMPTY = "The library is empty: i imports a programme, from its address on the web or from a file."
_CHANGED = "C shows what changed, and p there plans my days anew"
_STILL = ("close", "move")
"""What keys do while a source is asked."""


class EventsScreen(AskingModal):
    """The list, the one that is open under the cursor first."""

    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = bindings("events")
    DEFAULT_CSS = """
    EventsScreen > #frame { width: 100; }
    """

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self._open = programme.path.resolve()
        self._rows: list[Listed] = []
        self._known = 0
        """How many of them were looked at yet, from the first on."""
        self._sure = ""
        """The name of the programme whose update was refused last, until something else is done."""
        self._taken: TakenOut | None = None
        """What was taken out last, until something else is told."""

    def compose(self) -> ComposeResult:
        """Yield the programmes, what is told, and what the keys do."""
        with Frame():
            yield Static("Programmes on this machine", classes="title", markup=False)
            yield Options()
            yield from self.told()
            yield from self.hints(
                "enter opens it",
                "i imports",
                "u updates it, a all",
                "C shows what changed",
                "space has summit start with it",
                "x takes it out",
                "escape goes back",
                "? helps",
            )

    def on_mount(self) -> None:
        """List them."""
        self._list()
        if not library.names():
            self.tell(_EMPTY)

    @property
    def summit(self) -> "SummitApp":
        """The application, by its own type."""
        return cast("SummitApp", self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key may act: while a source is asked, hardly any."""
        free = self.asking is None or action in _STILL
        return free and super().check_action(action, parameters)

    def _list(self, name: str = "") -> None:
        """List the programmes as they are now, with the cursor on `name`, or where it is."""
        there = self._under_cursor
        at = library.library_file(name) if name else there.entry.path if there else self._open
        self.run_worker(
            self._look(at.resolve()), group="list", exclusive=True, description="list programmes"
        )

    async def _look(self, at: Path) -> None:
        """Show the names at once, and what there is to say of each as it is known."""
        found = entries(self._open)
        places = [entry.path.resolve() for entry in found]
        self._rows = [Listed(entry, name=library.name_in_library(entry)) for entry in found]
        options = self.query_one(OptionList)
        before = min(options.highlighted or 0, len(places) - 1)
        options.clear_options()
        self._known = 0
        options.add_options(map(Option, map(self._row, range(len(found)))))
        options.highlighted = places.index(at) if at in places else before
        for number, entry in enumerate(found):
            self._rows[number] = await asyncio.to_thread(listed, entry)
            if not options.is_attached:
                return  # the application is being left
            self._known = number + 1
            options.replace_option_prompt_at_index(number, self._row(number))

    def _row(self, number: int) -> "Content":
        found, known = self._rows[number], number < self._known
        path, width = found.entry.path.resolve(), self.query_one(OptionList).content_size.width
        chosen = library.chosen() == str(path)
        return row(found, width, is_open=path == self._open, chosen=chosen, known=known)

    def on_resize(self) -> None:
        """Write the rows for the other width."""
        self.call_after_refresh(self._write_rows)

    def _write_rows(self) -> None:
        options = self.query_one(OptionList)
        for number in range(options.option_count):
            options.replace_option_prompt_at_index(number, self._row(number))

    @property
    def _under_cursor(self) -> Listed | None:
        number = self.query_one(OptionList).highlighted
        return None if number is None or number >= len(self._rows) else self._rows[number]

    def on_option_list_option_selected(self) -> None:
        """Open the programme."""
        self._go("")

    def action_changes(self) -> None:
        """Open the programme at what has changed in it."""
        self._go("changes")

    def action_close(self) -> None:
        """Stop what is asked, or go back, to what the programme is by now."""
        if self.asking is None:
            self._leave(self._open, "")
        else:
            super().action_close()

    def _go(self, place: str) -> None:
        found = self._under_cursor
        if found is not None and self.asking is None:
            self._leave(found.entry.path, place)

    def _leave(self, path: Path, place: str) -> None:
        self.leave(lambda: self.summit.switch.open(path, place))

    def action_use(self) -> None:
        """Have `summit` start with the programme from anywhere, or no longer."""
        found = self._under_cursor
        if found is None:
            return
        path = found.entry.path.resolve()
        try:
            chosen = library.chosen() == str(path)
            library.choose(None if chosen else str(path))
            self.tell(*used(found, chosen=chosen))
        except (CatalogueError, OSError) as error:
            self.tell(reason(error), wrong=True)
        self._list()

    def action_take_in(self) -> None:
        """Ask what to import."""
        from summit_tui.tui.screens.import_form import ImportForm

        self.app.push_screen(ImportForm(self.summit.switch.store_of, self._taken_in))

    def _taken_in(self, brought: Brought) -> None:
        self.tell("enter opens it:", *brought.lines)
        self._list(brought.name)

    def action_update(self) -> None:
        """Ask the source of the programme for news; right after one was taken out, undo that."""
        found = self._under_cursor
        if self._taken is not None:
            self._bring_back(self._taken)
        elif found is not None and found.name is not None:
            self._start([found.name], insist=self._sure == found.name)
        elif found is not None:
            where = clean_line(str(found.entry.path))
            told = f"{where} is no programme of the library, so it has no source: i imports one"
            if library.is_sample(found.entry.path):
                told = library.SAMPLE_STAYS
            self.tell(told, wrong=True)

    def action_update_all(self) -> None:
        """Ask the sources of all programmes for news."""
        names = library.names()
        if names:
            self._start(names, insist=False)
        else:
            self.tell(_EMPTY)

    def _start(self, names: Sequence[str], *, insist: bool) -> None:
        self._sure = ""
        self.run_worker(self._update(names, insist=insist), description="update programmes")

    async def _update(self, names: Sequence[str], *, insist: bool) -> None:
        found, every, changed = Brought(()), [], []
        for number, name in enumerate(names, 1):
            about = f"{number} of {len(names)}, {name}" if len(names) > 1 else ""
            found = await self._brought(name, about, insist=insist)
            before = f"{name}: " if len(names) > 1 else ""
            lines = [f"{before}{line.removeprefix(before)}" for line in found.lines]
            every.append((not (found.changed or found.wrong), lines))
            changed += [name] * found.changed
            if found is STOPPED:
                break
        if len(names) == 1 and found.refused:
            self._sure = names[0]
        told = [line for _, lines in sorted(every, key=itemgetter(0)) for line in lines]
        self.tell(*told, *([_CHANGED] if changed else []), wrong=found.wrong)
        self._list(changed[0] if len(names) > 1 and changed else "")

    async def _brought(self, name: str, about: str, *, insist: bool) -> Brought:
        """Return what came of asking the source of `name`, which is written by then."""
        found = await self.look(partial(news, name), about)
        if found is None:
            return STOPPED
        if isinstance(found, Brought):
            return found
        agendas = self.summit.switch.store_of
        return await self.write(partial(take_over, found, agendas, insist=insist), about)

    def action_remove(self) -> None:
        """Take the programme out of the library."""
        found = self._under_cursor
        self._sure = ""
        if found is None:
            return
        if found.name is None:
            self.tell("Only what is in the library can be taken out of it.", wrong=True)
        elif found.entry.path.resolve() == self._open:
            self.tell(f"{found.name} is open here: open another one first.", wrong=True)
        else:
            self._take_out(found.name)

    def _take_out(self, name: str) -> None:
        try:
            taken = take_out(name, "u here")
            self.tell(*taken.told)
            self._taken = taken
        except (ShelfError, OSError) as error:
            self.tell(reason(error), wrong=True)
        self._list()

    def _bring_back(self, taken: TakenOut) -> None:
        try:
            self.tell(bring_back(taken))
        except (ShelfError, CatalogueError, OSError) as error:
            self.tell(reason(error), wrong=True)
        self._list(taken.version.name)

    def tell(self, *lines: str, wrong: bool = False) -> None:
        """Say what came of it; what is told no more cannot be undone any more."""
        self._taken = None
        super().tell(*lines, wrong=wrong)
