"""Now: what is on, where I must be next and when to leave, and whether I was where I meant to be.

What has ended is offered once and gently: nothing pops up, and nothing is asked of whom it bothers
not. What else is on follows the filters of the programme.
"""

from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from summit_tui.agenda.now import current
from summit_tui.catalogue.here import on_both_clocks
from summit_tui.catalogue.model import Session
from summit_tui.search.facets import rows_of
from summit_tui.search.index import NEVER
from summit_tui.search.programme import Programme
from summit_tui.tui.emptiness import NO_SESSIONS
from summit_tui.tui.keys import bindings
from summit_tui.tui.screens.selecting import SelectingScreen
from summit_tui.tui.standing import ENDED, entries, why_nothing
from summit_tui.tui.state import matching
from summit_tui.tui.widgets.head import HeadLine, Said
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.now_list import NowList
from summit_tui.tui.widgets.settled import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summit_tui.agenda.change import Picked as Subject

_TOGETHER = 15 * 60
"""Seconds after the next start in which one still chooses between what begins."""


class NowScreen(SelectingScreen):
    """Where one looks on the way."""

    PLACE = "moment"
    BINDINGS: ClassVar[list[BindingType]] = bindings("moment")
    AUTO_FOCUS = "#sessions"

    def __init__(self, programme: Programme) -> None:
        super().__init__(programme)
        self._asked: set[str] = set()
        """Of what I spoke since I came here: it stays, so that the key can say no as well."""
        self._away = False
        """Whether another screen was shown since."""

    def compose(self) -> ComposeResult:
        """Yield head, entries, foot; the detail comes later."""
        self.fit_size()
        yield HeadLine()
        with Columns(id="columns"):
            yield NowList(id="sessions")
        yield KeyBar(self.PLACE)

    @property
    def list(self) -> NowList:
        """What is on, comes and has ended."""
        return self.query_one(NowList)

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None for what the programme does not have."""
        entry = self.list.entry
        return self.programme.catalogue.get(entry.id) if entry else None

    @property
    def subject(self) -> "Subject | None":
        """The session under the cursor, or its pick where the session is gone."""
        entry = self.list.entry
        return self.session or (entry.item.pick if entry and entry.item else None)

    @property
    def listed_ids(self) -> "Iterable[str]":
        """The ids of what has ended, to be spoken of at once: the rest is only looked at here."""
        return [entry.id for entry in self.list.entries if entry.heading == ENDED]

    def clock_words(self, now: datetime) -> Said:
        """Return the time there, and here as well where that is another."""
        both = on_both_clocks(now, self.programme.catalogue.event.timezone)
        return both, *super().clock_words(now)

    def on_screen_resume(self) -> None:
        """Show how things stand as one comes here, from the top where the cursor allows it."""
        self.show_now()
        if self._away:
            self._away = False
            self.list.show_top()

    def on_screen_suspend(self) -> None:
        """Forget what I spoke of as one leaves, but not for what is only laid over this screen.

        A note or a rating is about what one spoke of just before: it must not go meanwhile.
        """
        if self.summit.navigation.screen is not self:
            self._asked.clear()
            self._away = True

    def show_now(self) -> None:
        """Show how things stand, where that has changed."""
        catalogue, picks, moment = self.programme.catalogue, self.picks, self.context.now
        now = current(catalogue, picks.agenda, picks.circumstances, moment)
        rows, at = self._filtered(), int(moment.timestamp())
        soon = self._soon(rows, at)
        shown = entries(now, picks, self._others(rows, at), self._asked, soon)
        if shown and shown == self.list.entries:
            return
        index = self.programme.index
        timed = [end for end in index.ends if end != NEVER]
        first, last = (index.starts[0], max(timed)) if timed else (None, None)
        self.list.emptiness = why_nothing(now, first, last) if index.size else NO_SESSIONS
        self.list.show(shown)

    def _filtered(self) -> "Sequence[int]":
        """Return the rows that the programme's filters leave, of whichever day."""
        view = self.summit.navigation.home.view.choosing("day", frozenset())
        everything = self.programme.index.facets.everything
        return rows_of(
            matching(self.programme, view, self.context) if view.narrowed else everything
        )

    def _others(self, rows: "Sequence[int]", moment: int) -> "Iterator[Session]":
        """Yield what is on of `rows`, what began last first."""
        starts, ends = self.programme.index.starts, self.programme.index.ends
        return self._of(row for row in reversed(rows) if starts[row] <= moment < ends[row])

    def _soon(self, rows: "Sequence[int]", moment: int) -> "Iterator[Session]":
        """Yield what begins next of `rows`, and what does within a quarter of an hour of it."""
        starts, sessions = self.programme.index.starts, self.programme.catalogue.sessions
        coming = (row for row in rows if moment < starts[row] != NEVER)
        in_order = sorted(coming, key=starts.__getitem__)
        first = next((row for row in in_order if not sessions[row].cancelled), None)
        if first is not None:
            last = starts[first] + _TOGETHER
            yield from self._of(takewhile(lambda row: starts[row] <= last, in_order))

    def _of(self, rows: "Iterable[int]") -> "Iterator[Session]":
        sessions = (self.programme.catalogue.sessions[row] for row in rows)
        return (session for session in sessions if not session.cancelled)

    def show_picks(self) -> None:
        """Show what the agenda has changed."""
        self.show_now()
        self.show_detail()

    def tick(self) -> None:
        """Show what the time has changed."""
        super().tick()
        self.show_now()

    def on_entry_list_mark_clicked(self) -> None:
        """Want the session more or less, by a click on its mark."""
        self.action_want()

    def action_attended(self) -> None:
        """Say that I was there; it stays here, so that the key can take that back."""
        self._stay()
        super().action_attended()

    def action_rate(self) -> None:
        """Ask how good it was; it stays here, for the note that comes next."""
        self._stay()
        super().action_rate()

    def _stay(self) -> None:
        self._asked.update({each.id for each in self.subjects} & set(self.listed_ids))

    def action_next_day(self) -> None:
        """Go to the next section: here is but one day."""
        if self.list.entries:
            self.list.cursor = self.list.next_section()

    def action_now(self) -> None:
        """Go to what is on, or comes next."""
        self.list.cursor = 0
