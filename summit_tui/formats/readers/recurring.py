"""When something recurs (RFC 5545 §3.3.10): the wall clocks that a rule means, within bounds.

Written here because the library that calendars use walks on to the year 9999 in search of a day
that never comes (`FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30` takes it seconds), and a feed is anybody's.
Here every day looked at costs a step of a `Budget`. It agrees with that library where both answer,
but that the first moment always counts, as the RFC says. Weeks of BYWEEKNO begin on Monday; zones
are nobody's business here: wall clocks come in and go out.
"""

import calendar
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from summit_tui.formats.readers.recurrence_rules import Rule

_UNITS = {
    "SECONDLY": timedelta(seconds=1),
    "MINUTELY": timedelta(minutes=1),
    "HOURLY": timedelta(hours=1),
}
_LAST_YEAR = 2300


class Budget:
    """How many days may be looked at, for all rules of one source together."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    @property
    def overdrawn(self) -> bool:
        """Whether more was asked for than there was."""
        return self._left < 0

    def spend(self) -> bool:
        """Return whether one more is left, and take it."""
        self._left -= 1
        return self._left >= 0


def starts(
    rule: Rule, first: datetime, budget: Budget, *, after: datetime | None = None
) -> Iterator[datetime]:
    """Yield `first` and every wall clock after it that the rule means, in order.

    Ends with the rule's COUNT or with the budget, not with its UNTIL: that is an instant, for
    whoever knows the zone. With `after`, a rule without COUNT may leave out what lies before it.
    """
    if rule.count is not None and rule.count < 1:
        return
    yield first
    given = 1
    walk = _subdaily if rule.freq in _UNITS else _daily
    sets = walk(rule, first, budget, after if rule.count is None else None)
    for moments in sets:
        for moment in moments:
            if moment <= first:
                continue
            if rule.count is not None and given >= rule.count:
                return
            given += 1
            yield moment


def _daily(
    rule: Rule, first: datetime, budget: Budget, after: datetime | None
) -> Iterator[list[datetime]]:
    """Yield the moments of each period, in order."""
    days = _Days(rule, first)
    hours = rule.values("BYHOUR") or (first.hour,)
    minutes = rule.values("BYMINUTE") or (first.minute,)
    seconds = rule.values("BYSECOND") or (first.second,)
    clocks = sorted({time(h, m, min(s, 59)) for h in hours for m in minutes for s in seconds})
    places = rule.values("BYSETPOS")
    for period in days.periods(after):
        fitting = []
        for day in period:
            if not budget.spend():
                return
            if days.fits(day):
                fitting.append(day)
        moments = [datetime.combine(day, clock) for day in fitting for clock in clocks]
        if places:
            chosen = {place - (place > 0) for place in places}
            count = len(moments)
            moments = [moments[at] for at in range(count) if at in chosen or at - count in chosen]
        yield moments


def _subdaily(
    rule: Rule, first: datetime, budget: Budget, after: datetime | None
) -> Iterator[list[datetime]]:
    """Yield the moments of each hour, minute or second."""
    days = _Days(rule, first)
    step = _UNITS[rule.freq]
    finer = [name for name, unit in (("BYMINUTE", 60), ("BYSECOND", 1)) if step.seconds > unit]
    limits = [name for name in ("BYHOUR", "BYMINUTE", "BYSECOND") if name not in finer]
    try:
        interval = step * rule.interval
    except OverflowError:
        interval = timedelta.max
    at = first
    if after is not None and after > first:
        at += ((after - first) // interval) * interval
    while at.year < _LAST_YEAR and budget.spend():
        clock = {"BYHOUR": at.hour, "BYMINUTE": at.minute, "BYSECOND": at.second}
        allowed = all(clock[name] in (rule.values(name) or (clock[name],)) for name in limits)
        if allowed and days.fits(at.date()):
            yield [
                at.replace(minute=minute, second=min(second, 59))
                for minute in sorted(_or(rule, "BYMINUTE", finer, at.minute))
                for second in sorted(_or(rule, "BYSECOND", finer, at.second))
            ]
        try:
            at += interval
        except OverflowError:
            return


def _or(rule: Rule, name: str, finer: list[str], own: int) -> tuple[int, ...]:
    return (rule.values(name) if name in finer else ()) or (own,)


class _Days:
    """The days that a rule means."""

    def __init__(self, rule: Rule, first: datetime) -> None:
        self._rule = rule
        self._first = first.date()
        self._months = frozenset(rule.values("BYMONTH"))
        self._monthdays = frozenset(rule.values("BYMONTHDAY"))
        self._yeardays = frozenset(rule.values("BYYEARDAY"))
        self._weeks = frozenset(rule.values("BYWEEKNO"))
        self._weekdays = frozenset(rule.weekdays)
        if not (self._weekdays or self._monthdays or self._yeardays or self._weeks):
            self._like_the_first()
        elif self._weeks and not self._weekdays and not self._monthdays and not self._yeardays:
            self._weekdays = frozenset(((0, self._first.weekday()),))

    def _like_the_first(self) -> None:
        if self._rule.freq == "WEEKLY":
            self._weekdays = frozenset(((0, self._first.weekday()),))
        elif self._rule.freq in ("MONTHLY", "YEARLY"):
            self._monthdays = frozenset((self._first.day,))
            if self._rule.freq == "YEARLY" and not self._months:
                self._months = frozenset((self._first.month,))

    def periods(self, after: datetime | None) -> Iterator[list[date]]:
        """Yield the days of each period that the rule looks at."""
        step = self._rule.interval
        at = 0 if after is None else max(0, self._periods_until(after.date()) // step - 1)
        while True:
            try:
                period = self._period(at * step)
            except (OverflowError, ValueError):
                return
            if period[0].year >= _LAST_YEAR:
                return
            yield period
            at += 1

    def _periods_until(self, day: date) -> int:
        """Return how many periods after that of the first moment `day` is, or one less."""
        years, months = day.year - self._first.year, day.month - self._first.month
        days = (day - self._first).days
        counts = {"YEARLY": years, "MONTHLY": 12 * years + months, "WEEKLY": days // 7}
        return counts.get(self._rule.freq, days)

    def _period(self, number: int) -> list[date]:
        first = self._first
        if self._rule.freq == "YEARLY":
            year = first.year + number
            months = sorted(self._months) or range(1, 13)
            return [day for month in months for day in _month(year, month)]
        if self._rule.freq == "MONTHLY":
            years, month = divmod(first.month - 1 + number, 12)
            return _month(first.year + years, month + 1)
        if self._rule.freq == "WEEKLY":
            back = (first.weekday() - self._rule.week_begins) % 7
            begins = first + timedelta(days=7 * number - back)
            return [begins + timedelta(days=each) for each in range(7)]
        return [first + timedelta(days=number)]

    def fits(self, day: date) -> bool:
        """Return whether the rule means this day of a period."""
        if self._months and day.month not in self._months:
            return False
        if self._monthdays:
            length = calendar.monthrange(day.year, day.month)[1]
            if self._monthdays.isdisjoint((day.day, day.day - length - 1)):
                return False
        if self._yeardays:
            place, length = _place_in_year(day)
            if self._yeardays.isdisjoint((place, place - length - 1)):
                return False
        if self._weeks:
            year, week, _ = day.isocalendar()
            length = date(year, 12, 28).isocalendar().week
            if self._weeks.isdisjoint((week, week - length - 1)):
                return False
        return not self._weekdays or self._is_weekday(day)

    def _is_weekday(self, day: date) -> bool:
        weekday = day.weekday()
        if (0, weekday) in self._weekdays:
            return True
        if self._rule.freq not in ("MONTHLY", "YEARLY"):
            return any(weekday == each for _, each in self._weekdays)
        if self._rule.freq == "MONTHLY" or self._rule.values("BYMONTH"):
            place, length = day.day, calendar.monthrange(day.year, day.month)[1]
        else:
            place, length = _place_in_year(day)
        from_start, from_end = (place - 1) // 7 + 1, -((length - place) // 7 + 1)
        return not self._weekdays.isdisjoint(((from_start, weekday), (from_end, weekday)))


def _month(year: int, month: int) -> list[date]:
    return [date(year, month, day + 1) for day in range(calendar.monthrange(year, month)[1])]


def _place_in_year(day: date) -> tuple[int, int]:
    return day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
