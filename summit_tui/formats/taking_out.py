"""Taking a programme out of the library, and back: versions and my agenda stay, the choice goes."""

from typing import NamedTuple

from summit_tui.agenda.store import default_path
from summit_tui.catalogue import library, shelf, versions
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.versions import Version


class TakenOut(NamedTuple):
    """A programme that is out of the library."""

    version: Version
    """What is kept of it."""
    chosen: bool
    """Whether it was the one chosen with `summit use`."""
    told: tuple[str, ...]
    """What is to be said: how to have it back, and what stays."""


def take_out(name: str, sooner: str = "") -> TakenOut:
    """Take out the programme `name`; ShelfError when that cannot be done, and then nothing was.

    `sooner` names another way back, which comes first in what is said.
    """
    path = library.library_file(name).resolve()
    version = shelf.take_out(name)
    back = f"summit update {name} --to {version.number}"
    back = f"{sooner}, or later {back}," if sooner else back
    told = [f"{name} is out of the library; {back} brings it back"]
    chosen = library.chosen() == str(path)
    if chosen:
        library.choose(None)
        told.append("it was the one chosen with summit use: none is any more")
    try:
        agenda = default_path(versions.catalogue_of(version).event.id)
    except CatalogueError:
        return TakenOut(version, chosen, tuple(told))
    if agenda.exists():
        told.insert(1, f"your agenda of it stays in {agenda}")
    return TakenOut(version, chosen, tuple(told))


def bring_back(taken: TakenOut) -> str:
    """Put what was taken out where it was, chosen as it was, and return what is to be said.

    ShelfError or CatalogueError when that cannot be done.
    """
    name = taken.version.name
    shelf.place(name, versions.text_of(taken.version), instead="")
    if taken.chosen and library.chosen() is None:
        library.choose(str(library.library_file(name).resolve()))
    return f"{name} is back in the library"
