"""Every key, once: bindings, the line at the foot, the help screen and the docs read this table.

One scheme everywhere: digits are levels, a capital letter goes to a screen, a small letter acts on
the session under the cursor, ctrl is for the application. A key has an id, so that a keymap can
move it. Which code answers an action is the business of the screen or widget that has the place.
"""

from collections.abc import Mapping

from textual.binding import Binding, BindingType
from textual.keys import format_key

from summit_tui.tui.form_keys import FORM_KEYS
from summit_tui.tui.key import Key
from summit_tui.tui.move_keys import MOVE_KEYS
from summit_tui.tui.screens.table import DESTINATIONS, SCREENS, destination
from summit_tui.tui.search_keys import EXAMPLE, SEARCH_KEYS
from summit_tui.tui.session_keys import SESSION_KEYS

DIGITS = "1,2,3,4,5,6,7,8,9"
TYPED_IN = ("box", "names")
"""The parts of screens in which every letter is text."""
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
            need=each.need,
        )
        for each in DESTINATIONS
    ),
    *SESSION_KEYS,
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
        need=1,
        aside=True,
    ),
    *SEARCH_KEYS,
    Key(
        "toggle",
        "space,enter",
        "choose",
        "choose",
        "choose the filter, or no longer",
        "Find",
        ("facets",),
        need=3,
    ),
    *MOVE_KEYS,
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
        first=("agenda",),
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
        "question_mark,f1",
        "app.help",
        "help",
        "say what one sees here, and what every key does; F1 also where ? is text",
        "Application",
        ("app",),
        need=1,
        typing=1,
        priority=True,  # over whatever is asked
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
        typing=7,
        priority=True,
    ),
    *FORM_KEYS,
)
"""The keys, in the order the help shows them."""

SIGNS = {
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
    "f1": "F1",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "enter",
    "backspace": "backspace",
}
"""By what Textual calls a key, what a person reads where Textual has another sign for it."""


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


def shown(key: Key, keymap: Mapping[str, str] | None = None, levels: int = 9) -> str:
    """Return a key's signs as a person reads them: `space`, `j ↓`, `1–9`; moved ones as moved.

    Of the digits only as many as there are `levels`, at least one.
    """
    if key.keys == DIGITS:
        return shown_digits(levels)
    return " ".join(map(sign_of, names_of(key, keymap or {})))


def shown_digits(levels: int) -> str:
    """Return which digits choose one of so many `levels`: `1–4`."""
    return f"1–{min(levels, 9)}" if levels > 1 else "1"


def names_of(key: Key, keymap: Mapping[str, str]) -> list[str]:
    """Return the keys that do it, as Textual calls them; moved ones as moved."""
    return keymap.get(key.id, key.keys).split(",")


def sign_of(name: str) -> str:
    """Return what a person reads for what Textual calls a key `name`."""
    sign = SIGNS.get(name) or format_key(name)
    return sign if name in SIGNS or len(sign) == 1 else name


def at_the_foot(place: str, part: str = "") -> list[Key]:
    """Return the keys that the foot of the screen `place` shows where it has room for all.

    Those of the `part` with the focus come first, where that is not the list of the screen, and
    hide what the same keys do elsewhere; where text is typed, few others are left.
    """
    own = [key for key in KEYS if key.need and part in key.places]
    around = [key for key in KEYS if {place, "app"} & set(key.places)]
    if part in TYPED_IN:
        return own + [key for key in around if key.typing]
    taken = {name for key in own for name in key.keys.split(",")}
    around = [key for key in around if key.need and taken.isdisjoint(key.keys.split(","))]
    aside = [key for key in around if key.aside] if part else []
    return [*own, *aside, *(key for key in around if not key.aside)]


def groups(place: str) -> dict[str, list[Key]]:
    """Return the keys that work on the main screen `place`, by heading, for the help."""
    shown_there = destination(place)
    inside = {"app", place, *(shown_there.parts if shown_there else ())}
    found: dict[str, list[Key]] = {}
    for key in KEYS:
        if inside & set(key.places):
            found.setdefault(key.group, []).append(key)
    return found
