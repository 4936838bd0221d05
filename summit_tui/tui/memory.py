"""Where a person left the application, so that the next run goes on from there.

One small JSON file in the state folder, for all events. A convenience: what cannot be read is as
good as absent, what cannot be written is forgotten, and nothing is ever said about it.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summit_tui.catalogue import own_files
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.places import state_folder
from summit_tui.catalogue.text import clean_line
from summit_tui.tui.history import MOST
from summit_tui.tui.screens.table import PASSING
from summit_tui.tui.state import View

_EVENTS = 50
"""How many events are remembered; the longest unused goes first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one was in an event."""

    theme: str = ""
    screen: str = ""
    view: View = field(default_factory=View)
    """With what suits me only, levels and languages: words and other filters belong to what was
    looked for then."""
    searches: tuple[str, ...] = ()
    """What was searched for, the newest last."""
    session: str = ""
    """The id of the one under the cursor in the programme."""


def is_first_run() -> bool:
    """Return whether the application was never left on this machine."""
    return not _file().exists()


def recall(catalogue: Catalogue) -> Place:
    """Return where one left `catalogue`'s event; an empty place when that is not known."""
    kept = _read()
    place = _mapping(_mapping(kept.get("events")).get(catalogue.event.id))
    levels = _values(place.get("levels")) & {level.value for level in catalogue.scale.levels}
    languages = _values(place.get("languages"))
    if languages:
        languages &= {session.language for session in catalogue.sessions}
    screen = str(place.get("screen", ""))
    return Place(
        str(kept.get("theme", "")),
        "" if screen in PASSING else screen,
        View().choosing("level", frozenset(levels)).choosing("language", frozenset(languages)),
        tuple(clean_line(text) for text in _texts(place.get("searches"))),
        str(place.get("session", "")),
    )


def remember(event_id: str, place: Place) -> None:
    """Keep `place` for the next run, and what another window has searched for meanwhile."""
    try:
        with own_files.alone(_file()):
            text = json.dumps(_with(_read(), event_id, place), ensure_ascii=False)
            own_files.put(_file(), text.encode(errors="replace"))
    except (OSError, ValueError):
        pass  # the next run begins at the beginning


def _with(kept: dict[str, Any], event_id: str, place: Place) -> dict[str, Any]:
    events = _mapping(kept.get("events"))
    before = _texts(_mapping(events.pop(event_id, None)).get("searches"))
    others = [text for text in before if text not in place.searches]
    events[event_id] = {
        "screen": place.screen,
        "levels": sorted(place.view.of("level"), key=str),
        "languages": sorted(place.view.of("language"), key=str),
        "session": place.session,
        "searches": [*others, *place.searches][-MOST:],
    }
    return {"theme": place.theme, "events": dict(list(events.items())[-_EVENTS:])}


def _file() -> Path:
    return state_folder() / "tui.json"


def _read() -> dict[str, Any]:
    try:
        return _mapping(json.loads(own_files.read(_file())))
    except (OSError, ValueError, RecursionError):
        return {}


def _mapping(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


def _values(value: object) -> set[Any]:
    items = value if isinstance(value, list) else []
    return {item for item in items if isinstance(item, int | str)}


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else []
    return [item for item in items if isinstance(item, str)]
