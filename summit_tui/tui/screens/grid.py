"""The programme as a grid: rooms across, time down, a day at a time.

What the programme's filters hide is not in the grid either, but for the days chosen there; how
many those are is said beside the days. The detail is shown when a session is read.
"""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.number_words import counted
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.day_sessions import Day, day_of, without_day
from summit_tui.tui.emptiness import NO_SESSIONS
from summit_tui.tui.keys import bindings
from summit_tui.tui.layout import row_of_now
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.state import View, matching
from summit_tui.tui.widgets.day_line import DayLine
from summit_tui.tui.widgets.head import HeadLine
from summit_tui.tui.widgets.key_bar import KeyBar
from summit_tui.tui.widgets.session_grid import SessionGrid
from summit_tui.tui.widgets.settled import Columns
from summit_tui.tui.widgets.under_cursor import UnderCursor

if TYPE_CHECKING:
    from textual.timer import Timer

    from summit_tui.search.facets import Rows


_REST_SECONDS = 0.1
"""How long after a day was laid out the next one is, for a key that goes there."""


class GridScreen(SessionScreen):
    """Where one sees what is on at the same time."""

    PLACE = "grid"
    BINDINGS: ClassVar[list[BindingType]] = bindings("grid")
    AUTO_FOCUS = "#sessions"

    def __init__(self, programme: Programme) -> None:
        super().__init__(programme)
        self.days: list[str] = programme.index.facets.values("day")
        self.at = 0
        """The number of the day that is shown."""
        self.day: Day | None = None
        self._within: Rows = 0
        """The rows that the filters of the programme leave."""
        self._days: dict[int, Day] = {}
        """The days that are laid out already, by number, while the filters stay as they are."""
        self._going_on: Timer | None = None
        """Lays out the others."""
        self._came_for: int | None = None
        """The row that was under the programme's cursor when one came from there."""

    def compose(self) -> ComposeResult:
        """Yield head, days, grid, two lines on the session, foot; the detail comes later."""
        self.fit_size()
        yield HeadLine()
        yield DayLine()
        with Columns(id="columns"):
            yield SessionGrid(self.programme, id="sessions")
        yield UnderCursor()
        yield KeyBar(self.PLACE, len(self.programme.levels))

    @property
    def grid(self) -> SessionGrid:
        """The sessions of the day."""
        return self.query_one(SessionGrid)

    @property
    def follows_agenda(self) -> bool:
        """Whether what is listed depends on what is picked."""
        return False

    @property
    def session(self) -> Session | None:
        """The session under the cursor."""
        row = self.grid.row
        return None if row is None else self.programme.catalogue.sessions[row]

    def on_screen_resume(self) -> None:
        """Follow the programme: its filters, and its cursor where that has moved."""
        row = self.summit.navigation.home.list.row
        if row is not None and row != self._came_for:
            self._came_for = row
            self._go_to_day_of(row)
            self.show_day(row)
        else:
            self.show_day(self.grid.row)

    @property
    def _view(self) -> View:
        """What the programme shows, on all days."""
        return self.summit.navigation.home.view.choosing("day", frozenset())

    def show_day(self, row: int | None) -> None:
        """Show the day, with the cursor on `row` if it has it."""
        view = self._view
        everything = self.programme.index.facets.everything
        within = matching(self.programme, view, self.context) if view.narrowed else everything
        if within != self._within:
            self._within = within
            self._days.clear()
        grid = self.grid
        grid.pass_time(self.context.now)
        if not self.days:
            self.day = None
            grid.explain(self._why_no_days())
        else:
            self.day = self._day_at(self.at)
            grid.explain("" if len(self.day.grid) else self._why_nothing())
            grid.show(self.day.grid, self.day.rooms, self.picks, row)
            self._lay_out_the_others()
        self._show_days()

    def _day_at(self, place: int) -> Day:
        if place not in self._days:
            self._days[place] = day_of(self.programme, self.days[place], self._within)
        return self._days[place]

    def _lay_out_the_others(self) -> None:
        """Lay out the days that one may go to, one by one: a large one takes its time."""
        if self._going_on is not None:
            self._going_on.stop()
        if len(self._days) < len(self.days):
            self._going_on = self.set_timer(_REST_SECONDS, self._lay_out_next)

    def _lay_out_next(self) -> None:
        following = (place % len(self.days) for place in range(self.at, self.at + len(self.days)))
        self._day_at(next(place for place in following if place not in self._days))
        self._lay_out_the_others()

    def _show_days(self) -> None:
        names = list(words.value_names("day", self.days).values())
        self.query_one(DayLine).show(names, self.at, " · ".join(self._said()))

    def _said(self) -> list[str]:
        """Return how much of the day is shown, by what, and what is on no day."""
        said = []
        if self.day is not None and self.day.hidden:
            shown, hidden = self.day.bits.bit_count(), self.day.hidden
            said.append(f"{shown} of {shown + hidden.bit_count()}")
            said += self._filters()
            mine = sum(hidden >> row & 1 for row in self.picks.wants)
            said += [f"{counted(mine, 'pick')} hidden"] * bool(mine)
        if self.days and (undated := without_day(self.programme).bit_count()):
            said.append(f"{undated} without a day yet")
        return said

    def _filters(self) -> list[str]:
        view = self._view
        text = [f"“{view.text.strip()}”"] if view.text.strip() else []
        return [*text, *words.filters(view, self.programme.catalogue.scale)]

    def _why_no_days(self) -> str:
        size = self.programme.index.size
        if not size:
            return NO_SESSIONS
        return f"No session has a day yet. P lists {'it' if size == 1 else f'all {size}'}."

    def _why_nothing(self) -> str:
        """Return what an empty day says: what hides it, and where there would be something."""
        name = words.full_day_name(date.fromisoformat(self.days[self.at]))
        lines = [f"Nothing on {name} with {', '.join(self._filters())}."]
        counts = self.programme.index.facets.counts("day", self._within)
        other = next((each for each in counts[self.at :] + counts[: self.at] if each[1]), None)
        if other is not None:
            there = words.full_day_name(date.fromisoformat(other[0]))
            lines.append(f"{other[1]} on {there}: d goes to the next day.")
        return "\n".join([*lines, "P goes to the programme, where escape takes filters back."])

    def show_picks(self) -> None:
        """Show the marks and clashes of the agenda as it is now."""
        self.show_day(self.grid.row)

    def show_detail(self) -> None:
        """Show the session under the cursor: in two lines, and in full where it is read."""
        self.query_one(UnderCursor).show(self.session, self.picks, self.grid.row)
        if self.has_class("-reading"):
            super().show_detail()

    async def go_to_detail(self) -> None:
        """Show the detail and go to it."""
        await super().go_to_detail()
        super().show_detail()

    def tick(self) -> None:
        """Show the time, and how far the day has come."""
        super().tick()
        self.grid.pass_time(self.context.now)

    def on_session_grid_cursor_moved(self) -> None:
        """Show the session the cursor came to."""
        self.show_detail()

    def on_session_grid_chosen(self) -> None:
        """Read the session."""
        self.read()

    def on_session_grid_mark_clicked(self) -> None:
        """Pick the session whose mark was clicked."""
        self.action_pick()

    def on_day_line_pressed(self, message: DayLine.Pressed) -> None:
        """Go to the day that was clicked."""
        self._show_day_at(message.place)

    def action_next_day(self) -> None:
        """Go to the next day, behind the last to the first."""
        if self.days:
            self._show_day_at((self.at + 1) % len(self.days))

    def _show_day_at(self, place: int) -> None:
        self.at = place
        self.show_day(None)

    def _go_to_day_of(self, row: int) -> None:
        facets = self.programme.index.facets
        for place, day in enumerate(self.days):
            if facets.rows("day", day) >> row & 1:
                self.at = place

    def action_level(self, digit: str) -> None:
        """Show the level of that rank, or no longer, here and in the programme."""
        self.summit.navigation.home.action_level(digit)
        self.show_day(self.grid.row)

    def action_all_levels(self) -> None:
        """Show every level, here and in the programme."""
        self.summit.navigation.home.action_all_levels()
        self.show_day(self.grid.row)

    def action_now(self) -> None:
        """Go to what is on now, or comes next."""
        index = self.programme.index
        row = row_of_now(index.starts, index.ends, int(self.context.now.timestamp()))
        if row is None:
            self.summit.say("The event is not running now.")
            return
        self._go_to_day_of(row)
        self.show_day(row)
