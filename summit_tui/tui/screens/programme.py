"""The programme: facets, the sessions by time slot, and the one under the cursor in full.

The screen owns the view (what was typed, what was chosen) and shows the listing that follows from
it. A query that means nothing is told under the box, and the last good listing stays.
"""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from summit_tui.catalogue.model import Session
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.emptiness import why_nothing
from summit_tui.tui.keys import bindings
from summit_tui.tui.layout import row_of_now
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.state import Listing, View, list_sessions
from summit_tui.tui.widgets.chips import ChipLine
from summit_tui.tui.widgets.facet_list import FacetList
from summit_tui.tui.widgets.head import HeadLine
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.programme_list import ProgrammeList
from summit_tui.tui.widgets.search_box import SearchBox


class ProgrammeScreen(SessionScreen):
    """Where one finds sessions."""

    PLACE = "programme"
    BINDINGS: ClassVar[list[BindingType]] = bindings("programme")
    AUTO_FOCUS = "#sessions"

    def __init__(self, programme: Programme, view: View | None = None) -> None:
        super().__init__(programme)
        self.view = view or View()
        self.listing: Listing | None = None

    def compose(self) -> ComposeResult:
        """Yield head, search, chips, the three columns, foot."""
        self.fit_width()
        yield HeadLine()
        with Horizontal(id="search"):
            yield Static(" / ", id="slash", markup=False)
            yield SearchBox(self.view.text, id="box")
            yield Static(self._found_text(), id="found")
        with Horizontal(id="columns"):
            yield FacetList(id="facets")
            yield ProgrammeList(self.programme, id="sessions")
        yield KeyBar(self.PLACE)

    def on_mount(self) -> None:
        """Show everything, with the cursor on what is on or comes next."""
        self.list_anew(self._row_of_now(), on_top=True)

    @property
    def list(self) -> ProgrammeList:
        """The sessions."""
        return self.query_one(ProgrammeList)

    @property
    def session(self) -> Session | None:
        """The session under the cursor."""
        return self.list.session

    # -- listing ---------------------------------------------------------------------------------

    def look_at(self, view: View) -> None:
        """Show `view`, with the cursor on the session it was on, or on the best answer."""
        typed = view.text != self.view.text
        self.view = view
        self.list_anew(self.list.row, to_best=typed)

    def list_anew(self, row: int | None, *, to_best: bool = False, on_top: bool = False) -> None:
        """List what the view shows, with the cursor on `row` or close to it."""
        wrong = None
        try:
            listing = list_sessions(self.programme, self.view, self.context)
        except ValueError as error:  # a QueryError, whose module the first frame does without
            if self.listing is not None:
                self._tell_error(error)
                return
            wrong, listing = error, list_sessions(self.programme, View(), self.context)
        self.listing = listing
        if to_best and listing.best is not None:
            row = listing.best
        self.list.now = self.context.now
        if not listing.rows:
            self.list.emptiness = why_nothing(self.programme, self.view, self.context)
        self.list.show(listing.rows, self.picks, row, on_top=on_top)
        self.query_one(FacetList).show(self.view, listing)
        self._show_chips(listing)
        self._tell_found(listing)
        if wrong is not None:
            self._tell_error(wrong)

    def _show_chips(self, listing: Listing) -> None:
        """Show the facets as chips where there is no column of them."""
        found = self.query(ChipLine)
        if self.has_class("-wide"):
            found.remove()
            return
        chips = found.first() if found else ChipLine(id="chips")
        if not found:
            self.mount(chips, before="#columns")
        chips.show(self.view, listing)

    def on_resize(self) -> None:
        """Fold the facets into chips, or unfold them."""
        if self.listing is not None:
            self.call_after_refresh(self._show_chips, self.listing)

    def show_picks(self) -> None:
        """Show the marks and clashes of the agenda as it is now."""
        if "is:" in self.view.text or "free:" in self.view.text:
            self.list_anew(self.list.row)
        elif self.listing is not None:
            self.list.show(self.listing.rows, self.picks, self.list.row)
        self.show_detail()

    def tick(self) -> None:
        """Show the time, and what it has brought nearer."""
        super().tick()
        self.list.now = self.context.now
        self.list.redraw()

    def _row_of_now(self) -> int | None:
        """Return the first row of what one can go to now; None when the event is not running."""
        index = self.programme.index
        return row_of_now(index.starts, index.ends, int(self.context.now.timestamp()))

    def _found_text(self) -> Content:
        """Return how many sessions there are, and by which filters, in words."""
        size = self.programme.index.size
        parts = [f"{len(self.listing.rows) if self.listing else size} of {size}"]
        return Content(" · ".join(parts + words.filters(self.view, self.programme.catalogue.scale)))

    # -- what is said ----------------------------------------------------------------------------

    def _tell_found(self, listing: Listing) -> None:
        self.query_one("#found", Static).update(self._found_text())
        said = words.readings(listing.readings)
        if listing.relaxed:
            said = "; ".join(part for part in ("no session has all the words", said) if part)
        self._tell(said)

    def _tell_error(self, error: ValueError) -> None:
        start, end = getattr(error, "start", 0), getattr(error, "end", 0)
        marks = " " * start + "^" * (end - start)
        self._tell(f"{marks} {error}" if marks.strip() else str(error), wrong=True)

    def _tell(self, said: str, *, wrong: bool = False) -> None:
        for told in self.query("#told").results(Static):
            told.update(Content(said))
            told.display = bool(said)
            told.set_class(wrong, "-wrong")
            break
        else:
            if said:
                told = Static(Content(said), id="told", classes="-wrong" if wrong else "")
                self.mount(told, after="#search")
        self.query_one(SearchBox).set_class(wrong, "-wrong")

    # -- messages --------------------------------------------------------------------------------

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search as it is typed."""
        if message.value != self.view.text:
            self.look_at(self.view.typed(message.value))

    def action_leave_search(self) -> None:
        """Go from the box to the sessions."""
        self.set_focus(self.list)

    def on_facet_list_toggled(self, message: FacetList.Toggled) -> None:
        """Choose a facet's value, or no longer."""
        self.look_at(self.view.toggled(message.facet, message.value))

    def on_entry_list_cursor_moved(self, message: ProgrammeList.CursorMoved) -> None:
        """Show the session the cursor came to."""
        if message.control is self.list:
            self.show_detail()

    def on_entry_list_chosen(self, message: ProgrammeList.Chosen) -> None:
        """Read the session."""
        if message.control is self.list:
            self.read()

    def on_entry_list_mark_clicked(self, message: ProgrammeList.MarkClicked) -> None:
        """Pick the session whose mark was clicked."""
        if message.control is self.list:
            self.action_pick()

    def on_key(self, event: events.Key) -> None:
        """Begin a search with a letter that means nothing else."""
        letter = event.character
        if event.key in self.active_bindings or self.focused is not self.list:
            return
        if letter and letter.isalpha() and event.is_printable:
            event.stop()
            box = self.query_one(SearchBox)
            self.set_focus(box)
            box.insert_text_at_cursor(letter)

    # -- keys ------------------------------------------------------------------------------------

    def search_for(self, text: str | None) -> None:
        """Go to the search box, with `text` in it if given."""
        box = self.query_one(SearchBox)
        if text is not None:
            box.value = text
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
            self.view = View()
            self.query_one(SearchBox).value = ""
            self.list_anew(row)
        self._close_sides()
        self.list.cursor = self.list.place_of(row)
        self.set_focus(self.list)

    def action_search(self) -> None:
        """Go to the search box."""
        self.search_for(None)

    def action_filter(self) -> None:
        """Go to the facets, which may be folded away."""
        self.add_class("-filtering")
        self.set_focus(self.query_one(FacetList))

    def action_level(self, digit: str) -> None:
        """Show the level of that rank, or no longer."""
        levels = self.programme.catalogue.scale.levels
        if int(digit) <= len(levels):
            self.look_at(self.view.toggled("level", levels[int(digit) - 1].value))

    def action_all_levels(self) -> None:
        """Show every level."""
        self.look_at(self.view.choosing("level", frozenset()))

    def action_next_day(self) -> None:
        """Go to the next day, or choose it where days are chosen."""
        days = self.programme.index.facets.values("day")
        chosen = sorted(self.view.of("day"))
        if chosen and days:
            following = (
                days[(days.index(chosen[-1]) + 1) % len(days)] if chosen[-1] in days else days[0]
            )
            self.look_at(self.view.choosing("day", frozenset((following,))))
        elif len(self.list.rows):
            entry = self.list.next_day()
            self.list.cursor = 0 if entry is None else entry

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
        elif self.view.text:
            self.query_one(SearchBox).value = ""
        elif self.view.chosen:
            self.look_at(View())

    def _close_sides(self) -> bool:
        opened = any(self.has_class(name) for name in ("-reading", "-filtering"))
        self.remove_class("-reading", "-filtering")
        return opened
