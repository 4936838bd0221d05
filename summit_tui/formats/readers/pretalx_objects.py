"""The answers of pretalx's API, put together: which objects they hold, and what numbers stand for.

Answers may come as one page, as several one after the other, as a list of pages or of objects, and
from several places of the API: an answer with rooms tells what the numbers in another mean. An
object is known by what it has, for the API changed its names and its nesting with its versions.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from summit_tui.catalogue.text import clean_line
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.json_documents import documents
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.values import first, mapping, text

Thing = Mapping[str, Any]
_SORTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("slot", ("submission", "start", "room")),
    ("schedule", ("version", "slots")),
    ("submission", ("code", "title")),
    ("speaker", ("code", "name")),
    ("event", ("slug", "timezone")),
    ("type", ("name", "default_duration")),
    ("answer", ("answer", "question")),
    ("question", ("id", "question")),
    ("resource", ("id", "resource")),
    ("tag", ("id", "tag")),
    ("track", ("id", "name", "color")),
    ("room", ("id", "name", "position")),
    ("room", ("id", "name", "capacity")),
)
"""What an object is by the keys that it has: the first that fits."""
_KEYS = {"submission": "code", "speaker": "code"}
_NAMES = ("name", "tag", "question")
_FAR = 1e9
_MOST_FIELDS = 200
"""The API has fifty at most; an entry may be referred to by every other."""
_EVENT_ADDRESS = re.compile(r"(https?://[^\s?#]{1,200}?/)api/events/([A-Za-z0-9._-]{1,100})/")


def sort_of(one: Any) -> str:
    """Return what `one` is: slot, submission, room …; empty when it is nothing of pretalx."""
    if not isinstance(one, dict):
        return ""
    return next((sort for sort, keys in _SORTS if all(key in one for key in keys)), "")


def is_page(value: Any) -> bool:
    """Return whether `value` is a page of a list, as the API gives it."""
    page = mapping(value)
    return isinstance(page.get("results"), list) and ("count" in page or "next" in page)


def answers(found: list[Any]) -> Iterator[Any]:
    """Yield each page, and each object that stands outside of one."""
    for value in found:
        yield from listed(value)


def objects(found: list[Any]) -> Iterator[Any]:
    """Yield the objects of all pages."""
    for answer in answers(found):
        if is_page(answer):
            yield from answer["results"]
        else:
            yield answer


def _glimpse(one: Any) -> str:
    if not isinstance(one, dict):
        return "a bare value"
    return clean_line(", ".join(list(one)[:6])[:80]) or "an empty one"


class Objects:
    """Everything that the answers of one event tell."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.languages: tuple[str, ...] = ("en",)
        """In which a text is taken that comes in several."""
        self.base = ""
        """The event's address, as `https://example.org/slug/`."""
        self.slug = ""
        self.timezone = ""
        self.first_day = ""
        """The date that the event begins on."""
        self._known: dict[str, dict[str, dict[str, Any]]] = {}
        self._pages: list[Thing] = []

    def take(self, content: Content) -> None:
        """Add what `content` tells."""
        found, broken = documents(content)
        if broken >= 0:
            line = content.text.count("\n", 0, broken) + 1
            self.notes.add("unread", f"the JSON is broken in line {line}: the rest is not read")
        self._pages += [answer for answer in answers(found) if is_page(answer)]
        for one in objects(found):
            if sort_of(one):
                self.add(one)
            else:
                self.notes.add("unread", "an entry that is nothing of pretalx", _glimpse(one))

    def add(self, one: Thing, sort: str = "") -> None:
        """Add one object, of which `sort` says what it is."""
        sort = sort or sort_of(one)
        if sort:
            known = self._known.setdefault(sort, {})
            key = first(one, _KEYS.get(sort, "id")) or f" {len(known)}"
            self._merge(known.setdefault(key, {}), one)
        if sort == "event":
            self.languages = tuple(dict.fromkeys((first(one, "locale"), "en")))
            self.slug, self.timezone = first(one, "slug"), first(one, "timezone")
            self.first_day = first(one, "date_from")
            self.base = self.base or first(mapping(one.get("urls")), "base")

    def _merge(self, mine: dict[str, Any], one: Thing) -> None:
        for name, value in one.items():
            if name in mine or len(mine) < _MOST_FIELDS:
                mine[name] = value
            else:
                self.notes.add("unread", f"entries of pretalx with more than {_MOST_FIELDS} fields")

    def all(self, sort: str) -> list[Thing]:
        """Return the objects of a sort, in the order of the answers."""
        return list(self._known.get(sort, {}).values())

    def get(self, sort: str, value: Any) -> Thing:
        """Return the object that `value` is or stands for; empty when nobody tells."""
        known = self._known.get(sort, {})
        if isinstance(value, dict):
            key = first(value, _KEYS.get(sort, "id"))
            return {**known.get(key, {}), **value}
        return known.get(text(value).strip(), {})

    def name(self, sort: str, value: Any, missing: set[str]) -> str:
        """Return what a room, track, type or tag is called; a number nobody tells is `missing`."""
        found = self.get(sort, value)
        said = next((said for key in _NAMES if (said := self.text(found.get(key)))), "")
        if said or not value or value is True:
            return said
        if isinstance(value, int | float):
            missing.add(sort)
        numbered = isinstance(value, int | float) or "id" in mapping(value)
        return "" if numbered else self.text(value)

    def text(self, value: Any) -> str:
        """Return a text, in the event's language where it comes in several."""
        return text(value, self.languages)

    def ordered(self, sort: str) -> list[str]:
        """Return the names of all rooms or tracks, in the order that the organisers gave them."""
        found = sorted(self.all(sort), key=_place)
        return [self.text(one.get("name")) for one in found]

    def all_pages(self) -> None:
        """Note when pages are missing: each that names a next one needs one that names it."""
        onward = [address for page in self._pages if (address := first(page, "next"))]
        back = [address for page in self._pages if (address := first(page, "previous"))]
        for address in (*onward, *back):
            if found := _EVENT_ADDRESS.match(address):
                self.slug = self.slug or found[2]
                self.base = self.base or f"{found[1]}{found[2]}/"
        if len(onward) != len(back):
            missing = onward[-1] if len(onward) > len(back) else back[0]
            self.notes.add("unread", "pages of the API are missing", clean_line(missing))


def _place(one: Thing) -> tuple[bool, float]:
    position = one.get("position")
    if not isinstance(position, int | float) or not abs(position) < _FAR:
        return True, 0.0
    return False, float(position)


def listed(value: Any) -> list[Any]:
    """Return a list; one thing alone counts as a list of it."""
    return value if isinstance(value, list) else [] if value is None else [value]
