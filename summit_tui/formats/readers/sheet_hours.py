"""Hours as people write them in sheets, written out: `2-3pm` is `2:00-3pm`, `noon` is `12:00`.

A number alone is an hour only where it begins or ends a range with a time of day, and not where a
word stands before it that it counts: `Room 3 - 10:30`.
"""

import re

from summit_tui.formats.readers.day_names import is_weekday

_TO = r"\s*(?:[-–—~]|\b(?:to|till|until|bis|a)\b)\s*"
_CLOCK = r"\d{1,2}(?:\s?[:.h]\s?\d{2}(?!\d)|\s?(?:h|uhr|[ap]\.?m)\b)"
_BEGINS = re.compile(rf"(?<![\w:.,/–—-])(\d{{1,2}})({_TO})(?={_CLOCK})")
_ENDS = re.compile(
    rf"(?<!\d)((\d{{1,2}})(?:\s?[:.h]\s?\d{{2}}|\s?(?:h|uhr)\b){_TO})(\d{{1,2}})(?=\s*(?:[,;)]|$))"
)
_NOON = re.compile(r"\b(?:12(?::00)?\s+)?noon\b")
_MIDNIGHT = re.compile(r"\b(?:12(?::00)?\s+)?midnight\b")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*\Z")
_LEADING = frozenset(("from", "at", "von", "ab", "um", "de", "time", "zeit"))
"""Words that stand before a time."""
_HOURS = 24


def whole_hours(text: str) -> str:
    """Return `text`, which is folded, with its hours written as times of day."""
    text = _MIDNIGHT.sub("24:00", _NOON.sub("12:00", text))
    return _ENDS.sub(_end, _BEGINS.sub(_begin, text))


def _begin(found: re.Match[str]) -> str:
    before = _LAST_WORD.search(found.string[: found.start()])
    counts = before and before[1] not in _LEADING and not is_weekday(before[1])
    return found[0] if counts or int(found[1]) >= _HOURS else f"{found[1]}:00{found[2]}"


def _end(found: re.Match[str]) -> str:
    later = int(found[2]) < int(found[3]) < _HOURS
    return f"{found[0]}:00" if later else found[0]
