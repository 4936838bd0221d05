"""Who speaks, in JSON or YAML of any make: names, objects, or ids of people listed elsewhere."""

from collections.abc import Iterator, Mapping
from typing import Any

from summit_tui.catalogue.text import fold
from summit_tui.formats.readers.draft import DraftSpeaker
from summit_tui.formats.readers.values import first, lowered, mapping, text

_DEEP = 6
_NAMES = ("name", "fullname", "displayname", "publicname", "speakername", "personname")
_ROLES = ("jobtitle", "role", "position", "tagline", "title")
_COMPANIES = (
    *("companyname", "company", "organization", "organisation", "affiliation", "org", "employer"),
)
_APART = (("firstname", "givenname", "fname"), ("lastname", "familyname", "surname", "lname"))
_IDS = ("id", "uid", "key", "slug", "code", "personid", "speakerid", "userid")
LISTS = ("speakers", "people", "persons", "presenters", "authors", "speaker", "performer")
"""What holds people, not sessions."""


class People:
    """The people of a document, by their ids and by their folded names."""

    def __init__(self, value: Any) -> None:
        self._by_id: dict[str, DraftSpeaker] = {}
        self.by_name: dict[str, DraftSpeaker] = {}
        for key, each in _listed(value, 0):
            who = _person(each)
            if who.name:
                for name in filter(None, (key, *_ids(each))):
                    self._by_id.setdefault(name, who)
                self._meet(who)

    def told(self, value: Any) -> str:
        """Return the names that `value` means, as a cell lists them."""
        given = value if isinstance(value, list) else [value]
        return "; ".join(filter(None, map(self._name, given)))

    def _name(self, value: Any) -> str:
        if not isinstance(value, dict):
            key = text(value).strip()
            return self._by_id[key].name if key in self._by_id else key
        inner = next((value[key] for key in LISTS if isinstance(value.get(key), dict)), value)
        who = _person(inner)
        known = filter(None, map(self._by_id.get, _ids(inner) if not who.name else ()))
        if someone := next(known, None):
            return someone.name
        self._meet(who)
        return who.name

    def _meet(self, who: DraftSpeaker) -> None:
        """Remember what somebody is."""
        before = self.by_name.get(fold(who.name))
        if who.name and (before is None or not (before.role or before.company)):
            self.by_name[fold(who.name)] = who


def _person(given: Mapping[str, Any]) -> DraftSpeaker:
    one = lowered(given)
    apart = " ".join(filter(None, (first(one, *names) for names in _APART)))
    listed = one.get("name")
    whole = " ".join(map(text, listed)) if isinstance(listed, list) else first(one, *_NAMES)
    name = apart if apart and (not whole or "," in whole) else whole  # `Umbel, Ada`
    return DraftSpeaker(name.strip(), first(one, *_ROLES), first(one, *_COMPANIES))


def _ids(given: Mapping[str, Any]) -> Iterator[str]:
    one = lowered(given)
    yield from filter(None, (first(one, name) for name in _IDS))


def _listed(value: Any, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the people in lists of people, with the key of each where it has one."""
    if depth > _DEEP:
        return
    if isinstance(value, list):
        for each in value:
            yield from _listed(each, depth + 1)
    for key, each in mapping(value).items():
        people = str(key).lower() in LISTS
        if people and isinstance(each, dict):
            yield from ((name, who) for name, who in each.items() if isinstance(who, dict))
        elif people and isinstance(each, list):
            yield from (("", who) for who in each if isinstance(who, dict))
        elif isinstance(each, dict | list):
            yield from _listed(each, depth + 1)
