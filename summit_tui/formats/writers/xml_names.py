"""What schedule.xml calls things: numbers, guids, codes and slugs, each unique where it must be.

All are made of the session's own id, or are those it was imported with, and never of its place in
the file: an app that knows a session by its number still knows it after the next export.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from zlib import crc32

from summit_tui.catalogue.model import Event, Session
from summit_tui.catalogue.text import slug

_CODE = re.compile(r"[0-9A-Z]{6}")
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_SHORTEST_ACRONYM = 4
_MOST = 2**31 - 1
"""What an app may keep in a signed integer."""


@dataclass(frozen=True, slots=True)
class Names:
    """What one event of a schedule is called."""

    number: int
    guid: str
    code: str
    """Empty where the session's own does not fit."""


def names(event: Event, sessions: Iterable[Session]) -> dict[str, Names]:
    """Return the names of each session by its id."""
    sessions = sorted(sessions, key=lambda session: session.id)
    numbers, guids = _numbers(sessions), _guids(event, sessions)
    taken: set[str] = set()
    found = {}
    for session in sessions:
        code = session.code or ""
        if not _CODE.fullmatch(code) or code in taken:
            code = ""
        taken.add(code)
        found[session.id] = Names(numbers[session.id], guids[session.id], code)
    return found


def _numbers(sessions: list[Session]) -> dict[str, int]:
    """Return a number for each id: the one it was imported with, else one made of the id."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    for session in sessions:
        text = dict(session.source).get("id", "")
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
        if number and number not in taken:
            found[session.id] = number
            taken.add(number)
    for session in sessions:
        if session.id not in found:
            number = crc32(session.id.encode(errors="replace")) % _MOST + 1
            while number in taken:
                number = number % _MOST + 1
            found[session.id] = number
            taken.add(number)
    return found


def _guids(event: Event, sessions: list[Session]) -> dict[str, str]:
    """Return a guid for each id; of the runs that were imported with one, the first keeps it."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for session in sessions:
        guid = dict(session.source).get("guid", "").lower()
        if not _GUID.fullmatch(guid) or guid in taken:
            guid = made_guid(event, f"session/{session.id}")
        taken.add(guid)
        found[session.id] = guid
    return found


def made_guid(event: Event, what: str) -> str:
    """Return the guid that `what` of `event` has on every machine and in every version."""
    name = f"https://summit-tui.invalid/{event.id}/{what}"
    return str(uuid5(NAMESPACE_URL, name.encode(errors="replace").decode()))


def acronym(event: Event) -> str:
    """Return the event's id as an acronym; hyphens fill up a short one, which an import drops."""
    return slug(event.id).ljust(_SHORTEST_ACRONYM, "-")


def track_slugs(tracks: Iterable[str]) -> dict[str, str]:
    """Return a slug for each track: it begins with a letter, and no two are alike."""
    found: dict[str, str] = {}
    for track in tracks:
        base = slug(track)
        base = base if base[0].isalpha() and len(base) > 1 else f"track-{base}"
        name, number = base, 2
        while name in found.values():
            name, number = f"{base}-{number}", number + 1
        found[track] = name
    return found
