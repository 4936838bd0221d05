"""When things take place: the event's zone, and starts, lengths and days read in it.

An instant that the source gives with its offset is never changed; a wall clock without one is read
in the zone of the session, else of the event. The zone is what the person says, else what the
source names, unless the clocks that it prints prove it wrong, else what the offsets amount to.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from summit_tui.catalogue import times
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers import cities, undated
from summit_tui.formats.readers.draft import DraftDay, DraftSession
from summit_tui.formats.readers.notes import Notes

_OFFSET = re.compile(r"[Tt ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2})\s*\Z")
_LONGEST_CLOCK = 60
_LONGEST_KIND = 100
_FRACTION = re.compile(r"(\d{1,5})\.(?:\d*:\d+|0+)")
_CLOCK = re.compile(r"(\d{1,3}):(\d{1,3})(?::\d+)?")
_TOLD = re.compile(
    r"(?<![\d.,–+/-])(?<![–+/-] )(?<!to )(?<!bis )(\d{1,3})[ -]?"
    r"(?:(min(?:ute|uto)?s?|minuten|分|분)|hours?|horas?)\b"
)
_NIGHT_ENDS = time(12)
"""A session listed on the day before begins before noon: nights at a congress are long."""
_LETTERS = {
    "BRT": "America/Sao_Paulo",
    "ART": "America/Argentina/Buenos_Aires",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "PT": "America/Los_Angeles",
    "EDT": "America/New_York",
    "ET": "America/New_York",
    "CDT": "America/Chicago",
    "MDT": "America/Denver",
    "BST": "Europe/London",
    "CEST": "Europe/Berlin",
    "EEST": "Europe/Helsinki",
    "SAST": "Africa/Johannesburg",
    "GST": "Asia/Dubai",
    "PKT": "Asia/Karachi",
    "ICT": "Asia/Bangkok",
    "WIB": "Asia/Jakarta",
    "SGT": "Asia/Singapore",
    "MYT": "Asia/Kuala_Lumpur",
    "PHT": "Asia/Manila",
    "HKT": "Asia/Hong_Kong",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "AWST": "Australia/Perth",
    "ACST": "Australia/Adelaide",
    "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland",
    "NZDT": "Pacific/Auckland",
}
"""What people call a zone by letters, where that means one: IST, CST and AST mean several."""
_ODD_OFFSETS = {
    -210: "America/St_Johns",
    210: "Asia/Tehran",
    270: "Asia/Kabul",
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    390: "Asia/Yangon",
    525: "Australia/Eucla",
    570: "Australia/Darwin",
    630: "Australia/Lord_Howe",
    765: "Pacific/Chatham",
}
"""The offsets, in minutes, that no zone of `Etc` has, each with a zone where it is usual."""


def is_zone(name: str) -> bool:
    """Return whether there is an IANA zone called `name`."""
    try:
        times.zone(name)
    except ValueError:
        return False
    return True


def zone_called(name: str) -> str:
    """Return the IANA zone that is called `name`, or by its letters: JST; empty when it is none."""
    return name if is_zone(name) else _LETTERS.get(name.strip().upper(), "")


def event_zone(
    named: str, said: str, sessions: Iterable[DraftSession], notes: Notes, place: str = ""
) -> str:
    """Return the zone of the event: `said` by the person, `named` by the source, or deduced.

    It is deduced from the `place` where the event is held, else from the offsets of its times.
    """
    if said:
        return said
    starts = [one for one in sessions if one.start and not undated.is_alone(one.start)]
    offsets = Counter(_offset(session.start) for session in starts)
    usual = next((offset for offset, _ in offsets.most_common() if offset is not None), None)
    zone = _named_zone(clean_line(named), notes)
    if not zone:
        return _deduced(place, starts, usual, notes)
    if not _is_disproved(zone, starts):
        return zone
    offset = _fixed_zone(usual or 0)
    notes.add("changed", f"the clocks it prints are not those of {zone}: read as {offset}")
    return offset


def _named_zone(called: str, notes: Notes) -> str:
    """Return the zone that the source calls so; empty when it names none that is known."""
    zone = zone_called(called)
    if zone != called:
        what = f"is read as {zone}" if zone else "is not known"
        notes.add("changed" if zone else "unread", f"the time zone {called!r} {what}")
    return zone


def _deduced(place: str, starts: Sequence[DraftSession], usual: int | None, notes: Notes) -> str:
    """Return the zone of `place`, else the one that the `usual` offset amounts to."""
    if starts and (there := cities.zone_of(place)) and _agrees(there, starts):
        notes.add("changed", f"no time zone is named: {there}, where it is held, is taken")
        return there
    if usual is None:
        way_out = "--timezone Europe/Paris, say, is the way to tell"
        if starts:
            notes.add("unread", f"no time zone is named, so times are read as UTC; {way_out}")
        return "UTC"
    fixed = _fixed_zone(usual)
    message = f"no time zone is named, only offsets: local times are those of {fixed}"
    notes.add("changed", f"{message}; --timezone names the right one")
    return fixed


def _agrees(zone: str, starts: Iterable[DraftSession]) -> bool:
    """Return whether the offsets that the source gives are those of `zone`, or of UTC."""
    for session in starts:
        offset = _offset(session.start)
        try:
            start = times.parse_moment(undated.within_the_day(session.start), times.zone(zone))
        except ValueError:
            continue
        if offset and start.utcoffset() != timedelta(minutes=offset):
            return False
    return True


def _is_disproved(named: str, starts: Iterable[DraftSession]) -> bool:
    """Return whether most clocks agree with the offset beside them and not with the zone."""
    zone, agree, differ = times.zone(named), 0, 0
    for session in starts:
        clock = _clock(session)
        there = _clock_there(session) if clock else None
        if clock is None or there is None:
            continue
        local = times.parse_moment(session.start, zone)
        if (local.hour, local.minute) == clock:
            agree += 1
        elif there == clock:
            differ += 1
    return differ > agree


def _clock(session: DraftSession) -> tuple[int, int] | None:
    """Return the local time of day that the source prints."""
    found = _CLOCK.match(session.clock.strip()) if session.clock else None
    return (int(found[1]) % 24, int(found[2])) if found else None


def _clock_there(session: DraftSession) -> tuple[int, int] | None:
    """Return the time of day of the start by its own offset, where it has one."""
    offset = _offset(session.start)
    if offset is None:
        return None
    try:
        start = times.parse_moment(undated.within_the_day(session.start), times.zone("UTC"))
    except ValueError:
        return None
    there = start.astimezone(timezone(timedelta(minutes=offset)))
    return there.hour, there.minute


def _offset(text: str) -> int | None:
    found = _OFFSET.search(text.strip()[-_LONGEST_CLOCK:])  # blanks without end take for ever
    if found is None:
        return None
    if found[1] in "Zz":
        return 0
    digits = found[1].replace(":", "")
    minutes = int(digits[1:3]) * 60 + int(digits[3:])
    return (-minutes if digits[0] == "-" else minutes) if minutes <= 14 * 60 else None


def _fixed_zone(offset: int) -> str:
    """Return an IANA zone with `offset` minutes: `Etc/GMT-1` is the one an hour ahead of UTC."""
    hours, rest = divmod(offset, 60)
    if offset == 0:
        return "UTC"
    if rest == 0 and -12 <= hours <= 14:
        return f"Etc/GMT{-hours:+d}"
    return _ODD_OFFSETS.get(offset, "UTC")


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
        beside = _clock(session)
        if beside not in (None, (start.hour, start.minute)) and beside != _clock_there(session):
            self._notes.add("changed", "beside the moment stands another local time", session)
        return start

    def _instant(self, text: str, session: DraftSession) -> datetime:
        written, doubtful = (text, session.zone), False
        if written in self._read:
            return self._read[written]
        zone, text = self.zone, undated.within_the_day(text.strip())
        if session.zone and _offset(text) is None:
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
    if _offset(text) is not None:
        raise ValueError(f"{text!r} is not a date and time")
    return naive.replace(tzinfo=zone)


def _minutes(text: str) -> int:
    """Return the minutes of a duration as programmes spell it: `135.0:00`, `20.0`, `0:75` too."""
    if found := _FRACTION.fullmatch(text):  # minutes printed as hours, or as numbers are
        text = found[1]
    elif found := _CLOCK.fullmatch(text):
        text = str(int(found[1]) * 60 + int(found[2]))
    return times.parse_duration(text)


def _told_minutes(kind: str) -> int | None:
    """Return the minutes that a kind tells: `Talk (45 minutes)`; None where not just one length."""
    told = _TOLD.finditer(kind[:_LONGEST_KIND].lower())
    lengths = {int(found[1]) * (1 if found[2] else 60) for found in told}
    return min(lengths) or None if len(lengths) == 1 else None
