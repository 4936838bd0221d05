"""Sessionize, view Sessions: groups of sessions that have their speakers and categories in them.

A session can be in several groups. The taglines of speakers are in the view Speakers, which is read
where it lies beside; alone it holds no programme.
"""

from collections.abc import Mapping
from typing import Any

from summit_tui.formats.readers import sessionize
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import Draft, Hints, NotAProgramme
from summit_tui.formats.readers.values import first, mappings


def recognises(content: Content) -> bool:
    """Return whether it is a list of groups, of their sessions, or the Speakers view."""
    listed = mappings(content.json) if isinstance(content.json, list) else []
    return bool(
        any(_is_group(each) or _is_session(each) for each in listed) or sessionize.speakers(content)
    )


def read(content: Content, hints: Hints) -> Draft:
    """Return what the view says; NotAProgramme when it is the Speakers view."""
    if sessionize.speakers(content):
        raise NotAProgramme(
            "these are Sessionize's speakers, without their times: import the sessions beside them"
        )
    return sessionize.draft(_once(content), sessionize.beside(content), content.notes)


def _is_group(each: Mapping[str, Any]) -> bool:
    return isinstance(each.get("sessions"), list) and ("groupName" in each or "groupId" in each)


def _is_session(each: Mapping[str, Any]) -> bool:
    return "isServiceSession" in each and "startsAt" in each


def _once(content: Content) -> list[Mapping[str, Any]]:
    """Return each session once, with the groups it is in."""
    found: dict[object, dict[str, Any]] = {}
    for each in mappings(content.json):
        listed = mappings(each.get("sessions")) if _is_group(each) else [each]
        for session in listed:
            known = tuple(first(session, key) for key in ("id", "title", "startsAt", "room"))
            same: object = known if known[0] else object()
            once = found.setdefault(same, {**session, sessionize.GROUPS: []})
            if _is_group(each):
                once[sessionize.GROUPS].append(first(each, "groupName"))
    return list(found.values())
