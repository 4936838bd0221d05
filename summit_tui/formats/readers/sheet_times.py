"""When the session of a row takes place, of all the cells that may say so: `2026-04-03T09:30`."""

import re
from datetime import date, timedelta

from summit_tui.formats.readers.day_names import is_named
from summit_tui.formats.readers.sheet_cells import Row
from summit_tui.formats.readers.sheet_dates import Dates, clocks, is_moment


def times(get: Row, dates: Dates) -> tuple[str, str, str]:
    """Return start, end and what its day is called; instants as they stand."""
    if not get.timed:
        return "", "", ""
    start, end = get("start"), get("end")
    start = start or next(filter(is_moment, map(get, ("time", "date"))), "")
    end = end or next(filter(is_moment, (get("enddate"),)), "")
    if is_moment(start):
        return start.strip(), end.strip() if is_moment(end) else _end(get, dates, start[:10]), ""
    day = dates.day(start)
    rest = day.rest if start else get("time")
    dated = day.iso or dates.day(get("date")).iso or dates.day(get("time")).iso
    told = clocks(rest) or clocks(dates.day(get("time")).rest)
    told = told or clocks(dates.day(get("date")).rest)
    if not dated:
        ends = clocks(get("end")) or told[1:2]
        called = get("date").strip() or next(filter(is_named, (start, get("time"))), "")
        called = f"Day {called}" if re.fullmatch(r"\d{1,2}", called) else called
        return "".join(told[:1]), "".join(ends[:1]), called
    if not told:
        return dated, "", ""
    found = f"{dated}T{told[0]}"
    return found, _end(get, dates, dated, told), ""


def _end(get: Row, dates: Dates, begins: str, told: tuple[str, ...] = ()) -> str:
    """Return the end; one that is earlier than its start is on the next day."""
    day = dates.day(get("end"))
    later = dates.day(get("enddate"))
    ends = clocks(day.rest) or told[1:2] or clocks(later.rest)
    if not ends:
        return ""
    dated = day.iso or later.iso
    if not dated and told and ends[0] < told[0]:
        return _next_day(begins, ends[0])
    return f"{dated or begins}T{ends[0]}"


def _next_day(iso: str, clock: str) -> str:
    if iso == date.max.isoformat():
        return ""
    return f"{date.fromisoformat(iso) + timedelta(days=1)}T{clock}"
