"""A person's small files: settings and what is remembered for them.

Read whole and bounded, never from a pipe or a device, which might not answer; written whole or not
at all. The agenda has a store of its own, which promises more.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summit_tui.catalogue.disk import write_atomically

MOST_BYTES = 32 << 20
_LOCK_SECONDS = 10.0
_PIECE = 1 << 20


def read(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return what is in `path`; OSError when there is none, or it is too large or no file."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
        if status.st_size > most:
            raise OSError(errno.EFBIG, "it is too large", str(path))
        return b"".join(iter(lambda: os.read(descriptor, _PIECE), b""))
    finally:
        os.close(descriptor)


def put(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all; OSError if that cannot be done.

    The mode that is there stays, and a link stays a link: people keep such files elsewhere.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    real = Path(os.path.realpath(path))
    write_atomically(real, data, like=real)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other writers of `path` out; OSError when one of them does not end."""
    from filelock import FileLock

    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(f".{path.name}.lock"), timeout=_LOCK_SECONDS):
        yield
