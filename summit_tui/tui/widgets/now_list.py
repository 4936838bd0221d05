"""What is on, what comes, and what has ended, in sections of entries of two lines.

The first line says when, what and how long still; the second which colleagues go, and the way where
there is one to go, else who and where. In a narrow list how long still goes below the title, too. A
third says whom a session clashes with.
"""

from rich.cells import cell_len

from summit_tui.agenda.model import WANT_MARKS
from summit_tui.tui import words
from summit_tui.tui.layout import stacked
from summit_tui.tui.session_lines import SELECTED, Line, who_and_where
from summit_tui.tui.standing import ENDED, ENDED_IN_FULL, Entry
from summit_tui.tui.widgets.entry_list import EntryList

_TIME_CELLS = 11
_LINES = 2
_BETWEEN = " · "
_BESIDE_FROM = 52
"""Cells of a line from which on there is room for how long still beside a title."""
_SHORTEST_COMPANY = 8
"""Cells that say with whom in any case."""
_SHORTEST_ROOM = 6
"""Cells below which a cut room says nothing."""


class NowList(EntryList):
    """The entries."""

    mark_width = _TIME_CELLS + 3

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor; None where nothing stands."""
        return self.entries[self.cursor] if self.entries else None

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries, with the cursor on the one it was on, if that is still there."""
        before = self.entry
        self.entries = entries
        places = [n for n, each in enumerate(entries) if before and each.id == before.id]
        here = [n for n in places if before and entries[n].heading == before.heading]
        cursor = (here or places or [self.cursor if before else 0])[0]
        heights = [_LINES + bool(each.clash) for each in entries]
        leads = [self._lead(number) for number in range(len(entries))]
        self.lay_out(stacked(leads, heights), cursor)

    def show_top(self) -> None:
        """Show what stands on top, where the entry under the cursor is in sight then, too."""
        if self.entries and self.layout_.end(self.cursor) <= self.size.height:
            self.scroll_to(y=0, animate=False, force=True)

    def next_section(self) -> int:
        """Return the entry that the next section begins with; the first behind the last."""
        heading = self.entries[self.cursor].heading
        later = range(self.cursor + 1, len(self.entries))
        return next((entry for entry in later if self.entries[entry].heading != heading), 0)

    def _lead(self, entry: int) -> int:
        if not entry:
            return 1
        return 2 if self.entries[entry].heading != self.entries[entry - 1].heading else 0

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return the heading of a section above its first entry."""
        lines: list[Line] = [[], self.sticky_line(entry, width)]
        return lines[2 - self._lead(entry) :] if self._lead(entry) else []

    def sticky_line(self, entry: int, width: int) -> Line:
        """Return the heading of the section of the entry on top."""
        heading = self.entries[entry].heading
        if heading == ENDED and cell_len(ENDED_IN_FULL) < width:
            heading = ENDED_IN_FULL
        return [(f" {words.fit(heading, width - 1)}", "heading")]

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return when, mark, title and how long still; the way, or who and where; the clash."""
        shown = self.entries[entry]
        want = shown.item.pick.want if shown.item else ""
        beside, look = shown.beside, "now" if shown.pressing else "muted"
        room = width - _TIME_CELLS - 6 - cell_len(beside)
        moved = bool(beside) and width < _BESIDE_FROM
        first: Line = [
            (words.fill(_times(shown), _TIME_CELLS + 1), "muted"),
            (f" {WANT_MARKS[want] if want else ' '}", want),
            SELECTED if shown.id in self.selected else (" ", ""),
            (words.fill(shown.title, room + moved * (cell_len(beside) + 1)), ""),
            (" " if moved else f" {beside} ", look),
        ]
        indent, led = " " * (_TIME_CELLS + 4), f"{beside}{_BETWEEN}" if moved else ""
        below = self._below(shown, width - len(indent) - 1 - cell_len(led))
        second: Line = [(indent, ""), (led, look), *below]
        clash = words.fit(shown.clash, width - len(indent) + 1)
        third: list[Line] = [[(indent[2:], ""), (clash, "clash")]] if clash else []
        return [first, second, *third]

    def _below(self, shown: Entry, width: int) -> Line:
        company = words.with_whom_in(shown.going, max(-(-width // 3), _SHORTEST_COMPANY))
        if not company:
            return self._facts(shown, width)
        spare = width - cell_len(company) - len(_BETWEEN)
        if spare < _SHORTEST_ROOM:
            return [(words.fit(company, width), "team")]
        facts = self._facts(shown, spare)
        return [(company, "team"), (_BETWEEN, "muted"), *facts]

    def _facts(self, shown: Entry, width: int) -> Line:
        session = shown.session
        if session is None:
            return [(words.fit("no longer in the programme", width), "muted")]
        if not shown.way:
            return [(words.fit(who_and_where(session, width), width), "muted")]
        look = "now" if shown.pressing else ""
        spare = width - cell_len(shown.way) - len(_BETWEEN)
        if not session.room or spare < _SHORTEST_ROOM:
            return [(words.fit(shown.way, width), look)]
        return [(f"{words.fit(session.room, spare)}{_BETWEEN}", "muted"), (shown.way, look)]


def _times(entry: Entry) -> str:
    start = entry.session.start if entry.session else entry.item and entry.item.start
    if start is None:
        return ""
    end = entry.session and entry.session.end
    return f"{start:%H:%M}–{end:%H:%M}" if end else f"{start:%H:%M}"
