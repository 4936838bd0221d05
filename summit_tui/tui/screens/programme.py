"""The programme: facets, the sessions by time slot, and the one under the cursor in full.

How one moves in it: into the box and the facets, and to a session, a day, the best answer, now.
What is listed is `listing`'s concern.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.keys import bindings
from summit_tui.tui.layout import row_of_now
from summit_tui.tui.screens.listing import ListingScreen
from summit_tui.tui.search_keys import examples
from summit_tui.tui.searching import answer
from summit_tui.tui.state import View
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.widgets.head import HeadLine
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.programme_list import ProgrammeList
from summit_tui.tui.widgets.search_box import SearchBox
from summit_tui.tui.widgets.search_line import SearchLine
from summit_tui.tui.widgets.settled import Columns


class ProgrammeScreen(ListingScreen):
    """Where one finds sessions."""

    PLACE = "programme"
    BINDINGS: ClassVar[list[BindingType]] = bindings("programme")
    AUTO_FOCUS = "#sessions"

    def __init__(
        self,
        programme: Programme,
        view: View | None = None,
        searches: Iterable[str] = (),
        session: str = "",
    ) -> None:
        super().__init__(programme, view or View(), searches)
        self._left_at = session
        """The id of the session that the cursor was on when one left."""
        self._at_best: int | None = None
        """The row that was gone to as the best, or next best, while the cursor is on it."""

    def compose(self) -> ComposeResult:
        """Yield head, search, chips, the three columns, foot."""
        self.fit_size()
        size = self.programme.index.size
        found = words.found(size, size, words.filters(self.view, self.programme.catalogue.scale))
        yield HeadLine()
        values = self.programme.index.facets.values
        typed = examples(values("level"), values("day"))
        yield SearchLine(self.view, self.history, found, self._search, typed)
        with Columns(id="columns"):
            yield FacetList(id="facets")
            yield ProgrammeList(self.programme, id="sessions")
        yield KeyBar(self.PLACE, len(self.programme.levels))

    def on_mount(self) -> None:
        """Show everything, with the cursor on what is on or comes next, else where it was."""
        found = answer(self.programme, self.view, self.context)
        row = self._row_of_now()
        if row is None:
            row = self.programme.catalogue.sessions.row(self._left_at)
        self.show_answer(found, row, on_top=True)

    async def complete(self) -> None:
        """Add the detail, and what hangs below the search box, where they are not there yet."""
        with self.app.batch_update():  # painted once
            if self.query_one("#columns").is_attached:
                self.line.complete()
            await super().complete()

    def _row_of_now(self) -> int | None:
        """Return the first row of what one can go to now; None when the event is not running."""
        index = self.programme.index
        return row_of_now(index.starts, index.ends, int(self.context.now.timestamp()))

    def _search(self, text: str) -> None:
        """Search as it is typed."""
        self.look_at(self.view.typed(text))

    def action_leave_search(self) -> None:
        """Go from the box to the sessions."""
        self.set_focus(self.list)

    def on_entry_list_cursor_moved(self, message: ProgrammeList.CursorMoved) -> None:
        """Say no longer which of the best it was that the cursor left."""
        if message.control is not self.list or self.answer is None:
            return
        if self._at_best is not None and self.list.row != self._at_best:
            self._at_best = None
            self.line.show_found(self.answer.in_words(self.programme.index.size))

    def on_entry_list_mark_clicked(self, message: ProgrammeList.MarkClicked) -> None:
        """Pick the session whose mark was clicked."""
        if message.control is self.list:
            self.action_pick()

    def begin_text(self) -> SearchBox:
        """Go to the box, ready for what is typed in the list."""
        self.set_focus(self.line.box)
        self.line.box.type_ahead()
        return self.line.box

    def on_screen_suspend(self) -> None:
        """Offer nothing over what is shown instead."""
        self.line.close()

    def search_for(self, text: str | None) -> None:
        """Go to the search box, with `text` in it if given."""
        box = self.line.box
        if text is not None:
            box.show(text)
            self.set_focus(self.list)
        else:
            self._close_sides()
            self.set_focus(box)

    def go_to(self, session_id: str) -> None:
        """Put the cursor on a session, without filters where they hide it."""
        row = self.programme.catalogue.sessions.row(session_id)
        if row is None:
            return
        if row not in self.list.rows:
            self.view = self.line.view = View()
            self.line.box.show("")
            self.list_anew(row)
        self._close_sides()
        self.list.cursor = self.list.place_of(row)
        self.set_focus(self.list)

    async def action_search(self) -> None:
        """Go to the search box."""
        self.search_for(None)

    def action_filter(self) -> None:
        """Go to the facets, which may be folded away."""
        self.add_class("-filtering")
        self.set_focus(self.query_one(FacetList))

    def action_chips(self) -> None:
        """Go to what narrows the list."""
        if self.line.chips is not None and self.line.chips.chips:
            self.set_focus(self.line.chips)
        else:
            self.summit.say("No filters are in use.")

    def action_save_search(self) -> None:
        """Ask for a name to save the search under."""
        from summit_tui.tui.screens.searches import SavedSearches
        from summit_tui.tui.typed import as_text

        wrong = self.line.told_wrong
        self.app.push_screen(SavedSearches(as_text(self.view), self.search_for, wrong))

    def action_next_day(self) -> None:
        """Go to the next day, or choose it where days are chosen."""
        days = self.programme.index.facets.values("day")
        if self.view.of("day") and days:
            self.look_at(self.view.next_day(days))
        elif len(self.list.rows):
            entry = self.list.next_day()
            self.list.bring_up(0 if entry is None else entry)

    def action_best(self, direction: int) -> None:
        """Go to the next best answer, or back to a better one; around the ends."""
        ranked = self.answer.listing.by_relevance() if self.answer else []
        if self.answer is None or not ranked:
            self.summit.say("Search for words first: then some sessions answer better than others.")
            return
        at = ranked.index(self.list.row) if self.list.row in ranked else -direction
        place = (at + direction) % len(ranked)
        self.list.cursor = self.list.place_of(ranked[place])
        best = f"best {place + 1} of {len(ranked)}"
        self.line.show_found(self.answer.in_words(self.programme.index.size, best))
        self._at_best = ranked[place]

    def action_paste(self) -> None:
        """Paste into the search box."""
        self.begin_text().action_paste()

    def action_now(self) -> None:
        """Go to what is on now, or comes next."""
        row = self._row_of_now()
        if row is None:
            self.summit.say("The event is not running now.")
        else:
            self.list.bring_up(self.list.place_of(row))

    async def action_back(self) -> None:
        """Go one step back: the column, then the words, then the filters."""
        if self._close_sides() or self.focused is not self.list:
            self.set_focus(self.list)
        elif self.let_go():
            return
        elif self.view.text:
            self.line.box.show("")
        elif self.view.chosen:
            self.look_at(View())

    def _close_sides(self) -> bool:
        opened = any(self.has_class(name) for name in ("-reading", "-filtering"))
        self.remove_class("-reading", "-filtering")
        return opened
