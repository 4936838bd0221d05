"""`--new`: what has come since one last looked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summit_tui.catalogue.text import fold
from summit_tui.cli import talk
from summit_tui.search.looks import keep_look, unseen
from summit_tui.search.query import Query

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk


class Look:
    """One look at what a query finds."""

    def __init__(self, desk: "Desk", query: Query, rows: Sequence[int]) -> None:
        known = desk.catalogue.sessions.ids()
        self._event, self._asked = desk.catalogue.event.id, fold(str(query))
        self._ids = {row: known[row] for row in rows}
        fresh = unseen(self._event, self._asked, list(self._ids.values()))
        if fresh is None:
            talk.say("the first look: all of it is new")
        places = set(self._ids.values() if fresh is None else fresh)
        self.rows = tuple(row for row in rows if self._ids[row] in places)
        """What the query did not have when it was last asked so, in order; at first everything."""

    def keep(self, shown: Sequence[int]) -> None:
        """Count `shown` as seen from now on, besides what was seen before; the rest stays new."""
        later = set(self.rows).difference(shown)
        seen = [each for row, each in self._ids.items() if row not in later]
        if not keep_look(self._event, self._asked, seen):
            talk.say("this look could not be remembered: the state folder cannot be written")
