"""Where this program keeps its files: its folders by the XDG Base Directory Specification 0.8.

Asking creates nothing. On Linux, and wherever an `XDG_…_HOME` holds an absolute path, the answer
needs no library: it is asked at each start. Elsewhere the system's own habits are followed.
"""

import errno
import os
import sys
from pathlib import Path

APP = "summit-tui"
"""The folder's name below each of the user's base folders."""

_BELOW_HOME = {
    "data": (".local", "share"),
    "cache": (".cache",),
    "config": (".config",),
    "state": (".local", "state"),
}


def expanded(text: str) -> Path:
    """Return the path a person typed, `~` and `~name` as their homes where those are known."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def data_folder() -> Path:
    """Return where agendas and imported catalogues live: what a person wants to keep."""
    return _folder("data")


def cache_folder() -> Path:
    """Return where derived copies live: deletable at any time."""
    return _folder("cache")


def config_folder() -> Path:
    """Return where settings live."""
    return _folder("config")


def state_folder() -> Path:
    """Return where history lives: what is missed when gone, but not a person's own work."""
    return _folder("state")


def _folder(kind: str) -> Path:
    given = Path(os.environ.get(f"XDG_{kind.upper()}_HOME", ""))
    if given.is_absolute():  # the specification has relative ones ignored
        return given / APP
    if sys.platform == "linux":
        try:
            return Path.home().joinpath(*_BELOW_HOME[kind], APP)
        except RuntimeError as error:  # nobody of that number, and no HOME
            message = f"there is no home folder: set HOME or XDG_{kind.upper()}_HOME"
            raise FileNotFoundError(errno.ENOENT, message) from error
    import platformdirs

    folders = platformdirs.PlatformDirs(APP, appauthor=False)
    return Path(getattr(folders, f"user_{kind}_dir"))
