"""The sessions of the programme under the times they start at.

Every session takes two lines and a third where it is picked and clashes, so that the layout needs
no session; the session is decoded when its lines come into sight.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len

from summit_tui.catalogue.model import Session
from summit_tui.catalogue.times import said_length
from summit_tui.search.index import NEVER
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.layout import Layout, by_slot, days_of
from summit_tui.tui.picks import Picks
from summit_tui.tui.session_lines import SELECTED, Line, Part, indent, session_lines
from summit_tui.tui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from summit_tui.search.evidence import Evidence

_WIDEST_LEVEL = 8
_SOON = 90
"""Minutes before its start from which a time says how soon it is."""


class ProgrammeList(EntryList):
    """The middle of the programme screen."""

    def __init__(self, programme: Programme, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.programme = programme
        self.rows: Sequence[int] = ()
        self.picks: Picks | None = None
        self.now: datetime | None = None
        self.evidence: Evidence | None = None
        """What the query found the sessions by, to be marked; falsy where it has no words."""
        self.news: Mapping[str, Part] = {}
        """By id, sign and words of what has become of a session since the last look."""
        self._starts = programme.index.starts
        self._days = days_of(programme.index.facets)
        levels = programme.catalogue.scale.levels
        self._level_width = min(
            max((cell_len(str(level.value)) for level in levels), default=0), _WIDEST_LEVEL
        )
        self._timed = 0
        """How many of the rows have a time; the others stand behind them."""
        self._zone = programme.catalogue.event.zone
        self._of_all: tuple[frozenset[int], Layout] | None = None
        """The layout of the whole programme, behind the rows that take a line more in it."""

    def show(
        self, rows: Sequence[int], picks: Picks, row: int | None, *, on_top: bool = False
    ) -> None:
        """List other rows, or other picks, with the cursor on `row` or what comes after it."""
        self.rows, self.picks = rows, picks
        self._timed = bisect_right(rows, False, key=lambda row: self._starts[row] == NEVER)
        self.lay_out(self._layout_of(rows, picks.tall), self.place_of(row), on_top=on_top)

    def _layout_of(self, rows: Sequence[int], tall: frozenset[int]) -> Layout:
        """Return the layout of `rows`; that of all of them, which is asked for often, is kept."""
        if len(rows) < len(self._starts):
            return by_slot(rows, self._starts, self._days, tall)
        if self._of_all is None or self._of_all[0] != tall:
            self._of_all = tall, by_slot(rows, self._starts, self._days, tall)
        return self._of_all[1]

    def place_of(self, row: int | None) -> int:
        """Return the entry of `row`, or the next one that is listed."""
        return 0 if row is None else bisect_left(self.rows, row)

    @property
    def row(self) -> int | None:
        """The row under the cursor; None in an empty list."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None in an empty list."""
        row = self.row
        return None if row is None else self.programme.catalogue.sessions[row]

    def next_day(self) -> int | None:
        """Return the entry that the day after the cursor's begins with, None behind the last."""
        if self._days is None or self.row is None:
            return None
        today = self._days[self.row]
        later = range(self.cursor + 1, len(self.rows))
        return next((entry for entry in later if self._day_at(entry) > today), None)

    def _day_at(self, entry: int) -> int:
        row = self.rows[entry]
        return -1 if self._days is None or self._starts[row] == NEVER else self._days[row]

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return the day and the time, where they are others than above."""
        lead = self.layout_.leads[entry]
        lines = [self._time_line(entry, width)] if lead else []
        return [self._day_line(entry, width), *lines] if lead == 2 else lines

    def sticky_line(self, entry: int, width: int) -> Line:
        """Return day and time of what stands on top."""
        return self._time_line(entry, width, with_day=self._days is not None)

    def _day_line(self, entry: int, width: int) -> Line:
        name = f" {self._day_name(entry)} "
        return [("──", "muted"), (name, "heading"), ("─" * (width - 2 - cell_len(name)), "muted")]

    def _day_name(self, entry: int) -> str:
        day = self.programme.index.facets.values("day")[self._day_at(entry)]
        return words.full_day_name(date.fromisoformat(day))

    def _time_line(self, entry: int, width: int, *, with_day: bool = False) -> Line:
        start = self._starts[self.rows[entry]]
        if start == NEVER:
            return [(" no time yet", "heading")]
        local = datetime.fromtimestamp(start, self._zone)
        day = f"{self._day_name(entry)}  " if with_day else ""
        return [(f" {day}{local:%H:%M}", "heading"), *self._how_soon(start)]

    def _how_soon(self, start: int) -> Line:
        """Return `on now` or `in 12 min` behind the time of sessions that are on, or soon."""
        if self.now is None:
            return []
        now = int(self.now.timestamp())
        if start > now:
            minutes = -((now - start) // 60)
            return [(f"  in {said_length(minutes)}", "now")] if minutes <= _SOON else []
        at = self._starts.__getitem__
        first = bisect_left(self.rows, start, hi=self._timed, key=at)
        behind = bisect_right(self.rows, start, hi=self._timed, key=at)
        ends = self.programme.index.ends
        on_now = any(ends[row] > now for row in self.rows[first:behind])
        return [("  on now", "now")] if on_now else []

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return mark, level, title; then who, what and where; then whom it clashes with."""
        row = self.rows[entry]
        session = self.programme.catalogue.sessions[row]
        pick = self.picks.agenda.get(session.id) if self.picks else None
        news = self.news.get(session.id)
        going = self.picks.going(session.id) if self.picks else ()
        lines = session_lines(session, pick, width, self._level_width, self.evidence, news, going)
        if session.id in self.selected:
            lines[0][1] = SELECTED
        if self.picks and row in self.picks.tall:
            said = words.clash(session, self.picks.clashes[session.id], self.picks)
            before = " " * indent(self._level_width)
            lines.append([(before + words.fit(said, width - len(before) - 1), "clash")])
        return lines
