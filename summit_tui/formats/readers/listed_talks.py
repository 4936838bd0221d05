"""Schedules that name their talks by id: the talks are put where the schedule names them.

They are listed elsewhere, also in another file, and have no time of their own. One that is named
is taken from there, so that it is there once, or once for each time. What a schedule says of when
and where prevails.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers.draft import refuse_more
from summit_tui.formats.readers.listed_ids import DEEP, Thing, entries, ids, meaning
from summit_tui.formats.readers.listed_people import LISTS
from summit_tui.formats.readers.listed_slots import is_clock
from summit_tui.formats.readers.listed_values import cell
from summit_tui.formats.readers.notes import quoted
from summit_tui.formats.readers.values import first, text

_HELD = (
    "session sessions talk talks event events presentation presentations lecture lectures paper "
    "papers submission submissions proposal proposals workshop workshops contribution "
    "contributions item items content contents activity activities single singles keynote "
    "keynotes"
)
_TALKS = frozenset(_HELD.split())
"""What keys call sessions."""
_OF_SLOT = frozenset(("date", "start", "end", "enddate", "time", "duration", "room", "track"))
_SLUG = re.compile(r"[\w.-]{1,80}", re.ASCII)
_WHEN = frozenset(("start", "time"))
_TIMED = frozenset(("date", "start", "time", "room"))


Said = list[tuple[str, str]]
"""Keys and texts of an entry."""


class Document(NamedTuple):
    """One file of a programme."""

    called: str
    """The last word of its name, without extension."""
    value: Any


class _Talk(NamedTuple):
    listed: Thing
    """As it stands where it is listed; who it is."""
    entry: Thing
    """The same, with the key that it stands under for its id."""
    at: int
    """In which file."""


class Schedule:
    """Puts the talks of some files where a schedule among them names them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._talks: dict[str, _Talk] = {}
        self._known: set[int] = set()
        """The identities of all talks: none of them is a slot."""
        self._used: set[int] = set()
        """The identities of the talks that are named."""
        self._links: set[frozenset[int]] = set()
        """Which files name talks of which, by their places."""
        self._at = self._named_so_often = 0
        values = [each.value for each in documents]
        for self._at, each in enumerate(documents):
            self._meet(each.value, each.called or "talks", 0)
        if self._talks:
            self._put_all(values)
        self._named_so_often = 0
        made = self._put_all(values) if self._used else values
        related = self._related()
        self.found = [each for at, each in enumerate(made) if at in related]
        """What the first file holds, and those that it names or is named by."""
        self.strange = [each.called for at, each in enumerate(documents) if at not in related]
        """What the other files are called."""

    def _related(self) -> set[int]:
        found = {0}
        for _ in self._links:
            found = found.union(*(link for link in self._links if not found.isdisjoint(link)))
        return found

    def _put_all(self, values: Sequence[Any]) -> list[Any]:
        made = []
        for self._at, value in enumerate(values):
            made.append(self._put(value, "", timed=False, depth=0))
        return made

    def _meet(self, value: Any, called: str, depth: int) -> None:
        if depth > DEEP or not isinstance(value, dict | list):
            return
        if is_of_talks(called):
            for key, each in entries(value):
                if _is_talk(each):
                    called_so = {"id": key, **each} if key and not first(each, "id") else each
                    self._known.add(id(each))
                    for name in ids(key, each):
                        self._talks.setdefault(name, _Talk(each, called_so, self._at))
        inner = value.items() if isinstance(value, dict) else ((called, each) for each in value)
        for key, each in inner:
            self._meet(each, str(key), depth + 1)

    def _put(self, value: Any, called: str, *, timed: bool, depth: int) -> Any:
        """Return `value` with the talks where a slot names them, and nowhere else."""
        if depth > DEEP or called.lower() in LISTS:
            return value
        if isinstance(value, list):
            kept = [each for each in value if id(each) not in self._used]
            return [self._put(each, called, timed=timed, depth=depth + 1) for each in kept]
        if not isinstance(value, dict):
            return value
        timed = timed or any(meaning(str(key)).field in _TIMED for key in value)
        found: dict[str, Any] = {}
        for key, each in value.items():
            if id(each) in self._used:
                continue
            clock = is_clock(str(key))
            slot = clock or (timed and id(value) not in self._known)
            talks = self._named(str(key), each, value) if slot else None
            if isinstance(talks, dict):
                return _merged(value, str(key), talks)
            within = (each, str(key))
            put = talks or self._put(*within, timed=timed or clock, depth=depth + 1)
            found[key] = put
        return found

    def _named(self, key: str, value: Any, slot: Thing) -> Any:
        """Return the talk or the talks that a key of a slot names; None where it names none."""
        clock = is_clock(key)
        if not (clock or is_of_talks(key)):
            return None
        if not isinstance(value, list):
            talk = self._talk(value, slot)
            return [talk] if talk and clock else talk
        talks = [self._talk(each, slot) for each in value]
        if not any(talks):
            return None
        beside = _beside(slot, len(value))
        return [
            {**talk, **more} if talk else each
            for talk, each, more in zip(talks, value, beside, strict=True)
        ]

    def _talk(self, name: Any, slot: Thing) -> Thing | None:
        known = None if isinstance(name, dict | list) else self._talks.get(text(name).strip())
        if known is None or known.listed is slot:
            return None
        self._named_so_often += 1
        refuse_more(self._named_so_often)
        self._used.add(id(known.listed))
        self._links.add(frozenset((known.at, self._at)))
        return known.entry


def is_of_talks(key: str) -> bool:
    """Return whether what a key holds are sessions, or ids of some."""
    return meaning(key).bare in _TALKS


def is_id(key: str) -> bool:
    """Return whether what a key holds are ids of sessions: `session_ids`."""
    said = meaning(key)
    return said.by_id and said.bare in _TALKS


def unlisted(found: Sequence[Said]) -> str:
    """Return some of the ids by which alone entries name their sessions; empty where they say more.

    What stands under `talk` and is never more than a slug is an id, not a title.
    """
    fields = {meaning(key).field for own in found for key, _ in own}
    if {"abstract", "speakers"} & fields:
        return ""
    told = [[pair for pair in own if meaning(pair[0]).field == "title"] for own in found]
    names = [said for own in told if all(is_id(key) for key, _ in own) for _, said in own]
    titles = [pair for own in told for pair in own if not is_id(pair[0])]
    slugs = [said for key, said in titles if is_of_talks(key) and _SLUG.fullmatch(said)]
    telling = [slug for slug in slugs if not slug.isalpha()]
    if not names and len(slugs) == len(titles) and 3 * len(telling) >= len(titles) > 1:
        names = telling
    return quoted(map(clean_line, names[:3]))


def _is_talk(entry: Thing) -> bool:
    """Return whether it is a talk that a schedule may name: it has a title, and no time."""
    told = {str(key): each for key, each in entry.items() if each not in (None, "", [])}
    fields = {meaning(key).field for key in told}
    dated = (each for key, each in told.items() if meaning(key).field == "date")
    timed = not _WHEN.isdisjoint(fields) or any(":" in cell(each) for each in dated)
    holds = any(is_of_talks(key) and _is_group(each) for key, each in told.items())
    return "title" in fields and not holds and not timed


def _is_group(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _merged(slot: Thing, key: str, talk: Thing) -> Thing:
    """Return one session: the slot says when and where, the talk all else."""
    kept = {name: each for name, each in slot.items() if name != key and each not in (None, "")}
    said = {meaning(str(name)).field for name in kept} & _OF_SLOT
    own = {name: each for name, each in talk.items() if meaning(str(name)).field not in said}
    return {**kept, **own}


def _beside(slot: Thing, count: int) -> list[dict[str, Any]]:
    """Return what other lists of a slot say of each of its `count` talks: their rooms, tracks."""
    found: list[dict[str, Any]] = [{} for _ in range(count)]
    for key, each in slot.items():
        field = meaning(str(key)).field
        if field in ("room", "track") and isinstance(each, list) and len(each) == count:
            for one, said in zip(found, each, strict=True):
                one[field] = said
    return found
