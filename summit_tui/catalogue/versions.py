"""The versions of a programme of the library: what it was before each update, the present one too.

Each is one compressed file whose name says everything: number, moment and a checksum of the text,
so that there is no list that could be damaged and lose them. A version is whole or absent, and
never changed; the oldest go. Who writes holds the lock (`shelf`).
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, NoReturn

from summit_tui.catalogue import own_files
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Catalogue
from summit_tui.catalogue.problems import CatalogueError, Problem
from summit_tui.catalogue.provenance import versions_folder

MOST_KEPT = 20
"""So many versions of a programme are kept; one that nobody has looked at yet comes on top."""

_FILE = re.compile(r"(\d{4,9})-(\d{8}T\d{6})Z-([0-9a-f]{12})\.yaml\.gz")
_MOMENT = "%Y%m%dT%H%M%S"


class Version(NamedTuple):
    """A version that is kept."""

    name: str
    """The programme."""
    number: int
    """From 1 on, never given twice."""
    at: datetime
    """When it came, in UTC."""
    digest: str
    path: Path

    @property
    def label(self) -> str:
        """What a person types to mean it: `fosdem@3`."""
        return f"{self.name}@{self.number}"


def digest_of(data: bytes) -> str:
    """Return what the text of a version is recognised by."""
    return sha256(data).hexdigest()[:12]


def kept(name: str) -> tuple[Version, ...]:
    """Return the versions of the programme `name`, oldest first; none when there are none."""
    try:
        paths = list(versions_folder(name).iterdir())
    except OSError:
        return ()
    return tuple(sorted(_versions(name, paths), key=lambda version: version.number))


def _versions(name: str, paths: list[Path]) -> Iterator[Version]:
    for path in paths:
        found = _FILE.fullmatch(path.name)
        if found is not None:
            at = datetime.strptime(found[2], _MOMENT).replace(tzinfo=UTC)
            yield Version(name, int(found[1]), at, found[3], path)


def text_of(version: Version) -> bytes:
    """Return the catalogue file as it was; CatalogueError when the version is damaged."""
    from summit_tui.catalogue.source import MAX_BYTES  # with yaml, which naming versions needs not

    try:
        with gzip.open(version.path) as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        _damaged(version)
    if digest_of(data) != version.digest:
        _damaged(version)
    return data


def catalogue_of(version: Version) -> Catalogue:
    """Return the programme as it was; CatalogueError when it cannot be read."""
    from summit_tui.catalogue.reading import read_text

    text = text_of(version).decode("utf-8-sig", "replace")
    reading = read_text(text, library_file(version.name))
    if reading.errors:
        raise CatalogueError(reading.errors)
    return reading.catalogue


def keep(name: str, data: bytes, at: datetime) -> Version:
    """Keep `data` as the newest version, unless it is that already; OSError when impossible."""
    before, digest = kept(name), digest_of(data)
    if before and before[-1].digest == digest:
        return before[-1]
    number = before[-1].number + 1 if before else 1
    at = at.astimezone(UTC)
    path = versions_folder(name) / f"{number:04d}-{at:{_MOMENT}}Z-{digest}.yaml.gz"
    own_files.put(path, gzip.compress(data, 6, mtime=0))
    return Version(name, number, at, digest, path)


def drop_oldest(name: str, but: int | None) -> None:
    """Delete the oldest versions beyond `MOST_KEPT`, but not the one of the number `but`."""
    for version in kept(name)[:-MOST_KEPT]:
        if version.number != but:
            version.path.unlink(missing_ok=True)


def present(name: str) -> Version | None:
    """Return the version that the library's file is; None when it is none, or edited since."""
    data = present_text(name)
    return None if data is None else version_with(name, digest_of(data))


def present_text(name: str) -> bytes | None:
    """Return what the library's file holds; None when there is no file to read."""
    try:
        return read_file(name)
    except OSError:
        return None


def read_file(name: str) -> bytes:
    """Return what the library's file holds; OSError when there is none, or it cannot be read."""
    from summit_tui.catalogue.source import MAX_BYTES

    return own_files.read(library_file(name), MAX_BYTES)


def version_with(name: str, digest: str) -> Version | None:
    """Return the newest version of that digest, or None."""
    return next((each for each in reversed(kept(name)) if each.digest == digest), None)


def before_present(name: str) -> tuple[Version, ...]:
    """Return the versions before the library's file, oldest first."""
    now = present(name)
    return tuple(each for each in kept(name) if now is None or each.number < now.number)


def before(name: str, moment: datetime) -> Version | None:
    """Return the version that was the present one just before `moment`; None when none was."""
    earlier = [version for version in kept(name) if version.at < moment]
    return earlier[-1] if earlier else None


def _damaged(version: Version) -> NoReturn:
    message = f"{version.label} is damaged and cannot be read; the other versions are not"
    raise CatalogueError([Problem("error", "damaged", message, str(version.path))])
