"""Files that a command writes for the user: whole or not at all, and never over another unasked."""

import os
from contextlib import suppress
from pathlib import Path

from summit_tui.cli import talk


def write(path: Path, data: bytes, *, force: bool) -> None:
    """Put `data` at `path`; ends with 2 when a file is there and `force` is not given."""
    path = path.expanduser()
    if path.is_dir():
        talk.fail(f"{path} is a folder: name a file in it")
    if path.exists() and not force:
        talk.fail(f"{path} exists: --force overwrites it")
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.exists() and not target.is_file():  # a device or a pipe takes it as it comes
            target.write_bytes(data)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        talk.fail(f"{path}: {(error.strerror or str(error)).lower()}; nothing was written")
