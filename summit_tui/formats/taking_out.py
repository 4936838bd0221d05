"""Taking a programme out of the library: the choice goes with it, versions and my agenda stay."""

from summit_tui.agenda.store import default_path
from summit_tui.catalogue import library, shelf, versions
from summit_tui.catalogue.problems import CatalogueError


def take_out(name: str) -> tuple[str, ...]:
    """Take out the programme `name` and return what is to be said: how to have it back, what stays.

    ShelfError when it cannot be done; then nothing was.
    """
    path = library.library_file(name).resolve()
    version = shelf.take_out(name)
    back = f"summit update {name} --to {version.number}"
    told = [f"{name} is out of the library; {back} brings it back"]
    if library.chosen() == str(path):
        library.choose(None)
        told.append("it was the one chosen with summit use: none is any more")
    try:
        agenda = default_path(versions.catalogue_of(version).event.id)
    except CatalogueError:
        return tuple(told)
    if agenda.exists():
        told.insert(1, f"your agenda of it stays in {agenda}")
    return tuple(told)
