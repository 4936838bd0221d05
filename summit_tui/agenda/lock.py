"""One writer at a time: a lock on a hidden file beside the agenda.

The system frees it when its holder ends, however it ends, so a lock file found lying about means
nothing and stays: removing it would let two writers hold two locks of one name.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summit_tui.agenda.errors import AgendaError, write_error

LOCK_SECONDS = 15.0
"""How long to wait for another writer."""
_POLL_SECONDS = 0.01
_KERNEL_LOCKS = Path("/proc/locks")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock on the real path `path`; AgendaError when it cannot be had.

    Two stores in one process keep each other out as two processes do.
    """
    from filelock import FileLock, Timeout

    lock_file = _lock_file(path)
    lock = FileLock(lock_file, timeout=LOCK_SECONDS, poll_interval=_POLL_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        raise AgendaError(
            f"{path}: {_holder(lock_file)} has kept it locked for {LOCK_SECONDS:g} seconds: "
            "nothing was changed; try again, or end that program"
        ) from error
    except OSError as error:
        raise write_error(path, error) from error
    try:
        yield
    finally:
        lock.release()


def has_lock(path: Path) -> bool:
    """Return whether the file at the real path `path` was ever locked: an agenda in use.

    Another file, such as one that git made for a moment, need not get a lock beside it.
    """
    return _lock_file(path).exists()


def _lock_file(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _holder(lock_file: Path) -> str:
    """Return the program that holds the lock, as far as Linux tells."""
    try:
        inode = str(lock_file.stat().st_ino)
        for line in _KERNEL_LOCKS.read_text().splitlines():
            # 1: FLOCK  ADVISORY  WRITE 1234 08:01:131235 0 EOF; a waiter has -> after the number
            _, kind, _, _, process, place, *_ = line.split()
            if kind == "FLOCK" and place.rpartition(":")[2] == inode:
                name = Path("/proc", process, "comm").read_text().strip()
                return f"{name} (process {process})"
    except (OSError, ValueError):
        pass
    return "another program"
