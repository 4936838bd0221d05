"""What was found said around sessions and by themselves (`listed`), as a table for `sheet`."""

import re
from collections.abc import Sequence
from datetime import date

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers import sheet_columns
from summit_tui.formats.readers.day_names import near
from summit_tui.formats.readers.listed_around import GROUP
from summit_tui.formats.readers.listed_ids import field_of
from summit_tui.formats.readers.listed_talks import Said
from summit_tui.formats.readers.sheet_groups import TOPICS
from summit_tui.formats.readers.sheet_rows import Sheet

MOST_KEYS = 150
"""Of an entry no more are read, and a table has no more columns."""
_CLOCK = re.compile(r"\d:\d\d|\d\s?[ap]\.?m", re.IGNORECASE)
_CLOCKED = frozenset(("start", "time", "date"))
_OF_CLOCK = frozenset(("start", "end", "time"))
"""What holds an entry that has a time of its own says nothing of its time."""
Row = dict[str, str]
"""The texts of an entry, by the field that they mean, else by their key."""


def name(found: Sequence[tuple[Said, Said]]) -> str:
    """Return what stands around all sessions, which is no track then but the event's name."""
    outermost = {next((said for key, said in around if key == GROUP), "") for around, _ in found}
    return outermost.pop() if len(outermost) == 1 and len(found) > 1 else ""


def sheet(found: Sequence[tuple[Said, Said]]) -> Sheet:
    """Return the sessions as a table."""
    whole = name(found)
    rows = [_settled(_grouped(around, whole), own) for around, own in found]
    header = list(dict.fromkeys(key for row in rows for key in row))[:MOST_KEYS]
    table = [(n, [row.get(key, "") for key in header]) for n, row in enumerate(rows, 1)]
    return Sheet(header, sheet_columns.columns(header), table, "json", "entry")


def _grouped(around: Said, whole: str) -> Said:
    """Return what stands around an entry with groups as tracks, but for `whole`."""
    pairs = [(key, said) for key, said in around if (key, said) != (GROUP, whole)]
    return [("track" if key == GROUP else key, said) for key, said in pairs]


def _settled(around: Said, own: Said) -> Row:
    """Return one text for each field: the entry's own prevails, and the surer of two.

    What does not prevail stays under its key, to be told.
    """
    timed = has_clock(own)
    row: Row = {
        field or key: said
        for key, said in around
        if not ((field := field_of(key)[0]) in _OF_CLOCK and timed)
    }
    keys: dict[str, tuple[int, str]] = {}
    for key, said in own:
        field, rank = field_of(key)
        name = key if fold(key) in TOPICS else field or key
        if row.get(name) == said:
            continue
        if field == "date" and field in row and not _says_a_day(said):
            name = field = key
        if field in sheet_columns.MANY and row.get(name, said) != said:
            name = f"{field} {sum(each.startswith(field) for each in row) + 1}"
        elif field and name in keys:
            surer, before = keys[name]
            if rank >= surer:
                name = key if key != field else f"{key} 2"
            else:
                row[before] = row[name]
        keys.setdefault(name, (rank, key))
        row[name] = said
    return row


def has_clock(own: Said) -> bool:
    """Return whether an entry has a time of day of its own."""
    return any(field_of(key)[0] in _CLOCKED and _CLOCK.search(said) for key, said in own)


def _says_a_day(said: str) -> bool:
    return any(letter.isdigit() for letter in said) or near(date.min, said) is not None
