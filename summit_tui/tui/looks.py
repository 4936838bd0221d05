"""What each part of a drawn line looks like, by the variables of the theme.

For widgets that draw line by line: asking the stylesheet for a component class costs a node in the
tree of styles, and start-up pays for each. Without colour only attributes are left; nothing is
told by a look alone.
"""

from rich.style import Style
from textual.widget import Widget

from summit_tui.tui.marks import MATCH

LOOKS = {
    "": "",
    "muted": "$foreground-muted",
    "strong": "bold",
    "heading": "bold $text-primary",
    "must": "bold $text-warning",
    "want": "bold $text-success",
    "maybe": "$text-success",
    "clash": "$text-error",
    "now": "bold $text-warning",
    "level": "$text-accent",
    "team": "$text-primary",
    "key": "bold $text-accent",
    "label": "reverse bold $text-accent",
    "struck": "$foreground-muted strike",
    "edge": "$foreground-muted",
    "room": "bold $text-primary",
    "room-here": "bold underline $text-primary",
    "match": MATCH,
    "match-heading": f"{MATCH} $text-primary",
    "match-struck": f"{MATCH} strike",
    "cursor": "on $primary 40%",
    "cursor-away": "on $foreground 8%",
    "block": "on $foreground 6%",
    "block-away": "on $primary 25%",
    "must-block": "bold on $warning 28%",
    "want-block": "bold on $success 28%",
    "maybe-block": "bold on $success 14%",
}
_PLAIN = {
    "muted": "dim",
    "maybe": "",
    "clash": "",
    "level": "",
    "team": "",
    "struck": "strike",
    "cursor": "reverse",
    "cursor-away": "underline",
    "edge": "",
    "block": "",
    "block-away": "underline",
}
"""Without colour, where that is not the attributes of the look with colour."""
_SIXTEEN = {
    "heading": "ansi_cyan",
    "must": "ansi_magenta",
    "want": "ansi_green",
    "maybe": "ansi_green",
    "clash": "ansi_red",
    "now": "ansi_magenta",
    "level": "ansi_magenta",
    "team": "ansi_cyan",
    "key": "ansi_magenta",
    "room": "ansi_cyan",
    "room-here": "ansi_cyan",
    "match-heading": "ansi_cyan",
}
"""What the terminal's own colours add to that; none is only good on a dark ground."""


def look(widget: Widget, name: str, under: str = "") -> Style:
    """Return how `name` looks in `widget`; `under` is the look of the line it stands in."""
    parse = widget.app.stylesheet.parse_style
    written = _written(widget, name, colored=_PLAIN.get(under) != "reverse")
    style = widget.visual_style + parse(_written(widget, under)) + parse(written)
    return style.rich_style


def _written(widget: Widget, name: str, *, colored: bool = True) -> str:
    """Return the look for the theme there is; `colored` where it may be more than attributes."""
    if not widget.app.native_ansi_color:
        return LOOKS[name]
    plain = _PLAIN.get(name, LOOKS[name].split(" $")[0])
    color = _SIXTEEN.get(name, "") if colored and not widget.app.no_color else ""
    return f"{plain} {color}".strip()
