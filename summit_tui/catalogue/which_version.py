"""How a version is named: `fosdem@3`, `fosdem@-1` for the one before, `fosdem@2024-01-05`.

A day means the programme as it was at its end, and as the start of a span (`--since`) the day's
beginning. Days are those of the event's zone.
"""

import re
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NoReturn
from zoneinfo import ZoneInfo

from summit_tui.catalogue import clock, versions
from summit_tui.catalogue.problems import CatalogueError, Problem
from summit_tui.catalogue.times import parse_date, parse_moment, zone
from summit_tui.catalogue.versions import Version

_FROM_TODAY = {"today": 0, "yesterday": -1}
_BACK = re.compile(r"-\d{1,9}")
_LISTED = 6


def split(named: str) -> tuple[str, str] | None:
    """Return programme and version where `named` is `NAME@VERSION`, else None."""
    name, _, which = named.rpartition("@")
    return (name, which) if name and which and "/" not in named else None


def asked(name: str, which: str) -> Version:
    """Return the version of `name` that `which` means; CatalogueError when it means none."""
    found: Version | None
    if _BACK.fullmatch(which):
        back, earlier = int(which[1:]), versions.before_present(name)
        found = earlier[-back] if 0 < back <= len(earlier) else None
    elif which.isdecimal():
        found = next((each for each in versions.kept(name) if str(each.number) == which), None)
    else:
        found = _at_the_end_of(name, which)
    if found is None:
        _none_such(name, which)
    return found


def beginning(text: str, where: ZoneInfo) -> datetime:
    """Return when `2019-04-02`, `2019-04-02T10:00`, `today` or `yesterday` begins in that zone.

    ValueError for anything else.
    """
    if (days := _FROM_TODAY.get(text.strip().lower())) is not None:
        day = clock.now(where).date() + timedelta(days=days)
        return datetime(day.year, day.month, day.day, tzinfo=where)
    try:
        day = parse_date(text)
    except ValueError:
        return parse_moment(text, where)
    return datetime(day.year, day.month, day.day, tzinfo=where)


def zone_of(name: str) -> ZoneInfo:
    """Return the zone of the newest version of `name`, in which its days are meant."""
    for version in reversed(versions.kept(name)):
        with suppress(CatalogueError):
            return versions.catalogue_of(version).event.zone
    return zone("UTC")


def told(version: Version, where: ZoneInfo) -> str:
    """Return a version as a person is told of it: `fosdem@3 (Fri 5 Jan 2024 10:00)`."""
    at = version.at.astimezone(where)
    return f"{version.label} ({at:%a} {at.day} {at:%b %Y %H:%M})"


def _at_the_end_of(name: str, which: str) -> Version | None:
    try:
        begins = beginning(which, zone_of(name))
    except ValueError:
        return None
    whole_day = ":" not in which
    ends = begins + (timedelta(days=1) if whole_day else timedelta(seconds=1))
    return versions.before(name, ends)


def _none_such(name: str, which: str) -> NoReturn:
    kept = versions.kept(name)
    numbers = [str(version.number) for version in kept]
    few = ["…", *numbers[-_LISTED:]] if len(numbers) > _LISTED else numbers
    hint = f"{name} has no kept versions"
    if kept:
        oldest = kept[0].at.astimezone(zone_of(name))
        hint = f"there are {', '.join(few)}; the oldest is of {oldest:%Y-%m-%d}"
    message = f"there is no version {which!r} of {name}"
    raise CatalogueError([Problem("error", "missing", message, f"{name}@{which}", hint=hint)])
