"""Sessions in JSON or YAML of any make, as a table: what sites and apps write for themselves.

An entry is a session when it has a title and what only sessions have, by the words that head the
columns of a sheet. What stands around entries is true of all of them: a day, a time, a room, a
track. Everything is text here; `sheet` says what it means.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers import listed_talks, sheet_columns, words
from summit_tui.formats.readers.day_names import is_named, near
from summit_tui.formats.readers.draft import MOST_SESSIONS, DraftEvent, refuse_more
from summit_tui.formats.readers.listed_ids import meaning
from summit_tui.formats.readers.listed_people import People
from summit_tui.formats.readers.listed_slots import is_clock, slotted
from summit_tui.formats.readers.listed_talks import Said
from summit_tui.formats.readers.sheet_rows import Sheet
from summit_tui.formats.readers.values import first, mapping, text

_DEEP = 12
_MOST_KEYS = 150
_LONGEST_LABEL = 120
_HELD = frozenset(("date", "start", "end", "time", "room", "venue", "track", "kind"))
"""What is true of all entries within."""
_TELLING = frozenset(("start", "date", "time", "speakers", "room", "duration"))
_TIMED = frozenset(("start", "date", "time"))
_OF_PEOPLE = frozenset(("bio", "biography", "shortbio", "photourl", "firstname", "twitter"))
_IN_SLOT = 4
"""So deep lies what has no time of its own: a list of days, their slots, and what is in each."""
_NO_GROUPS = frozenset(
    (
        "resources",
        "links",
        "attachments",
        "questions",
        "answers",
        "comments",
        "sponsors",
        "partners",
    )
)
"""Lists within a session that hold none."""
_ROOM = re.compile(r"(?:\b(?:room|stage|hall|salle|raum|saal|sala|audit|amphi)|会場|ステージ)")
_DAY = re.compile(r"(?:\b(?:days?|tag|jour|dia)[ _-]?\d|^dates?$|^days?$|日目)")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LABEL = re.compile(r"[A-Z\s\d]|[^\x00-\x7f]")
_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z0-9]*)+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SECONDS = range(10**9, 4 * 10**9)
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")

Row = dict[str, str]
"""The texts of an entry, by the field that they mean, else by their key."""


def entries(
    values: Sequence[Any], people: People, most: int = MOST_SESSIONS + 1
) -> list[tuple[Said, Said]]:
    """Return what is said around each session in `values`, and by itself; of `most`, the first."""
    found = (pair for value in values for pair in _rows(value, Around([]), people))
    listed = list(islice(found, most))
    refuse_more(len(listed))
    return listed


def sheet(found: Sequence[tuple[Said, Said]]) -> Sheet:
    """Return the sessions as a table."""
    rows = [_settled(around, own) for around, own in found]
    header = list(dict.fromkeys(key for row in rows for key in row))[:_MOST_KEYS]
    table = [(n, [row.get(key, "") for key in header]) for n, row in enumerate(rows, 1)]
    return Sheet(header, sheet_columns.columns(header), table, "json", "entry")


@lru_cache(maxsize=32_768)
def _field(key: str) -> tuple[str, int]:
    """Return the field that a key means: `startTime` is the heading Start Time; and how surely."""
    return sheet_columns.meaning(_HUMP.sub(" ", key))


class Around(NamedTuple):
    """What is known of a value from what holds it."""

    said: Said
    """The nearest last."""
    called: str = ""
    depth: int = 0
    slot: bool = False
    """Whether it stands under a time."""

    def within(self, key: str, said: Said, *, slot: bool) -> "Around":
        """Return what is known of what stands under `key`, of which more is `said`."""
        return Around(self.said + said, key, self.depth + 1, slot)


def _rows(value: Any, around: Around, people: People) -> Iterator[tuple[Said, Said]]:
    """Yield what is said around each session in `value`, and by itself."""
    if around.depth > _DEEP:
        return
    listed = value if isinstance(value, list) else [value]
    depth = around.depth + isinstance(value, list)
    entries = [each for each in listed if isinstance(each, dict | list)]
    own = {id(each): _own_of(each, people) for each in entries}
    # Beside a session, whatever has a title is one: lunch has no speaker.
    timed = isinstance(value, list) and depth >= _IN_SLOT and _has_clock(around.said)
    sure = around.slot or timed or any(_is_session(said) for said in own.values())
    for each in entries:
        within = list(_within(each, around._replace(depth=depth), people))
        yield from within
        if not within and depth and sure and _says_something(own[id(each)]):
            yield around.said, own[id(each)]


def _within(value: Any, around: Around, people: People) -> Iterator[tuple[Said, Said]]:
    """Yield what is said of the sessions that an entry holds."""
    if isinstance(value, list):
        yield from _rows(value, around, people)
        return
    held = _held(value, around.called) if around.depth else []
    for key, each in value.items():
        name = str(key)
        if is_clock(name):
            yield from _rows(
                slotted(each), around.within(name, [*held, ("time", name)], slot=True), people
            )
        elif isinstance(each, dict | list) and _may_hold(name):
            inner = around.within(name, held + _label(name, each), slot=False)
            yield from _rows(each, inner, people)


def _own_of(value: Any, people: People) -> Said:
    if not isinstance(value, dict):
        return []
    own = [pair for pair in _own(value, people, 0) if pair[1].strip()]
    return own + [("kind", kind) for kind in _flagged(value, own)]


def _flagged(value: Mapping[str, Any], own: Said) -> Iterator[str]:
    """Yield the kind that a flag tells: `keynote: true`; a pause tells it better by its title."""
    titles = [said for key, said in own if _field(key)[0] == "title"]
    for key, each in value.items():
        if each is True and (kind := _kind_of_flag(str(key))):
            if not any(map(words.pause, titles)):
                yield kind
            return


@lru_cache(maxsize=1024)
def _kind_of_flag(key: str) -> str:
    kind = words.kind(meaning(key).bare.removeprefix("is "))[0]
    return "" if kind == "talk" else kind


def _may_hold(key: str) -> bool:
    return _field(key[:80])[0] != "speakers" and key.lower() not in _NO_GROUPS


def _own(value: Mapping[str, Any], people: People, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the keys and texts of an entry; what lies in a part of it is its own too."""
    for key, each in islice(value.items(), _MOST_KEYS):
        name = str(key)[:80]
        if _field(name)[0] == "speakers":
            yield name, people.told(each)
        elif isinstance(each, dict) and not _name(each) and depth < _DEEP:
            yield from _own(each, people, depth + 1)
        elif each is True and not _kind_of_flag(name):
            yield name, name if _DAY.search(fold(name)) else "yes"  # `day2: true`
        elif each is not True:
            yield name, _text(each)


def _name(value: Any) -> str:
    """Return what a thing is called: a room, a track, a text in several languages."""
    if not isinstance(value, dict):
        return text(value)
    if value and all(_LANGUAGE.fullmatch(str(key)) for key in value):
        return text(value)
    named = (text(value.get(key)) for key in ("name", "title", "label", "dateTime"))
    return next(filter(None, named), "")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(filter(None, map(_name, value)))
    if isinstance(value, int) and not isinstance(value, bool):
        for seconds in (value, value // 1000):
            if seconds in _SECONDS:
                return datetime.fromtimestamp(seconds, UTC).isoformat()
    return _name(value)


def _is_session(own: Said) -> bool:
    fields = {_field(key)[0] for key, _ in own}
    person = not _OF_PEOPLE.isdisjoint(fold(key).replace("_", "") for key, _ in own)
    timed = not _TIMED.isdisjoint(fields)
    if "title" in fields:
        return timed if person else not _TELLING.isdisjoint(fields)
    # Of some the topic is the title; others have their talk by its id.
    named = {"track", "speakers"} <= fields or any(listed_talks.is_id(key) for key, _ in own)
    return timed and named


def _says_something(own: Said) -> bool:
    return any(_field(key)[0] in ("title", *_TELLING) for key, _ in own)


def _has_clock(around: Said) -> bool:
    return any(_field(key)[0] in ("time", "start") and ":" in said for key, said in around)


def _held(value: Mapping[str, Any], called: str) -> Said:
    """Return what an entry says of all that it holds; what it is called is its room, day, track."""
    found: Said = []
    for key, each in value.items():
        said = "" if isinstance(each, list) else _name(each)
        field = _field(str(key)[:80])[0]
        if said and field in _HELD and len(said) <= _LONGEST_LABEL:
            found.append((str(key), said))
        elif said and field == "title" and len(said) <= _LONGEST_LABEL:
            found.append((_sort(said, called) or "track", said))
    return found


def _label(key: str, value: Any) -> Said:
    """Return what a key says of all that stands under it: `Day 1`, `Main Stage`."""
    if len(key) > _LONGEST_LABEL or not _LABEL.search(key) or _CAMEL.fullmatch(key):
        return []
    within = value.values() if isinstance(value, dict) else value
    group = not key.isdecimal() and all(isinstance(each, dict | list) for each in within)
    sort = _sort(key, "") or ("track" if group else "")
    return [(sort, key)] if sort else []


def _sort(said: str, called: str) -> str:
    """Return whether a group is a room's or a day's, by what it or its list is called."""
    for each in (fold(called), fold(said)):
        if _ROOM.search(each):
            return "room"
        if _DAY.search(each) or _ISO.match(each):
            return "date"
    return "date" if is_named(said) else ""


def _settled(around: Said, own: Said) -> Row:
    """Return one text for each field: the entry's own prevails, and the surer of two.

    What does not prevail stays under its key, to be told.
    """
    row: Row = {_field(key)[0] or key: said for key, said in around}
    keys: dict[str, tuple[int, str]] = {}
    for key, said in own:
        field, rank = _field(key)
        name = field or key
        if row.get(name) == said:
            continue
        if field == "date" and field in row and not _says_a_day(said):
            name = field = key
        if field in sheet_columns.MANY and row.get(name, said) != said:
            name = f"{field} {sum(each.startswith(field) for each in row) + 1}"
        elif field and name in keys:
            surer, before = keys[name]
            if rank >= surer:
                name = key
            else:
                row[before] = row[name]
        keys.setdefault(name, (rank, key))
        row[name] = said
    return row


def _says_a_day(said: str) -> bool:
    return any(letter.isdigit() for letter in said) or near(date.min, said) is not None


def event(value: Any) -> DraftEvent:
    """Return the event as the outermost entry has it."""
    root = mapping(value)
    for inner in ("event", "conference"):
        root = {**mapping(root.get(inner)), **root} if inner in root else root
    return DraftEvent(
        name=first(root, "name", "title", "conferenceName", "eventName", "conference", "event"),
        venue=first(root, "venue", "location", "city"),
        url=first(root, "url", "website"),
        timezone=first(root, "timezone", "timeZone", "time_zone", "time_zone_name", "tz"),
    )
