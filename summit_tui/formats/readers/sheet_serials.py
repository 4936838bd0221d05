"""Dates and times as spreadsheets keep them: days since 1900, and a fraction for the time of day.

So they stand in a sheet that was saved without its formats: `46146.4166667` is 2026-05-04 10:00.
"""

import re
from datetime import date, timedelta

from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.sheet_rows import Sheet

_MOMENT = re.compile(r"(\d{5})(?:[.,](\d{1,17}))?", re.ASCII)
_FRACTION = re.compile(r"0?[.,](\d{1,17})", re.ASCII)
_LENGTH = re.compile(r"0?[.,](\d{3,17})", re.ASCII)
"""Of a length, `0.5` may be half an hour."""
_BEGINS = date(1899, 12, 30)
"""Day 0, after which Excel counts a 29th of February too many."""
_DAYS = range(36_526, 73_051)
"""From 2000 to 2099: other numbers of five digits are something else."""
_MINUTES = 24 * 60
_DATED = ("date", "start", "end", "enddate", "time")


def written(sheet: Sheet, notes: Notes) -> Sheet:
    """Return the sheet with its dates, times and lengths as people write them."""
    places = {at: _moment for field in _DATED for at in sheet.columns.get(field, ())}
    places |= dict.fromkeys(sheet.columns.get("duration", ()), _length)
    changed = {
        row: {
            at: said for at, read in places.items() if at < len(cells) and (said := read(cells[at]))
        }
        for row, (_, cells) in enumerate(sheet.rows)
    }
    if not any(changed.values()):
        return sheet
    notes.add("changed", "dates and times are numbers, as spreadsheets keep them: read so")
    rows = [
        (line, [changed[row].get(at, cell) for at, cell in enumerate(cells)])
        for row, (line, cells) in enumerate(sheet.rows)
    ]
    return sheet._replace(rows=rows)


def _moment(cell: str) -> str:
    """Return what a number says: `2026-05-04 10:00`, a date or a time alone; empty for none."""
    cell = cell.strip()
    if found := _FRACTION.fullmatch(cell):
        return _clock(found[1])[1]
    found = _MOMENT.fullmatch(cell)
    if found is None or int(found[1]) not in _DAYS:
        return ""
    over, clock = _clock(found[2] or "")
    day = _BEGINS + timedelta(days=int(found[1]) + over)
    return f"{day} {clock}".strip()


def _length(cell: str) -> str:
    found = _LENGTH.fullmatch(cell.strip())
    return f"{_of_a_day(found[1])} min" if found else ""


def _clock(digits: str) -> tuple[int, str]:
    """Return how many days a fraction is rounded up to, and its time of day."""
    if not digits:
        return 0, ""
    over, minutes = divmod(_of_a_day(digits), _MINUTES)
    return over, f"{minutes // 60:02}:{minutes % 60:02}"


def _of_a_day(digits: str) -> int:
    return round(float(f"0.{digits}") * _MINUTES)
