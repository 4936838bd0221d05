"""The circumstances of an agenda, gathered from where a person keeps them.

Calendars are files; one that cannot be read is told and left out, for the agenda is worth showing
without it.
"""

from collections.abc import Iterable
from pathlib import Path

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.walking import walking_of
from summit_tui.catalogue import own_files
from summit_tui.catalogue.model import Catalogue, Walk
from summit_tui.catalogue.text import clean_line


def gather(
    catalogue: Catalogue, busy: Iterable[Path] = (), walks: Iterable[Walk] = ()
) -> tuple[Circumstances, tuple[str, ...]]:
    """Return what an agenda of `catalogue` is judged by, and what could not be read.

    `busy` are calendars (.ics), `walks` count after the catalogue's own.
    """
    own, files = tuple(walks), tuple(busy)
    around = Circumstances(walking_of(catalogue, own), walks=own)
    if not files:
        return around, ()
    from summit_tui.formats.appointments import appointments
    from summit_tui.formats.readers.draft import NotAProgramme

    calendars, told = [], []
    for path in files:
        try:
            calendars.append(own_files.read(path))
        except OSError as error:
            told.append(f"{clean_line(str(path))}: {(error.strerror or str(error)).lower()}")
    try:
        found = appointments(calendars, catalogue)
    except NotAProgramme as error:
        return around, (*told, f"appointments: {error}")
    return around._replace(appointments=found.sessions), (*told, *found.notes)
