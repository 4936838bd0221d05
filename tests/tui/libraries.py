"""A library under test: programmes that were imported from sheets, which are published anew."""

from pathlib import Path

from summit_tui.agenda.store import AgendaStore, default_path
from summit_tui.catalogue.model import Event
from summit_tui.catalogue.provenance import Origin
from summit_tui.formats.sources import Watch, arrive
from summit_tui.formats.updating import carry_out, compared

HEAD = "Title,Date,Start,Duration,Room\n"
OWLS, LUNCH, GOATS = (
    "Owls at night,2019-04-02,10:00,45,Amber\n",
    "Lunch by the lake,2019-04-02,11:00,45,Hall\n",
    "Gardening with goats,2019-04-02,14:00,45,Amber\n",
)
LATER = OWLS.replace("10:00", "10:30")


def publish(folder: Path, name: str, *lines: str) -> Path:
    """Write a sheet with these lines, and return where."""
    path = folder / f"{name}.csv"
    path.write_text(HEAD + "".join(lines))
    return path


def imported(folder: Path, name: str = "owls", *lines: str) -> Path:
    """Publish a sheet and import it under its name; return where it is published."""
    path = publish(folder, name, *(lines or (OWLS, LUNCH, GOATS)))
    carry_out(compared(name, arrive(Origin(str(path)))))
    return path


def agenda_of(event: Event) -> AgendaStore:
    """Return my agenda of an event, where it always lies."""
    return AgendaStore(default_path(event.id), event.id, read_cache=False)


UNWATCHED = Watch()
