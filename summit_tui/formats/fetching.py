"""What lies at an address on the web: the one door to HTTP.

http and https only, asked again at every redirect, and never from https back to http; the public
net only, unless the person says otherwise (`web/reach.py`); bounded in time, redirects and size
(`web/patience.py`); no user names, no cookies, nothing written to disk (`kept_copies` does that).
Only `web/asking.py` knows urllib3.

A proxy that the system names (`http_proxy`, `https_proxy`, `no_proxy`) is used: a network that has
one lets nobody past it. Then the proxy looks the names up, and addresses that are numbers, and
`localhost`, are all that can be judged here.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING, TypedDict

from summit_tui import __version__
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.web.address import Address, followed, read_address
from summit_tui.formats.web.asking import Terms, asked
from summit_tui.formats.web.errors import ANYWAY, FetchError, refused_with
from summit_tui.formats.web.patience import Limits, Patience, too_large
from summit_tui.formats.web.reach import Resolver, look_up
from summit_tui.formats.web.unpacking import ACCEPTED, Body

if TYPE_CHECKING:
    from urllib3 import HTTPResponse

__all__ = [
    "ANYWAY",
    "FetchError",
    "Fetched",
    "Limits",
    "NotModified",
    "Options",
    "Validators",
    "fetch",
]

USER_AGENT = f"summit-tui/{__version__} (reads conference programmes)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
_WHOLE = frozenset({200, 203})
_PIECE = 16 * 1024
_HEADERS = {"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": ACCEPTED}
_MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64}")
_CHARSET = re.compile(r"[a-z0-9._:+-]{1,40}")
_VALIDATOR = re.compile(r"[\x20-\x7e\x80-\xff]{1,512}")


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server recognises its last answer by (RFC 9110 §8.8); empty where it gave none."""

    etag: str = ""
    last_modified: str = ""
    url: str = ""
    """The address that answered; only there they mean something. Empty: wherever it leads to."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What lay there."""

    url: str
    """Where it lay in the end, redirects followed."""
    body: bytes
    """Unpacked."""
    media_type: str = ""
    """`text/calendar`, in lower case; empty when the server says none."""
    charset: str = ""
    """What the server calls the encoding, in lower case and unproven; empty when it says none."""
    validators: Validators = Validators()

    @property
    def host(self) -> str:
        """The host that answered, with its port when that is unusual: to be told."""
        return read_address(self.url).shown


@dataclass(frozen=True, slots=True)
class NotModified:
    """What lies there is what the validators were given for."""

    url: str
    validators: Validators


Progress = Callable[[int, int | None], None]
"""Told the bytes that came so far, and how many there will be, both as they travel."""


class Options(TypedDict, total=False):
    """What `fetch` takes besides the address and the validators, for those who pass it on."""

    allow_private: bool
    progress: Progress
    cancelled: Callable[[], bool]
    limits: Limits
    resolve: Resolver
    clock: Callable[[], float]


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    known: Validators | None = None,
    progress: Progress = lambda _read, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
    limits: Limits = Limits(),  # noqa: B008  a frozen value
    resolve: Resolver = look_up,
    clock: Callable[[], float] = time.monotonic,
) -> Fetched | NotModified:
    """Return what lies at `url`, or that it is still what `known` stands for.

    `cancelled` is asked between pieces and at least four times a second of waiting, connecting
    excepted. FetchError, with a sentence for the person, for everything that goes wrong; a
    KeyboardInterrupt passes, with the connection closed.
    """
    try:
        first = here = read_address(url)
    except ValueError as error:
        raise FetchError("address", f"{clean_line(url)[:200]!r}: {error}") from error
    terms = Terms(Patience(limits, clock, cancelled), resolve, allow_private)
    for _ in range(limits.redirects + 1):
        with _placed(here, first):
            answer = _answer(here, terms, known or Validators(), limits, progress)
            if not isinstance(answer, str):
                return answer
            here = _next(here, answer)
    with _placed(first, first):
        what = f"sent on more than {limits.redirects} times: check the address"
        raise FetchError("redirect", what)


@contextmanager
def _placed(here: Address, first: Address) -> Iterator[None]:
    """Say where what goes wrong inside went wrong."""
    try:
        yield
    except FetchError as error:
        sent = "" if here == first else f", where {first.shown} sends to"
        error.where = f"{here.place[:300]}{sent}"
        raise


def _next(here: Address, location: str) -> Address:
    try:
        there = followed(here, location)
    except ValueError as error:
        raise FetchError("redirect", f"sends on to where nothing is opened: {error}") from error
    if here.scheme == "https" and there.scheme == "http":
        raise FetchError("redirect", f"sends on to {there.shown} without encryption: not followed")
    return there


def _answer(
    here: Address, terms: Terms, known: Validators, limits: Limits, progress: Progress
) -> Fetched | NotModified | str:
    """Return what `here` answers: a string is where it sends on to."""
    conditions = _conditions(here, known)
    with asked(here, _HEADERS | conditions, terms) as response:
        location = response.headers.get("Location")
        if response.status in _REDIRECTS and location:
            return location
        terms.patience.answered()
        given = _validators(response, here.url)
        if response.status == _NOT_MODIFIED and conditions:
            etag, last_modified = (
                given.etag or known.etag,
                given.last_modified or known.last_modified,
            )
            return NotModified(here.url, Validators(etag, last_modified, here.url))
        if response.status not in _WHOLE:
            raise refused_with(response.status, response.headers.get("Retry-After"))
        body = _body(response, limits.size, progress)
        return Fetched(here.url, body, *_content_type(response), given)


def _body(response: "HTTPResponse", most: int, progress: Progress) -> bytes:
    total = response.length_remaining
    if total is not None and total > most:
        raise too_large(most)
    body = Body(response.headers.get("Content-Encoding", ""), most)
    read = 0
    for piece in response.stream(_PIECE, decode_content=False):
        body.add(piece)
        read += len(piece)
        progress(read, total)
    return body.whole()


def _conditions(here: Address, known: Validators) -> dict[str, str]:
    if known.url not in ("", here.url):
        return {}
    conditions = {
        "If-None-Match": _sound(known.etag),
        "If-Modified-Since": _sound(known.last_modified),
    }
    return {name: value for name, value in conditions.items() if value}


def _validators(response: "HTTPResponse", url: str) -> Validators:
    etag = response.headers.get("ETag", "")
    last_modified = response.headers.get("Last-Modified", "")
    return Validators(_sound(etag), _sound(last_modified), url)


def _sound(validator: str) -> str:
    """Return a validator that can be sent back, or nothing."""
    return validator if _VALIDATOR.fullmatch(validator) else ""


def _content_type(response: "HTTPResponse") -> tuple[str, str]:
    """Return the media type and the encoding that the server says, or nothing for them."""
    message = Message()
    message["Content-Type"] = response.headers.get("Content-Type", "")
    media_type = message.get_content_type() if message["Content-Type"] else ""
    charset = str(message.get_content_charset() or "")
    return (
        media_type if _MEDIA_TYPE.fullmatch(media_type) else "",
        charset if _CHARSET.fullmatch(charset) else "",
    )
