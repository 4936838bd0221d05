"""Where a programme of the library came from, and how it was taken in: what an update needs.

A small JSON file beside the kept versions. It is a memory only: where it is missing or damaged the
catalogue and its versions are as good as before, and only its next update has to be told the
source again.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from summit_tui.catalogue import own_files
from summit_tui.catalogue.places import data_folder

FORMAT = 1
_MOST_BYTES = 64 * 1024


class Origin(NamedTuple):
    """A source, and what the person said when it was imported."""

    source: str = ""
    """An address, or an absolute path; empty for what came through a pipe."""
    format: str = ""
    """The name of the reader that was insisted on; empty where the content told."""
    allow_private: bool = False
    """Whether this machine and its network may be fetched from."""
    hints: tuple[tuple[str, str], ...] = ()
    """What else the person said, such as the zone: names as `readers.draft.Hints` has them."""


class Provenance(NamedTuple):
    """Where a programme came from, and when."""

    origin: Origin
    fetched: datetime
    """When the source gave what is in the catalogue."""
    release: str = ""
    """What the source calls its version; empty where it has none."""


def versions_folder(name: str) -> Path:
    """Return the folder of what is remembered of the programme `name`."""
    return data_folder() / "versions" / name


def provenance_file(name: str) -> Path:
    """Return where it is written where the programme `name` came from."""
    return versions_folder(name) / "source.json"


def recall(name: str) -> Provenance | None:
    """Return where the programme `name` came from; None when nobody knows, or can read it."""
    try:
        return read_provenance(name)
    except (OSError, ValueError):
        return None


def read_provenance(name: str) -> Provenance:
    """Return where the programme `name` came from.

    FileNotFoundError when that was never written; OSError or ValueError when it cannot be read.
    """
    data = own_files.read(provenance_file(name), _MOST_BYTES)
    try:
        return _understood(json.loads(data))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("it is damaged") from error


def remember(name: str, provenance: Provenance) -> None:
    """Keep where the programme `name` came from; OSError when that is impossible."""
    origin = provenance.origin
    document = {
        "version": FORMAT,
        "source": origin.source,
        "format": origin.format,
        "allow_private": origin.allow_private,
        "hints": dict(origin.hints),
        "fetched": provenance.fetched.isoformat(),
        "release": provenance.release,
    }
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    own_files.put(provenance_file(name), text.encode(errors="surrogateescape"))


def _understood(document: dict[str, Any]) -> Provenance:
    origin = Origin(
        str(document["source"]),
        str(document.get("format", "")),
        document.get("allow_private") is True,
        tuple((str(name), str(value)) for name, value in document.get("hints", {}).items()),
    )
    fetched = datetime.fromisoformat(document["fetched"])
    if fetched.tzinfo is None:
        raise ValueError(f"{document['fetched']!r} lacks its zone")
    return Provenance(origin, fetched, str(document.get("release", "")))
