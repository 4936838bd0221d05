"""Files that a command writes for the user: whole or not at all, and never over another unasked."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from summit_tui.catalogue.disk import write_atomically
from summit_tui.catalogue.places import expanded
from summit_tui.cli import talk

if TYPE_CHECKING:
    from summit_tui.catalogue.model import Event
    from summit_tui.formats.mirror import Mirrored


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
        # A device or a pipe takes it as it comes; where /dev/stdout is one, it leads to no name.
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            target = path.resolve()
            write_atomically(target, data, like=target)
    except (OSError, RuntimeError) as error:  # RuntimeError is a link that leads in a circle
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        talk.fail(f"{path}: {reason}; nothing was written")


def refuse_folder(path: Path) -> Path:
    """Return `path` with `~` resolved; ends with 2 when it is a file, or lies in no folder."""
    path = expanded(str(path))
    if path.exists() and not path.is_dir():
        talk.fail(f"{path} is no folder: name one, or a folder to be made")
    if not path.parent.is_dir():
        talk.fail(f"{path.parent}: there is no such folder; nothing was written")
    return path


def write_vdir(
    folder: Path, contents: Mapping[str, bytes], event: "Event", *, force: bool
) -> "Mirrored":
    """Bring the vdir `folder` up to date; ends with 2 when something could not be written."""
    from functools import partial

    from summit_tui.formats.mirror import mirror
    from summit_tui.formats.writers.vdir import is_ours

    try:
        return mirror(folder, contents, partial(is_ours, event), force=force)
    except (OSError, RuntimeError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        talk.fail(f"{folder}: {reason}; export again when that is mended")
