"""When an event of a calendar takes place: once, or as its rules and dates say, within bounds.

`occurrences` is for anybody who needs the moments: programmes, and a person's own appointments. A
rule may go on for ever, so at most so many are given, and none from a given moment on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from summit_tui.formats.readers.ics_lines import Component
from summit_tui.formats.readers.ics_zones import Moment, Zones
from summit_tui.formats.readers.recurrence_rules import Rule, parse_rule
from summit_tui.formats.readers.recurring import Budget, starts


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The moments an event begins at."""

    moments: tuple[Moment, ...]
    cut: bool = False
    """Whether there would have been more."""
    unread: tuple[str, ...] = ()
    """What is wrong with its rules and dates, in words."""
    given_up: bool = False
    """Whether it recurs more often than could be followed."""


class Places:
    """Moments to leave out: instants, and whole dates."""

    def __init__(self, moments: Iterable[Moment]) -> None:
        moments = tuple(moments)
        self._dates = {moment.wall.date() for moment in moments if moment.is_date}
        self._instants = {moment.instant() for moment in moments if not moment.is_date}

    def __contains__(self, moment: Moment) -> bool:
        return moment.wall.date() in self._dates or moment.instant() in self._instants


def occurrences(
    event: Component,
    zones: Zones,
    budget: Budget,
    *,
    most: int,
    after: datetime | None = None,
    before: datetime | None = None,
    without: Places | None = None,
) -> Occurrences:
    """Return when `event` begins, in order: at most `most` moments, by the event's own clock.

    Those before `after`, those from `before` on (both without zone), its EXDATEs and `without`,
    which other components stand for, are left out. ValueError when it has no beginning that can be
    read.
    """
    written = event.first("DTSTART")
    if written is None:
        raise ValueError("it has no DTSTART")
    tzid = written.parameters.get("TZID", "") or event.text("TZID")
    first = zones.moment(written, tzid)
    if without is None and not any(map(event.all, ("RRULE", "RDATE", "EXDATE"))):
        inside = (after is None or first.wall >= after) and (before is None or first.wall < before)
        return Occurrences((first,) if inside else ())
    dates = _Dates(event, zones, tzid)
    excluded = Places(dates.listed("EXDATE"))
    found: dict[datetime, Moment] = {}
    cut = False
    for moment in _all(event, first, dates, budget, after):
        if (before is not None and moment.wall >= before) or len(found) >= most:
            cut = True
            break
        wanted = moment not in excluded and (without is None or moment not in without)
        if wanted and (after is None or moment.wall >= after):
            found.setdefault(moment.instant(), moment)
    cut = cut or dates.exhausted
    given_up = len(found) >= most or (dates.exhausted and budget.overdrawn)
    moments = tuple(found[key] for key in sorted(found))
    return Occurrences(moments, cut, tuple(dates.unread), given_up)


def _all(
    event: Component, first: Moment, dates: "_Dates", budget: Budget, after: datetime | None
) -> Iterator[Moment]:
    yield first
    yield from dates.listed("RDATE")
    for written in event.all("RRULE"):
        try:
            rule = parse_rule(written.value)
            yield from dates.by_rule(rule, first, budget, after)
        except ValueError as error:
            dates.unread.append(f"its rule: {error}")


class _Dates:
    """The dates of one event, read; what cannot be is in `unread`."""

    def __init__(self, event: Component, zones: Zones, tzid: str) -> None:
        self._event = event
        self._zones = zones
        self._tzid = tzid
        self.unread: list[str] = []
        self.exhausted = False
        """Whether a rule was given up for lack of budget."""

    def listed(self, name: str) -> tuple[Moment, ...]:
        """Return the moments of RDATE or EXDATE; of a period its beginning."""
        found = []
        for written in self._event.all(name):
            tzid = written.parameters.get("TZID", "") or self._tzid
            for text in written.value.split(","):
                if not text.strip():
                    continue
                try:
                    begins = text.partition("/")[0]
                    found.append(self._zones.read(begins, tzid, written.parameters))
                except ValueError as error:
                    self.unread.append(f"{name}: {error}")
        return tuple(found)

    def by_rule(
        self, rule: Rule, first: Moment, budget: Budget, after: datetime | None
    ) -> Iterator[Moment]:
        """Yield the moments a rule means after the first, up to its UNTIL; few before `after`."""
        until = self._zones.read(rule.until, self._tzid, {}) if rule.until else None
        given = 0
        for wall in starts(rule, first.wall, budget, after=after):
            given += 1
            moment = first if wall == first.wall else self._like(first, wall)
            if until is not None and _is_later(moment, until):
                return
            yield moment
        self.exhausted = rule.count is None or given < rule.count

    def _like(self, first: Moment, wall: datetime) -> Moment:
        if first.zone and first.zone in self._zones.definitions:
            return self._zones.at(wall, first.zone)  # its offset may be another by then
        return replace(first, wall=wall)


def _is_later(moment: Moment, until: Moment) -> bool:
    if until.is_date or moment.is_date:
        return moment.wall.date() > until.wall.date()
    if until.offset is not None:
        return moment.instant() > until.instant()
    return moment.wall > until.wall
