"""What came of an update or an import, in sentences that the shell and the screens share."""

from collections.abc import Iterator

from summit_tui.agenda.affected import Affected
from summit_tui.catalogue.changes import Changes
from summit_tui.catalogue.number_words import counted
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.shelf import Placed
from summit_tui.catalogue.text import clean_line
from summit_tui.formats import change_words
from summit_tui.formats.kept_copies import age
from summit_tui.formats.readers.importing import Imported
from summit_tui.formats.sources import Arrived
from summit_tui.formats.updating import Update

READING = "reading the programme …"
"""What is said while a source that takes long is looked through."""
_MOST_PROBLEMS = 3
_MOST_NOTES = 40
"""So many notes are told; a source with more has one fault many times."""


def progress(read: int, total: int | None) -> str:
    """Return how many bytes have come, and of how many: `120 of 2,400 kB`."""
    of = f" of {total // 1024:,}" if total else ""
    return f"{read // 1024:,}{of} kB"


def reason(error: Exception) -> str:
    """Return what went wrong with a source, the library or an agenda."""
    if isinstance(error, CatalogueError):
        return "; ".join(str(problem) for problem in error.problems[:_MOST_PROBLEMS])
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{(error.strerror or str(error)).lower()}"
    return str(error)


def trouble(arrived: Arrived | None) -> str:
    """Return what is to be said where nobody answered, so that a copy had to serve."""
    if arrived is None or not arrived.trouble:
        return ""
    return f"{arrived.trouble}; this is the copy of {age(arrived.at)}"


def taken_in(imported: Imported) -> str:
    """Return what was imported, and from which format."""
    report = imported.report
    version = f", version {clean_line(report.version)[:40]}" if report.version else ""
    return f"{imported.catalogue.event.name}{version}, from {report.format}"


def findings(imported: Imported) -> Iterator[str]:
    """Yield what could not be read, changed or left out, each with where; then the counts."""
    notes = imported.report.notes
    yield from map(str, notes[:_MOST_NOTES])
    if len(notes) > _MOST_NOTES:
        yield f"… and {len(notes) - _MOST_NOTES} more of the sort"
    yield imported.report.summary


def unchanged(update: Update) -> str:
    """Return that there is nothing new."""
    edits = ", your edits kept" if update.edited else ""
    count = counted(len(update.catalogue.sessions), "session")
    return f"{update.name}: nothing new, {count} as before{edits}"


def summary(found: Changes, mine: Affected, *, only_mine: bool = False) -> str:
    """Return how much changed, and how much of it on my agenda."""
    if not found:
        return f"nothing differs: {counted(len(found.new.sessions), 'session')} as before"
    if not found.became and found.old.sessions and found.new.sessions:
        return "the two share no session: are they the same event?"
    about = f"{len(mine.changed) + len(mine.gone)} on my agenda"
    clashes = counted(len(mine.conflicts), "new clash", "new clashes")
    about += f", {clashes}" if mine.conflicts else ""
    if only_mine and not mine:
        about = "nothing on my agenda"
    return f"{change_words.count(found)}; {about}"


def breaks(mine: Affected) -> bool:
    """Return whether a change breaks my days, so that a plan would help."""
    return bool(mine.conflicts or mine.cancelled or mine.gone)


def followed(mine: Affected) -> str:
    """Return how many picks followed their session to a new id."""
    return f"{counted(len(mine.renamed), 'pick')} followed to a new id"


def kept(placed: Placed) -> str:
    """Return what the present version is called, and the one before."""
    was = "" if placed.replaced is None else f"; {placed.replaced.label} is what it was before"
    return f"kept as {placed.version.label}{was}"
