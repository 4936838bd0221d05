"""Every key, once: bindings, the line at the foot, the help screen and the docs read this table.

One scheme everywhere: digits are levels, a capital letter goes to a screen, a small letter acts on
the session under the cursor, ctrl is for the application. A key has an id, so that a keymap can
move it. Which code answers an action is the business of the screen or widget that has the place.
"""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from summit_tui.tui.after_keys import AFTER_KEYS
from summit_tui.tui.form_keys import FORM_KEYS, FORMS
from summit_tui.tui.grid_keys import CELLS, GRID_KEYS
from summit_tui.tui.key import Key
from summit_tui.tui.screens.table import DESTINATIONS, SCREENS, destination
from summit_tui.tui.search_keys import EXAMPLE, SEARCH_KEYS

DIGITS = "1,2,3,4,5,6,7,8,9"
DATED = tuple(each for each in SCREENS if each not in ("speakers", "changes"))
"""The places whose sessions stand in the order of time."""
LISTS = ("programme", "agenda")
"""The places where several sessions can be selected."""
ENTRIES = ("list", CELLS)
"""The parts of a screen that show sessions."""
KEYS = (
    *(
        Key(
            each.id,
            each.letter,
            f"app.go('{each.id}')",
            each.label,
            each.help,
            "Screens",
            SCREENS,
            need=5,
            priority=True,  # what is typed right after it is for the screen it goes to
        )
        for each in DESTINATIONS
    ),
    # The session under the cursor
    Key(
        "pick",
        "space",
        "pick",
        "pick",
        "pick the session, or take the pick back",
        "Session",
        SCREENS,
        need=3,
    ),
    Key(
        "want",
        "w",
        "want",
        "want",
        "say how much: want ●, then must ★, then maybe ○",
        "Session",
        SCREENS,
        need=6,
    ),
    Key(
        "note",
        "n",
        "note",
        "note",
        "write a note on it",
        "Session",
        SCREENS,
        need=8,
        priority=True,  # what is typed right after it is the note
    ),
    *AFTER_KEYS,
    Key(
        "remove",
        "x,delete",
        "remove",
        "remove",
        "remove it from my agenda, with its note (undo has it)",
        "Session",
        SCREENS,
    ),
    Key(
        "select",
        "m",
        "select",
        "select",
        "select it beside others (*), for one key to act on all",
        "Session",
        LISTS,
        need=14,
    ),
    Key(
        "select-all",
        "asterisk",
        "select_all",
        "select all",
        "select all that is listed, or nothing any more",
        "Session",
        LISTS,
    ),
    Key(
        "copy",
        "y",
        "copy",
        "copy",
        "copy title, time, place and link; again, save them to a file",
        "Session",
        SCREENS,
    ),
    Key(
        "swap",
        "s",
        "swap",
        "swap",
        "see what else is on in its time, and take that instead",
        "Session",
        SCREENS,
        need=13,
    ),
    Key(
        "plan",
        "p",
        "plan",
        "plan",
        "plan the best agenda from all that I want",
        "Session",
        LISTS,
        need=15,
    ),
    Key("open", "o", "open", "open link", "open a link of it in the browser", "Session", SCREENS),
    Key("read", "enter", "read", "read", "read it in full", "Session", ENTRIES),
    # Find
    Key(
        "search",
        "slash",
        "search",
        "search",
        EXAMPLE,
        "Find",
        SCREENS,
        need=4,
        priority=True,  # what is typed right after it must not be taken for keys
    ),
    Key("filter", "f", "filter", "filter", "choose filters", "Find", ("programme",), need=9),
    Key(
        "level",
        DIGITS,
        "level('{key}')",
        "level",
        "show this level of the scale, or no longer",
        "Find",
        ("programme", "grid"),
        need=7,
    ),
    Key(
        "earlier",
        "v",
        "earlier",
        "earlier",
        "what changed since the version before; after the oldest, since the last look",
        "Find",
        ("changes",),
        need=7,
    ),
    Key(
        "all-levels",
        "0",
        "all_levels",
        "all levels",
        "show every level",
        "Find",
        ("programme", "grid"),
    ),
    Key(
        "back",
        "escape",
        "back",
        "back",
        "go one step back: text, filters, detail, screen",
        "Find",
        SCREENS,
    ),
    *SEARCH_KEYS,
    # Move
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
    *GRID_KEYS,
    Key(
        "jump",
        "semicolon",
        "jump",
        "jump",
        "jump to a session in sight, by the letters that then stand before it",
        "Move",
        LISTS,
        priority=True,  # what is typed right after it is a label
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
        "app.focus_previous",
        "",
        "go to the part before",
        "Move",
        SCREENS,
    ),
    Key(
        "toggle",
        "space,enter",
        "choose",
        "choose",
        "choose the filter, or no longer",
        "Find",
        ("facets",),
    ),
    # Application
    Key("undo", "u", "app.undo", "undo", "undo the last change", "Application", SCREENS, need=11),
    Key("redo", "ctrl+r", "app.redo", "redo", "do again what was undone", "Application", SCREENS),
    Key(
        "export",
        "e",
        "export",
        "export",
        "export my agenda to a file: calendar, Markdown, the report …",
        "Application",
        SCREENS,
        need=12,
        priority=True,  # what is typed right after it is a file name
    ),
    Key(
        "palette",
        "ctrl+p",
        "palette",
        "find any",
        "find any command, session or speaker",
        "Application",
        ("app",),
        priority=True,
    ),
    Key("theme", "ctrl+t", "theme", "theme", "change the colours", "Application", ("app",)),
    Key(
        "help",
        "question_mark",
        "help",
        "help",
        "show what every key does",
        "Application",
        SCREENS,
        need=1,
    ),
    Key(
        "quit", "q", "app.quit", "quit", "quit; everything is kept", "Application", SCREENS, need=2
    ),
    Key(
        "leave",
        "ctrl+c,ctrl+q",
        "quit",
        "quit",
        "quit from anywhere",
        "Application",
        ("app",),
        priority=True,
    ),
    *FORM_KEYS,
)
"""The keys, in the order the help shows them."""

_SIGNS = {
    "question_mark": "?",
    "slash": "/",
    "asterisk": "*",
    "semicolon": ";",
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
}


def bindings(place: str) -> list[BindingType]:
    """Return the bindings that work in `place`, each with the id that a keymap may name."""
    return [
        Binding(
            names,
            key.action.format(key=names) if "{key}" in key.action else key.action,
            key.label,
            show=False,
            id=f"{key.id}.{names}" if "{key}" in key.action else key.id,
            tooltip=key.help,
            priority=key.priority,
        )
        for key in KEYS
        if place in key.places
        for names in (key.keys.split(",") if "{key}" in key.action else [key.keys])
    ]


def shown(key: Key, keymap: Mapping[str, str] | None = None) -> str:
    """Return a key's signs as a person reads them: `space`, `j ↓`, `1–9`; moved ones as moved."""
    if key.keys == DIGITS:
        return "1–9"
    keys = (keymap or {}).get(key.id, key.keys)
    return " ".join(_sign(name) for name in keys.split(","))


def _sign(name: str) -> str:
    arrows = {"down": "↓", "up": "↑", "left": "←", "right": "→"}
    return arrows.get(name) or _SIGNS.get(name, name)


def at_the_foot(place: str) -> list[Key]:
    """Return the keys that the foot of the screen `place` shows where it has room for all."""
    return [key for key in KEYS if key.need and {place, "app"} & set(key.places)]


def groups(place: str) -> dict[str, list[Key]]:
    """Return the keys that work on the screen `place`, by heading, for the help."""
    shown_there = destination(place)
    inside = {"app", place, *FORMS, *(shown_there.parts if shown_there else ())}
    found: dict[str, list[Key]] = {}
    for key in KEYS:
        if inside & set(key.places):
            found.setdefault(key.group, []).append(key)
    return found
