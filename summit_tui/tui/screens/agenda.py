"""My agenda: what I picked in time order, what clashes, and where time is free."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from summit_tui.agenda.report import first_ahead
from summit_tui.catalogue import clock
from summit_tui.catalogue.model import Session
from summit_tui.tui.keys import bindings
from summit_tui.tui.screens.selecting import SelectingScreen
from summit_tui.tui.widgets.agenda_list import AgendaList
from summit_tui.tui.widgets.head import HeadLine
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.settled import Columns

if TYPE_CHECKING:
    from summit_tui.agenda.change import Picked as Subject


class AgendaScreen(SelectingScreen):
    """Where one looks at the day."""

    PLACE = "agenda"
    BINDINGS: ClassVar[list[BindingType]] = bindings("agenda")
    AUTO_FOCUS = "#sessions"

    def compose(self) -> ComposeResult:
        """Yield head, picks, foot; the detail comes later."""
        self.fit_size()
        yield HeadLine()
        with Columns(id="columns"):
            yield AgendaList(self.programme.catalogue, id="sessions")
        yield KeyBar(self.PLACE)

    def on_mount(self) -> None:
        """Show the picks, with the cursor on what comes next."""
        self.show_picks()
        self.action_now()

    @property
    def list(self) -> AgendaList:
        """The picks."""
        return self.query_one(AgendaList)

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None where the programme no longer has it."""
        item = self.list.item
        return None if item is None else item.session

    @property
    def subject(self) -> "Subject | None":
        """The session under the cursor, or its pick where the session is gone."""
        item = self.list.item
        return None if item is None else item.session or item.pick

    @property
    def listed_ids(self) -> Sequence[str]:
        """The ids of all picks."""
        return [item.id for item in self.list.items]

    def show_picks(self) -> None:
        """Show the agenda as it is now."""
        item = self.list.item
        self.list.show(self.picks, item.id if item else None)
        self.show_detail()

    def on_entry_list_mark_clicked(self) -> None:
        """Want the session more or less, by a click on its mark."""
        self.action_want()

    def action_next_day(self) -> None:
        """Go to the next day."""
        if self.list.items:
            self.list.cursor = self.list.next_day()

    def action_now(self) -> None:
        """Go to what is on now, or comes next."""
        now = clock.now(self.programme.catalogue.event.zone)
        self.list.cursor = first_ahead(self.list.items, now)
