"""My picks in time order, day by day, with the free time between them.

A pick takes a line, a second one where there is little room, and one more where colleagues go, or
where it clashes. The header of a day and the free time before a pick stand above it as headings.
"""

from collections.abc import Iterable
from datetime import date, datetime

from rich.cells import cell_len

from summit_tui.agenda.clash_words import gap_words
from summit_tui.agenda.conflicts import end_of
from summit_tui.agenda.gaps import Gap, gaps
from summit_tui.agenda.resolve import Resolved
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.times import minutes_between, said_length
from summit_tui.tui import words
from summit_tui.tui.layout import stacked
from summit_tui.tui.picks import Picks
from summit_tui.tui.session_lines import Line
from summit_tui.tui.widgets.entry_list import EntryList
from summit_tui.tui.widgets.pick_lines import (
    INDENT,
    MARK_CELLS,
    day_of,
    day_title,
    is_narrow,
    pick_lines,
)

_NOTHING = """Nothing picked yet.

P goes to the programme: there space picks the session under the cursor, and w says how much you \
want it. Your day gathers here."""


class AgendaList(EntryList):
    """The picks."""

    mark_width = MARK_CELLS
    emptiness = _NOTHING

    def __init__(self, catalogue: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.catalogue = catalogue
        self.picks: Picks | None = None
        self.items: tuple[Resolved, ...] = ()
        self._leads: list[list[Line]] = []

    @property
    def item(self) -> Resolved | None:
        """The pick under the cursor; None in an empty agenda."""
        return self.items[self.cursor] if self.items else None

    def show(self, picks: Picks, session_id: str | None) -> None:
        """Show other picks, with the cursor on the one of `session_id` or where it was."""
        self.picks, self.items = picks, picks.resolved
        ids = [item.id for item in self.items]
        cursor = ids.index(session_id) if session_id in ids else self.cursor
        self._leads = _headings(picks)
        self._stack(cursor)

    def _stack(self, cursor: int) -> None:
        leads = [len(lines) for lines in self._leads]
        self.lay_out(stacked(leads, [self._height(item) for item in self.items]), cursor)

    def _height(self, item: Resolved) -> int:
        picks, more = self.picks, 0
        if picks is not None:
            more = (item.id in picks.clashes) + bool(picks.going(item.id))
        return 1 + is_narrow(self.size.width) + more

    def on_resize(self) -> None:
        """Give code and room a line of their own, or no longer."""
        self._stack(self.cursor)

    def next_day(self) -> int:
        """Return the entry that the next day begins with; the first behind the last."""
        today = day_of(self.items[self.cursor])
        later = range(self.cursor + 1, len(self.items))
        return next((entry for entry in later if day_of(self.items[entry]) != today), 0)

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return the header of the day and the free time before a pick."""
        return [_spread(line, width) for line in self._leads[entry]]

    def sticky_line(self, entry: int, width: int) -> Line:
        """Return the day of the pick on top."""
        return [(f" {day_title(day_of(self.items[entry]))}", "heading")]

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return time, mark, title, code and room; then who goes, and whom it clashes with."""
        item = self.items[entry]
        session = item.session
        narrow, selected = is_narrow(self.size.width), item.id in self.selected
        lines = pick_lines(item, item.pick, width, narrow=narrow, selected=selected)
        if self.picks and (company := words.with_whom(self.picks.going(item.id))):
            lines.append([(INDENT + words.fit(company, width - len(INDENT) - 1), "team")])
        if self.picks and session is not None and item.id in self.picks.clashes:
            said = words.clash(session, self.picks.clashes[item.id], self.picks)
            lines.append([(INDENT[:-2] + words.fit(said, width - len(INDENT) + 1), "clash")])
        return lines


def _headings(picks: Picks) -> list[list[Line]]:
    """Return for each pick the lines above it: an empty one, the day, the free time."""
    free = {gap.end.timestamp(): gap for gap in gaps(picks.busy.values())}
    leads: list[list[Line]] = []
    today: object = leads  # no day is this
    for item in picks.resolved:
        lines: list[Line] = []
        if (day := day_of(item)) != today:
            lines += [[]] * bool(leads) + [_day_line(day, picks, free.values())]
            today = day
        gap = None if item.start is None else free.pop(item.start.timestamp(), None)
        if gap is not None:
            times = f" {_span(gap.start, gap.end)}"
            said = gap_words(gap, picks.circumstances.walking)
            lines.append([(times, "muted"), (f"    {said}", "muted")])
        leads.append(lines)
    return leads


def _span(start: datetime, end: datetime) -> str:
    return f"{start:%H:%M}–{end:%H:%M}"


def _day_line(day: date | None, picks: Picks, free: Iterable[Gap]) -> Line:
    """Return the day and, at the right, `6 picks · 4 h 30 · 1 clash · 2 gaps`."""
    items = [item for item in picks.resolved if day_of(item) == day]
    sessions = [item.session for item in items if item.session and not item.session.cancelled]
    minutes = sum(
        minutes_between(session.start, end)
        for session in sessions
        if session.start is not None and (end := end_of(session)) and not session.drop_in
    )
    ids = {session.id for session in sessions}
    clashing = ((each, other.id) for each in ids for other in picks.clashes.get(each, ()))
    pairs = sum(one < other or other not in ids for one, other in clashing)
    between = sum(gap.start.date() == day for gap in free)
    parts = [counted(len(items), "pick")]
    parts += [said_length(minutes)] if minutes else []
    parts += [counted(pairs, "clash", "clashes")] if pairs else []
    parts += [counted(between, "gap")] if between else []
    return [(f" {day_title(day)}", "heading"), (" · ".join(parts), "muted")]


def _spread(line: Line, width: int) -> Line:
    """Return a header with its second part at the right edge; of other lines what has room.

    Where it is tight the day stays, and of the second part what is said last.
    """
    if len(line) != 2:
        return line
    (left, look), (right, other) = line
    room = width - cell_len(left) - 1
    if look != "heading":
        return [(left, look), (words.fit(right, room), other)]
    while cell_len(right) >= room and " · " in right:
        right = right.partition(" · ")[2]
    return [(words.fill(left, max(width - cell_len(right) - 1, 0)), look), (right, other)]
