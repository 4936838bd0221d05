"""Time zones as calendars name and define them, and the moments they are written with.

A TZID is an IANA name, one with a path before it, a name of Windows, or anything at all that a
VTIMEZONE defines; the IANA name is preferred, for definitions are often out of date. Where there is
none, the definition gives the offset of each moment (RFC 5545 §3.6.5). A zone that is neither
known nor defined stays a name, for `building` to tell.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers.event_zones import is_zone
from summit_tui.formats.readers.ics_lines import Component, Property
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.recurrence_rules import parse_rule
from summit_tui.formats.readers.recurring import Budget, starts

_MOMENT = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[Tt ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})(?::?\d{2})?", re.ASCII)
_FIXED = re.compile(r"\(?(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d{2}))?\)?", re.ASCII)
_YEARS = range(1900, 2300)
_MOST_ZONES = 300
_STEPS = 30_000
_ONSETS_LOOKED_AT = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or a date and time, as a calendar writes it."""

    wall: datetime
    """What the clock shows; midnight for a date."""
    is_date: bool = False
    zone: str = ""
    """IANA name, or whatever the source calls it; empty for a clock that is local anywhere."""
    offset: tzinfo | None = None
    """UTC, or what the source's own definition amounts to."""

    @property
    def text(self) -> str:
        """The moment as a draft has it."""
        if self.is_date:
            return self.wall.date().isoformat()
        written = self.wall.replace(tzinfo=self.offset).isoformat()
        return written.replace("+00:00", "Z") if self.offset is UTC else written

    def instant(self, floating: tzinfo = UTC) -> datetime:
        """Return the instant; where the zone is not known it is `floating`."""
        zone = self.offset or (ZoneInfo(self.zone) if is_zone(self.zone) else floating)
        return self.wall.replace(tzinfo=zone).astimezone(UTC)


class Zones:
    """The zones of one source."""

    def __init__(self, calendars: Iterable[Component], notes: Notes) -> None:
        self._notes = notes
        self._budget = Budget(_STEPS)
        self._names: dict[str, str] = {}
        self._defined: dict[str, _Definition] = {}
        self.definitions: dict[str, Component] = {}
        """What the source defines."""
        for one in calendars:
            for defined in one.within("VTIMEZONE"):
                self.definitions.setdefault(defined.text("TZID").strip(), defined)

    def name(self, tzid: str) -> str:
        """Return the IANA name of the zone that the source calls `tzid`; empty when it has none."""
        if tzid not in self._names:
            if len(self._names) >= _MOST_ZONES:  # each unknown one is looked for on the disk
                return ""
            self._names[tzid] = self._found(tzid)
        return self._names[tzid]

    def _found(self, tzid: str) -> str:
        path = tzid.strip().strip("/").split("/")
        candidates = [tzid.strip(), *("/".join(path[-size:]) for size in (3, 2))]
        candidates.append(tzid.replace("-", "/", 1).replace(" ", "_"))
        if tzid in self.definitions:
            candidates.append(self.definitions[tzid].text("X-LIC-LOCATION").strip())
        found = next((each for each in candidates if each and is_zone(each)), "")
        return found or (_of_windows(tzid.strip()) if tzid.strip() else "")

    def moment(self, written: Property, inherited: str = "") -> Moment:
        """Return the moment of a property; `inherited` is the zone where it names none.

        ValueError when it is none.
        """
        return self.read(written.value, _tzid(written) or inherited, written.parameters)

    def read(self, value: str, tzid: str, parameters: dict[str, str]) -> Moment:
        """Return the moment that `value` means in the zone `tzid`; ValueError when it is none."""
        found = _MOMENT.fullmatch(value.strip().rpartition(":")[2] if tzid else value.strip())
        found = found or _MOMENT.fullmatch(value.strip())
        if found is None:
            raise ValueError(f"{clean_line(value)[:60]!r} is not a date and time")
        wall = _wall(found, value)
        if not found[4] or (
            parameters.get("VALUE", "").upper() == "DATE" and not any(_clock(wall))
        ):
            return Moment(wall, is_date=True)
        if found[7]:
            return Moment(wall, offset=UTC if found[7] in "Zz" else _offset(found[7]))
        return self.at(wall, tzid)

    def at(self, wall: datetime, tzid: str) -> Moment:
        """Return the moment when the clock in the zone `tzid` shows `wall`."""
        if name := self.name(tzid):
            return Moment(wall, zone=name, offset=UTC if name in ("UTC", "Etc/UTC") else None)
        if tzid in self.definitions:
            if tzid not in self._defined:
                self._defined[tzid] = _Definition(self.definitions[tzid], self._budget)
            if (offset := self._defined[tzid].offset(wall)) is not None:
                message = "is no usual one: the calendar's own definition gives the times"
                self._notes.add("changed", f"the time zone {clean_line(tzid)[:60]!r} {message}")
                return Moment(wall, zone=tzid, offset=offset)
        if fixed := _FIXED.fullmatch(tzid.strip()):
            return Moment(
                wall, zone=tzid, offset=_offset(f"{fixed[1]}{fixed[2]:0>2}{fixed[3] or '00'}")
            )
        return Moment(wall, zone=tzid)


def _tzid(written: Property) -> str:
    """Return the zone of a moment, also `(UTC+01:00) Berlin`, which its colon breaks in two."""
    zone = written.parameters.get("TZID", "")
    rest, colon, _ = written.value.rpartition(":")
    return f"{zone}:{rest}" if colon and zone.startswith("(UTC") and "(" in zone else zone


def _wall(found: re.Match[str], value: str) -> datetime:
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        midnight = datetime(year, month, day)
        if year not in _YEARS or hour > 24 or minute > 59 or second > 60:
            raise ValueError("there is no such time")
    except ValueError as error:
        raise ValueError(f"{clean_line(value)[:60]!r} is not in the calendar: {error}") from error
    return midnight + timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


def _clock(wall: datetime) -> tuple[int, int, int]:
    return wall.hour, wall.minute, wall.second


def _offset(text: str) -> tzinfo:
    found = _OFFSET.fullmatch(text.strip())
    if found is None or int(found[2]) > 23 or int(found[3]) > 59:
        raise ValueError(f"{clean_line(text)[:20]!r} is not an offset")
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(-ahead if found[1] == "-" else ahead)


def _of_windows(name: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # slow to load, seldom asked

    found = WINDOWS_TO_OLSON.get(name, "")
    return found if found and is_zone(found) else ""


class _Definition:
    """A VTIMEZONE: since when which offset holds."""

    def __init__(self, component: Component, budget: Budget) -> None:
        self._budget = budget
        self._parts = [part for part in component.children if part.name in ("STANDARD", "DAYLIGHT")]
        self._years: dict[int, list[tuple[datetime, tzinfo]]] = {}

    def offset(self, wall: datetime) -> tzinfo | None:
        """Return the offset when the clock shows `wall`; None when it defines none."""
        if wall.year not in self._years:
            latest = datetime(wall.year + 1, 1, 1)
            onsets = [found for part in self._parts for found in self._onsets(part, latest)]
            self._years[wall.year] = sorted(onsets, key=lambda onset: onset[0])
        onsets = self._years[wall.year]
        before = [offset for begins, offset in onsets if begins <= wall]
        return before[-1] if before else (onsets[0][1] if onsets else None)

    def _onsets(self, part: Component, latest: datetime) -> list[tuple[datetime, tzinfo]]:
        """Return when an observance begins, in the years before `latest`."""
        try:
            offset = _offset(part.text("TZOFFSETTO"))
            begins = self._begins(part, latest)
        except ValueError:
            return []
        return [(each, offset) for each in begins if each < latest]

    def _begins(self, part: Component, latest: datetime) -> list[datetime]:
        first = _naive(part.text("DTSTART"))
        begins = [first]
        if rule := part.first("RRULE"):
            begins = self._recurring(rule.value, first, latest)
        dates = (text for each in part.all("RDATE") for text in each.value.split(","))
        return [*begins, *map(_naive, dates)]

    def _recurring(self, text: str, first: datetime, latest: datetime) -> list[datetime]:
        rule = parse_rule(text)
        until = min(latest, _naive(rule.until) + timedelta(days=1)) if rule.until else latest
        found: list[datetime] = []
        for moment in starts(rule, first, self._budget, after=latest - _ONSETS_LOOKED_AT):
            if moment >= until:
                break
            found.append(moment)
        return found[-4:]


def _naive(text: str) -> datetime:
    """Return the wall clock in `text`, of any year: some definitions begin in 1601."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{clean_line(text)[:60]!r} is not a date and time")
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    return datetime(year, month, day, hour, minute, min(second, 59))
