"""CSV and TSV: a row is a session, the headings say what the columns hold.

Headings, dates and times are read as people write them in English, French and German. Columns that
mean nothing to us are told. Speakers' companies and roles come from a sheet of people beside it.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import replace

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.formats.readers import (
    sheet_days,
    sheet_groups,
    sheet_rows,
    sheet_serials,
    sheet_zones,
)
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
    refuse_more,
)
from summit_tui.formats.readers.notes import Notes, quoted
from summit_tui.formats.readers.sheet_cells import DATED, Row
from summit_tui.formats.readers.sheet_columns import unread
from summit_tui.formats.readers.sheet_dates import Dates
from summit_tui.formats.readers.sheet_rows import Sheet
from summit_tui.formats.readers.sheet_speakers import STRONG, People, Speakers, by
from summit_tui.formats.readers.sheet_times import times

_REPEAT = re.compile(r"\[REPEAT(?: \d{1,3})?\]", re.IGNORECASE)
_TAGS = re.compile(r"(?:[,;|、\r\n]|\\n)+")
_NO_EVENT = DraftEvent()
_TURNED_DOWN = (
    *("declined", "rejected", "not accepted", "abgelehnt", "refuse", "refusee", "rechazado"),
    *("rechazada", "recusado", "recusada", "rifiutato", "afgewezen", "不採択", "탈락", "거절"),
)


def recognises(content: Content) -> bool:
    """Return whether it is a table with a heading for titles and one that only sessions have."""
    return sheet_rows.is_sheet(content)


def read(content: Content, hints: Hints) -> Draft:
    """Return what the rows say."""
    notes = content.notes
    found = sheet_rows.sheet(sheet_rows.decoded(content, notes), notes)
    if found is None:
        raise NotAProgramme("this table has no column for titles, or none that only sessions have")
    return draft(found, _people(content), notes)


def draft(found: Sheet, people: People, notes: Notes, event: DraftEvent = _NO_EVENT) -> Draft:
    """Return what the rows of a table say; `people` by their folded names."""
    refuse_more(len(found.rows))
    made = list(_Rows(found, people, notes).sessions())
    rooms = {one.room: DraftRoom(one.room, venue) for one, venue in made if one.room}
    sessions = tuple(one for one, _ in made)
    if event.timezone:  # a person may say another zone for what is the event's
        sessions = tuple(
            replace(one, zone="") if one.zone == event.timezone else one for one in sessions
        )
    else:
        event = replace(event, timezone=sheet_zones.common(sessions))
    return Draft(event, sessions, notes, rooms=tuple(rooms.values()))


def _people(content: Content) -> dict[str, DraftSpeaker]:
    """Return the people in the sheets that lie beside it, by their folded names."""
    people = {}
    for name, companion in content.beside.items():
        table = sheet_rows.people(sheet_rows.decoded(companion, companion.notes))
        if table is None or not {"title", "firstname"} & table.columns.keys():
            continue
        for _, row in table.rows:
            get = Row(row, table.columns)
            called = get("title") or f"{get('firstname')} {get('lastname')}".strip()
            who = DraftSpeaker(called, get("role"), get("company"))
            people[fold(who.name)] = who
        for heading in unread(table.header, table.columns).values():
            message = f"the column {quoted([heading])}: a catalogue has no place for it"
            companion.notes.add("left out", message, clean_line(name))
    return people


class _Rows:
    """Makes the sessions of one sheet."""

    def __init__(self, sheet: Sheet, people: People, notes: Notes) -> None:
        self._notes = notes
        sheet = sheet_serials.written(sheet_groups.titled(sheet_groups.plain(sheet)), notes)
        self._unread = unread(sheet.header, sheet.columns)
        self._zone = sheet_zones.in_headings(sheet.header, sheet.columns)
        rows = [Row(cells, sheet.columns) for _, cells in sheet.rows]
        dated = [c for row in rows if row.timed for field in DATED for c in row.all(field)]
        self._dates = Dates(dated, notes)
        for line, cells in sheet.rows:
            if any(cells[len(sheet.header) :]):
                notes.add("unread", "more cells than there are headings", sheet.place(line))
        self._sheet = made = sheet_days.dated(sheet, self._dates, notes)
        if made is not sheet:
            rows = [Row(cells, made.columns) for _, cells in made.rows]
        self._rows = rows
        self._speakers = Speakers(people, [cell for row in rows for cell in row.all("speakers")])
        # A room's name tells where it is only as long as one venue has it.
        venues: dict[str, set[str]] = {}
        for row in rows:
            venues.setdefault(row("room"), set()).add(row("venue"))
        once = rows if self._has("repeat") else []
        moments = Counter((row("code") or row("id"), row("start"), row("date")) for row in once)
        self._at_once = {moment for moment, count in moments.items() if count > 1}
        self._alone = {cell.strip() for row in rows for cell in row.all("track") if "," not in cell}
        titles = {clean_line(row("title")) for row in rows}
        bare = {_bare(title) for title in titles if _REPEAT.search(title)}
        self._repeated = bare & titles
        """Titles that stand alone and as `… [REPEAT]`, each with a code of its own."""
        self._shared = {room for room, found in venues.items() if len(found - {""}) > 1}

    def sessions(self) -> Iterator[tuple[DraftSession, str]]:
        """Yield what each row says, with its venue."""
        made = [
            (self._session(line, cells, get), get("venue"))
            for (line, cells), get in zip(self._sheet.rows, self._rows, strict=True)
            if self._is_wanted(line, get)
        ]
        yield from _joined(made, self._notes)

    def _is_wanted(self, line: int, get: Row) -> bool:
        """Return whether a row is of the programme: not a proposal that was turned down."""
        status = get("status").strip()
        if fold(status) not in _TURNED_DOWN or any(map(get, DATED)):
            return True
        message = f"proposals that are {quoted([clean_line(status)])} are no sessions"
        self._notes.add(
            "left out", message, (self._sheet.place(line), clean_line(get("title"))[:60])
        )
        return False

    def _session(self, line: int, cells: list[str], get: Row) -> DraftSession:
        code, given_id, title = get("code"), get("id"), get("title")
        bare = _bare(title)
        start, end, day = times(get, self._dates)
        named = "" if get("speakers") or get("lastname") else by(get("subtitle"))
        speakers = self._speakers.of([named] if named else get.all("speakers"), get)
        ids = (
            (("format", self._sheet.form), ("id", given_id), ("code", code))
            if code or given_id
            else ()
        )
        session = DraftSession(
            title=bare if self._has("repeat") or bare in self._repeated else title,
            id="" if code else given_id,
            code=code,
            subtitle="" if named else get("subtitle"),
            kind=get("kind"),
            level=get("level"),
            tracks=tuple(self._tracks(get.all("track"))),
            start=start,
            end=end,
            zone=sheet_zones.of(get, self._zone) if start else "",
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
            run="" if self._is_repeat_at_once(get) else self._run(bare, code or given_id),
            source=tuple(pair for pair in ids if pair[1]),
        )
        self._tell(line, get, session)
        return session

    def _tracks(self, cells: list[str]) -> Iterator[str]:
        """Yield the tracks in cells; commas part those that stand alone elsewhere."""
        for cell in (part for whole in cells for part in STRONG.split(whole)):
            parts = [part.strip() for part in cell.split(",")]
            yield from parts if self._alone.issuperset(parts) else [cell]

    def _has(self, field: str) -> bool:
        return field in self._sheet.columns

    def _run(self, bare: str, known: str) -> str:
        """Return what all runs of a session share: its title, where one says that it repeats it."""
        return f"repeated {bare}" if bare in self._repeated else known

    def _is_repeat_at_once(self, get: Row) -> bool:
        """Return whether two runs of one session begin together: they are no single listing."""
        moment = (get("code") or get("id"), get("start"), get("date"))
        return bool(self._at_once) and moment in self._at_once

    def _room(self, get: Row) -> str:
        room, venue = get("room"), get("venue")
        return f"{room}, {venue}" if room in self._shared and room and venue else room or venue

    def _unread_cells(self, cells: list[str]) -> Iterator[DraftAnswer]:
        """Yield what stands in the columns that mean nothing to us."""
        for at, heading in self._unread.items():
            if at < len(cells) and cells[at].strip():
                yield DraftAnswer(heading, cells[at])

    def _tell(self, line: int, get: Row, session: DraftSession) -> None:
        """Note what a row could not give."""
        if not session.title.strip():
            self._notes.add("unread", "rows without a title", self._sheet.place(line))
        if get.linked:
            message = "addresses behind names: a catalogue has no place for them"
            self._notes.add("left out", message, session)
        if not get.timed:
            return
        if not session.start:
            said = " ".join(get(field) for field in DATED if get(field))
            message = f"the time {quoted([clean_line(said)])} is not understood or has no date"
            self._notes.add("unread", message, session)
        elif ":" not in session.start:
            for said in filter(None, map(get, ("start", "time"))):
                day = self._dates.day(said)  # mostly a day without a time
                if not day.iso or any(letter.isdigit() for letter in day.rest):
                    message = f"the time {quoted([clean_line(said)])} is not understood"
                    self._notes.add("unread", message, session)
        elif not (session.end or session.duration) and any(map(str.isalnum, get("end"))):
            message = f"the end {quoted([clean_line(get('end'))])} is not understood"
            self._notes.add("unread", message, session)


def _bare(title: str) -> str:
    """Return a title without what says that it repeats another."""
    return clean_line(_REPEAT.sub(" ", title) if "[" in title else title)


def _joined(
    made: list[tuple[DraftSession, str]], notes: Notes
) -> Iterator[tuple[DraftSession, str]]:
    """Yield the sessions; one that has a row for each speaker is yielded once, with all."""
    found: dict[Hashable, tuple[DraftSession, str]] = {}
    for one, venue in made:
        known = bool(one.speakers and (one.run or (one.room and one.start)))
        same: Hashable = (one.run, one.title, one.start, one.room) if known else one
        before = found.get(same)
        if before is None:
            found[same] = one, venue
        elif set(one.speakers) <= set(before[0].speakers):
            found[one] = one, venue
        else:
            speakers = tuple(dict.fromkeys((*before[0].speakers, *one.speakers)))
            found[same] = replace(before[0], speakers=speakers), venue
            notes.add("changed", "a row for each speaker of a session: joined", found[same][0])
    yield from found.values()


_LINKS = {"url": "", "slides": "slides", "video": "video"}
