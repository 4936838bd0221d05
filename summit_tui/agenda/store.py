"""The agenda on disk: what a front end asks.

Reading never writes to the agenda or its folder, and costs no YAML while the file is unchanged.
Changing is `saving`'s business, imported when there is something to change. The same guarantees
hold for the shell and the TUI, at once and on one file.
"""

import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summit_tui.agenda import cache
from summit_tui.agenda.errors import AgendaError, DamagedAgendaError
from summit_tui.agenda.model import MAX_BYTES, Agenda
from summit_tui.catalogue.disk import Stamp, stamp_of
from summit_tui.catalogue.places import data_folder
from summit_tui.catalogue.text import slug

if TYPE_CHECKING:
    from summit_tui.agenda.change import Change
    from summit_tui.agenda.saving import Operation


class Applied(NamedTuple):
    """What became of a change."""

    before: Agenda
    """The agenda as it was on disk when the change came."""
    after: Agenda
    label: str
    """What was done, undone or redone; empty when there was nothing to undo or redo."""
    notices: tuple[str, ...] = ()
    """What a person must be told: a file set aside, a pick that undo left alone."""

    @property
    def changed(self) -> tuple[str, ...]:
        """The ids of the picks that came, went or changed."""
        before, after = self.before.held, self.after.held
        return tuple(
            each for each in sorted({*before, *after}) if before.get(each) != after.get(each)
        )


def default_path(event_id: str) -> Path:
    """Return where the agenda of an event is kept unless a person says otherwise."""
    return data_folder() / "agendas" / f"{slug(event_id)}.yaml"


class AgendaStore:
    """One agenda file. Holds no state but its path, so any number may work on one file."""

    def __init__(self, path: Path, event_id: str, *, read_cache: bool = True) -> None:
        self.path = path
        self.event_id = event_id
        """What a new agenda is of; a file that names its event keeps it."""
        self._read_cache = read_cache

    def read(self) -> Agenda:
        """Return the agenda; an empty one when there is no file.

        AgendaError, with file and place, when the file cannot be read or holds mistakes;
        DamagedAgendaError when no person can have written it, with the last good version named.
        """
        path = self._real_path()
        data = self._bytes(path)
        if data is None:
            return Agenda(self.event_id)
        agenda = cache.look_up(path, data) if self._read_cache else None
        return self._parsed(path) if agenda is None else agenda

    def last_good(self) -> Agenda:
        """Return what the next change begins from: the agenda, or what is known of it."""
        try:
            return self.read()
        except DamagedAgendaError:
            from summit_tui.agenda import rescue

            good = rescue.last_good(self._real_path(), self.event_id)
            return Agenda(self.event_id) if good is None else good.agenda

    def stamp(self) -> Stamp | None:
        """Return what changes when the file does; None while there is none."""
        return stamp_of(self.path)

    def apply(self, change: "Change", if_missing: Agenda | None = None) -> Applied:
        """Carry `change` out on the agenda as it is on disk now, and return what became of it.

        When the file has vanished, `if_missing` (the agenda that the caller saw last) is what the
        change begins from. AgendaError when it could not be written; then nothing was changed.
        """
        from summit_tui.agenda.undoing import doing

        return self._save(doing(change), if_missing)

    def undo(self, if_missing: Agenda | None = None) -> Applied:
        """Take the last change back, from wherever it was made; AgendaError as for `apply`.

        Picks that somebody changed since are left alone and named in the notices.
        """
        from summit_tui.agenda.undoing import undoing

        return self._save(undoing, if_missing)

    def redo(self, if_missing: Agenda | None = None) -> Applied:
        """Carry the change out again that was undone last; AgendaError as for `apply`."""
        from summit_tui.agenda.undoing import redoing

        return self._save(redoing, if_missing)

    def _save(self, operation: "Operation", if_missing: Agenda | None = None) -> Applied:
        from summit_tui.agenda.saving import save, try_without_file

        path = self._real_path()
        self._refuse_odd(path)
        if if_missing is None and self._bytes(path) is None:
            nothing = Agenda(self.event_id)
            if outcome := try_without_file(path, nothing, operation):
                return Applied(nothing, nothing, outcome.label, outcome.notices)
        saved = save(path, self.event_id, operation, if_missing)
        outcome, after = saved.outcome, saved.outcome.agenda
        if self._read_cache and saved.text is not None and after != saved.before:
            cache.keep(path, saved.text.encode(), after)
        return Applied(saved.before, after, outcome.label, saved.notices + outcome.notices)

    def _real_path(self) -> Path:
        try:
            return self.path.resolve()
        except (OSError, RuntimeError) as error:
            raise AgendaError(f"{self.path}: this link leads in a circle; mend it") from error

    def _bytes(self, path: Path) -> bytes | None:
        """Return the file's bytes; None when there is no file."""
        self._refuse_odd(path)
        try:
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise AgendaError(f"{self.path}: it cannot be read: {reason}") from error

    def _refuse_odd(self, path: Path) -> None:
        """Refuse what is neither a file nor missing: reading a pipe would wait for ever."""
        try:
            mode = path.stat().st_mode
        except OSError:
            return
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
            raise AgendaError(f"{self.path}: this is {what}; name another with --agenda")

    def _parsed(self, path: Path) -> Agenda:
        from summit_tui.agenda import rescue

        try:
            version = rescue.read_version(path, self.event_id)
        except DamagedAgendaError as damage:
            good = rescue.last_good(path, self.event_id)
            raise _with_way_out(
                damage, path, None if good is None else len(good.agenda)
            ) from damage
        if self._read_cache:
            cache.keep(path, version.text.encode(), version.agenda)
        return version.agenda


def _with_way_out(damage: DamagedAgendaError, path: Path, picks: int | None) -> DamagedAgendaError:
    way = "no earlier version of it is known; mend it, or move it away and begin anew"
    if picks is not None:
        from summit_tui.catalogue.number_words import counted

        backup = path.with_name(f"{path.name}.bak")
        where = f", the one before is in {backup}" if backup.exists() else ""
        way = (
            f"its last good version is known ({counted(picks, 'pick')}{where}): the next change or "
            "undo sets the damaged file aside and goes on from there; or mend it by hand"
        )
    return DamagedAgendaError(f"{damage}\n{way}", damage.problems)
