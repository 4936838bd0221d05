"""Our own schedule.xml: what its elements could not say stands behind its root (`instruction`).

Foreign schedules have no such instructions and are returned as they are. What an instruction says
is as foreign as the rest: it becomes text of a draft, which `building` cleans and interprets.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from summit_tui.catalogue.levels import Level, LevelValue, Scale
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.instruction import understood
from summit_tui.formats.readers.draft import Draft, DraftRoom, DraftSession, DraftSpeaker
from summit_tui.formats.readers.values import first, items, mapping, text

_MOST = 10**9
_TEXTS = ("id", "code", "title", "status", "level", "capacity")


def completed(draft: Draft, instructions: Iterable[tuple[str, str]]) -> Draft:
    """Return `draft` with what the instructions add to its event and to each session."""
    head: Mapping[str, Any] = {}
    sessions: dict[str, Mapping[str, Any]] = {}
    for values in understood(instructions):
        head = mapping(values.get("event")) or head
        sessions[first(values, "guid")] = values
    if not head:
        return draft
    rooms = [_room(each) for each in _rows(head.get("rooms"), 3)]
    order = {guid: rank for rank, guid in enumerate(sessions)}
    listed = sorted(draft.sessions, key=lambda one: order.get(one.run, len(order)))
    event = replace(
        draft.event,
        venue=first(head, "venue"),
        note=text(head.get("note")),
        url=first(head, "url") or draft.event.url,
    )
    return replace(
        draft,
        event=event,
        sessions=tuple(_session(one, sessions.get(one.run)) for one in listed),
        rooms=(*rooms, *draft.rooms),
        markdown=True,
        scale=_scale(_rows(head.get("levels"), 2)),
    )


def _session(session: DraftSession, values: Mapping[str, Any] | None) -> DraftSession:
    if values is None:
        return session
    known: dict[str, Any] = {name: first(values, name) for name in _TEXTS if first(values, name)}
    if "duration" in values:
        known["duration"] = first(values, "duration")
    if isinstance(values.get("recorded"), bool):
        known["recorded"] = values["recorded"]
    if speakers := _rows(values.get("speakers"), 3):
        known["speakers"] = tuple(DraftSpeaker(*map(text, each)) for each in speakers)
    for name in ("tracks", "tags"):
        if found := tuple(text(each) for each in items(values.get(name))):
            known[name] = found
    # The description says for people what stands here.
    return replace(session, texts=session.texts[:1], run=first(values, "run"), **known)


def _rows(value: Any, width: int) -> list[list[Any]]:
    rows = [each for each in items(value) if isinstance(each, list)]
    return [each for each in rows if len(each) == width]


def _room(row: list[Any]) -> DraftRoom:
    return DraftRoom(*map(text, row))


def _scale(rows: list[list[Any]]) -> Scale | None:
    """Return the levels as they were; None where they are none, then they are guessed."""
    levels: dict[LevelValue, str] = {}
    for value, name in rows:
        known = type(value) is int and abs(value) < _MOST
        levels[value if known else clean_line(text(value))] = clean_line(text(name))
    if not levels or "" in levels:
        return None
    return Scale(tuple(Level(value, name) for value, name in levels.items()))
