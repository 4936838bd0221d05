"""A main screen whose list follows from a view of the programme: what was typed, what was chosen.

It owns the view. Chips, facets and levels change it, and so does an empty list that knows a way
out. A query that means nothing is told under the box, and the last good listing stays.
"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.search.programme import Programme
from summit_tui.tui.history import History
from summit_tui.tui.screens.selecting import SelectingScreen
from summit_tui.tui.searching import Answer, answer
from summit_tui.tui.state import View
from summit_tui.tui.widgets.chips import ChipLine, chips
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.widgets.programme_list import ProgrammeList
from summit_tui.tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from summit_tui.search.evidence import Evidence


class ListingScreen(SelectingScreen):
    """A screen with a `SearchLine`, a `FacetList` and a `ProgrammeList`, which its view fills."""

    def __init__(self, programme: Programme, view: View, searches: Iterable[str]) -> None:
        super().__init__(programme)
        self.view = view
        self.history = History(searches)
        self.answer: Answer | None = None
        """The last good one; it stays while what is typed means nothing, or is searched for."""
        self._led: tuple[int | None, int | None] = (None, None)
        """The row that words led to, and the one where the cursor was of its own."""

    @property
    def line(self) -> SearchLine:
        """The search box and what belongs to it."""
        return self.query_one(SearchLine)

    @property
    def list(self) -> ProgrammeList:
        """The sessions."""
        return self.query_one(ProgrammeList)

    @property
    def session(self) -> Session | None:
        """The session under the cursor."""
        return self.list.session

    @property
    def listed_ids(self) -> Iterable[str]:
        """The ids of the sessions that are listed."""
        return (self.programme.catalogue.sessions[row].id for row in self.list.rows)

    @property
    def evidence(self) -> "Evidence | None":
        """What the sessions were found by."""
        return self.answer.listing.evidence if self.answer else None

    def show_news(self) -> None:
        """Mark what has come since the last look."""
        super().show_news()
        self.list.news = self.summit.news.marks if self.summit.news else {}
        self.list.redraw()

    def look_at(self, view: View) -> None:
        """Show `view`, with the cursor on the session it was on, or on the best answer."""
        typed = view.text != self.view.text
        self.view = view
        self.list_anew(self.list.row, to_best=typed)

    def list_anew(self, row: int | None, *, to_best: bool = False) -> None:
        """List what the view shows, with the cursor on `row`; a mistake is told, the list stays."""
        self.line.view = self.view
        self.summit.searcher.ask(
            self,
            partial(answer, self.programme, self.view, self.context),
            lambda found: self.show_answer(found, row, to_best=to_best),
            self._keep,
            slow=self.line.show_searching,
        )

    def show_answer(
        self, found: Answer, row: int | None, *, to_best: bool = False, on_top: bool = False
    ) -> None:
        """List what was `found`, with the cursor on `row`, or `to_best` of it where there is one.

        `on_top` has that row stand first in sight.
        """
        listing = found.listing
        self.answer = found
        self.list.remove_class("-before")
        row = self._row_for(listing.best, row, typed=to_best)
        self.list.now = self.context.now
        self.list.emptiness = found.emptiness.said if found.emptiness else ""
        self.list.evidence = listing.evidence
        self.list.show(listing.rows, self.picks, row, on_top=on_top)
        self.query_one(FacetList).show(found)
        self._show_chips(found)
        self.line.show_answer(found, self.programme.index.size)

    def _row_for(self, best: int | None, row: int | None, *, typed: bool) -> int | None:
        """Return where the cursor goes from `row`, None where the list was empty.

        What turns out to be a filter, or in nothing at all, has no best answer: letters of it that
        were words, as `free` of `free:me` was, have led nowhere then. Who takes back what was typed
        stays at what it found.
        """
        led, own = self._led
        if row is not None and (row != led or not typed):
            own = row
        self._led = best if typed else None, own
        if typed and best is not None:
            return best
        return own if row is None or (typed and self.view.text.strip()) else row

    def _keep(self, error: ValueError) -> None:
        """Keep the list as it was, for a text that means nothing at all."""
        self.list.add_class("-before")
        self.line.tell_wrong(error)

    def _show_chips(self, found: Answer) -> None:
        """Show what narrows the list; and the facets where there is no column of them."""
        if self.line.show_chips(chips(found, folded=not self.has_class("-wide"))):
            self.set_focus(self.list)

    def on_resize(self) -> None:
        """Fold the facets into chips, or unfold them."""
        if self.answer is not None:
            self.call_after_refresh(self._show_chips, self.answer)

    def show_picks(self) -> None:
        """Show the marks and clashes of the agenda as it is now."""
        if self.follows_agenda:
            self.list_anew(self.list.row)
        elif self.answer is not None:
            self.list.show(self.answer.listing.rows, self.picks, self.list.row)
        self.show_detail()

    @property
    def follows_agenda(self) -> bool:
        """Whether what is listed depends on what is picked."""
        if not self.view.text.strip():
            return False
        from summit_tui.tui.typed import asks_about_us

        return asks_about_us(self.view.text)

    def tick(self) -> None:
        """Show the time, and what it has brought nearer."""
        super().tick()
        self.list.now = self.context.now
        self.list.redraw()

    def on_chip_line_pressed(self, message: ChipLine.Pressed) -> None:
        """Take a restriction back, or tick a value."""
        chip = message.chip
        if chip.restriction is not None:
            self.change_to(chip.restriction.taken_from(self.view))
        else:
            self.toggle(chip.facet, chip.value)

    def toggle(self, facet: str, value: Any) -> None:
        """Choose a facet's value, or no longer: in the text, where that is what chooses it."""
        if self.answer is not None and self.answer.written:
            from summit_tui.tui.written import toggled

            self.change_to(toggled(self.view, self.answer.written, facet, value))
        else:
            self.look_at(self.view.toggled(facet, value))

    def change_to(self, view: View) -> None:
        """Look at `view`, whose text then stands in the box."""
        if view.text != self.view.text:
            self.line.box.show(view.text)
        else:
            self.look_at(view)

    def on_facet_list_toggled(self, message: FacetList.Toggled) -> None:
        """Choose a facet's value, or no longer."""
        self.toggle(message.facet, message.value)

    def action_level(self, digit: str) -> None:
        """Show the level of that rank, or no longer."""
        levels = self.programme.levels
        if int(digit) <= len(levels):
            self.toggle("level", levels[int(digit) - 1].value)
        else:
            there = counted(len(levels), "level") if levels else "no levels"
            self.summit.say(f"This programme has {there}.")

    def action_all_levels(self) -> None:
        """Show every level."""
        self.look_at(self.view.choosing("level", frozenset()))

    def action_remove(self) -> None:
        """Remove the pick; in an empty list, take back the filter that hides most."""
        emptiness = self.answer.emptiness if self.answer else None
        if emptiness is None:
            super().action_remove()
        elif emptiness.way_out is not None:
            self.change_to(emptiness.way_out.taken_from(self.view))

    async def action_next_part(self) -> None:
        """Take what an empty list suggests, or go to the next part of the screen."""
        emptiness = self.answer.emptiness if self.answer else None
        if self.focused is self.list and emptiness is not None and emptiness.suggestion:
            self.line.box.show(emptiness.suggestion)
        else:
            await super().action_next_part()
