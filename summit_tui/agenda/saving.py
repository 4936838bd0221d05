"""The way of a change to the disk: lock, read again, apply, journal, previous version, replace.

Nothing here is asked by a search; `store` imports it when something is to be changed.
"""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from summit_tui.agenda import file, journal, rescue
from summit_tui.agenda.errors import AgendaError, DamagedAgendaError, write_error
from summit_tui.agenda.journal import Entry
from summit_tui.agenda.lock import locked
from summit_tui.agenda.model import MAX_BYTES, VERSION, Agenda
from summit_tui.agenda.rescue import Version, backup_of, last_good, read_version
from summit_tui.catalogue.disk import confirm, exists, set_aside, write_atomically
from summit_tui.catalogue.number_words import counted


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an operation makes of an agenda."""

    label: str
    agenda: Agenda
    entries: tuple[Entry, ...]
    """The journal after it; the entry that moves is the one with `moving`."""
    notices: tuple[str, ...] = ()


Operation = Callable[[Agenda, tuple[Entry, ...]], Outcome]
"""From the agenda and the journal on disk to what they shall be."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What `save` found and what it left."""

    before: Agenda
    text: str | None
    """The file's text now; None when there is no file."""
    outcome: Outcome
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What is on disk, as far as it is good."""

    agenda: Agenda
    text: str | None = None
    """What the file holds or, when it was rescued, should; None when nothing good is there."""
    rescued: bool = False
    """Whether the file is not what it should be, so that there is something to write anyway."""
    notices: tuple[str, ...] = ()


def try_without_file(path: Path, nothing: Agenda, operation: Operation) -> Outcome | None:
    """Return what `operation` makes of no file; None when that is anything to be written.

    So that an idle undo or remove leaves no folder and no lock behind.
    """
    known = journal.load(path)
    outcome = operation(nothing, known)
    idle = outcome.agenda == nothing and outcome.entries == known
    return outcome if idle else None


def save(path: Path, event_id: str, operation: Operation, if_missing: Agenda | None) -> Saved:
    """Carry `operation` out on the agenda at the real path `path`.

    AgendaError when it cannot be done; then the file is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(path, error) from error
    with locked(path):
        found = _find(path, event_id, if_missing)
        _refuse_newer(path, found.agenda)
        known = journal.load(path)
        settled = journal.settle(known, found.agenda, journal.digest(found.text))
        outcome = operation(found.agenda, settled)
        if outcome.agenda == found.agenda and not found.rescued:
            if outcome.entries != known:
                with suppress(OSError, RuntimeError):
                    journal.save(path, outcome.entries)
            return Saved(found.agenda, found.text, outcome, found.notices)
        text = checked_text(path, outcome.agenda)
        notices = _write(path, found, outcome, text)
    return Saved(found.agenda, text, outcome, found.notices + notices)


def _find(path: Path, event_id: str, if_missing: Agenda | None) -> _Found:
    try:
        if not exists(path):
            return _missing(path, event_id, if_missing)
        if not os.access(path, os.W_OK):  # replacing it would get round that
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        version = read_version(path, event_id)
    except DamagedAgendaError as damage:
        return _damaged(path, event_id, damage)
    except OSError as error:
        raise write_error(path, error) from error
    blank = "" if version.text.strip() else f"{path} was empty, and no earlier version is known"
    return _Found(version.agenda, version.text, notices=(blank,) if blank else ())


def _missing(path: Path, event_id: str, if_missing: Agenda | None) -> _Found:
    if if_missing is not None and if_missing.held:
        picks = counted(len(if_missing), "pick")
        notice = f"{path} was gone: written anew with the {picks} last seen"
        return _Found(if_missing, file.to_text(if_missing), rescued=True, notices=(notice,))
    return _Found(Agenda(event_id))


def _damaged(path: Path, event_id: str, damage: DamagedAgendaError) -> _Found:
    good = last_good(path, event_id)
    if good is None:
        if not _looks_ours(path):
            hint = "mend it, or name another file with --agenda; nothing was changed"
            raise AgendaError(f"{damage}\n{hint}", damage.problems) from damage
        good = Version(Agenda(event_id), "")
    try:
        aside = set_aside(path, "corrupt")
    except OSError as error:
        raise write_error(path, error) from error
    picks = counted(len(good.agenda), "pick")
    begun = f"the last good version ({picks})" if good.text else "an empty agenda"
    notice = f"{damage}\nit was set aside as {aside}; went on from {begun}"
    return _Found(good.agenda, good.text or None, rescued=True, notices=(notice,))


def _looks_ours(path: Path) -> bool:
    try:
        return rescue.is_ours(path)
    except OSError:
        return False


def _refuse_newer(path: Path, agenda: Agenda) -> None:
    if agenda.version > VERSION:
        raise AgendaError(
            f"{path}: written by a newer summit (version {agenda.version}, this one knows "
            f"{VERSION}): it can be read but not changed; update summit-tui"
        )


def checked_text(path: Path, agenda: Agenda) -> str:
    """Return the text to write for `agenda` to `path`, having read it back.

    AgendaError when it would be too large, or read back otherwise.
    """
    text = file.to_text(agenda)
    if len(text.encode()) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise AgendaError(f"{path}: it would be larger than {limit} MB: nothing was changed")
    if file.parse(text, path, agenda.event) != agenda:
        raise AgendaError(
            f"{path}: what was to be written would not read back the same: nothing was changed; "
            "please report this with the note or title that you gave"
        )
    return text


def _write(path: Path, found: _Found, outcome: Outcome, text: str) -> tuple[str, ...]:
    """Write journal, previous version and `text`, in this order; return what is to be told."""
    base, expect = journal.digest(found.text), journal.digest(text)
    entries = tuple(
        replace(entry, base=base, expect=expect) if entry.moving else entry
        for entry in outcome.entries
    )
    notices = _announce(path, entries)
    try:
        notices += _keep_previous(path, found.text)
        write_atomically(path, text.encode(), like=path)
    except OSError as error:
        raise write_error(path, error) from error
    with suppress(OSError, RuntimeError):  # the next change would settle it too
        journal.save(path, journal.settle(entries, outcome.agenda, expect))
    if not confirm(path.parent):
        notices += (f"{path} is written, but the disk did not confirm it: a power cut may undo it",)
    return notices


def _keep_previous(path: Path, text: str | None) -> tuple[str, ...]:
    """Keep `text` as the version before; return what is to be told.

    Without one, a previous version that lies there belongs to a file that is gone. The next
    change would write over it, and `last_good` take it for the start of the new file.
    """
    backup = backup_of(path)
    if text is not None:
        write_atomically(backup, text.encode(), like=path)
    elif exists(backup):
        kept = set_aside(backup, "gone")
        backup.unlink()
        return (f"{path} was gone: begun anew; a former version is kept as {kept}",)
    return ()


def _announce(path: Path, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    try:
        journal.save(path, entries)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return (f"undo will not know this change: its journal cannot be written ({reason})",)
    return ()
