"""An agenda store that holds the file to its word: what was acknowledged is there, and no less."""

from threading import Lock

from summit_tui.agenda.change import Change, apply
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.store import AgendaStore, Applied


class WatchedStore(AgendaStore):
    """A store beside a model of what must be in its file by now; `faults` says where they differ.

    Only for a file that nobody else writes.
    """

    def __init__(self, store: AgendaStore) -> None:
        super().__init__(store.path, store.event_id)
        self.faults: list[str] = []
        self.writes = 0
        self._kept = self.read()
        self._past: list[Agenda] = []
        self._future: list[Agenda] = []
        self._alone = Lock()

    def apply(self, change: Change, if_missing: Agenda | None = None) -> Applied:
        """Carry `change` out, and see that it did what it says and nothing else."""
        with self._alone:
            expected = apply(self._kept, change)
            applied = super().apply(change, if_missing)
            self._judge(change.label, expected, applied.after)
            if applied.changed:
                self._past.append(self._kept)
                self._future.clear()
            return self._keep(applied)

    def undo(self, if_missing: Agenda | None = None) -> Applied:
        """Undo, and see that everything is as it was before."""
        with self._alone:
            applied = super().undo(if_missing)
            if self._past and applied.label:
                self._future.append(self._kept)
                self._judge(f"undo {applied.label}", self._past.pop(), applied.after)
            return self._keep(applied)

    def redo(self, if_missing: Agenda | None = None) -> Applied:
        """Redo, and see that everything is as it was before it was undone."""
        with self._alone:
            applied = super().redo(if_missing)
            if self._future and applied.label:
                self._past.append(self._kept)
                self._judge(f"redo {applied.label}", self._future.pop(), applied.after)
            return self._keep(applied)

    def judge(self, shown: Agenda) -> None:
        """See that the file, read anew, and the agenda that is shown are what they must be."""
        with self._alone:
            fresh = AgendaStore(self.path, self.event_id, read_cache=False).read()
            self._judge("the file", self._kept, fresh)
            self._judge("the screen", self._kept, shown)

    def _keep(self, applied: Applied) -> Applied:
        self.writes += bool(applied.changed)
        self._kept = applied.after
        return applied

    def _judge(self, what: str, expected: Agenda, found: Agenda) -> None:
        if found.picks != expected.picks:
            lost = sorted(expected.picks.keys() - found.picks.keys())
            more = sorted(found.picks.keys() - expected.picks.keys())
            same = expected.picks.keys() & found.picks.keys()
            other = sorted(each for each in same if expected.picks[each] != found.picks[each])
            self.faults.append(f"{what}: lost {lost}, new {more}, different {other}")
