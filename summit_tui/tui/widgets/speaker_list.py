"""Speakers with all their sessions: a heading each, and a line a session below it.

A session of two speakers stands below both. The layout needs no session; one is decoded when its
line comes into sight.
"""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from summit_tui.catalogue.model import Session
from summit_tui.search.evidence import NOTHING
from summit_tui.search.programme import Programme
from summit_tui.tui import words
from summit_tui.tui.layout import stacked
from summit_tui.tui.marks import marked, parted
from summit_tui.tui.picks import Picks
from summit_tui.tui.session_lines import Line, in_cells, mark_of
from summit_tui.tui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summit_tui.search.speakers import Found, Speaking

_ROOM_FROM = 56
"""Cells from which on a line says the room as well."""
_WIDEST_ROOM = 20


class SpeakerList(EntryList):
    """Who speaks, and when."""

    def __init__(self, programme: Programme, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.programme = programme
        self.picks: Picks | None = None
        self._speakers: Sequence[Speaking] = ()
        self._of: list[int] = []
        """For each entry the number of its speaker."""
        self._rows: list[int] = []
        self._evidence = NOTHING
        self._with_day = len(programme.index.facets.values("day")) > 1

    def show(self, found: "Found", picks: Picks) -> None:
        """Show other speakers, with the cursor on the first session."""
        self._speakers, self._evidence, self.picks = found.speakers, found.evidence, picks
        self._of = [number for number, each in enumerate(self._speakers) for _ in each.rows]
        self._rows = [row for each in self._speakers for row in each.rows]
        leads = bytearray()
        for each in self._speakers:
            leads += b"\1" + bytes(len(each.rows) - 1)
        self.lay_out(stacked(leads, [1] * len(leads)), 0)

    def show_picks(self, picks: Picks) -> None:
        """Show other marks."""
        self.picks = picks
        self.redraw()

    @property
    def row(self) -> int | None:
        """The row under the cursor; None in an empty list."""
        return self._rows[self.cursor] if self._rows else None

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None in an empty list."""
        row = self.row
        return None if row is None else self.programme.catalogue.sessions[row]

    def lead_lines(self, entry: int, width: int) -> list[Line]:
        """Return who speaks, above the first of their sessions."""
        return [self._name_line(entry, width)] if self.layout_.leads[entry] else []

    def sticky_line(self, entry: int, width: int) -> Line:
        """Return who speaks in what stands on top."""
        return self._name_line(entry, width)

    def _name_line(self, entry: int, width: int) -> Line:
        speaker = self._speakers[self._of[entry]]
        name = words.fit(speaker.name, width - 1)
        about = words.fit(
            f" · {speaker.about}" if speaker.about else "", width - cell_len(name) - 1
        )
        return [
            (" ", ""),
            *parted(name, marked(self._evidence, name, speaker.name), "heading", "match-heading"),
            *parted(about, marked(self._evidence, about), "muted"),
        ]

    def entry_lines(self, entry: int, width: int) -> list[Line]:
        """Return mark, time, level and title, and the room where there is space."""
        row = self._rows[entry]
        session = self.programme.catalogue.sessions[row]
        want = self.picks.wants.get(row) if self.picks else None
        clash = "!" if self.picks and row in self.picks.tall else " "
        level = "" if session.level is None else f"{session.level} "
        line: Line = [mark_of(session, want), (clash, "clash"), (self._when(session), "muted")]
        line.append((level, "level"))
        place = session.room or ""
        room = f" {words.fit(place, _WIDEST_ROOM)}" if place and width >= _ROOM_FROM else ""
        space = width - sum(cell_len(text) for text, _ in line) - cell_len(room) - 1
        look = "struck" if session.cancelled else ""
        return [[*line, *in_cells(session.title, max(space, 0), look), (room, "muted")]]

    def _when(self, session: Session) -> str:
        date = session.calendar_date if self._with_day else None
        day = f"{words.day_name(date):<10} " if date else ""
        time = f"{session.start:%H:%M}" if session.start else "no time" if not day else "?    "
        return f"{day}{time} "
