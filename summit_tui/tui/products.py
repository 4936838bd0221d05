"""What the export form can write: my agenda in each format, and the documents about it.

A product writes itself to a path it is given; where to, and whether a file may be written over,
is decided before. Modules that only one of them needs are imported when it is written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from summit_tui.catalogue.disk import write_atomically
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.export import Export
from summit_tui.formats.reports.documents import DOCUMENTS, DocumentKind, as_file
from summit_tui.formats.table import FORMATS, Format, produce, produce_files
from summit_tui.tui.picks import Picks


class NothingToWriteError(Exception):
    """There is nothing yet that such a file would hold; the message says why."""


@dataclass(frozen=True, slots=True)
class Source:
    """What all of them are made from."""

    catalogue: Catalogue
    picks: Picks
    now: datetime
    """In the zone of the event."""


@dataclass(frozen=True, slots=True)
class Product:
    """One thing to write."""

    name: str
    doc: str
    """One sentence."""
    extensions: tuple[str, ...]
    """What its name may end in, the usual one first; none for a folder."""
    write: Callable[[Source, Path], tuple[str, ...]]
    """Write it and return what there is to say; OSError, NothingToWriteError."""
    about: str = ""
    """What its file name says besides the event's; my agenda needs no word."""

    def file_name(self, event: str) -> str:
        """Return what it is called unless I say otherwise: `event` is the event's slug."""
        return f"{event}-{self.about}{self.extension}" if self.about else event + self.extension

    @property
    def extension(self) -> str:
        """The usual extension, with the dot; empty for a folder."""
        return self.extensions[0] if self.extensions else ""

    @property
    def folder(self) -> bool:
        """Whether it is a folder."""
        return not self.extensions


def _agenda(row: Format, source: Source, path: Path) -> tuple[str, ...]:
    """Write my agenda in a format that is one file."""
    export = _exported(source)
    if not export.sessions and not (export.missing and row.vanished):
        raise NothingToWriteError("space picks a session")
    data, notices = produce(row.name, export)
    write_atomically(path.resolve(), data, like=path)
    return notices


def _folder(row: Format, source: Source, path: Path) -> tuple[str, ...]:
    """Write my agenda in a format that is a folder, as an update of what is there."""
    from summit_tui.formats.mirror import mirror
    from summit_tui.formats.writers.vdir import is_ours  # slow: it knows icalendar

    files, notices = produce_files(row.name, _exported(source))
    done = mirror(path, files, partial(is_ours, source.catalogue.event))
    kept = (f"{clean_line(name)}: changed by another program, left as it is" for name in done.kept)
    return (str(done), *kept, *notices)


def _exported(source: Source) -> Export:
    picks = source.picks
    missing = tuple(item.pick for item in picks.resolved if item.missing)
    return Export(
        source.catalogue,
        picks.sessions,
        picks.agenda.picks,
        missing=missing,
        walking=picks.circumstances.walking,
    )


def _document(kind: DocumentKind, source: Source, path: Path) -> tuple[str, ...]:
    """Write a document about my agenda."""
    document = kind.make(source.picks.agenda, source.catalogue, source.now, None)
    if document is None:
        raise NothingToWriteError(kind.nothing)
    write_atomically(path.resolve(), as_file(document, path.suffix.lower()).encode(), like=path)
    return tuple(_asked(len(document.unsaid)))


def _asked(unsaid: int) -> list[str]:
    if not unsaid:
        return []
    picks = f"{unsaid} picks are over" if unsaid > 1 else "1 pick is over"
    return [f"{picks} and you did not say whether you were there: a says so, N asks."]


_AGENDA = tuple(
    Product(
        row.name,
        row.doc,
        () if row.folder else (row.extension,),
        partial(_folder if row.folder else _agenda, row),
    )
    for row in FORMATS
)
_DOCUMENTS = tuple(
    Product(kind.name, kind.doc, kind.extensions, partial(_document, kind), kind.name)
    for kind in DOCUMENTS
)
PRODUCTS = (_AGENDA[0], *_DOCUMENTS, *_AGENDA[1:])
"""The calendar first, then what is for people to read, then my agenda in its other formats."""


def taking(name: str, chosen: Product) -> Product | None:
    """Return what a file called `name` is to hold: `chosen`, unless its ending asks for another.

    None where it asks for something there is not.
    """
    suffix = Path(name).suffix.lower()
    if not suffix or suffix in chosen.extensions:
        return chosen
    files = (each for each in (*_AGENDA, *_DOCUMENTS) if suffix in each.extensions)
    return next(files, chosen if chosen.folder else None)
