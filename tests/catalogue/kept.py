"""Programmes in the library, with versions, for the tests of what keeps them."""

from datetime import UTC, datetime

from summit_tui.catalogue import clock, shelf
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.provenance import Provenance
from summit_tui.catalogue.shelf import Placed
from summit_tui.catalogue.writing import write
from tests.factories import make_catalogue, make_session

MONDAY = datetime(2019, 4, 1, 8, 0, tzinfo=UTC)


def text(*titles: str) -> bytes:
    """Return the catalogue file of sessions with those titles."""
    return write(make_catalogue(*map(session, titles))).encode()


def session(title: str) -> Session:
    """Return a session that is called so."""
    return make_session(title.lower().replace(" ", "-"), title=title)


def placed(
    name: str, *titles: str, at: datetime = MONDAY, provenance: Provenance | None = None
) -> Placed:
    """Put a programme of sessions with those titles into the library, at that time."""
    clock.pretend(at)
    found = shelf.place(name, text(*titles), provenance)
    clock.pretend(None)
    return found


def file_of(name: str) -> bytes:
    """Return what the library's file holds."""
    return library_file(name).read_bytes()
