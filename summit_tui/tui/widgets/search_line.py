"""The line of the search box, with what hangs below it: what is told, and what is offered.

Says by a message what was typed, and is told what was found. It keeps the searches that found
something, and asks for what could stand at the cursor.
"""

from functools import partial
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input, Static

from summit_tui.tui.history import History
from summit_tui.tui.state import View
from summit_tui.tui.widgets.search_box import SearchBox
from summit_tui.tui.words import fit

if TYPE_CHECKING:
    from summit_tui.tui.app import SummitApp
    from summit_tui.tui.completion import Offers
    from summit_tui.tui.widgets.offer_list import OfferList
    from summit_tui.tui.widgets.told import Told

_AROUND = 8
"""Cells of the line that are neither typed text nor what was found."""


class SearchLine(Horizontal):
    """The sign, the box, and how much was found."""

    class Typed(Message):
        """Another text is in the box."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, view: View, history: History, found: str) -> None:
        super().__init__(id="search")
        self.view = view
        """What is asked for; its text is that of the box."""
        self.history = history
        self.box = SearchBox(view.text, history, id="box")
        self._found = found
        self._empty = False
        self._told: Told | None = None
        self._list: OfferList | None = None

    def compose(self) -> ComposeResult:
        """Yield the three; what hangs below comes when there is something to say."""
        yield Static(" / ", id="slash", markup=False)
        yield self.box
        yield Static(Content(self._found), id="found")

    def on_mount(self) -> None:
        """Help with the typing."""
        self.box.aid = self

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what was typed, and offer what could come next."""
        message.stop()
        if message.value != self.box.put:
            self.history.leave()
        if message.value != self.view.text:
            self.post_message(self.Typed(message.value))
        self.call_later(self._ask)

    def on_input_blurred(self) -> None:
        """Keep the search for another time, and offer nothing any more."""
        self.close()
        self.keep()

    def keep(self) -> None:
        """Keep the search to go back to, where it found something."""
        if not self.wrong and not self._empty:
            self.history.add(self.box.value)

    # -- what is said ----------------------------------------------------------------------------

    def show_found(self, found: str, *, empty: bool) -> None:
        """Say how many sessions there are, and by which filters."""
        self._found, self._empty = found, empty
        self._fit(found)

    def show_searching(self) -> None:
        """Say that the answer takes a while; what was found before stays."""
        self._fit(f"searching … {self._found}")

    def _fit(self, said: str) -> None:
        """Show as much as leaves the box room for what is typed, and the number in any case."""
        room = self.size.width - _AROUND - cell_len(self.box.value)
        number = cell_len(said.partition(" · ")[0])
        if self.size.width:
            said = fit(said, max(room, number)).replace(" ·…", " …")
        shown = self.query_one("#found", Static)
        if str(shown.content) != said:
            shown.update(Content(said))

    def on_resize(self) -> None:
        """Fit the other width."""
        self._fit(self._found)

    def tell(self, said: str) -> None:
        """Say how the query was understood."""
        if said or self._told is not None:
            self._below().say(said)

    def tell_wrong(self, error: ValueError) -> None:
        """Say what is wrong with the query, and where."""
        self._fit(self._found)
        self._below().say_wrong(error)

    @property
    def wrong(self) -> bool:
        """Whether what was typed last is a mistake."""
        return self._told is not None and self._told.error is not None

    def _below(self) -> "Told":
        if self._told is None:
            from summit_tui.tui.widgets.told import Told

            self._told = Told(self.box)
            self.screen.mount(self._told, after=self)
        return self._told

    # -- what is offered -------------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask what could stand at the cursor, where a field or a saved search is begun."""
        box = self.box
        if box.value == box.put or not any(sign in box.value for sign in ":=<>@"):
            self.close()
            return
        from summit_tui.tui.completion import offered

        summit = cast("SummitApp", self.app)
        call = partial(
            offered,
            summit.programme,
            self.view.typed(box.value),
            box.cursor_position,
            summit.context,
            exactly=summit.searcher.at_once,
        )
        summit.searcher.ask(self, call, self.offer, lambda _: self.offer(None), group="complete")

    def offer(self, offers: "Offers | None") -> None:
        """Offer values to choose from under the place where they would stand, or none."""
        if self._told is not None:
            self._told.cover(offers is not None)
        if self._list is None:
            if offers is None:
                return
            from summit_tui.tui.widgets.offer_list import OfferList

            self._list = OfferList(self.box)
            self.screen.mount(self._list)
        before = self.box.value[: offers.start] if offers else ""
        column = self.box.region.x + cell_len(before) - int(self.box.scroll_x)
        self._list.show(offers, Offset(max(column - 2, 0), self.region.bottom))

    def move(self, direction: int) -> bool:
        """Go through what is offered; return whether anything is."""
        if self._list is None or self._list.offers is None:
            return False
        self._list.move(direction)
        return True

    def take(self, *, chosen: bool = False) -> bool:
        """Take the value that is chosen, else the first, else the suggestion for a mistake."""
        shown = self._list
        if shown is not None and shown.offers is not None:
            if chosen and shown.chosen is None:
                return False
            self.box.show(*shown.offers.taken(self.box.value, shown.chosen or 0))
            self.close()
            return True
        if chosen or self._told is None or not self._told.suggestion:
            return False
        self.box.show(*self._told.corrected())
        return True

    def close(self) -> bool:
        """Offer nothing any more; return whether anything was."""
        was = self._list is not None and self._list.offers is not None
        self.offer(None)
        return was
