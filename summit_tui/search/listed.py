"""A programme of this machine as a list of them shows it: what it is, and what is known of it."""

from typing import NamedTuple

from summit_tui.catalogue import provenance, shelf, versions
from summit_tui.catalogue.library import Entry, name_in_library
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.provenance import Provenance
from summit_tui.search.programme import open_programme


class Listed(NamedTuple):
    """One programme."""

    entry: Entry
    error: str = ""
    """Why it cannot be opened; then nothing else is known of what is in it."""
    title: str = ""
    """The event's name."""
    days: tuple[str, ...] = ()
    """First and last day, ISO 8601; none where no session has a time."""
    sessions: int = 0
    name: str | None = None
    """What the library calls it; None for a file from elsewhere."""
    origin: Provenance | None = None
    versions: tuple[int, ...] = ()
    """The numbers of those that are kept."""
    edited: bool = False
    """Whether it was edited by hand since it was put into the library."""


def listed(entry: Entry) -> Listed:
    """Return what there is to say of a programme."""
    name = name_in_library(entry)
    known = Listed(entry, name=name)
    if name is not None:
        kept = tuple(version.number for version in versions.kept(name))
        known = known._replace(
            origin=provenance.recall(name), versions=kept, edited=shelf.edited(name)
        )
    try:
        programme = open_programme(entry.path)
    except CatalogueError as error:
        return known._replace(error=str(error.problems[0]))
    days: list[str] = programme.index.facets.values("day")
    return known._replace(
        title=programme.catalogue.event.name,
        days=(days[0], days[-1]) if days else (),
        sessions=len(programme.catalogue.sessions),
    )
