"""What can stand between a person and the agenda file, said so that they can mend it."""

import errno
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summit_tui.catalogue.problems import Problem


class AgendaError(Exception):
    """The agenda cannot be read or changed; the message says what, where and the way out."""

    def __init__(self, message: str, problems: "Iterable[Problem]" = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)
        """What is wrong in the file, place by place; empty when the file is not at fault."""


class DamagedAgendaError(AgendaError):
    """The file holds what no person writes: cut off, zeroed, not text, not YAML."""


class NotOfThisEventError(AgendaError):
    """Nothing is wrong, but there is no agenda of this event."""


_NO_ROOM = "nothing was changed; free some space and try again"
_NO_WRITING = "nothing was changed; make it writable or name another file with --agenda"
_REASONS = {
    errno.ENOSPC: f"the disk is full: {_NO_ROOM}",
    errno.EDQUOT: f"the disk quota is used up: {_NO_ROOM}",
    errno.EROFS: f"the file system is read-only: {_NO_WRITING}",
    errno.EACCES: f"the folder or file may not be written: {_NO_WRITING}",
    errno.EPERM: f"the folder or file may not be written: {_NO_WRITING}",
    errno.ENOTDIR: "a part of the path is a file, not a folder: name another file with --agenda",
}


def write_error(path: Path, error: OSError) -> AgendaError:
    """Return the error for a write to `path` that the system refused before anything changed."""
    reason = _REASONS.get(error.errno or 0)
    if reason is None:
        reason = f"{(error.strerror or str(error)).lower()}: nothing was changed"
    return AgendaError(f"{path}: {reason}")
