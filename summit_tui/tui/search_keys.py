"""The keys of searching: in the search box, and among what narrows the list."""

from collections.abc import Sequence
from datetime import date

from summit_tui.tui.key import Key

_USUAL_LEVEL = 2
"""The place on the scale of the level that is named, where there are as many."""


def examples(levels: Sequence[int], days: Sequence[str]) -> tuple[str, ...]:
    """Return what can be typed in the search box, at length and in ever fewer words.

    Where a programme has those levels and days (in ISO 8601), each of them finds something.
    """
    parts = [f"level:{levels[: _USUAL_LEVEL + 1][-1]}"] if levels else []
    parts += [f"day:{date.fromisoformat(days[0]):%a}".lower(), "after:14:00"] if days else []
    told = (", ".join(("search: words", *parts[:many])) for many in range(len(parts), 0, -1))
    return *told, "search"


EXAMPLE = examples((100, 200, 300), ("2019-04-02",))[0]
"""What can be typed in the box, in whatever programme."""

SEARCH_KEYS = (
    Key(
        "chips",
        "c",
        "chips",
        "filters in use",
        "go to the filters in use, to take some of them back",
        "Find",
        ("programme",),
        need=10,
    ),
    Key(
        "chip-left",
        "left,h",
        "move(-1)",
        "",
        "go left among the filters in use",
        "Find",
        ("chips",),
    ),
    Key(
        "chip-right",
        "right,l",
        "move(1)",
        "",
        "go right among the filters in use",
        "Find",
        ("chips",),
    ),
    Key(
        "chip",
        "x,delete,backspace",
        "take_back",
        "take back",
        "take this filter back",
        "Find",
        ("chips",),
        need=3,
    ),
    Key(
        "chip-press",
        "enter,space",
        "press",
        "tick",
        "take this filter back, or tick a level or a day",
        "Find",
        ("chips",),
        need=4,
    ),
    Key(
        "best",
        "b",
        "best(1)",
        "next best",
        "go to the session that answers the words next best",
        "Find",
        ("programme",),
        need=13,
    ),
    Key(
        "better",
        "v",
        "best(-1)",
        "better",
        "go back to the one that answers them better",
        "Find",
        ("programme",),
    ),
    Key(
        "paste",
        "ctrl+v",
        "paste",
        "paste",
        "paste into the search box",
        "Find",
        ("programme",),
    ),
    Key(
        "save-search",
        "ctrl+s",
        "save_search",
        "save search",
        "save this search under a name, or go to one that is saved",
        "Find",
        ("programme",),
        typing=6,
    ),
    # In the search box
    Key(
        "search-complete",
        "tab",
        "complete",
        "complete",
        "take what is offered or meant: a value behind level:, a field; else go on",
        "Search box",
        ("box",),
        need=5,
    ),
    Key(
        "search-earlier",
        "up",
        "earlier",
        "earlier search",
        "go to an earlier search, or up what is offered",
        "Search box",
        ("box",),
        need=8,
    ),
    Key(
        "search-down",
        "down",
        "next_or_leave",
        "to the sessions",
        "go down what is offered, to a later search, then to the sessions",
        "Search box",
        ("box", "names"),
    ),
    Key(
        "search-leave",
        "enter",
        "leave",
        "to the sessions",
        "take what was chosen of what is offered, or go to the sessions",
        "Search box",
        ("box", "names"),
        need=3,
        priority=True,
    ),
    Key(
        "search-clear",
        "escape",
        "clear",
        "clear",
        "take away what is offered; then empty the box and go to the sessions",
        "Search box",
        ("box", "names"),
        need=4,
    ),
)
"""In the order the help shows them; part of the table in `keys`."""
