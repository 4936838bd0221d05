"""The line of the search box, with what hangs below it: what is told, and what is offered.

Has what is typed searched for, and is told what was found. It keeps the searches that found
something, and asks for what could stand at the cursor.
"""

from functools import partial
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Input, Static

from summit_tui.tui.history import History
from summit_tui.tui.state import View
from summit_tui.tui.widgets.search_box import SearchBox
from summit_tui.tui.widgets.settled import Settled
from summit_tui.tui.words import shortened, understood

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summit_tui.tui.app import SummitApp
    from summit_tui.tui.completion import Offers
    from summit_tui.tui.searching import Answer
    from summit_tui.tui.widgets.chips import Chip, ChipLine
    from summit_tui.tui.widgets.offer_list import OfferList
    from summit_tui.tui.widgets.told import Told

_AROUND = 8
"""Cells of the line that are neither typed text nor what was found."""


class SearchLine(Horizontal):
    """The sign, the box, and how much was found."""

    def __init__(
        self,
        view: View,
        history: History,
        found: str,
        search: "Callable[[str], None]",
        examples: "Sequence[str]",
    ) -> None:
        super().__init__(id="search")
        self._search = search
        """Called with what is typed."""
        self.view = view
        """What is asked for; its text is that of the box."""
        self.history = history
        self.box = SearchBox(view.text, history, examples, id="box")
        self._found = found
        self._empty = False
        self._instead = ""
        """What was probably meant where nothing was found."""
        self._told: Told | None = None
        self._list: OfferList | None = None
        self.chips: ChipLine | None = None
        """Below it; there is none before anything narrows the list."""

    def compose(self) -> ComposeResult:
        """Yield the three; what hangs below comes behind the first frame."""
        yield Static(" / ", id="slash", markup=False)
        yield self.box
        yield Settled(Content(self._found), id="found")

    def on_mount(self) -> None:
        """Help with the typing."""
        self.box.aid = self

    def complete(self) -> None:
        """Make what hangs below, out of sight: a letter that needed it would draw all anew."""
        self._below()
        self._chip_line()
        self._offer_list()

    def typed(self, text: str) -> None:
        """Have `text` searched for, and offer what could come next."""
        if text != self.box.put:
            self.history.leave()
        if text != self.view.text:
            self._search(text)
        self.call_later(self._ask)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Keep to oneself what was followed already."""
        message.stop()

    def on_input_blurred(self) -> None:
        """Keep the search for another time, and offer nothing any more."""
        self.close()
        self.keep()

    def keep(self) -> None:
        """Keep the search to go back to, where it found something."""
        if not self.wrong and not self._empty:
            self.history.add(self.box.value)

    def show_answer(self, found: "Answer", size: int) -> None:
        """Say how many of `size` sessions there are, by which filters, and how it was understood.

        What is told under the box are the mistakes first.
        """
        self._empty = not found.listing.rows
        self._instead = found.instead
        self.show_found(found.in_words(size))
        if found.mistakes:
            self._below().say_wrong(found.mistakes[0].error, len(found.mistakes) - 1)
        elif (said := _said(found)) or self._told is not None:
            self._below().say(said)
        self._place()

    def show_chips(self, shown: "tuple[Chip, ...]") -> bool:
        """Show what narrows the list below; return whether keys have nothing more to do there."""
        if self.chips is None and not shown:
            return False
        return self._chip_line().show(shown)

    def show_found(self, found: str) -> None:
        """Say how many sessions there are, and by which filters."""
        self._found = found
        self._fit(found)

    def show_searching(self) -> None:
        """Say that the answer takes a while; what was found before stays."""
        self._fit(f"searching … {self._found}")

    def _fit(self, said: str) -> None:
        """Show as much as leaves the box room for what is typed, and the number in any case.

        It keeps the width it had while the box can spare it: nothing has to be laid out then.
        """
        room = self.size.width - _AROUND - cell_len(self.box.value)
        if self.size.width:
            said = shortened(said, max(room, self.size.width // 3))
        shown = self.query_one("#found", Static)
        width = shown.content_size.width
        if cell_len(said) <= width <= room:
            said = " " * (width - cell_len(said)) + said
        if str(shown.content) != said:
            shown.update(Content(said), layout=cell_len(said) != width)

    def on_resize(self) -> None:
        """Fit the other width."""
        self._fit(self._found)

    def tell_wrong(self, error: ValueError) -> None:
        """Say what is wrong with a text that means nothing at all; what was found before stays."""
        self._fit(f"before: {self._found}")
        self._below().say_wrong(error)

    @property
    def wrong(self) -> bool:
        """Whether what was typed last is a mistake."""
        return bool(self.told_wrong)

    @property
    def told_wrong(self) -> str:
        """What is wrong with what was typed last; empty where nothing is."""
        return str(self._told.error or "") if self._told is not None else ""

    def _below(self) -> "Told":
        if self._told is None:
            from summit_tui.tui.widgets.told import Told

            self._told = Told(self.box)
            self.screen.mount(self._told, after=self)
        return self._told

    def _chip_line(self) -> "ChipLine":
        if self.chips is None:
            from summit_tui.tui.widgets.chips import ChipLine

            self.chips = ChipLine(id="chips")
            self.screen.mount(self.chips, before="#columns")
        return self.chips

    @property
    def _typing(self) -> bool:
        """Whether what is offered could be taken; the focus may be elsewhere by now."""
        return self.screen.is_current and self.screen.focused is self.box

    def _ask(self) -> None:
        """Ask what could stand at the cursor, where a field or a saved search is begun."""
        box, begun = self.box, any(sign in self.box.value for sign in ":=<>@")
        if box.value == box.put or not begun or not self._typing:
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
        if not self._typing:
            offers = None
        if self._told is not None and offers is not None and not offers.whole:
            self._told.offering(offers.start, offers.end, offers.field)
        elif self._told is not None:
            self._told.offering(0, 0, "")
        if self._list is None and offers is None:
            return
        self._offer_list().show(offers)
        self._place()

    def _offer_list(self) -> "OfferList":
        if self._list is None:
            from summit_tui.tui.widgets.offer_list import OfferList

            self._list = OfferList(self.box)
            self.screen.mount(self._list)
        return self._list

    def _place(self) -> None:
        """Put what is offered under its place in the text, below what is told."""
        if self._list is None or self._list.offers is None:
            return
        before = self.box.value[: self._list.offers.start]
        column = self.box.region.x + cell_len(before) - int(self.box.scroll_x)
        told = self._told.lines if self._told is not None else 0
        self._list.styles.offset = Offset(max(column - 2, 0), self.region.bottom + told)

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
            if shown.chosen is not None or not shown.offers.whole:
                self.box.show(*shown.offers.taken(self.box.value, shown.chosen or 0))
                self.close()
                return True
        if chosen:
            return False
        if self._told is not None and self._told.suggestion:
            self.box.show(*self._told.corrected())
        elif self._instead:
            self.box.show(self._instead)
        else:
            return False
        return True

    def close(self) -> bool:
        """Offer nothing any more; return whether anything was."""
        was = self._list is not None and self._list.offers is not None
        self.offer(None)
        return was


def _said(found: "Answer") -> str:
    """Return what is told of how the text was read, and what may have been meant instead."""
    if found.expected:
        return found.expected
    said = understood(found.listing)
    return f"{said} · tab makes it {found.instead}" if said and found.instead else said
