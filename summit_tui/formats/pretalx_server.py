"""An event on a pretalx server, asked for piece by piece where one address does not hold it all.

Told from the page that a person names: the event's own, one below it, or one of the API. What comes
is the answers joined, for the reader of the API. Bounded: a server that turns pages without end is
left at some point, which the person is told.
"""

from collections.abc import Callable
from typing import NamedTuple

from summit_tui.formats.fetching import FetchError
from summit_tui.formats.kept_copies import Taken
from summit_tui.formats.readers.pretalx_addresses import (
    Wanted,
    api_of,
    is_pretalx,
    next_page,
    wanted,
)

MOST_PAGES = 200
"""So many pages of a list: ten thousand sessions."""
_API_PATH = "/api/events/"
Take = Callable[[str], Taken]
"""Returns what lies at an address; FetchError when that cannot be had."""


class Pieces(NamedTuple):
    """The answers that make an event."""

    body: bytes
    oldest: Taken
    """The piece that was given longest ago."""


def pieces_of(address: str, page: bytes, take: Take) -> Pieces | None:
    """Return the event that `page`, which lies at `address`, is of; None where it is by no pretalx.

    FetchError when the server does not give what an event cannot do without.
    """
    api = api_of(address)
    if not api:
        return None
    if _API_PATH not in address and not (_is_html(page) and is_pretalx(page)):
        if not _is_drawn(address, page):
            return None
        try:
            take(api)  # a guess: other servers draw their schedules as text, too
        except FetchError:
            return None
    taken = [each for piece in wanted(api) for each in _taken(piece, take)]
    body = b"\n".join(each.copy.fetched.body for each in taken)
    return Pieces(body, min(taken, key=lambda each: each.copy.at))


def _is_drawn(address: str, page: bytes) -> bool:
    """Return whether it is a schedule drawn with letters, which programs get instead of a page."""
    drawn = "─│┌".encode()
    return "/schedule" in address and any(drawn[at : at + 3] in page for at in range(0, 9, 3))


def _is_html(page: bytes) -> bool:
    return page.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html"))


def _taken(piece: Wanted, take: Take) -> list[Taken]:
    """Return the pages of a list, or the one answer; nothing where it is optional and not given."""
    for number, address in enumerate(piece.addresses, 1):
        try:
            return _pages(address, take)
        except FetchError:
            if number == len(piece.addresses) and not piece.optional:
                raise
    return []


def _pages(address: str, take: Take) -> list[Taken]:
    found: list[Taken] = []
    while address and len(found) < MOST_PAGES:
        found.append(take(address))
        address = next_page(found[-1].copy.fetched.body, address)
    if address:
        raise FetchError("too-large", f"{address}: the list goes on after {MOST_PAGES} pages")
    return found
