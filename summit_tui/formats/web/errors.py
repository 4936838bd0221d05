"""Why an address could not be fetched: one exception, one sentence that says how to mend it."""

from http import HTTPStatus
from typing import Literal

Kind = Literal[
    "address", "private", "host", "unreachable", "timeout", "tls", "status", "redirect",
    "too-large", "broken", "cancelled",
]  # fmt: skip

ANYWAY = "--allow-private"
"""How a person has more asked than the public net; other front ends have other ways."""
_PASSING: frozenset[Kind] = frozenset({"host", "unreachable", "timeout", "tls", "broken"})
_PASSING_STATUS = frozenset({408, 425, 429})
_LONGEST_WAIT = 24 * 60 * 60

_BY_HAND = "fetch it with a browser where you are logged in, and import the file"
_MENDS = {
    401: f"it wants a login: {_BY_HAND}",
    403: f"it is not public, or refuses programs: {_BY_HAND}",
    404: "there is nothing at this address: check it, or look for it on the event's site",
    410: "it is gone for good: look for it on the event's site",
    451: "it may not be shown where you are",
}


class FetchError(Exception):
    """A fetch that came to nothing; its text is a whole sentence for the person."""

    def __init__(
        self, kind: Kind, what: str, *, status: int | None = None, wait: int | None = None
    ) -> None:
        super().__init__(what)
        self.kind: Kind = kind
        self.what = what
        self.status = status
        """The HTTP status, when it was that."""
        self.wait = wait
        """So many seconds the server asks to be left alone."""
        self.where = ""
        """The address; `fetch` fills it in."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what

    @property
    def passing(self) -> bool:
        """Whether it may be gone by itself later, so that a kept copy serves until then."""
        if self.status is not None:
            return self.status >= HTTPStatus.INTERNAL_SERVER_ERROR or (
                self.status in _PASSING_STATUS
            )
        return self.kind in _PASSING


def refused_with(status: int, retry_after: str | None = None) -> FetchError:
    """Return the error for an answer with `status`; the server's own words are not repeated."""
    wait = _seconds(retry_after)
    try:
        named = f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        named = str(status)
    return FetchError(
        "status", f"answered {named}: {_mend(status, wait)}", status=status, wait=wait
    )


def _mend(status: int, wait: int | None) -> str:
    later = f"try again {_words(wait)}" if wait else "try again later"
    if status in _MENDS:
        return _MENDS[status]
    if status in _PASSING_STATUS:
        return f"it is asked too often: {later}"
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"the fault is the server's: {later}"
    if status < HTTPStatus.MULTIPLE_CHOICES:
        return f"there is no programme in the answer: {later}"
    return "check the address"


def _seconds(retry_after: str | None) -> int | None:
    """Return what a Retry-After header asks for; one that is a date, or absurd, counts as none."""
    text = (retry_after or "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_LONGEST_WAIT))):
        return None
    return int(text) if 0 < int(text) <= _LONGEST_WAIT else None


def _words(seconds: int) -> str:
    if seconds < 2 * 60:
        return "in a second" if seconds == 1 else f"in {seconds} seconds"
    return f"in {-(-seconds // 60)} minutes"
