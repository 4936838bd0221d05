"""Where things are kept: the user's data, configuration, cache and state folders.

Nothing is created by asking. On Linux the folders follow the XDG base directory specification
without importing anything; elsewhere platformdirs knows them.
"""

import os
import sys
from pathlib import Path

APP = "summit-tui"
_XDG = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "state": ("XDG_STATE_HOME", ".local/state"),
}


def _folder(kind: str) -> Path:
    variable, usual = _XDG[kind]
    given = os.environ.get(variable, "")
    if given.startswith("/"):  # the specification has relative values ignored
        return Path(given, APP)
    if sys.platform.startswith("linux"):
        return Path("~", usual, APP).expanduser()
    import platformdirs

    return Path(getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False))


def data_folder() -> Path:
    """Return where the user's own files are: agendas and the library of catalogues."""
    return _folder("data")


def config_folder() -> Path:
    """Return where choices are kept."""
    return _folder("config")


def cache_folder() -> Path:
    """Return where derived files are kept, all of which may be deleted."""
    return _folder("cache")


def state_folder() -> Path:
    """Return where history is kept: what undo and calendar revisions need."""
    return _folder("state")
