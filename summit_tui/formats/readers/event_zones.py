"""The time zone that a programme's clocks are of: named, disproved by what it prints, or deduced.

It is what the person says, else what the source names, unless the clocks that it prints prove it
wrong, else that of the place, else what the offsets amount to. What was guessed is noted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta, timezone

from summit_tui.catalogue import times
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers import cities, undated
from summit_tui.formats.readers.draft import DraftSession
from summit_tui.formats.readers.notes import Notes

_OFFSET = re.compile(r"[Tt ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2})\s*\Z")
NAMED_BY = "--timezone"
"""How a person names the zone; other front ends have other ways."""
_LONGEST_CLOCK = 60
_CLOCK = re.compile(r"(\d{1,3}):(\d{1,3})(?::\d+)?")
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
_OTHER_LETTERS = frozenset(
    ("UTC", "GMT", "WET", "CET", "EET", "EST", "MST", "HST", "CST", "IST", "AST", "MSK", "WEST")
)
"""Letters that a zone is called by, too, or several are."""
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


def is_letters(text: str) -> bool:
    """Return whether people write such letters behind a time for its zone: CEST, EST."""
    return text.upper() in _OTHER_LETTERS or text.upper() in _LETTERS


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
    offsets = Counter(offset_of(session.start) for session in starts)
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
        way_out = f"{NAMED_BY} Europe/Paris, say, is the way to tell"
        if starts:
            notes.add("unread", f"no time zone is named, so times are read as UTC; {way_out}")
        return "UTC"
    fixed = _fixed_zone(usual)
    message = f"no time zone is named, only offsets: local times are those of {fixed}"
    notes.add("changed", f"{message}; {NAMED_BY} names the right one")
    return fixed


def _agrees(zone: str, starts: Iterable[DraftSession]) -> bool:
    """Return whether the offsets that the source gives are those of `zone`, or of UTC."""
    for session in starts:
        offset = offset_of(session.start)
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
        clock = printed_clock(session)
        there = clock_there(session) if clock else None
        if clock is None or there is None:
            continue
        local = times.parse_moment(session.start, zone)
        if (local.hour, local.minute) == clock:
            agree += 1
        elif there == clock:
            differ += 1
    return differ > agree


def printed_clock(session: DraftSession) -> tuple[int, int] | None:
    """Return the local time of day that the source prints."""
    found = _CLOCK.match(session.clock.strip()) if session.clock else None
    return (int(found[1]) % 24, int(found[2])) if found else None


def clock_there(session: DraftSession) -> tuple[int, int] | None:
    """Return the time of day of the start by its own offset, where it has one."""
    offset = offset_of(session.start)
    if offset is None:
        return None
    try:
        start = times.parse_moment(undated.within_the_day(session.start), times.zone("UTC"))
    except ValueError:
        return None
    there = start.astimezone(timezone(timedelta(minutes=offset)))
    return there.hour, there.minute


def offset_of(text: str) -> int | None:
    """Return the minutes that a moment is ahead of UTC by its own offset; None without one."""
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
