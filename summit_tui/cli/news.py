"""`--new`: what has come since one last looked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summit_tui.catalogue.text import fold
from summit_tui.cli import talk
from summit_tui.search.looks import keep_look, unseen
from summit_tui.search.query import Query

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk


def only_new(desk: "Desk", query: Query, rows: Sequence[int], limit: int) -> tuple[int, ...]:
    """Return those of `rows` that the query did not have when it was last asked so, in order.

    The first `limit` of them are shown and from now on seen; the rest stays new. The first time all
    are new, which is said.
    """
    known = desk.catalogue.sessions.ids()
    ids = [known[row] for row in rows]
    event, asked = desk.catalogue.event.id, fold(str(query))
    fresh = unseen(event, asked, ids)
    if fresh is None:
        talk.say("the first look: all of it is new")
        fresh = ids
    later = set(fresh[limit:])
    if not keep_look(event, asked, [each for each in ids if each not in later]):
        talk.say("this look could not be remembered: the state folder cannot be written")
    places = set(fresh)
    return tuple(row for row, each in zip(rows, ids, strict=True) if each in places)
