"""Where a programme is published: an address, a file, a folder. What a front end asks to have it.

Fetches or reads, and takes in; nothing is kept but the copy that `kept_copies` has of an address.
Whatever goes wrong is one sentence for the person.
"""

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from summit_tui.catalogue import clock
from summit_tui.catalogue.places import expanded
from summit_tui.catalogue.problems import did_you_mean
from summit_tui.catalogue.provenance import Origin
from summit_tui.catalogue.source import MAX_BYTES
from summit_tui.catalogue.text import clean_line
from summit_tui.formats.companions import main_file, read_beside
from summit_tui.formats.readers.draft import Hints, NotAProgramme
from summit_tui.formats.readers.importing import Imported, Nearby, take_in

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""RFC 3986 §3.1; of one letter it is a drive."""
_CALLED = "name"
"""The one hint that the source's own name gives."""


class SourceError(Exception):
    """A source that gives no programme; the text says what is wrong with it, and the way out."""


class NoSourceError(SourceError):
    """There is nothing that could be asked: a programme that was made here, or came by a pipe."""


class NotPublicError(SourceError):
    """A source of this machine or network, which is asked only where that is said."""


class Arrived(NamedTuple):
    """A programme as its source gives it."""

    imported: Imported
    origin: Origin
    at: datetime
    """When the source gave it, or said last that it is still the same."""
    trouble: str = ""
    """Why nobody answered, so that this is the copy kept before; empty where somebody did."""


class Watch(NamedTuple):
    """How whoever waits for a source follows it."""

    progress: Callable[[int, int | None], None] = lambda _read, _total: None
    """Told the bytes that came so far, and how many there will be."""
    cancelled: Callable[[], bool] = lambda: False


def is_address(source: str) -> bool:
    """Return whether `source` is meant as an address, not as a file; of any scheme."""
    return _ADDRESS.match(source) is not None


def origin_of(source: str, hints: Hints, form: str = "", *, allow_private: bool = False) -> Origin:
    """Return `source` with everything that was said of it, as an update asks for it again."""
    said = {field.name: getattr(hints, field.name) for field in fields(hints)}
    kept = tuple((name, text) for name, text in said.items() if text and name != _CALLED)
    return Origin(source, form, allow_private, kept)


def absolute(source: str) -> str:
    """Return `source` as it can be found again from anywhere."""
    return source if is_address(source) else str(expanded(source).absolute())


def arrive(origin: Origin, watch: Watch = Watch()) -> Arrived:  # noqa: B008  an immutable value
    """Return what lies at the source of `origin`, taken in as the rest of it says.

    SourceError for what is no programme, or lies at no address; OSError for a file that cannot be
    read.
    """
    source = origin.source
    refuse_format(origin.format)
    if is_address(source):
        data, at, trouble = _fetched(origin, watch)
        nearby = None
    else:
        path = _file(source)
        data, at, trouble = _read(path), clock.now(), ""
        nearby = partial(read_beside, path)
    imported = understood(data, origin, nearby)
    return Arrived(imported, origin._replace(source=absolute(source)), at, trouble)


def understood(data: bytes, origin: Origin, nearby: Nearby | None = None) -> Imported:
    """Return the programme in `data`, taken in as `origin` says; SourceError when it holds none."""
    source = origin.source
    known = {field.name for field in fields(Hints)}
    said = {name: text for name, text in origin.hints if name in known}
    # Whoever names a folder knows the event by it, not by its sessions.json.
    said[_CALLED] = Path(source).stem if source else ""
    try:
        return take_in(data, Hints(**said), origin.format, nearby)
    except NotAProgramme as reason:
        shown = clean_line(source) if source else "standard input"
        raise SourceError(f"{shown} is no programme: {reason}") from reason


def refuse_endless(source: str) -> None:
    """Raise SourceError where `source` is a pipe or a device, whose end may never come."""
    path = expanded(source)
    if not is_address(source) and path.exists() and not (path.is_file() or path.is_dir()):
        raise SourceError(f"{clean_line(source)} is neither a file nor a folder")


def refuse_format(name: str) -> None:
    """Raise SourceError, with a suggestion, when no format is called `name`; empty is any."""
    from summit_tui.formats.readers.table import READERS, named

    if name and named(name) is None:
        names = [row.name for row in READERS]
        hint = did_you_mean(name, names) or f"there are {', '.join(names)}"
        raise SourceError(f"there is no format {name!r}: {hint}")


def _fetched(origin: Origin, watch: Watch) -> tuple[bytes, datetime, str]:
    """Return what lies at the address, when it was given, and why no news came, if none did."""
    from summit_tui.formats.fetching import FetchError
    from summit_tui.formats.kept_copies import KeptCopies, Taken
    from summit_tui.formats.pretalx_server import pieces_of

    def take(address: str) -> Taken:
        return KeptCopies().take(
            address,
            allow_private=origin.allow_private,
            progress=watch.progress,
            cancelled=watch.cancelled,
        )

    try:
        taken = take(origin.source)
        body = taken.copy.fetched.body
        pieces = pieces_of(origin.source, body, take)
    except FetchError as error:
        kind = NotPublicError if error.kind == "private" else SourceError
        raise kind(str(error)) from error
    if pieces is not None:
        body, taken = pieces
    return body, taken.copy.at, "" if taken.trouble is None else str(taken.trouble)


def _file(source: str) -> Path:
    """Return the file that `source` names: of a folder, the one with the sessions."""
    path = expanded(source)
    if not path.is_dir():
        return path
    found = main_file(path)
    if found is None:
        text = f"{clean_line(source)} is a folder without a sessions file: name a file in it"
        raise SourceError(text)
    return found


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
