"""The programme: facets, the sessions by time slot, and the one under the cursor in full.

The screen owns the view (what was typed, what was chosen) and shows the listing that follows from
it. A query that means nothing is told under the box, and the last good listing stays.
"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from summit_tui.catalogue.model import Session
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.history import History
from summit_tui.tui.keys import bindings
from summit_tui.tui.layout import row_of_now
from summit_tui.tui.screens.selecting import SelectingScreen
from summit_tui.tui.searching import Answer, answer
from summit_tui.tui.state import View
from summit_tui.tui.widgets.chips import ChipLine, chips
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.widgets.head import HeadLine
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.programme_list import ProgrammeList
from summit_tui.tui.widgets.search_box import SearchBox
from summit_tui.tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from summit_tui.search.evidence import Evidence


class ProgrammeScreen(SelectingScreen):
    """Where one finds sessions."""

    PLACE = "programme"
    BINDINGS: ClassVar[list[BindingType]] = bindings("programme")
    AUTO_FOCUS = "#sessions"

    def __init__(
        self, programme: Programme, view: View | None = None, searches: Iterable[str] = ()
    ) -> None:
        super().__init__(programme)
        self.view = view or View()
        self.history = History(searches)
        self.answer: Answer | None = None
        """The last good one; it stays while what is typed means nothing, or is searched for."""
        self._at_best: int | None = None
        """The row that was gone to as the best, or next best, while the cursor is on it."""

    def compose(self) -> ComposeResult:
        """Yield head, search, chips, the three columns, foot."""
        self.fit_width()
        size = self.programme.index.size
        found = words.found(size, size, words.filters(self.view, self.programme.catalogue.scale))
        yield HeadLine()
        yield SearchLine(self.view, self.history, found, self._search)
        with Horizontal(id="columns"):
            yield FacetList(id="facets")
            yield ProgrammeList(self.programme, id="sessions")
        yield KeyBar(self.PLACE, len(self.programme.levels))

    def on_mount(self) -> None:
        """Show everything, with the cursor on what is on or comes next."""
        self._show(answer(self.programme, self.view, self.context), self._row_of_now(), on_top=True)

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

    # -- listing ---------------------------------------------------------------------------------

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
            lambda found: self._show(found, row, to_best=to_best),
            self._keep,
            slow=self.line.show_searching,
        )

    def _show(
        self, found: Answer, row: int | None, *, to_best: bool = False, on_top: bool = False
    ) -> None:
        listing = found.listing
        self.answer = found
        self.list.remove_class("-before")
        if to_best and listing.best is not None:
            row = listing.best
        self.list.now = self.context.now
        self.list.emptiness = found.emptiness.said if found.emptiness else ""
        self.list.evidence = listing.evidence
        self.list.show(listing.rows, self.picks, row, on_top=on_top)
        self.query_one(FacetList).show(found)
        self._show_chips(found)
        self.line.show_answer(found, self.programme.index.size)

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

    def _row_of_now(self) -> int | None:
        """Return the first row of what one can go to now; None when the event is not running."""
        index = self.programme.index
        return row_of_now(index.starts, index.ends, int(self.context.now.timestamp()))

    # -- messages --------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        """Search as it is typed."""
        self.look_at(self.view.typed(text))

    def on_chip_line_pressed(self, message: ChipLine.Pressed) -> None:
        """Take a restriction back, or tick a value."""
        chip = message.chip
        if chip.restriction is not None:
            self._change_to(chip.restriction.taken_from(self.view))
        else:
            self._toggle(chip.facet, chip.value)

    def _toggle(self, facet: str, value: Any) -> None:
        """Choose a facet's value, or no longer: in the text, where that is what chooses it."""
        if self.answer is not None and self.answer.written:
            from summit_tui.tui.written import toggled

            self._change_to(toggled(self.view, self.answer.written, facet, value))
        else:
            self.look_at(self.view.toggled(facet, value))

    def _change_to(self, view: View) -> None:
        """Look at `view`, whose text then stands in the box."""
        if view.text != self.view.text:
            self.line.box.show(view.text)
        else:
            self.look_at(view)

    def action_leave_search(self) -> None:
        """Go from the box to the sessions."""
        self.set_focus(self.list)

    def on_facet_list_toggled(self, message: FacetList.Toggled) -> None:
        """Choose a facet's value, or no longer."""
        self._toggle(message.facet, message.value)

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

    # -- keys ------------------------------------------------------------------------------------

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

    def action_level(self, digit: str) -> None:
        """Show the level of that rank, or no longer."""
        levels = self.programme.levels
        if int(digit) <= len(levels):
            self._toggle("level", levels[int(digit) - 1].value)
        else:
            there = words.counted(len(levels), "level") if levels else "no levels"
            self.summit.say(f"This programme has {there}.")

    def action_all_levels(self) -> None:
        """Show every level."""
        self.look_at(self.view.choosing("level", frozenset()))

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

    def action_remove(self) -> None:
        """Remove the pick; in an empty list, take back the filter that hides most."""
        emptiness = self.answer.emptiness if self.answer else None
        if emptiness is None:
            super().action_remove()
        elif emptiness.way_out is not None:
            self._change_to(emptiness.way_out.taken_from(self.view))

    async def action_next_part(self) -> None:
        """Take what an empty list suggests, or go to the next part of the screen."""
        emptiness = self.answer.emptiness if self.answer else None
        if self.focused is self.list and emptiness is not None and emptiness.suggestion:
            self.line.box.show(emptiness.suggestion)
        else:
            await super().action_next_part()

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
