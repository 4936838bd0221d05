"""Agenda files that are not the one in use: another machine's, a synchroniser's, a colleague's.

They are only read, and nothing of them is cached.
"""

from pathlib import Path

from summit_tui.agenda import file
from summit_tui.agenda.errors import AgendaError, NotOfThisEventError
from summit_tui.agenda.model import VERSION, Agenda
from summit_tui.agenda.rescue import read_version


def read_foreign(path: Path, event_id: str) -> Agenda:
    """Return the agenda in the file `path`; of `event_id` where it names no event.

    AgendaError when it cannot be read, holds mistakes, or is of a newer version.
    """
    return _known(read_version(path, event_id).agenda, path)


def parse_foreign(text: str, path: Path, event_id: str) -> Agenda:
    """Return the agenda in `text`, which is called `path`; AgendaError as for `read_foreign`."""
    return _known(file.parse(text, path, event_id), path)


def check_event(agenda: Agenda, path: Path, event_id: str) -> None:
    """Raise NotOfThisEventError when `agenda`, read from `path`, is not of `event_id`."""
    if agenda.event != event_id:
        raise NotOfThisEventError(
            f"{path}: this is an agenda of {agenda.event}, not of {event_id}; "
            "--catalogue says which programme is meant"
        )


def _known(agenda: Agenda, path: Path) -> Agenda:
    if agenda.version > VERSION:
        raise AgendaError(
            f"{path}: written by a newer summit (version {agenda.version}, this one knows "
            f"{VERSION}); update summit-tui"
        )
    return agenda
