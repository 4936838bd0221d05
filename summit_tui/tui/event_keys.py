"""The keys of the list of programmes; part of the table in `keys`."""

from summit_tui.tui.key import Key

_GROUP, _EVENTS = "Small screens", ("events",)
EVENT_KEYS = (
    Key(
        "events-use",
        "space",
        "use",
        "use",
        "have summit start with the programme, or no longer",
        _GROUP,
        _EVENTS,
        priority=True,  # the list would open it
    ),
    Key(
        "events-import",
        "i",
        "take_in",
        "import",
        "import a programme, by its address or file",
        _GROUP,
        _EVENTS,
    ),
    Key(
        "events-update",
        "u",
        "update",
        "update",
        "ask the source of the programme for news; right after x bring back what that took out",
        _GROUP,
        _EVENTS,
    ),
    Key(
        "events-update-all",
        "a",
        "update_all",
        "update all",
        "ask the sources of all programmes for news",
        _GROUP,
        _EVENTS,
    ),
    Key(
        "events-changes",
        "C",
        "changes",
        "changes",
        "open the programme at what has changed in it",
        _GROUP,
        _EVENTS,
    ),
    Key(
        "events-remove",
        "x,delete",
        "remove",
        "remove",
        "take the programme out of the library, until u; my agenda of it stays",
        _GROUP,
        _EVENTS,
    ),
)
