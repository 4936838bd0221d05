"""schedule.xml as frab, pentabarf, pretalx, wafer and hub write it, in every generation.

Old ones have events directly below the day and no date in them, newer ones rooms in between, and
tracks inside or outside the conference. Elements are found by their name wherever they stand.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from summit_tui.formats.readers import frab, frab_own
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, DraftRoom, Hints

_LISTS = {"persons": "person", "links": "link", "attachments": "attachment"}


def recognises(content: Content) -> bool:
    """Return whether the root is `<schedule>` with days or a conference, and days of its kind."""
    root = content.xml
    inside = [_name(each) for day in _all(root, "day") for each in day]
    foreign = bool(inside) and not {"room", "event"} & set(inside)
    known = any(_name(each) in ("day", "conference") for each in root)
    return _name(root) == "schedule" and known and not foreign


def read(content: Content, hints: Hints) -> Draft:
    """Return what the schedule says."""
    root = content.xml
    head = next(_all(root, "conference"), ET.Element("conference"))
    conference = {_name(each): _text(each) for each in head if not len(each)}
    rooms = [DraftRoom(room.get("name", "")) for room in _all(root, "room") if len(room)]
    tracks = (each for part in (head, *_all(root, "tracks")) for each in _all(part, "track"))
    found = frab.draft(
        conference,
        [_day(day) for day in _all(root, "day")],
        rooms=tuple(rooms),
        tracks=tuple(track.get("name") or _text(track) for track in tracks),
        version=next((_text(each) for each in _all(root, "version")), ""),
        base=next((_text(each) for each in root if _name(each) == "url"), ""),
        notes=content.notes,
    )
    return frab_own.completed(found, content.instructions)


def _day(day: ET.Element) -> frab.ListedDay:
    events = []
    for child in day:
        if _name(child) == "room":
            name = child.get("name", "")
            events += [_event(event) | {frab.LISTED_IN: name} for event in _all(child, "event")]
        elif _name(child) == "event":
            events.append(_event(child))
    begins = day.get("start", "")
    return frab.ListedDay(day.get("date", "") or begins[:10], begins, tuple(events))


def _event(event: ET.Element) -> dict[str, Any]:
    """Return an event with the names of the JSON."""
    values: dict[str, Any] = {key: event.get(key, "") for key in ("id", "guid", "code")}
    for each in event:
        name = _name(each)
        if name in _LISTS:
            found = [_item(part) for part in each if _name(part) == _LISTS[name]]
            values[name] = found or _text(each)
        elif name == "person":
            values.setdefault("persons", _text(each))
        elif name == "recording":
            values[name] = {_name(part): _text(part) for part in each}
        else:
            values[name] = _inner(each).strip() or each.get("name", "")
    return values


def _inner(element: ET.Element) -> str:
    """Return what an element holds, with the markup of those that write HTML as elements."""
    parts = [element.text or ""]
    for each in element:
        name = _name(each)
        parts += [f"<{name}>{_inner(each)}</{name}>" if name else "", each.tail or ""]
    return "".join(parts)


def _item(part: ET.Element) -> Mapping[str, str]:
    """Return a person, link or attachment."""
    if _name(part) == "person":
        return {"public_name": _text(part) or " ".join("".join(part.itertext()).split())}
    text = _text(part)
    return {"title": text, "url": part.get("href", ""), "type": part.get("type", "")}


def _all(parent: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the children called `name`, whatever their namespace; rooms lie within days."""
    for each in parent:
        if _name(each) == name:
            yield each
        elif _name(each) == "day" and name == "room":
            yield from _all(each, name)


def _name(element: ET.Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: ET.Element) -> str:
    return (element.text or "").strip()
