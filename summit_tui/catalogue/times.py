"""Dates, times of day, durations and zones as programmes write them.

A catalogue gives local times and one zone; everything that is compared or subtracted is an
instant. `datetime` subtracts wall clocks when both values share a zone, which is wrong across a
clock change, so ends are computed and compared in UTC.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

# Compiled when asked for: most commands read no time from text.
_MOMENT = (
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[Tt ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?"
)
_CLOCK_TIME = r"(?i)(\d{1,2})\s*(?:[:h]\s*(\d{2})?)?(?::(\d{2}))?\s*([ap]m)?"
_DURATION_COLON = r"(\d{1,3}):(\d{2})(?::\d{2})?"
_DURATION_ISO = r"(?i)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
_DURATION_WORDS = (
    r"(?i)(?:(\d+)\s*(?:d|days?|jours?|j|tage?)\s*)?"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|heures?|std|stunden?|horas?|or[ae]|시간|時間|小时)\s*)?"
    r"(?:(\d+)\s*(?:m|mn|mins?|minutes?|min\.|minuten|minutos?|minut[io]|분|分|分間|分钟|['’′])?)?"
)
_USUAL_LENGTH = len("2019-04-02 09:30")
_LONGEST_ZONE = 64
YEARS = range(1950, 2200)
"""The years a session can take place in; arithmetic on instants is safe within them."""
MAX_MINUTES = 31 * 24 * 60
"""The longest session believed: a month. Beyond it a number was meant as something else."""


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """Return the IANA zone `name`; ValueError when there is none of that name."""
    try:
        if len(name) > _LONGEST_ZONE:  # each slash in it is a folder that is looked for
            raise ValueError
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"{name!r} is not a time zone; write it as Europe/Paris") from error


def parse_moment(text: str, where: ZoneInfo) -> datetime:
    """Return the instant that `text` means in the zone `where`, aware and in that zone.

    `2019-04-02 09:30`, with `T`, seconds or an offset; the offset, when given, wins. A wall clock
    that comes twice (clocks going back) is its first occurrence. ValueError for anything else,
    and for a wall clock that clocks going forward skip.
    """
    if len(text) == _USUAL_LENGTH and "1950" <= text < "2200":
        try:
            return _local(datetime.fromisoformat(text), where)
        except (ValueError, TypeError):
            pass  # the careful way says what is wrong
    match = re.fullmatch(_MOMENT, text.strip())
    if match is None or match[4] is None:
        raise ValueError(f"{text!r} is not a date and time; write 2019-04-02 09:30")
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        naive = datetime(year, month, day, hour, minute, second)
    except ValueError as error:
        raise ValueError(f"{text!r} is not in the calendar: {error}") from error
    if not YEARS.start <= year < YEARS.stop:
        raise ValueError(f"{text!r} is no conference's year")
    if match[7]:
        return datetime.fromisoformat(f"{naive.isoformat()}{_offset(match[7])}").astimezone(where)
    return _local(naive, where)


def _local(naive: datetime, where: ZoneInfo) -> datetime:
    local = naive.replace(tzinfo=where)
    doubtful = local.utcoffset() != local.replace(fold=1).utcoffset()  # in a gap, or there twice
    if doubtful and local.astimezone(UTC).astimezone(where).replace(tzinfo=None) != naive:
        raise ValueError(f"{naive} does not exist in {where.key}: clocks go forward over it")
    return local


def _offset(text: str) -> str:
    if text in "Zz":
        return "+00:00"
    return text if ":" in text else f"{text[:3]}:{text[3:] or '00'}"


def parse_date(text: str) -> date:
    """Return the date that `text` (`2019-04-02`) means; ValueError otherwise."""
    match = re.fullmatch(_MOMENT, text.strip())
    if match is None or match[4] is not None:
        raise ValueError(f"{text!r} is not a date; write 2019-04-02")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise ValueError(f"{text!r} is not in the calendar: {error}") from error


def parse_time(text: str) -> time:
    """Return the time of day `text` means: `14:00`, `14h`, `9`, `2pm`; ValueError otherwise."""
    match = re.fullmatch(_CLOCK_TIME, text.strip())
    if match is not None:
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[4] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise ValueError(f"{text!r} is not a time of day; write 14:00")


@lru_cache(maxsize=1024)
def parse_duration(text: str) -> int:
    """Return the minutes that `text` means: `45`, `45 min`, `1h45`, `1:45`, `1.5h`, `PT1H45M`.

    A bare number is minutes, a colon separates hours from minutes (as in schedule.xml), seconds
    are dropped. ValueError for anything else and for more than `MAX_MINUTES`.
    """
    minutes = _minutes(text.strip())
    if minutes is None:
        raise ValueError(f"{text!r} is not a duration; write 45m, 1h45 or PT1H45M")
    if minutes > MAX_MINUTES:
        raise ValueError(f"{text!r} is longer than a month")
    return minutes


def _minutes(text: str) -> int | None:
    if match := re.fullmatch(_DURATION_COLON, text):
        return int(match[1]) * 60 + int(match[2])
    if text[:1] in "Pp" and (match := re.fullmatch(_DURATION_ISO, text)) and any(match.groups()):
        days, whole_hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return days * 1440 + whole_hours * 60 + minutes + seconds // 60
    if (match := re.fullmatch(_DURATION_WORDS, text)) and any(match.groups()):
        if len(match[2] or "") > 9:
            return MAX_MINUTES + 1
        hours = float((match[2] or "0").replace(",", "."))
        return int(match[1] or 0) * 1440 + round(hours * 60) + int(match[3] or 0)
    return None


def format_duration(minutes: int) -> str:
    """Return `minutes` as a programme prints them: `45m`, `1h`, `1h45`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}m"
    return f"{hours}h{rest:02d}" if rest else f"{hours}h"


def said_length(minutes: int) -> str:
    """Return `minutes` as a person says them: `45 min`, `1 h`, `1 h 30`, `2 days 3 h`."""
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        return f"{hours} h {rest:02d}" if rest else f"{hours} h"
    days, hours = divmod(hours, 24)
    return f"{days} days {hours} h" if hours else f"{days} days"


def after(start: datetime, minutes: int) -> datetime:
    """Return the instant `minutes` of real time after `start`, in the zone of `start`."""
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)


def minutes_between(start: datetime, end: datetime) -> int:
    """Return the whole minutes of real time from `start` to `end`; negative when `end` is first."""
    return int((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() // 60)
