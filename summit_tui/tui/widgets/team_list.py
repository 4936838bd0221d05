"""My picks beside my colleagues', day by day: who goes with me or without me, where we clash."""

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len

from summit_tui.agenda.clash_words import OVERLAPS
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.team.colleagues import ME
from summit_tui.agenda.team.compare_words import clash_words, runs_in_words, tally
from summit_tui.agenda.team.comparing import THEIRS, Compared
from summit_tui.catalogue.model import Catalogue
from summit_tui.tui import words
from summit_tui.tui.layout import stacked
from summit_tui.tui.session_lines import Line, Part
from summit_tui.tui.widgets.entry_list import EntryList
from summit_tui.tui.widgets.pick_lines import (
    INDENT,
    MARK_CELLS,
    day_of,
    day_title,
    is_narrow,
    pick_lines,
)


class TeamList(EntryList):
    """What somebody of us picked; below each who goes, and whom of mine it clashes with."""

    mark_width = MARK_CELLS

    def __init__(self, catalogue: Catalogue, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.catalogue = catalogue
        self.rows: Sequence[Compared] = ()
        self._mine = Agenda("")
        self._headings: dict[int, tuple[str, str]] = {}
        """By the entry that a day begins with, the day and how it stands there."""

    @property
    def row(self) -> Compared | None:
        """What the cursor is on; None where nobody picked anything."""
        return self.rows[self.cursor] if self.rows else None

    def show(self, rows: Sequence[Compared], mine: Agenda) -> None:
        """Show another comparison, with the cursor on the session it was on, or where it was."""
        before, self.rows, self._mine = self.row, rows, mine
        self._headings, place = {}, 0
        for day, group in groupby(rows, key=lambda row: day_of(row.item)):
            found = list(group)
            counts = [f"{number} {said}" for number, said in tally(found, "them") if number]
            self._headings[place] = day_title(day), " · ".join(counts)
            place += len(found)
        ids = [row.item.id for row in rows]
        same = before is not None and before.item.id in ids
        self._stack(ids.index(before.item.id) if before and same else self.cursor)

    def _stack(self, cursor: int) -> None:
        width = (self.scrollable_content_region.width or self.app.size.width) - 1
        leads = [len(self.lead_lines(entry, width + 1)) for entry in range(len(self.rows))]
        heights = [len(self._below(row, width)) for row in self.rows]
        first = 1 + is_narrow(self.size.width)
        self.lay_out(stacked(leads, [first + height for height in heights]), cursor)

    def on_resize(self) -> None:
        """Give long words the lines they need at this width."""
        self._stack(self.cursor)

    def next_day(self) -> int:
        """Return the entry that the next day begins with; the first behind the last."""
        return next((entry for entry in self._headings if entry > self.cursor), 0)

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return the day with how it stands there, below it where a line is too short for both."""
        if entry not in self._headings:
            return []
        day, counts = self._headings[entry]
        above: list[Line] = [[]] * bool(entry)
        spare = width - cell_len(day) - cell_len(counts) - 3
        if spare < 0:
            return [*above, [(f" {day}", "heading")], *_hung((counts, "muted"), " ", width)]
        return [*above, [(f" {day} {' ' * spare}", "heading"), (counts, "muted")]]

    def sticky_line(self, entry: int, width: int) -> Line:
        """Return the day of what is on top."""
        return [(f" {day_title(day_of(self.rows[entry].item))}", "heading")]

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return time, my mark, title, code and room; then who goes; then what of mine it costs."""
        row = self.rows[entry]
        item, mine = row.item, self._mine.get(row.item.id)
        narrow, selected = is_narrow(self.size.width), item.id in self.selected
        lines = pick_lines(item, mine, width, narrow=narrow, selected=selected)
        return [*lines, *self._below(row, width)]

    def _below(self, row: Compared, width: int) -> list[Line]:
        lines = _hung(_who(row), INDENT, width)
        for said in runs_in_words(row, self.catalogue) if row.again else ():
            lines += _hung((said, "team"), INDENT, width)
        for clash in row.clashes:
            said = clash_words(clash, row, self._mine, self.catalogue)
            lines += _hung((said, "clash"), f"{INDENT[:-2]}{OVERLAPS} ", width)
        return lines


def _who(row: Compared) -> Part:
    """Return `with Ada (must), Grace`, `without me: Ada (must)`, or `only me`."""
    going = tuple((name, want) for name, want in row.wants.items() if name != ME)
    if not going:
        return "only me", "muted"
    said = words.with_whom(going)
    return (f"without me: {said.removeprefix('with ')}" if row.kind == THEIRS else said), "team"


def _hung(part: Part, before: str, width: int) -> list[Line]:
    """Return a text behind `before`, in as many lines of `width` cells as it takes."""
    text, look = part
    room = max(width - cell_len(before), 1)
    found = _lines(text, room)
    blank = " " * cell_len(before)
    return [[((blank if number else before) + line, look)] for number, line in enumerate(found)]


def _lines(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells.

    As `words.wrapped` has it, five times as fast: some thousand clashes are laid out at once.
    """
    lines, line, room = [], "", width
    for word in text.split(" "):
        cells = cell_len(word)
        if cells > width:
            return words.wrapped(text, width)
        if line and cells + 1 > room:
            lines.append(line)
            line, room = "", width
        line, room = (f"{line} {word}", room - cells - 1) if line else (word, width - cells)
    return [*lines, line]
