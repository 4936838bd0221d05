"""The keys in the cells of the grid, which go in time and in room; part of the table in `keys`."""

from summit_tui.tui.key import Key

CELLS = "cells"
"""The place of the grid itself, on whichever screen."""
GRID_KEYS = (
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
)
