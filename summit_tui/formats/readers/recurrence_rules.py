"""What a recurrence rule says (RFC 5545 §3.3.10), as a value; `recurring` says when that is."""

import math
import re
from dataclasses import dataclass

_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_RANGES = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 60),
    "BYSETPOS": (-366, 366),
}
_MOST_VALUES = 400
_MOST_CLOCKS = 300


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    """The last moment, as it is written."""
    weekdays: tuple[tuple[int, int], ...] = ()
    """Which of a weekday (0 for each, -1 the last), and the weekday from Monday, 0."""
    by: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """The other `BY…` parts."""
    week_begins: int = 0

    def values(self, name: str) -> tuple[int, ...]:
        """Return the values of a `BY…` part."""
        return dict(self.by).get(name, ())


def parse_rule(text: str) -> Rule:
    """Return the rule that `text` means; ValueError when it is none."""
    parts = dict(part.strip().upper().partition("=")[::2] for part in text.split(";") if part)
    freq = parts.get("FREQ", "")
    if freq not in _FREQUENCIES:
        raise ValueError(f"{text[:80]!r} is not a rule: FREQ is missing")
    clocks = [
        len(_listed(parts.get(name, "")) or "1") for name in ("BYHOUR", "BYMINUTE", "BYSECOND")
    ]
    if math.prod(clocks) > _MOST_CLOCKS:
        raise ValueError(f"it means more than {_MOST_CLOCKS} times of a day")
    return Rule(
        freq,
        max(1, _number(parts.get("INTERVAL") or "1")),
        _number(parts["COUNT"]) if parts.get("COUNT") else None,
        parts.get("UNTIL", ""),
        tuple(_weekday(each) for each in _listed(parts.get("BYDAY", ""))),
        tuple((name, _numbers(name, parts[name])) for name in _RANGES if parts.get(name)),
        _WEEKDAYS.get(parts.get("WKST", ""), 0),
    )


def _listed(text: str) -> list[str]:
    found = [part.strip() for part in text.split(",") if part.strip()]
    if len(found) > _MOST_VALUES:
        raise ValueError(f"{text[:40]!r}… lists more than {_MOST_VALUES} values")
    return found


def _number(text: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,12}", text.strip(), re.ASCII):
        raise ValueError(f"{text[:40]!r} is not a number")
    return int(text)


def _numbers(name: str, text: str) -> tuple[int, ...]:
    low, high = _RANGES[name]
    found = tuple(_number(part) for part in _listed(text))
    if not all(low <= number <= high for number in found):
        raise ValueError(f"{name}={text[:40]} is out of range")
    return found


def _weekday(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", text, re.ASCII)
    if found is None:
        raise ValueError(f"{text[:40]!r} is not a weekday")
    return int(found[1] or 0), _WEEKDAYS[found[2]]
