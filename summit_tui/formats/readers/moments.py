"""When things take place: starts, lengths and days, read in the event's zone (`event_zones`).

An instant that the source gives with its offset is never changed; a wall clock without one is read
in the zone of the session, else of the event.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from summit_tui.catalogue import times
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers import undated
from summit_tui.formats.readers.draft import DraftDay, DraftSession
from summit_tui.formats.readers.event_zones import (
    clock_there,
    offset_of,
    printed_clock,
    zone_called,
)
from summit_tui.formats.readers.notes import Notes

_LONGEST_KIND = 100
_FRACTION = re.compile(r"(\d{1,5})\.(?:\d*:\d+|0+)")
_HOURS_AND_MINUTES = re.compile(r"(\d{1,3}):(\d{1,3})(?::\d+)?")
_TOLD = re.compile(
    r"(?<![\d.,–+/-])(?<![–+/-] )(?<!to )(?<!bis )(\d{1,3})[ -]?"
    r"(?:(min(?:ute|uto)?s?|minuten|分|분)|hours?|horas?)\b"
)
_NIGHT_ENDS = time(12)
"""A session listed on the day before begins before noon: nights at a congress are long."""


class Clock:
    """Reads the times of one event; what it cannot read, it notes with the session."""

    def __init__(self, zone: str, days: Iterable[DraftDay], notes: Notes) -> None:
        self.zone: ZoneInfo = times.zone(zone)
        self._days = {day.date: day for day in days}
        self._notes = notes
        self._read: dict[tuple[str, str], datetime] = {}
        """Moments that were read without a doubt, for many sessions begin together."""

    def start(self, session: DraftSession) -> datetime | None:
        """Return when a session begins; None when it is not given or cannot be read."""
        written = session.start.strip()
        if not written or is_date(written) or undated.is_alone(written):
            return None
        try:
            start = self._instant(session.start, session)
        except ValueError as error:
            self._notes.add("unread", f"start: {error}", session)
            return None
        beside = printed_clock(session)
        if beside not in (None, (start.hour, start.minute)) and beside != clock_there(session):
            self._notes.add("changed", "beside the moment stands another local time", session)
        return start

    def _instant(self, text: str, session: DraftSession) -> datetime:
        written, doubtful = (text, session.zone), False
        if written in self._read:
            return self._read[written]
        zone, text = self.zone, undated.within_the_day(text.strip())
        if session.zone and offset_of(text) is None:
            if named := zone_called(session.zone):
                zone = times.zone(named)
            else:
                doubtful = True
                self._notes.add("unread", f"the time zone {clean_line(session.zone)!r}", session)
        try:
            found = times.parse_moment(text, zone)
        except ValueError:
            found, doubtful = _after_the_gap(text, zone), True
            message = "clocks go forward over its time: read as that much later"
            self._notes.add("changed", message, session)
        instant = found.astimezone(UTC).astimezone(self.zone)
        if not doubtful:
            self._read[written] = instant
        return instant

    def duration(self, session: DraftSession, start: datetime | None) -> int | None:
        """Return how many minutes a session takes: its duration, else from start to end."""
        if session.duration.strip():
            try:
                return _minutes(session.duration.strip())
            except ValueError as error:
                self._notes.add("unread", f"duration: {error}", session)
        if start is None or not session.end.strip():
            length = undated.length(session.start, session.end)
            return _told_minutes(session.kind) if length is None else length
        try:
            minutes = times.minutes_between(start, self._instant(session.end, session))
        except ValueError as error:
            self._notes.add("unread", f"end: {error}", session)
            return None
        if 0 <= minutes <= times.MAX_MINUTES:
            return minutes
        wrong = "before it begins" if minutes < 0 else "more than a month later"
        self._notes.add("unread", f"it ends {wrong}, so its length is left open", session)
        return None

    def days(self, starts: Mapping[DraftSession, datetime | None]) -> dict[str, date]:
        """Return the date of each day that sessions are listed under.

        One whose sessions are all on other dates, and which begins on one of them by the event's
        clock, is that date: some programmes date their days in UTC.
        """
        dates: dict[str, set[date]] = {}
        for session, start in starts.items():
            if session.day and start is not None:
                dates.setdefault(session.day, set()).add(start.date())
        found = {}
        for text, used in dates.items():
            try:
                listed = times.parse_date(text)
            except ValueError:
                self._notes.add("unread", f"the day {clean_line(text)!r} is no date")
                continue
            begins = self._begins(text)
            found[text] = begins if begins in used and listed not in used else listed
        return found

    def _begins(self, text: str) -> date | None:
        day = self._days.get(text)
        if day is None or not day.begins:
            return None
        try:
            return times.parse_moment(day.begins, self.zone).date()
        except ValueError:
            return None

    def day(
        self, session: DraftSession, start: datetime | None, listed: date | None
    ) -> date | None:
        """Return the conference day of a session, where that is not the date it begins on."""
        if start is None:
            return listed or self._day_without_time(session)
        if listed is None or listed == start.date():
            return None
        if start.date() - listed == timedelta(days=1) and start.time() < _NIGHT_ENDS:
            return listed
        message = f"listed under {listed}, it begins on {start.date()}: kept where it begins"
        self._notes.add("changed", message, session)
        return None

    def _day_without_time(self, session: DraftSession) -> date | None:
        for text in (session.start, session.day):
            if is_date(text):
                return times.parse_date(text)
        return None


def is_date(text: str) -> bool:
    """Return whether `text` is a date without a time."""
    if not text or ":" in text:
        return False
    try:
        times.parse_date(text)
    except ValueError:
        return False
    return True


def _after_the_gap(text: str, zone: ZoneInfo) -> datetime:
    """Return the moment of a wall clock that clocks going forward skip; else ValueError."""
    naive = times.parse_moment(text, times.zone("UTC"))
    if offset_of(text) is not None:
        raise ValueError(f"{text!r} is not a date and time")
    return naive.replace(tzinfo=zone)


def _minutes(text: str) -> int:
    """Return the minutes of a duration as programmes spell it: `135.0:00`, `20.0`, `0:75` too."""
    if found := _FRACTION.fullmatch(text):  # minutes printed as hours, or as numbers are
        text = found[1]
    elif found := _HOURS_AND_MINUTES.fullmatch(text):
        text = str(int(found[1]) * 60 + int(found[2]))
    return times.parse_duration(text)


def _told_minutes(kind: str) -> int | None:
    """Return the minutes that a kind tells: `Talk (45 minutes)`; None where not just one length."""
    told = _TOLD.finditer(kind[:_LONGEST_KIND].lower())
    lengths = {int(found[1]) * (1 if found[2] else 60) for found in told}
    return min(lengths) or None if len(lengths) == 1 else None
