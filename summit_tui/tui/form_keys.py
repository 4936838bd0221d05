"""The keys of the small screens that are laid over a main one."""

from summit_tui.tui.event_keys import EVENT_KEYS
from summit_tui.tui.key import Key

_GROUP = "Small screens"
FORM_KEYS = (
    Key("close", "escape", "close", "back", "go back to the screen below", _GROUP, ("modal",)),
    Key(
        "note-keep",
        "escape,ctrl+s",
        "close",
        "keep",
        "keep the note and go back; u takes it back",
        _GROUP,
        ("note",),
        priority=True,  # the text has the focus
    ),
    Key(
        "note-read",
        "ctrl+o",
        "read",
        "read",
        "show how the note reads, or only its text",
        _GROUP,
        ("note",),
        priority=True,
    ),
    Key(
        "rating",
        "5,4,3,2,1,0",
        "rate({key})",
        "rate",
        "rate the session so; 0 takes the rating away",
        _GROUP,
        ("rating",),
    ),
    Key(
        "export-before",
        "up",
        "choose(-1)",
        "before",
        "go up what can be exported",
        _GROUP,
        ("export",),
    ),
    Key(
        "export-next",
        "down",
        "choose(1)",
        "next",
        "go down what can be exported",
        _GROUP,
        ("export",),
    ),
    Key(
        "plan-keep",
        "space",
        "keep",
        "keep",
        "have the session on the plan at any cost, or no longer, and plan again",
        _GROUP,
        ("plan",),
        priority=True,  # the list would take the plan
    ),
    Key(
        "plan-avoid",
        "x,delete",
        "avoid",
        "avoid",
        "plan again without the session, or with it again",
        _GROUP,
        ("plan",),
    ),
    Key(
        "search-forget",
        "delete",
        "forget",
        "forget",
        "forget the saved search under the cursor",
        _GROUP,
        ("searches",),
    ),
    *EVENT_KEYS,
    Key(
        "help-close",
        "q",
        "close",
        "close",
        "close the help, as escape does, and what opened it",
        _GROUP,
        ("help",),
    ),
    Key("help-down", "j", "scroll(1)", "down", "scroll the help down", _GROUP, ("help",)),
    Key("help-up", "k", "scroll(-1)", "up", "scroll the help up", _GROUP, ("help",)),
)
"""In the order the page of keys shows them; part of the table in `keys`."""
