"""CSV and TSV: a row is a session, the headings say what the columns hold.

Headings, dates and times are read as people write them in English, French and German. Columns that
mean nothing to us are told. Speakers' companies and roles come from a sheet of people beside it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.formats.readers import names, sheet_rows
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import (
    Draft,
    DraftAnswer,
    DraftEvent,
    DraftRoom,
    DraftSession,
    DraftSpeaker,
    Hints,
    NotAProgramme,
)
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.sheet_columns import Columns, unread
from summit_tui.formats.readers.sheet_dates import Dates, clocks, is_moment
from summit_tui.formats.readers.sheet_rows import Sheet

FORMAT = "csv"
_REPEAT = re.compile(r"\[REPEAT(?: \d{1,3})?\]", re.IGNORECASE)
_STRONG = re.compile(r"[;|、\r\n]+")
_ASIDE = re.compile(r"([^()]+?)\s*\(([^()/]{2,60})\)")
_TAGS = re.compile(r"[,;|、\r\n]+")
_LONG = 2000
"""A cell longer than that is no list of names worth looking at closely."""
_DATED = ("date", "start", "end", "enddate", "time")

People = Mapping[str, DraftSpeaker]


def recognises(content: Content) -> bool:
    """Return whether it is a table with a heading for titles and one that only sessions have."""
    return sheet_rows.is_sheet(content)


def read(content: Content, hints: Hints) -> Draft:
    """Return what the rows say."""
    notes = content.notes
    found = sheet_rows.sheet(sheet_rows.decoded(content, notes), notes)
    if found is None:
        raise NotAProgramme("this table has no column for titles, or none that only sessions have")
    rows = _Rows(found, _people(content), notes)
    made = list(rows.sessions())
    rooms = {one.room: DraftRoom(one.room, venue) for one, venue in made if one.room}
    sessions = tuple(one for one, _ in made)
    return Draft(DraftEvent(), sessions, notes, rooms=tuple(rooms.values()))


def _people(content: Content) -> dict[str, DraftSpeaker]:
    """Return the people in the sheets that lie beside it, by their folded names."""
    people = {}
    for name, companion in content.beside.items():
        table = sheet_rows.people(sheet_rows.decoded(companion, companion.notes))
        if table is None or "title" not in table.columns:
            continue
        for _, row in table.rows:
            get = _Row(row, table.columns)
            who = DraftSpeaker(get("title"), get("role"), get("company"))
            people[fold(who.name)] = who
        for heading in unread(table.header, table.columns).values():
            message = f"the column {quoted([heading])}: a catalogue has no place for it"
            companion.notes.add("left out", message, clean_line(name))
    return people


class _Row:
    """The cells of a row by what they mean."""

    def __init__(self, cells: list[str], columns: Columns) -> None:
        self._said: dict[str, list[str]] = {}
        for field, places in columns.items():
            said = [cells[at] for at in places if at < len(cells) and cells[at].strip()]
            if said:
                self._said[field] = said

    def __call__(self, field: str) -> str:
        found = self._said.get(field)
        return found[0] if found else ""

    def all(self, field: str) -> list[str]:
        """Return the cells of a field that hold something."""
        return self._said.get(field, [])


class _Rows:
    """Makes the sessions of one sheet."""

    def __init__(self, sheet: Sheet, people: People, notes: Notes) -> None:
        self._sheet = sheet
        self._people = people
        self._notes = notes
        self._unread = unread(sheet.header, sheet.columns)
        self._rows = rows = [_Row(cells, sheet.columns) for _, cells in sheet.rows]
        self._dates = Dates((cell for row in rows for f in _DATED for cell in row.all(f)), notes)
        # A room's name tells where it is only as long as one venue has it.
        venues: dict[str, set[str]] = {}
        for row in rows:
            venues.setdefault(row("room"), set()).add(row("venue"))
        moments = Counter((row("code") or row("id"), row("start"), row("date")) for row in rows)
        self._at_once = {moment for moment, count in moments.items() if count > 1}
        self._shared = {room for room, found in venues.items() if len(found - {""}) > 1}

    def sessions(self) -> Iterator[tuple[DraftSession, str]]:
        """Yield what each row says, with its venue."""
        for (line, cells), get in zip(self._sheet.rows, self._rows, strict=True):
            yield self._session(line, cells, get), get("venue")

    def _session(self, line: int, cells: list[str], get: _Row) -> DraftSession:
        code, given_id, title = get("code"), get("id"), get("title")
        start, end, day = self._times(get)
        speakers = tuple(self._speakers(get.all("speakers")))
        ids = (("format", FORMAT), ("id", given_id), ("code", code)) if code or given_id else ()
        session = DraftSession(
            title=_REPEAT.sub(" ", title) if self._has("repeat") else title,
            id="" if code else given_id,
            code=code,
            subtitle=get("subtitle"),
            kind=get("kind"),
            level=get("level"),
            tracks=tuple(get.all("track")),
            start=start,
            end=end,
            day=day,
            duration=get("duration"),
            room=self._room(get),
            language=get("language"),
            status=get("status"),
            capacity=get("capacity"),
            speakers=speakers,
            tags=tuple(t for cell in get.all("tags") for t in _TAGS.split(cell) if t.strip()),
            answers=tuple(self._unread_cells(cells)),
            links=tuple((name, get(f)) for f, name in _LINKS.items() if get(f)),
            texts=tuple(get.all("abstract")),
            run="" if self._is_repeat_at_once(get) else code or given_id,
            source=tuple(pair for pair in ids if pair[1]),
        )
        self._tell(line, cells, get, session)
        return session

    def _has(self, field: str) -> bool:
        return field in self._sheet.columns

    def _is_repeat_at_once(self, get: _Row) -> bool:
        """Return whether two runs of one session begin together: they are no single listing."""
        moment = (get("code") or get("id"), get("start"), get("date"))
        return self._has("repeat") and moment in self._at_once

    def _room(self, get: _Row) -> str:
        room, venue = get("room"), get("venue")
        return f"{room}, {venue}" if room in self._shared and room and venue else room or venue

    def _times(self, get: _Row) -> tuple[str, str, str]:
        """Return start, end and what its day is called; instants as they stand."""
        start, end = get("start"), get("end")
        if is_moment(start):
            return start.strip(), end.strip() if is_moment(end) else self._end(get, start[:10]), ""
        day = self._dates.day(start)
        rest = day.rest if start else get("time")
        dated = day.iso or self._dates.day(get("date")).iso or self._dates.day(get("time")).iso
        times = clocks(rest) or clocks(self._dates.day(get("time")).rest)
        times = times or clocks(self._dates.day(get("date")).rest)
        if not dated:
            ends = clocks(get("end")) or times[1:2]
            return "".join(times[:1]), "".join(ends[:1]), get("date")
        if not times:
            return dated, "", ""
        found = f"{dated}T{times[0]}"
        return found, self._end(get, dated, times), ""

    def _end(self, get: _Row, begins: str, times: tuple[str, ...] = ()) -> str:
        """Return the end; one that is no later than its start is on the next day."""
        day = self._dates.day(get("end"))
        ends = clocks(day.rest) or times[1:2]
        if not ends:
            return ""
        dated = day.iso or self._dates.day(get("enddate")).iso
        if not dated and times and ends[0] < times[0]:
            return _next_day(begins, ends[0])
        return f"{dated or begins}T{ends[0]}"

    def _speakers(self, cells: list[str]) -> Iterator[DraftSpeaker]:
        for cell in cells:
            if known := self._people.get(fold(cell)):
                yield known
                continue
            strong = len(cell) > _LONG or _STRONG.search(cell.strip())
            for part in _STRONG.split(cell) if strong else names.parted(cell):
                name = part.strip()
                aside = _ASIDE.fullmatch(name) if len(name) <= _LONG // 10 else None
                if not name:
                    continue
                who = DraftSpeaker(aside[1], company=aside[2]) if aside else DraftSpeaker(name)
                yield self._people.get(fold(who.name), who)

    def _unread_cells(self, cells: list[str]) -> Iterator[DraftAnswer]:
        """Yield what stands in the columns that mean nothing to us."""
        for at, heading in self._unread.items():
            if at < len(cells) and cells[at].strip():
                yield DraftAnswer(heading, cells[at])

    def _tell(self, line: int, cells: list[str], get: _Row, session: DraftSession) -> None:
        """Note what a row could not give."""
        if not session.title.strip():
            self._notes.add("unread", "rows without a title", f"line {line}")
        if not session.start and any(get(field) for field in _DATED):
            said = " ".join(get(field) for field in _DATED if get(field))
            message = f"the time {quoted([clean_line(said)])} is not understood or has no date"
            self._notes.add("unread", message, session)
        elif ":" not in session.start:
            for said in filter(None, map(get, ("start", "time"))):
                if not self._dates.day(said).iso:  # else it is the day, without a time
                    message = f"the time {quoted([clean_line(said)])} is not understood"
                    self._notes.add("unread", message, session)
        if len(cells) > len(self._sheet.header) and any(cells[len(self._sheet.header) :]):
            self._notes.add("unread", "more cells than there are headings", f"line {line}")


_LINKS = {"url": "", "slides": "slides", "video": "video"}


def _next_day(iso: str, clock: str) -> str:
    if iso == date.max.isoformat():
        return ""
    return f"{date.fromisoformat(iso) + timedelta(days=1)}T{clock}"
