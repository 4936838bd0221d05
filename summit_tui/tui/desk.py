"""The agenda at hand: what is on disk as far as we know, and the one way the screens change it.

Changes are carried out in the order they were asked for, on a thread of their own, so that
another program's lock never stops the screen; what to change is decided when its turn comes, on
the agenda as it then is. The agenda shown is always one that was read or acknowledged: a pick
that could not be written is not shown as taken. Knows nothing of Textual.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.store import AgendaStore, Applied
from summit_tui.catalogue.number_words import counted

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from summit_tui.agenda.change import Change

Intent = Callable[[Agenda], "Change | None"]
"""What a key press means for an agenda; None when there is nothing to do."""


class Desk:
    """An agenda in memory beside its file."""

    def __init__(self, store: AgendaStore) -> None:
        self.store = store
        self.agenda = Agenda(store.event_id)
        self.waiting = 0
        """How many changes were asked for and not yet acknowledged or refused."""
        self.loaded = False
        """Whether the file was looked at yet; a change does so first."""
        self._seen = store.stamp()
        self._writer: ThreadPoolExecutor | None = None

    def load(self) -> str:
        """Read the agenda for the first time; return what is wrong with it, empty when nothing."""
        self.loaded = True
        self._seen = self.store.stamp()
        if self._seen is None:
            return ""
        try:
            self.agenda = self.store.read()
        except AgendaError as error:
            return str(error)
        return ""

    def look(self) -> str:
        """Take in what another program did to the file; return what to say, empty for nothing.

        A file that vanished or cannot be read takes no pick away.
        """
        stamp = self.store.stamp()
        if stamp == self._seen or self.waiting:
            return ""
        self._seen = stamp
        if stamp is None:
            picks = counted(len(self.agenda), "pick")
            are = "is" if len(self.agenda) == 1 else "are"
            kept = f"your {picks} {are} kept here" if len(self.agenda) else ""
            rest = f"; {kept} and written again with the next change" if kept else ""
            return f"{self.store.path} is gone{rest}"
        before = self.agenda
        try:
            self.agenda = self.store.read()
        except AgendaError as error:
            return f"{error}\nYour picks are kept here as they were."
        return "" if before == self.agenda else _what_changed(before, self.agenda)

    def change(self, intent: Intent) -> "Future[Applied | None]":
        """Have `intent` carried out; the result is None where it had nothing to do.

        The future raises AgendaError when it could not be written. The caller says `settled` when
        it has taken note of the outcome.
        """
        return self._queue(lambda: self._carry_out(intent))

    def undo(self) -> "Future[Applied | None]":
        """Have the last change taken back."""
        return self._queue(lambda: self._keep(self.store.undo(if_missing=self.agenda)))

    def redo(self) -> "Future[Applied | None]":
        """Have the change that was undone last carried out again."""
        return self._queue(lambda: self._keep(self.store.redo(if_missing=self.agenda)))

    def settled(self) -> None:
        """Take note that one outcome was shown."""
        self.waiting -= 1

    def close(self) -> None:
        """Return when everything that was asked for is written or refused."""
        if self._writer is not None:
            self._writer.shutdown(wait=True)

    def _queue(self, work: Callable[[], Applied | None]) -> "Future[Applied | None]":
        if self._writer is None:
            from concurrent.futures import ThreadPoolExecutor

            self._writer = ThreadPoolExecutor(1, "agenda")
        self.waiting += 1
        return self._writer.submit(work)

    def _carry_out(self, intent: Intent) -> Applied | None:
        if not self.loaded:
            self.load()
        change = intent(self.agenda)
        if change is None:
            return None
        return self._keep(self.store.apply(change, if_missing=self.agenda))

    def _keep(self, applied: Applied) -> Applied:
        self.agenda = applied.after
        return applied


def _what_changed(before: Agenda, after: Agenda) -> str:
    came = len(after.picks.keys() - before.picks.keys())
    went = len(before.picks.keys() - after.picks.keys())
    parts = [f"{came} came" * bool(came), f"{went} went" * bool(went)]
    said = ", ".join(part for part in parts if part) or "details of picks"
    return f"Your agenda was changed elsewhere: {said}."
