"""A folder kept as the picture of an export: files come, change and go, each whole or not at all.

The folder may hold other files, and other programs change ours. Only what `ours` says we wrote is
replaced or removed. A file that is already right is not touched, so that a program that watches
the folder sees just what changed; additions and changes come before removals, so that nobody who
looks meanwhile misses a session that only got another name.
"""

import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from summit_tui.catalogue.disk import confirm, write_atomically

_MAX_BYTES = 1024 * 1024
"""A file that is larger was not written by us, and is not read."""


@dataclass(frozen=True, slots=True)
class Mirrored:
    """What became of a folder; all are names of files."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    """Left although they differ from what would be written: another program changed them."""

    def __str__(self) -> str:
        """Return `2 added, 1 removed`, or `nothing changed`."""
        counts = {"added": self.added, "changed": self.changed, "removed": self.removed}
        said = ", ".join(f"{len(names)} {what}" for what, names in counts.items() if names)
        return said or "nothing changed"


def mirror(
    folder: Path,
    files: Mapping[str, bytes],
    ours: Callable[[str, bytes], bool],
    *,
    force: bool = False,
) -> Mirrored:
    """Make `folder` hold `files`, and of the others only those that are not `ours`.

    `ours` is asked about a name and its content. With `force` a file of that name is replaced
    whoever wrote it. The folder is made where it does not exist; that of its parents is the
    caller's business. OSError when something could not be written or removed: what was done
    until then stays, and the same again does the rest.
    """
    folder = folder.resolve()
    folder.mkdir(exist_ok=True)
    there = {path.name: data for path, data in _contents(folder) if ours(path.name, data)}
    added, changed, kept = [], [], []
    for name, data in files.items():
        target = folder / name
        if there.get(name) == data:
            continue
        if not _is_there(target):
            added.append(name)
        elif name in there or force:
            changed.append(name)
        else:
            kept.append(name)
            continue
        write_atomically(target, data, like=target)
    removed = sorted(there.keys() - files.keys())
    for name in removed:
        (folder / name).unlink()
    if added or changed or removed:
        confirm(folder)
    return Mirrored(tuple(added), tuple(changed), tuple(removed), tuple(kept))


def _contents(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the visible files of `folder`; links, and what cannot be read, are not ours."""
    for path in folder.iterdir():
        try:
            found = path.lstat()
            if stat.S_ISREG(found.st_mode) and found.st_size <= _MAX_BYTES:
                yield path, path.read_bytes()
        except OSError:
            continue


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True
