"""The data of pretalx's schedule widget (`schedule/widgets/schedule.json`), in both its versions.

It has no types, descriptions, links and tags: where there is a choice, schedule.json says more.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from summit_tui.formats.readers import pretalx
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, DraftEvent, Hints
from summit_tui.formats.readers.pretalx_objects import Objects
from summit_tui.formats.readers.values import first, mapping, mappings

_POOR = "the widget has neither types nor descriptions, links and tags: schedule.json has them"


def recognises(content: Content) -> bool:
    """Return whether it has talks, rooms and speakers apart, or days with rooms with talks."""
    root = mapping(content.json)
    apart = all(isinstance(root.get(key), list) for key in ("talks", "rooms", "speakers"))
    days = root.get("schedule")
    return apart or (isinstance(days, list) and "tracks" in mapping(root.get("event")))


def read(content: Content, hints: Hints) -> Draft:
    """Return what the widget shows."""
    root = mapping(content.json)
    known = Objects(content.notes)
    for sort, key in (("speaker", "speakers"), ("room", "rooms"), ("track", "tracks")):
        for one in mappings(root.get(key)):
            known.add(one, sort)
    event = mapping(root.get("event"))
    for number, track in enumerate(mappings(event.get("tracks"))):
        known.add({"id": f"#{number}", **track}, "track")
    known.base = first(event, "url").removesuffix("schedule/")
    known.timezone, known.first_day = first(root, "timezone"), first(root, "event_start")
    talks = [*mappings(root.get("talks")), *_by_days(root.get("schedule"))]
    sessions = [
        pretalx.session(talk if talk.get("code") else {}, talk, known)
        for talk in talks
        if pretalx.is_session(talk, talk, content.notes)
    ]
    content.notes.add("left out", _POOR)
    described = DraftEvent(url=known.base, timezone=known.timezone, version=first(root, "version"))
    return pretalx.draft(described, sessions, known)


def _by_days(days: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the talks of the first version, each with its room."""
    for day in mappings(days):
        for room in mappings(day.get("rooms")):
            for talk in mappings(room.get("talks")):
                layout = ("height", "top", "display_speaker_names")
                kept = {key: value for key, value in talk.items() if key not in layout}
                yield {**kept, "room": room.get("name")}
