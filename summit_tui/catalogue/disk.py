"""Bytes onto the disk so that a reader finds the old file or the new one, whole, whatever happens.

Everything here speaks of real paths (no symlinks) and raises the system's own OSError. Who may
write when is its callers' business.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from summit_tui.catalogue.clock import now

Stamp = tuple[int, int, int]
"""Modification time in ns, size, inode: what changes when a file does."""

ORPHAN_SECONDS = 3600
"""A temporary file this much older than a finished one belongs to a process that died."""
_OF_NAME = 50
"""Letters of a file's name in that of its temporary file: file systems bound the bytes, at 255."""


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of `path`, None when there is nothing there to see."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def exists(path: Path) -> bool:
    """Return whether there is anything at `path`; OSError when that cannot be told."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def write_atomically(
    path: Path, data: bytes, *, like: Path | None = None, durable: bool = True
) -> None:
    """Replace `path` by `data`.

    The file gets the mode, and where possible the owner, of `like` when that exists, else what
    the umask leaves. With `durable` the bytes are on the disk before they get the name; that the
    name is too, `confirm` says. On an error `path` is as it was and nothing is left over.
    """
    _refuse_circle(path)
    model = _status(like)
    temporary = path.with_name(f"{_beginning(path)}{os.getpid()}-{os.urandom(4).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666 if model is None else 0o600)
    try:
        try:
            _write_all(descriptor, data)
            if model is not None:
                _resemble(descriptor, model)
            if durable:
                os.fsync(descriptor)
            written = os.fstat(descriptor).st_mtime
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sweep_orphans(path, written)


def _refuse_circle(path: Path) -> None:
    """Raise OSError where links lead in a circle: from Python 3.13 on, resolving keeps these."""
    try:
        path.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise


def confirm(folder: Path) -> bool:
    """Return whether what `folder` lists is on the disk, having asked the disk to see to it."""
    if os.name != "posix":
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        os.fsync(descriptor)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def set_aside(path: Path, why: str) -> Path:
    """Give the file `path` a second name, `NAME.WHY-TIME`, and return it.

    `path` itself stays until it is replaced, so that there is no moment without a file. A name
    that is taken is never used.
    """
    for aside in _names_aside(path, why):
        try:
            aside.hardlink_to(path)
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            with suppress(FileExistsError), aside.open("xb") as copy:
                copy.write(path.read_bytes())
                return aside
            continue
        return aside
    raise AssertionError("the names are endless")


def _names_aside(path: Path, why: str) -> Iterator[Path]:
    first = f"{path.name}.{why}-{now():%Y%m%dT%H%M%S}"
    yield path.with_name(first)
    for number in count(2):
        yield path.with_name(f"{first}-{number}")


def _beginning(path: Path) -> str:
    """Return how the names of temporary files begin, short enough for any file's own."""
    return f".{path.name[:_OF_NAME]}."


def _status(path: Path | None) -> os.stat_result | None:
    try:
        return None if path is None else path.stat()
    except FileNotFoundError:
        return None


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _resemble(descriptor: int, model: os.stat_result) -> None:
    """Give the open file the owner (when the system lets us) and the mode of `model`."""
    if os.name != "posix":
        return
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (model.st_uid, model.st_gid):
        with suppress(OSError):  # only root may give a file away
            os.fchown(descriptor, model.st_uid, model.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(model.st_mode))


def _sweep_orphans(path: Path, written: float) -> None:
    """Remove temporary files of `path` that a dead process left.

    Their age is counted from the file just `written`, by the file system's own clock: ours may
    differ from it, or pretend.
    """
    with suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            mine = entry.name.startswith(_beginning(path)) and entry.name.endswith(".tmp")
            if mine and entry.stat().st_mtime < written - ORPHAN_SECONDS:
                Path(entry).unlink()
