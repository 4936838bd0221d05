"""What stands around sessions in JSON or YAML of any make: a day, a time, a room, a track.

It is true of all that is held, but for what is of a whole day or of the event.
"""

import re
from collections.abc import Mapping
from typing import Any

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers import listed_talks
from summit_tui.formats.readers.day_names import is_named, is_weekday
from summit_tui.formats.readers.listed_ids import field_of, meaning
from summit_tui.formats.readers.listed_talks import Said
from summit_tui.formats.readers.listed_values import cell

_HELD = frozenset(("date", "start", "end", "time", "room", "venue", "track", "kind"))
"""What is true of all entries within."""
_LONGEST_LABEL = 120
_LONGEST_SLOT = 6
GROUP = "title of a group"
"""What is said of all within by the title of what holds them."""
NOT_SAID = frozenset(("@type", "@context", "@id", "_type", "__typename"))
"""What programs tell each other."""
_OF_EVENT = frozenset(("event name", "event title", "conference name", "conference title"))
_ONE_DAY = ("date", "day", "datum", "fecha", "data")
_ONE_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_HOUR = re.compile(r"(\d{1,2}):\d{2}")
_ROOM = re.compile(r"(?:\b(?:room|stage|hall|salle|raum|saal|sala|audit|amphi)|会場|ステージ)")
DAY = re.compile(r"(?:\b(?:days?|tag|jour|dia)[ _-]?\d|^dates?$|^days?$|日目)")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LABEL = re.compile(r"[A-Z\s\d]|[^\x00-\x7f]")
_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z0-9]*)+")


def held(value: Mapping[str, Any], under: str) -> Said:
    """Return what an entry says of all that it holds; what it is called is its room, day, track."""
    found: dict[str, tuple[int, str, str]] = {}
    rest: dict[str, str] = {}
    under = "" if any(map(str.isdigit, under)) else under  # `Day 1` is a day, its title is none
    for key, each in value.items():
        name = str(key)[:80]
        field, rank = field_of(name)
        # A talk in a slot says nothing of the slot, nor does the event.
        part = isinstance(each, list) or (isinstance(each, dict) and field == "title")
        silent = part or name in NOT_SAID or meaning(name).bare in _OF_EVENT
        told = "" if silent else cell(each, name)
        if not told or len(told) > _LONGEST_LABEL:
            continue
        if field == "title":
            name, rank = _sort(told, under) or GROUP, 0
        if field in (*_HELD, "title", "enddate") and rank <= found.get(field, (rank, "", ""))[0]:
            found[field] = rank, name, told
        elif not field and not isinstance(each, dict):
            rest[name] = told
    days = {name: told for name, told in rest.items() if is_named(told)}
    if "date" not in found and (name := next(iter(days), "")):
        found["date"] = 0, name, rest.pop(name)
    said = {
        field: ("date" if field == "date" and name in days else name, told)
        for field, (_, name, told) in found.items()
    }
    return [*rest.items(), *_within_slot(said)]


def day_of(value: Mapping[str, Any]) -> Said:
    """Return the day of an event that has but one, and says so: `date: 24/10/2026`."""
    told = {key: cell(each) for key, each in value.items() if str(key).lower() in _ONE_DAY}
    return [("date", said) for said in told.values() if _ONE_DATE.fullmatch(said)][:1]


def _within_slot(found: dict[str, tuple[str, str]]) -> Said:
    """Return what is true of all within, of a whole day or several its date at most."""
    told = {field: said for field, (_, said) in found.items()}
    begins, ends = (
        told.get(a) or told.get(b, "") for a, b in (("start", "date"), ("end", "enddate"))
    )
    found.pop("enddate", None)
    if _is_slot(begins, ends):
        return [*found.values(), *([("end", ends)] if ends and "end" not in found else ())]
    day = _ISO.match(told.get("date", ""))
    if day and (not _ISO.match(ends) or ends.startswith(day[0])):
        found["date"] = found["date"][0], day[0]
    elif day:
        del found["date"]
    return [pair for field, pair in found.items() if field not in ("start", "end")]


def _is_slot(begins: str, ends: str) -> bool:
    """Return whether what lasts so long is a slot, and no event of a whole day or several."""
    days = [_ISO.match(each) for each in (begins, ends)]
    if all(days) and begins[:10] != ends[:10]:
        return False
    hours = [int(found[1]) for each in (begins, ends) if (found := _HOUR.search(each))]
    return len(hours) < len(days) or hours[1] - hours[0] <= _LONGEST_SLOT


def label(key: str, value: Any) -> Said:
    """Return what a key says of all that stands under it: `Day 1`, `Main Stage`, `friday`."""
    if len(key) > _LONGEST_LABEL or _CAMEL.fullmatch(key):
        return []
    if is_weekday(key):
        return [("date", key)]
    if not _LABEL.search(key) and not is_named(key):
        return []
    if listed_talks.is_of_talks(key):
        return []
    within = value.values() if isinstance(value, dict) else value
    group = not key.isdecimal() and all(isinstance(each, dict | list) for each in within)
    sort = _sort(key, "") or ("track" if group else "")
    return [(sort, key)] if sort else []


def _sort(said: str, under: str) -> str:
    """Return whether a group is a room's or a day's, by what it or its list is called."""
    for each in (fold(under), fold(said)):
        if _ROOM.search(each):
            return "room"
        if DAY.search(each) or _ISO.match(each):
            return "date"
    return "date" if is_named(said) else ""
