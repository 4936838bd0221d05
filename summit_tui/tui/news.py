"""What is new in the programme since a version that was kept: its marks in the lists.

Read from the disk, and compared, which takes a moment: called on a thread. A programme that is not
of the library has no versions, and no news.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from summit_tui.catalogue import seen, versions
from summit_tui.catalogue.changes import Change, Changes, changes
from summit_tui.catalogue.library import Entry, name_in_library
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.versions import Version
from summit_tui.formats import change_words as tell
from summit_tui.search.programme import open_programme


@dataclass(frozen=True)
class News:
    """What differs between a version and the programme as it is."""

    since: Version
    changes: Changes
    looked: bool = False
    """Whether somebody has looked at the list of it."""

    @property
    def count(self) -> int:
        """How many sessions came, went or are not the same."""
        found = self.changes
        return len(found.added) + len(found.removed) + len(found.changed)

    @cached_property
    def marks(self) -> Mapping[str, tuple[str, str]]:
        """By id, sign and words of what came, moved, or was cancelled; none once looked at."""
        if self.looked:
            return {}
        marked = {session.id: (tell.NEW, "new") for session in self.changes.added}
        for change in self.changes.changed:
            if (sign := tell.mark(change)) != tell.OTHER:
                marked[change.id] = sign, _words(sign, change)
        return marked


def _words(sign: str, change: Change) -> str:
    if sign == tell.CANCELLED:
        return "newly cancelled"
    told = tell.words(change).partition("; ")[0]
    return f"moved {told}" if sign == tell.MOVED else told


def library_name(path: Path) -> str | None:
    """Return what the library calls the catalogue in `path`; None when it is not of it."""
    return name_in_library(Entry(path.stem, path, "named"))


def unseen(path: Path) -> News | None:
    """Return what has come into the catalogue in `path` since the last look; None for nothing."""
    name = library_name(path)
    version = None if name is None else seen.unseen_since(name)
    found = None if version is None else since(version, path)
    return found if found is not None and found.changes else None


def since(version: Version, path: Path) -> News | None:
    """Return what has come since `version`; None when that, or the catalogue, cannot be read."""
    try:
        return News(
            version, changes(versions.catalogue_of(version), open_programme(path).catalogue)
        )
    except (CatalogueError, OSError):
        return None


def earlier(path: Path) -> tuple[Version, ...]:
    """Return the versions before the catalogue in `path`, the newest first."""
    name = library_name(path)
    return () if name is None else tuple(reversed(versions.before_present(name)))


def look(path: Path) -> None:
    """Count the catalogue in `path` as looked at; where that cannot be kept, it is asked anew."""
    if name := library_name(path):
        seen.look(name)
