"""The keys of searching: in the search box, and among what narrows the list."""

from summit_tui.tui.key import Key

EXAMPLES = (
    "search: words, level:300, day:tue, after:14:00",
    "search: words, level:300, day:tue",
    "search: words, level:300",
    "search",
)
"""What is typed in the search box, at length and in fewer words."""
EXAMPLE = EXAMPLES[0]
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
        priority=True,  # what is typed right after it must not reach the sessions
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
    ),
    Key(
        "chip-press",
        "enter,space",
        "press",
        "tick",
        "take this filter back, or tick a level or a day",
        "Find",
        ("chips",),
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
    ),
    # In the search box
    Key(
        "search-complete",
        "tab",
        "complete",
        "take",
        "take what is offered or meant: a value behind level:, a field; else go on",
        "Search box",
        ("box",),
    ),
    Key(
        "search-earlier",
        "up",
        "earlier",
        "earlier",
        "go to an earlier search, or up what is offered",
        "Search box",
        ("box",),
    ),
    Key(
        "search-down",
        "down",
        "next_or_leave",
        "to the sessions",
        "go down what is offered, to a later search, then to the sessions",
        "Search box",
        ("box", "names"),
        priority=True,  # what is typed right after it must reach the sessions
    ),
    Key(
        "search-leave",
        "enter",
        "leave",
        "to the sessions",
        "take what was chosen of what is offered, or go to the sessions",
        "Search box",
        ("box", "names"),
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
    ),
)
"""In the order the help shows them; part of the table in `keys`."""
