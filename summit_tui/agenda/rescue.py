"""The last good version of an agenda whose file is damaged, and what to do with the damaged one.

The file's previous version lies beside it; the journal knows the one change that came after, so
the version last written can be built again to the byte. Nothing here writes.
"""

from dataclasses import dataclass
from pathlib import Path

from summit_tui.agenda import file, journal
from summit_tui.agenda.errors import AgendaError, DamagedAgendaError
from summit_tui.agenda.model import MAX_BYTES, Agenda
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.source import read_file


@dataclass(frozen=True, slots=True)
class Version:
    """An agenda with the text it came from, or would have on disk."""

    agenda: Agenda
    text: str


def backup_of(path: Path) -> Path:
    """Return where the version before the one at `path` is kept."""
    return path.with_name(f"{path.name}.bak")


def read_version(path: Path, event_id: str) -> Version:
    """Return what the file `path` holds.

    AgendaError when it cannot be read or holds mistakes, DamagedAgendaError when it is damaged,
    which includes a file that was cut off where its text still makes sense.
    """
    try:
        text = read_file(path, MAX_BYTES)
    except CatalogueError as error:
        raise file.from_catalogue_error(error) from error
    try:
        agenda = file.parse(text, path, event_id)
    except DamagedAgendaError:
        raise
    except AgendaError:
        if not text.endswith("\n"):
            _refuse_cut_off(text, path, event_id)
        raise
    if not text.endswith("\n") or not (agenda.held or "\npicks: []\n" in text):
        _refuse_cut_off(text, path, event_id)
    return Version(agenda, text)


def last_good(path: Path, event_id: str) -> Version | None:
    """Return the last good version of the agenda at the real path `path`; None when unknown."""
    previous = _backup(path, event_id)
    base = Agenda(event_id) if previous is None else previous.agenda  # the first one has none
    found = journal.digest(None if previous is None else previous.text)
    for entry in reversed(journal.load(path)):
        if entry.base == found:
            agenda = base.updated(entry.result)
            text = file.to_text(agenda)
            if journal.digest(text) == entry.expect:
                return Version(agenda, text)
    return previous if previous is not None and previous.text.strip() else None


def is_ours(path: Path) -> bool:
    """Return whether the damaged file `path` looks like an agenda that this program once wrote.

    A person may have named a file of quite another sort; that one must stay where it is.
    """
    with path.open("rb") as opened:
        head = opened.read(MAX_BYTES)
    return not head.strip(b"\0 \t\r\n") or head.startswith(file.HEADER.encode()[:20])


def _backup(path: Path, event_id: str) -> Version | None:
    try:
        text = read_file(backup_of(path), MAX_BYTES)
        return Version(file.parse(text, backup_of(path), event_id), text)
    except (CatalogueError, AgendaError):
        return None


def _refuse_cut_off(text: str, path: Path, event_id: str) -> None:
    """Raise when `text` is what is left of a longer one, the version last written.

    Asked only when it lacks the final newline or every pick: a person who deletes by hand leaves
    whole lines, and whole picks more often than none.
    """
    good = last_good(path, event_id)
    begins = good is not None and good.text.startswith(text)
    if good is None or not begins or good.text.strip() == text.strip():
        return
    cut = f"cut off after {len(text)} of {len(good.text)} characters" if text else "empty"
    raise DamagedAgendaError(f"{path}: the file is {cut}")
