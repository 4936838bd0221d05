"""The keys that move the cursor and the focus; part of the table in `keys`."""

from summit_tui.tui.key import Key
from summit_tui.tui.screens.table import CELLS, DATED, ENTRIES, SCREENS

MOVE_KEYS = (
    Key(
        "down", "down,j", "cursor_down", "down", "go to the next one", "Move", (*ENTRIES, "facets")
    ),
    Key("up", "up,k", "cursor_up", "up", "go to the one before", "Move", (*ENTRIES, "facets")),
    Key(
        "first",
        "home",
        "cursor_first",
        "first",
        "go to the first one",
        "Move",
        (*ENTRIES, "facets"),
    ),
    Key("last", "end", "cursor_last", "last", "go to the last one", "Move", (*ENTRIES, "facets")),
    Key("page-down", "pagedown", "page(1)", "page down", "go a page down", "Move", ENTRIES),
    Key("page-up", "pageup", "page(-1)", "page up", "go a page up", "Move", ENTRIES),
    Key("half-down", "ctrl+d", "half_page(1)", "", "go half a page down", "Move", ENTRIES),
    Key("half-up", "ctrl+u", "half_page(-1)", "", "go half a page up", "Move", ENTRIES),
    Key(
        "cell-left",
        "left,h",
        "cursor_side(-1)",
        "",
        "go to the room left of here, at the same time",
        "Move",
        (CELLS,),
    ),
    Key(
        "cell-right",
        "right,l",
        "cursor_side(1)",
        "",
        "go to the room right of here, at the same time",
        "Move",
        (CELLS,),
    ),
    Key(
        "jump",
        "semicolon",
        "jump",
        "jump",
        "jump to a session in sight, by the letters that then stand before it",
        "Move",
        SCREENS,
    ),
    Key("day", "d", "next_day", "next day", "go to the next day", "Move", DATED),
    Key("now", "t", "now", "now", "go to what is on now, or comes next", "Move", DATED),
    Key("left", "h,left", "column(-1)", "left", "go to the column left of here", "Move", SCREENS),
    Key(
        "right",
        "l,right",
        "column(1)",
        "right",
        "go to the column right of here",
        "Move",
        SCREENS,
    ),
    Key("next", "tab", "next_part", "", "go to the next part of the screen", "Move", SCREENS),
    Key(
        "previous",
        "shift+tab",
        "previous_part",
        "",
        "go to the part before",
        "Move",
        SCREENS,
    ),
)
"""In the order the help shows them."""
