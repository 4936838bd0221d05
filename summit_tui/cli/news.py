"""`--new`: what has come since one last looked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summit_tui.cli import talk
from summit_tui.search.looks import keep_look, unseen
from summit_tui.search.query import Query

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk


def only_new(desk: "Desk", query: Query, rows: Sequence[int]) -> tuple[int, ...]:
    """Return those of `rows` that the query did not have when it was last asked so, in order.

    From now on these are seen as well. The first time all are new, which is said.
    """
    known = desk.catalogue.sessions.ids()
    ids = [known[row] for row in rows]
    event = desk.catalogue.event.id
    fresh = unseen(event, str(query), ids)
    if not keep_look(event, str(query), ids):
        talk.say("this look could not be remembered: the state folder cannot be written")
    if fresh is None:
        talk.say("the first look: all of it is new")
        return tuple(rows)
    places = set(fresh)
    return tuple(row for row, each in zip(rows, ids, strict=True) if each in places)
