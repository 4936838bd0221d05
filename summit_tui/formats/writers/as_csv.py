"""A table out: CSV as RFC 4180 has it.

A spreadsheet runs a cell that begins with a sign such as `=`, so such a cell begins with an
apostrophe, which spreadsheets take for "this is text". Links beyond the first and abstracts are
left to JSON.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.model import Catalogue, Session
from summit_tui.formats.export import Export
from summit_tui.formats.writers.as_json import instant

COLUMNS = (
    "id",
    "code",
    "title",
    "subtitle",
    "kind",
    "level",
    "track",
    "day",
    "start",
    "end",
    "duration",
    "room",
    "venue",
    "language",
    "speakers",
    "tags",
    "status",
    "want",
    "note",
    "url",
)
"""The header; columns are added at the end, never moved."""

Row = tuple[str, ...]

_FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What makes a spreadsheet calculate, the full-width signs too."""


def rows(
    catalogue: Catalogue, sessions: Iterable[Session], picks: Mapping[str, Pick]
) -> Iterator[Row]:
    """Yield the cells of each session in the order of `COLUMNS`, empty where nothing is known."""
    for session in sessions:
        pick = picks.get(session.id)
        room = catalogue.room(session.room)
        values = (
            session.id,
            session.code,
            session.title,
            session.subtitle,
            session.kind,
            session.level,
            "; ".join(session.tracks),
            session.date,
            instant(session.start),
            instant(session.end),
            session.duration,
            session.room,
            (room.venue if room else None) or catalogue.event.venue,
            session.language,
            "; ".join(str(speaker) for speaker in session.speakers),
            "; ".join(session.tags),
            session.status,
            pick and pick.want,
            pick and pick.note,
            session.links[0].url if session.links else None,
        )
        yield tuple("" if value is None else str(value) for value in values)


def csv_text(table: Iterable[Row]) -> str:
    """Return the header and the rows of `table` as CSV, lines ending in CR LF."""
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in table)
    return text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def render(export: Export) -> bytes:
    """Return the export as CSV in UTF-8, without a byte order mark."""
    return csv_text(rows(export.catalogue, export.sessions, export.picks)).encode()
