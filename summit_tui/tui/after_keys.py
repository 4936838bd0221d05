"""The keys for what one says of a session afterwards; part of the table in `keys`."""

from summit_tui.tui.key import Key
from summit_tui.tui.screens.table import SCREENS

AFTER_KEYS = (
    Key(
        "attended",
        "a",
        "attended",
        "attended",
        "say that I was there, then that I was not, then nothing",
        "Session",
        SCREENS,
        need=13,
    ),
    Key("rate", "r", "rate", "rate", "rate it from 1 to 5", "Session", SCREENS),
)
