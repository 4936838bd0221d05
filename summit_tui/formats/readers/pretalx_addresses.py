"""Where a pretalx server keeps what: from an event's address to the answers that make a programme.

Fetches nothing. Whoever fetches asks `wanted` of `api_of(address)`, follows `next_page`, and hands
the answers, joined by line ends, to the reader of the API.
"""

import json
import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from summit_tui.formats.readers.pretalx_objects import is_page
from summit_tui.formats.readers.values import first

_API = re.compile(
    r"(https?://[^\s?#]+?/api/events/[A-Za-z0-9._-]{1,100}/)(?:[^\s]*)", re.IGNORECASE
)
_SITE = re.compile(
    r"(https?://[^/\s?#]+/)([A-Za-z0-9._-]{1,100})"
    r"(?:/(?:schedule|talk|speaker|sneak|featured|cfp)(?:/[^\s?#]*)?)?/?(?:[?#]\S*)?",
    re.IGNORECASE,
)
_NO_EVENT = frozenset(("api", "orga", "docs", "static", "media", "login", "redirect"))
_EXPANDED = (
    "room,submission.speakers,submission.track,submission.submission_type,submission.resources"
)
_BY_PRETALX = re.compile(rb"\bpretalx\b", re.IGNORECASE)
_HEAD = 200_000


class Wanted(NamedTuple):
    """A list or object to ask for."""

    addresses: tuple[str, ...]
    """Of several, the first that the server has: older versions have others."""
    optional: bool
    """Whether the programme does without: not every server gives it to everybody."""


def api_of(address: str) -> str:
    """Return the API's address of the event that `address` is of; empty when it is of none.

    For an address outside the API it is a guess, good once `is_pretalx` holds for its page.
    """
    if found := _API.fullmatch(address):
        return found[1]
    site = _SITE.fullmatch(address)
    if site is None or site[2].lower() in _NO_EVENT:
        return ""
    return f"{site[1]}api/events/{site[2]}/"


def is_pretalx(page: bytes) -> bool:
    """Return whether a web page is by pretalx, which names itself."""
    return _BY_PRETALX.search(page, 0, _HEAD) is not None


def wanted(api: str) -> tuple[Wanted, ...]:
    """Return what to ask for, to have the event whose API is at `api`."""
    lists = (
        f"{api}slots/?expand={_EXPANDED}&page_size=50",
        f"{api}talks/?limit=50",
        f"{api}submissions/?limit=50",
    )
    others = ("tags", "questions")
    return (
        Wanted((api,), optional=False),
        Wanted(lists, optional=False),
        *(Wanted((f"{api}{name}/?page_size=50",), optional=True) for name in others),
    )


def next_page(answer: bytes, address: str) -> str:
    """Return where the page after `answer`, which came from `address`, is; empty after the last.

    It is on the same server: one that names another is not followed.
    """
    try:
        page = json.loads(answer)
        onward = urljoin(address, first(page, "next")) if is_page(page) else ""
        same = urlsplit(onward)[:2] == urlsplit(address)[:2]
    except (ValueError, RecursionError):
        return ""
    return onward if same and onward != address else ""
