"""A source on disk and the files that belong to it: speakers.json beside sessions.json.

Names decide, as in `devfest-sessions.json` and `devfest-speakers.json`; a folder stands for its
sessions file. What cannot be opened counts as absent. Every file is bounded like the source.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from summit_tui.catalogue.source import MAX_BYTES

_ENDINGS = (".json", "", ".yml", ".yaml", ".csv", ".tsv")
_MAIN = ("sessions", "talks", "schedule", "programme", "program")
"""What the file is called that stands for a folder, the first that is there."""
_BEGIN = re.compile(r"(?:.*[-_.])?")
"""What stands before the last word of a file's name: the event, as a rule."""


def main_file(folder: Path) -> Path | None:
    """Return the file in `folder` that holds the sessions; None when there is none."""
    named = (folder / f"{word}{ending}" for word in _MAIN for ending in _ENDINGS)
    return next((path for path in named if path.is_file()), None)


def read_beside(path: Path, words: Iterable[str]) -> dict[str, bytes]:
    """Return what lies beside `path` and differs from it in the last word only, by file name."""
    begin = _BEGIN.match(path.stem)
    before = begin[0] if begin else ""
    endings = dict.fromkeys((path.suffix, *((".yml", ".yaml") if "y" in path.suffix else ())))
    found: dict[str, bytes] = {}
    for word in words:
        for ending in endings:
            other = path.with_name(f"{before}{word}{ending}")
            if other.name != path.name and (data := _read(other)) is not None:
                found[other.name] = data
    return found


def _read(path: Path) -> bytes | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        return None
