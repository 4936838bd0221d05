"""Days that a sheet says once for many rows: in a row of their own, or in the first row only.

So people write programmes by hand, and so sheets with joined cells are exported.
"""

from contextlib import suppress
from datetime import date

from summit_tui.formats.readers.day_names import is_day_alone, near
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.sheet_columns import Columns
from summit_tui.formats.readers.sheet_dates import Dates, alone
from summit_tui.formats.readers.sheet_rows import Sheet


def dated(sheet: Sheet, dates: Dates, notes: Notes) -> Sheet:
    """Return the sheet with a date in each row that has a time and stands below one."""
    width = max([len(sheet.header), *(len(cells) for _, cells in sheet.rows)])
    place = sheet.columns.get("date", [width])[0]
    day, rows = "", []
    for line, cells in sheet.rows:
        if day_alone := alone(cells, dates) or _called(cells, dates.day(day).iso):
            day = day_alone
            notes.add("changed", "rows with a date alone date those below", sheet.place(line))
            continue
        own = cells[place] if place < len(cells) else ""
        if own.strip():
            day = own
        elif day and _is_timed(cells, sheet.columns, dates):
            cells = [*cells, *[""] * (place + 1 - len(cells))]
            cells[place] = day
            if "date" in sheet.columns:
                message = "rows without a date have the one of the row above"
                notes.add("changed", message, sheet.place(line))
        rows.append((line, cells))
    kept = len(rows) == len(sheet.rows) and all(
        new[1] is old[1] for new, old in zip(rows, sheet.rows, strict=True)
    )
    if not day or (kept and "date" in sheet.columns):
        return sheet
    columns = sheet.columns if "date" in sheet.columns else {**sheet.columns, "date": [place]}
    return sheet._replace(rows=rows, columns=columns)


def _called(cells: list[str], before: str) -> str:
    """Return the only cell that says something, where that is a day without its year; else empty.

    With its date where the day `before` has one.
    """
    said = [cell for cell in cells if cell.strip()]
    if len(said) != 1 or not is_day_alone(said[0]):
        return ""
    with suppress(OverflowError):
        found = near(date.fromisoformat(before), said[0]) if before else None
        return found.isoformat() if found else said[0]
    return said[0]


def _is_timed(cells: list[str], columns: Columns, dates: Dates) -> bool:
    """Return whether a row has a time of day and no date."""
    said = [
        cells[at]
        for field in ("start", "time")
        for at in columns.get(field, ())
        if at < len(cells) and cells[at].strip()
    ]
    return bool(said) and not any(dates.day(cell).iso for cell in said)
