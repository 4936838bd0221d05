"""Sessionize, view All: sessions, speakers, questions, categories and rooms, joined by ids."""

from collections.abc import Iterator, Mapping
from typing import Any

from summit_tui.formats.readers import sessionize
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, Hints
from summit_tui.formats.readers.notes import Notes
from summit_tui.formats.readers.sessionize_added import CATEGORY
from summit_tui.formats.readers.sessionize_categories import role
from summit_tui.formats.readers.values import first, items, mapping, mappings, text


def recognises(content: Content) -> bool:
    """Return whether it has lists of sessions and speakers, and one that only Sessionize has."""
    root = mapping(content.json)
    lists = all(isinstance(root.get(key), list) for key in ("sessions", "speakers"))
    if not lists:
        return False
    apart = isinstance(root.get("categories"), list) or isinstance(root.get("questions"), list)
    return apart or any("isServiceSession" in each for each in mappings(root.get("sessions")))


def read(content: Content, hints: Hints) -> Draft:
    """Return what the view says."""
    root = mapping(content.json)
    groups = mappings(root.get("categories"))
    view = _Names(root)
    people = {
        first(who, "id"): view.answered(who)
        for who in mappings(root.get("speakers"))
        if first(who, "id")
    }
    return sessionize.draft(
        [view.embedded(each, content.notes) for each in mappings(root.get("sessions"))],
        people,
        content.notes,
        rooms=view.rooms.values(),
        tracks=[name for group in groups if _role(group) == "track" for name in _names(group)],
        levels=[name for group in groups if _role(group) == "level" for name in _names(group)],
    )


def _role(group: Mapping[str, Any]) -> str:
    return role(first(group, "title", "name"))


def _names(group: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of a group's categories in the order the organisers gave them."""
    found = mappings(group.get("items"))
    for item in sorted(found, key=_place):
        if name := first(item, "name"):
            yield name


def _place(item: Mapping[str, Any]) -> int:
    place = item.get("sort")
    return place if isinstance(place, int) else 0


class _Names:
    """What the ids in sessions stand for."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self.rooms = {first(each, "id"): first(each, "name") for each in _list(root, "rooms")}
        self._questions = {
            first(each, "id"): first(each, "question", "title") for each in _list(root, "questions")
        }
        self._categories = {
            first(item, "id"): {"name": first(group, "title", "name"), "categoryItems": [item]}
            for group in _list(root, "categories")
            for item in mappings(group.get("items"))
        }

    def answered(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a speaker or session whose answers have their questions."""
        answers = [
            {"question": self._questions.get(first(each, "questionId"), ""), **each}
            for each in mappings(given.get("questionAnswers"))
        ]
        return {**given, "questionAnswers": answers}

    def embedded(self, session: Mapping[str, Any], notes: Notes) -> Mapping[str, Any]:
        """Return a session in the shape of the Sessions view."""
        numbers = [text(each) for each in items(session.get("categoryItems"))]
        apart = text(session.get(CATEGORY))
        numbers += [apart] * (apart not in ("", *numbers))
        known = [self._categories.get(number) for number in numbers]
        if None in known:
            message = "a category is not in the list of categories"
            notes.add("unread", message, sessionize.place(session))
        return {
            **self.answered(session),
            "categories": [each for each in known if each],
            "room": self.rooms.get(first(session, "roomId"), "") or first(session, "room"),
        }


def _list(root: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    return mappings(root.get(key))
