"""A main screen whose list lets one select several sessions, for one key to act on all of them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from summit_tui.search.programme import Programme
from summit_tui.tui.screens.session_screen import SessionScreen
from summit_tui.tui.selection import Selection
from summit_tui.tui.widgets.entry_list import EntryList

if TYPE_CHECKING:
    from summit_tui.agenda.change import Picked as Subject


class SelectingScreen(SessionScreen):
    """A screen with sessions under the cursor, or beside it selected."""

    def __init__(self, programme: Programme) -> None:
        super().__init__(programme)
        self.selection = Selection()

    @property
    def listed_ids(self) -> Iterable[str]:
        """The ids of all that is listed."""
        raise NotImplementedError

    @property
    def subjects(self) -> "Sequence[Subject]":
        """All that the keys act on, in programme order: what is selected, else the cursor's."""
        if not len(self.selection):
            return super().subjects
        sessions, agenda = self.programme.catalogue.sessions, self.picks.agenda
        rows = {each: sessions.row(each) for each in self.selection.ids}
        there = sorted(row for row in rows.values() if row is not None)
        gone = sorted(each for each, row in rows.items() if row is None and each in agenda)
        return [*(sessions[row] for row in there), *(agenda.picks[each] for each in gone)]

    @property
    def notices(self) -> Sequence[str]:
        """Say that keys are about more than the cursor."""
        return [f"{len(self.selection)} selected"] if len(self.selection) else []

    @property
    def _at(self) -> str | None:
        return None if self.subject is None else self.subject.id

    def acted(self) -> None:
        """Let go of the selection with the next move."""
        self.selection = self.selection.used(self._at or "")

    def moved(self) -> None:
        """Let go of a selection that was used."""
        self._select(self.selection.moved(self._at))

    def let_go(self) -> bool:
        """Select nothing any more; return whether anything was selected."""
        was = len(self.selection) > 0
        self._select(Selection())
        return was

    def _select(self, selection: Selection) -> None:
        if selection == self.selection:
            return
        self.selection = selection
        sessions = self.query_one("#sessions", EntryList)
        sessions.selected = selection.ids
        sessions.redraw()
        self.show_head()

    def on_entry_list_cursor_moved(self, message: EntryList.CursorMoved) -> None:
        """Show the session the cursor came to."""
        if self._is_of_sessions(message):
            self.moved()
            self.show_detail()

    def on_entry_list_chosen(self, message: EntryList.Chosen) -> None:
        """Read the session."""
        if self._is_of_sessions(message):
            self.read()

    def _is_of_sessions(self, message: EntryList.CursorMoved) -> bool:
        return message.control.id == "sessions"  # there may be other lists beside it

    def action_select(self) -> None:
        """Select the session, or no longer, and go on to the next one."""
        if self._at is not None:
            self._select(self.selection.toggled(self._at))
            self.query_one("#sessions", EntryList).cursor += 1

    def action_select_all(self) -> None:
        """Select all that is listed, or nothing any more."""
        self._select(self.selection.with_all(self.listed_ids))
