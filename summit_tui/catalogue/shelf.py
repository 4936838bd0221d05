"""Putting a programme into the library, and taking it out: nothing that was there is lost.

What is written is kept as a version first, and so is what it replaces where that is not kept yet:
edited by hand, or from before there were versions. Then the file is replaced, whole or not at all,
and last it is remembered where it came from. One writer at a time. A process that is killed in
between leaves a version too many, never one too few.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from summit_tui.catalogue import clock, own_files, versions
from summit_tui.catalogue.library import SAMPLE, library_file
from summit_tui.catalogue.provenance import Provenance, remember, versions_folder
from summit_tui.catalogue.seen import seen_number, set_seen
from summit_tui.catalogue.versions import Version, digest_of


class ShelfError(Exception):
    """The library could not be changed, and was not; the text says why, and the way out."""


class Placed(NamedTuple):
    """What became of a programme that was put into the library."""

    version: Version
    """What it is kept as."""
    replaced: Version | None
    """What is kept of the file that was there; None when there was none."""


def place(
    name: str,
    data: bytes,
    provenance: Provenance | None = None,
    *,
    instead: str | None = None,
    at: datetime | None = None,
) -> Placed:
    """Put the catalogue file `data` into the library as `name`, in place of what is there.

    `provenance` is remembered; None leaves what is known. `instead` is the digest of the file that
    the caller looked at, empty for none: ShelfError when another one is there by now, or when
    something cannot be written. ShelfError for the name of the programme that ships, too: asked for
    by name, that one is found. `at` is when it came, which is now unless said.
    """
    if name == SAMPLE:
        raise ShelfError(
            f"{name} is what the programme that comes with summit is called: name this "
            "one otherwise (--as NAME)"
        )
    try:
        with _alone(name):
            there = _there(name)
            if instead not in (None, "" if there is None else digest_of(there)):
                raise ShelfError(f"{name} was changed by another program meanwhile: try again")
            return _placed(name, data, there, provenance, at or clock.now())
    except OSError as error:
        raise _not_written(name, error) from error


def take_out(name: str) -> Version:
    """Take the programme `name` out of the library and return the version that is kept of it.

    Its versions stay, and where it came from. ShelfError when it cannot be done.
    """
    path = library_file(name)
    try:
        with _alone(name):
            data = versions.read_file(name)
            version = _kept(name, data)
            path.unlink()
            return version
    except OSError as error:
        raise _not_written(name, error) from error


def edited(name: str) -> bool:
    """Return whether the library's file was edited since it was put there: it is no version."""
    return bool(versions.kept(name)) and (
        versions.present_text(name) is not None and versions.present(name) is None
    )


def _placed(
    name: str, data: bytes, there: bytes | None, provenance: Provenance | None, at: datetime
) -> Placed:
    replaced = None if there is None else _kept(name, there)
    version = versions.keep(name, data, at)
    own_files.put(library_file(name), data)
    if provenance is not None:
        remember(name, provenance)
    if seen_number(name) is None:
        set_seen(name, (replaced or version).number)
    versions.drop_oldest(name, seen_number(name))
    return Placed(version, replaced)


def _there(name: str) -> bytes | None:
    """Return what the library's file holds, None for no file; OSError when that cannot be told."""
    try:
        return versions.read_file(name)
    except FileNotFoundError:
        return None


def _kept(name: str, data: bytes) -> Version:
    """Return the version that `data` is, kept now where it was not before."""
    known = versions.version_with(name, digest_of(data))
    return known or versions.keep(name, data, _changed_at(library_file(name)))


def _changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)


@contextmanager
def _alone(name: str) -> Iterator[None]:
    from filelock import Timeout

    try:
        with own_files.alone(versions_folder(name) / "versions"):
            yield
    except Timeout as error:
        raise ShelfError(f"{name} is being changed by another program: try again") from error


def _not_written(name: str, error: OSError) -> ShelfError:
    reason = (error.strerror or str(error)).lower()
    place = f" ({error.filename})" if error.filename else ""
    return ShelfError(f"{name}: {reason}{place}; nothing was changed")
