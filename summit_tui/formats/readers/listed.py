"""Sessions in JSON or YAML of any make, found: what sites and apps write for themselves.

An entry is a session when it has a title and what only sessions have, by the words that head the
columns of a sheet. What stands around entries is true of all of them: a day, a time, a room, a
track. Everything is text here; `listed_table` makes a table of it, and `sheet` says what it means.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers import listed_talks, words
from summit_tui.formats.readers.draft import MOST_SESSIONS, DraftEvent, refuse_more
from summit_tui.formats.readers.listed_around import DAY, NOT_SAID, day_of, held, label
from summit_tui.formats.readers.listed_ids import field_of, meaning
from summit_tui.formats.readers.listed_people import People
from summit_tui.formats.readers.listed_slots import is_clock, slotted
from summit_tui.formats.readers.listed_stages import staged
from summit_tui.formats.readers.listed_table import MOST_KEYS, has_clock
from summit_tui.formats.readers.listed_talks import Said
from summit_tui.formats.readers.listed_values import called, cell, is_moment
from summit_tui.formats.readers.values import first, items, mapping, text

_DEEP = 12
_EVENT_NAMES = ("name", "title", "conferenceName", "eventName", "conference", "event")
_ZONES = ("timezone", "timeZone", "time_zone", "time_zone_name", "timezoneId", "timeZoneName", "tz")
_FIRST = 5
"""Of a list, so many entries tell what all of them have."""
_LONGEST_TITLE = 200
_TITLES = ("summary", "text", "label", "display", "desc", "description")
"""What is a title where there is none: of calendars, and of the lunch of a site."""
_AUDIT = re.compile(r"(?i)(?:created|updated|modified|published|submitted)")
"""What happened to an entry, and when, is nothing of the session."""
_TELLING = frozenset(("start", "date", "time", "speakers", "room", "duration"))
_TIMED = frozenset(("start", "date", "time"))
_OF_PEOPLE = frozenset(("bio", "biography", "shortbio", "photourl", "firstname", "twitter"))
_THINGS = frozenset(("room", "venue", "track", "kind", "level", "language", "tags", "company"))
"""What sessions have of these is no session, though it has a name and a capacity."""
_HOLDING = frozenset(("room", "venue", "track"))
"""Of these, sessions may be listed below them."""
_LINKS = ("links", "urls", "attachments")
_LABELS = ("label", "title", "name", "type")
_ADDRESSES = ("url", "href", "link", "uri")
_OF_LINKS = frozenset(("slides", "video"))
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
        "_embedded",
        "_links",
    )
)
"""Lists within a session that hold none."""


def entries(
    values: Sequence[Any], people: People, most: int = MOST_SESSIONS + 1
) -> list[tuple[Said, Said]]:
    """Return what is said around each session in `values`, and by itself; of `most`, the first."""
    found = (pair for value in values for pair in _rows(value, Around([]), people))
    listed = list(islice(found, most))
    refuse_more(len(listed))
    return listed


class Around(NamedTuple):
    """What is known of a value from what holds it."""

    said: Said
    """The nearest last."""
    called: str = ""
    depth: int = 0
    slot: bool = False
    """Whether it stands under a time."""
    things: bool = False
    """Whether it lists rooms or tracks, which are sessions only where they have a time."""

    def within(self, key: str, said: Said, *, slot: bool) -> "Around":
        """Return what is known of what stands under `key`, of which more is `said`."""
        things = meaning(key).field in _HOLDING
        return Around(self.said + said, key, self.depth + 1, slot, things)


def _rows(value: Any, around: Around, people: People) -> Iterator[tuple[Said, Said]]:
    """Yield what is said around each session in `value`, and by itself."""
    if around.depth > _DEEP:
        return
    listed = staged(value if isinstance(value, list) else [value]) if around.depth else [value]
    depth = around.depth + isinstance(value, list)
    entries = [each for each in listed if isinstance(each, dict | list)]
    own = {id(each): _own_of(each, people) for each in entries}
    # Beside a session, whatever has a title is one: lunch has no speaker.
    timed = isinstance(value, list) and depth >= _IN_SLOT and _has_clock(around.said)
    sure = around.slot or timed or any(_is_session(said, around) for said in own.values())
    for each in entries:
        within = list(_within(each, around._replace(depth=depth), people))
        yield from within
        thing = around.things and not _is_session(own[id(each)], around)
        if within or not (depth and sure) or thing:
            continue
        said = _titled(own[id(each)], _TITLES[1:4])
        if _says_something(said):
            yield around.said, said


def _within(value: Any, around: Around, people: People) -> Iterator[tuple[Said, Said]]:
    """Yield what is said of the sessions that an entry holds."""
    if isinstance(value, list):
        yield from _rows(value, around, people)
        return
    about: Said | None = None  # most entries hold nothing
    for key, each in value.items():
        name = str(key)
        clock = is_clock(name)
        holds = _has_parts(each) and _may_hold(name, each, around.depth)
        if not (clock or holds):
            continue
        if about is None:
            about = held(value, around.called) if around.depth else day_of(value)
        if clock:
            inner = around.within(name, [*about, ("time", name)], slot=True)
            yield from _rows(slotted(each), inner, people)
        else:
            yield from _rows(
                each, around.within(name, about + label(name, each), slot=False), people
            )


def _own_of(value: Any, people: People) -> Said:
    if not isinstance(value, dict):
        return []
    own = _titled([pair for pair in _own(value, people, 0) if pair[1].strip()])
    return own + [("kind", kind) for kind in _flagged(value, own)]


def _titled(own: Said, called: Sequence[str] = ()) -> Said:
    """Return the pairs of an entry, where its summary, or a text at a time, is the title."""
    fields = {field_of(key)[0] for key, _ in own}
    if "title" in fields or not own:
        return own
    for name in called or (_TITLES if has_clock(own) else _TITLES[:1]):
        for at, (key, told) in enumerate(own):
            if fold(key) == name and len(told) <= _LONGEST_TITLE and "\n" not in told.strip():
                return [*own[:at], ("title", told), *own[at + 1 :]]
    return own


def _flagged(value: Mapping[str, Any], own: Said) -> Iterator[str]:
    """Yield the kind that a flag tells: `keynote: true`; a pause tells it better by its title."""
    titles = [said for key, said in own if field_of(key)[0] == "title"]
    for key, each in value.items():
        if each is True and (kind := _kind_of_flag(str(key))):
            if not any(map(words.pause, titles)):
                yield kind
            return


@lru_cache(maxsize=1024)
def _kind_of_flag(key: str) -> str:
    kind = words.kind(meaning(key).bare.removeprefix("is "))[0]
    return "" if kind == "talk" else kind


def _may_hold(key: str, value: Any, depth: int) -> bool:
    """Return whether there may be sessions under a key."""
    field = meaning(key).field
    if field == "speakers" or key.lower() in _NO_GROUPS or is_moment(value):
        return False
    alone = isinstance(value, dict) and not any(map(_is_group, value.values()))
    if depth == 0 and key.lower() in ("conference", "event"):
        return not alone
    return field not in _THINGS or (field in _HOLDING and not alone)


def _has_parts(value: Any) -> bool:
    if isinstance(value, list):
        return any(isinstance(each, dict | list) for each in value)
    return isinstance(value, dict)


def _is_group(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _own(value: Mapping[str, Any], people: People, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the keys and texts of an entry; what lies in a part of it is its own too."""
    for key, each in islice(value.items(), MOST_KEYS):
        name = str(key)[:80]
        field = field_of(name)[0]
        if name in NOT_SAID or (isinstance(each, dict) and _AUDIT.match(name)):
            continue
        if field == "speakers":
            yield name, people.told(each)
        elif name.lower() in _LINKS and _has_parts(each):
            yield from _links(each)
        elif isinstance(each, dict) and not called(each, name) and depth < _DEEP:
            # What a room or a kind is more than its name is nothing of the session.
            yield from () if field in _THINGS else _own(each, people, depth + 1)
        elif each is True and not _kind_of_flag(name):
            # `topic: true` is no title.
            name = f"{name}: true" if field and not DAY.search(fold(name)) else name
            yield name, name if DAY.search(fold(name)) else "yes"  # `day2: true`
        elif each is not True:
            yield name, cell(each, name)


def _links(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the addresses in `{slides: …}` or `[{label: Slides, url: …}]`, each by what it is."""
    if isinstance(value, dict):
        pairs = [(str(name), text(each)) for name, each in value.items()]
    else:
        parts = [each if isinstance(each, dict) else {"url": each} for each in value]
        pairs = [(first(each, *_LABELS), first(each, *_ADDRESSES)) for each in parts]
    for name, told in pairs:
        if "://" in told:
            yield (name if field_of(name)[0] in _OF_LINKS else "url"), told


def _is_session(own: Said, around: Around) -> bool:
    fields = {field_of(key)[0] for key, _ in own}
    person = not _OF_PEOPLE.isdisjoint(fold(key).replace("_", "") for key, _ in own)
    timed = not _TIMED.isdisjoint(fields)
    if "title" in fields:
        # Of a talk, a name and a biography are its speaker's.
        if "abstract" in fields and {"title", "name"} <= {key for key, _ in own}:
            return True
        return timed if person or around.things else not _TELLING.isdisjoint(fields)
    # Of some the topic is the title; others have their talk by its id.
    named = {"track", "speakers"} <= fields or any(listed_talks.is_id(key) for key, _ in own)
    return timed and named


def _says_something(own: Said) -> bool:
    return any(field_of(key)[0] in ("title", *_TELLING) for key, _ in own)


def _has_clock(around: Said) -> bool:
    return any(field_of(key)[0] in ("time", "start") and ":" in said for key, said in around)


def event(value: Any, called_so: str = "") -> DraftEvent:
    """Return the event as the outermost entry has it; else it is called `called_so`."""
    root = mapping(value)
    for inner in ("event", "conference"):
        root = {**mapping(root.get(inner)), **root} if inner in root else root
    return DraftEvent(
        name=first(root, *_EVENT_NAMES) or called_so,
        venue=first(root, "venue", "location", "city"),
        url=first(root, "url", "website"),
        timezone=first(root, *_ZONES) or next(_zones(value, 0), ""),
    )


def _zones(value: Any, depth: int) -> Iterator[str]:
    """Yield what names a zone in the outermost entries and their moments."""
    for each in islice(items(value), _FIRST):
        if isinstance(each, dict) and (zone := first(each, *_ZONES)):
            yield zone
        if depth < _IN_SLOT and isinstance(each, dict | list):
            yield from _zones(each, depth + 1)
