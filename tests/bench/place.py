"""Where the bench runs: an isolated home in a temporary folder, with the catalogues it reads."""

import compileall
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import summit_tui
from summit_tui.catalogue import library

SIZES = (1_000, 10_000)
SUMMIT = Path(sys.executable).parent / "summit"
"""The installed entry point, as a person starts it."""
_OUT = ("SUMMIT_", "XDG_", "PYTHON", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TEXTUAL")


@dataclass(frozen=True, slots=True)
class Place:
    """A machine with nothing on it but the tool and its catalogues."""

    folder: Path
    env: dict[str, str]

    @property
    def cache(self) -> Path:
        """The folder that a first run finds empty."""
        return self.folder / "cache"

    def catalogue(self, sessions: int) -> Path:
        """Return the catalogue of that many sessions; 0 is the sample of the package."""
        return self.folder / f"demo-{sessions}.yaml" if sessions else library.shipped()

    def summit(self, sessions: int, *arguments: str) -> list[str]:
        """Return the command line of `summit` on that catalogue."""
        files = ["--catalogue", str(self.catalogue(sessions)), "--agenda", str(self.agenda)]
        return [str(SUMMIT), *files, *arguments]

    @property
    def agenda(self) -> Path:
        """An agenda file that is not there."""
        return self.folder / "agenda.yaml"


def prepare(folder: Path) -> Place:
    """Return a place in `folder`, with byte code, catalogues and warm caches."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OUT)}
    xdg = {f"XDG_{kind.upper()}_HOME": str(folder / kind) for kind in _FOLDERS}
    # The children may write byte code of what they import: a package is compiled when installed.
    env = kept | xdg | {"HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
    place = Place(folder, env)
    compileall.compile_dir(Path(summit_tui.__file__).parent, quiet=2)
    compileall.compile_dir(Path(__file__).parent, quiet=2)
    for size in SIZES:
        made = [str(SUMMIT), "demo", "--sessions", str(size), "-o", str(place.catalogue(size))]
        subprocess.run(made, env=env, check=True, capture_output=True)
    for size in (0, *SIZES):
        subprocess.run(
            place.summit(size, "search", "--limit", "1"), env=env, check=True, capture_output=True
        )
    return place


_FOLDERS = ("cache", "config", "data", "state")
