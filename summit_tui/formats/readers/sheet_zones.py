"""The zone that a sheet says its times are in: in a column, behind a time, or in a heading.

`14:00 CEST`, `Start (UTC)`, a column `Timezone`. Letters that are no zone are no concern of times.
"""

import re
from collections.abc import Iterable

from summit_tui.formats.readers.draft import DraftSession
from summit_tui.formats.readers.event_zones import is_letters, is_zone, zone_called
from summit_tui.formats.readers.sheet_cells import Row
from summit_tui.formats.readers.sheet_columns import Columns

_ASIDE = re.compile(r"[(\[]\s*([A-Za-z_/]{1,40})\s*[)\]]")
_BEHIND = re.compile(r"\d(?:\s?[AaPp]\.?[Mm]\.?)?\s*\(?([A-Z]{2,5})\)?\s*\Z")
_TIMES = ("start", "time", "date")


def in_headings(header: list[str], columns: Columns) -> str:
    """Return the zone that the heading of a column of times names; empty where none does."""
    for field in _TIMES:
        for at in columns.get(field, ()):
            named = _ASIDE.search(header[at]) if at < len(header) else None
            if named and (is_letters(named[1]) or ("/" in named[1] and is_zone(named[1]))):
                return named[1]
    return ""


def of(get: Row, heading: str) -> str:
    """Return the zone that a row says its times are in, else that of the `heading`."""
    if said := get("timezone").strip():
        return said
    for field in _TIMES:
        behind = _BEHIND.search(get(field)) if get(field) else None
        if behind and is_letters(behind[1]):
            return behind[1]
    return heading


def common(sessions: Iterable[DraftSession]) -> str:
    """Return the zone that all times are in; empty where they are in several, or in none."""
    found = {one.zone for one in sessions if one.start}
    zone = found.pop() if len(found) == 1 else ""
    return zone if zone and zone_called(zone) else ""
