"""Files that a command writes for the user: whole or not at all, and never over another unasked."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from summit_tui.catalogue.places import expanded
from summit_tui.cli import talk


def refuse(path: Path, *, force: bool) -> Path:
    """Return `path` with `~` resolved; ends with 2 when `write` would refuse it.

    That is a folder, a file when `force` is not given, or one in a folder that does not exist:
    its name may be a slip, so it is not made.
    """
    path = expanded(str(path))
    if path.is_dir():
        talk.fail(f"{path} is a folder: name a file in it")
    if path.is_file() and not force:
        talk.fail(f"{path} exists: --force overwrites it")
    if not path.parent.is_dir():
        talk.fail(f"{path.parent}: there is no such folder; nothing was written")
    return path


def write(path: Path, data: bytes, *, force: bool) -> None:
    """Put `data` at `path`; ends with 2 when that is not possible or not allowed."""
    path = refuse(path, force=force)
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():  # a device or a pipe takes it as it comes
            target.write_bytes(data)
        else:
            _replace(target, data)
    except (OSError, RuntimeError) as error:  # RuntimeError is a link that leads in a circle
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        talk.fail(f"{path}: {reason}; nothing was written")


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
