"""Where a person left the application, so that the next run goes on from there.

One small JSON file in the state folder, for all events. A convenience: what cannot be read is as
good as absent, what cannot be written is forgotten, and nothing is ever said about it.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.places import state_folder
from summit_tui.catalogue.text import clean_line
from summit_tui.tui.state import View

_EVENTS = 50
"""How many events are remembered; the longest unused goes first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one was in an event."""

    theme: str = ""
    screen: str = ""
    view: View = field(default_factory=View)
    """With the levels only: words and other filters belong to what was looked for then."""
    searches: tuple[str, ...] = ()
    """What was searched for, the newest last."""


def recall(catalogue: Catalogue) -> Place:
    """Return where one left `catalogue`'s event; an empty place when that is not known."""
    kept = _read()
    place = _mapping(_mapping(kept.get("events")).get(catalogue.event.id))
    known = {level.value for level in catalogue.scale.levels}
    levels = _values(place.get("levels")) & known
    return Place(
        str(kept.get("theme", "")),
        str(place.get("screen", "")),
        View().choosing("level", frozenset(levels)),
        tuple(clean_line(text) for text in _texts(place.get("searches"))),
    )


def remember(event_id: str, place: Place) -> None:
    """Keep `place` for the next run."""
    events = _mapping(_read().get("events"))
    events.pop(event_id, None)
    levels = sorted(place.view.of("level"), key=str)
    searches = list(place.searches)
    events[event_id] = {"screen": place.screen, "levels": levels, "searches": searches}
    kept = {"theme": place.theme, "events": dict(list(events.items())[-_EVENTS:])}
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    except (OSError, ValueError):
        pass  # the next run begins at the beginning


def _file() -> Path:
    return state_folder() / "tui.json"


def _read() -> dict[str, Any]:
    try:
        return _mapping(json.loads(_file().read_text(encoding="utf-8")))
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
