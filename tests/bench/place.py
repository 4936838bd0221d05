"""Where the bench runs: an isolated home in a temporary folder, with the catalogues it reads."""

import compileall
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import summit_tui
from summit_tui.catalogue import library
from summit_tui.catalogue.reading import load
from tests.quality.rivals import line_of

SIZES = (1_000, 10_000)
HUGE = 100_000
"""Only where it is asked for: making and reading it takes a minute."""
SUMMIT = Path(sys.executable).parent / "summit"
"""The installed entry point, as a person starts it."""
_OUT = ("SUMMIT_", "XDG_", "PYTHON", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TEXTUAL")


@dataclass(frozen=True, slots=True)
class Place:
    """A machine with nothing on it but the tool and its catalogues."""

    folder: Path
    env: dict[str, str]
    given: Path | None = None
    """The catalogue file to type queries at, in place of the generated ones."""

    @property
    def cache(self) -> Path:
        """The folder that a first run finds empty."""
        return self.folder / "cache"

    def catalogue(self, sessions: int) -> Path:
        """Return the catalogue of that many sessions; 0 is the sample of the package."""
        return self.folder / f"demo-{sessions}.yaml" if sessions else library.shipped()

    def lines(self, sessions: int) -> Path:
        """Return the file with a line a session that `grep` and `fzf` read."""
        return self.folder / f"demo-{sessions}.lines"

    def make(self, sessions: int) -> None:
        """Write the catalogue of that many sessions, its lines, and the cache of a search."""
        path = str(self.catalogue(sessions))
        self.run([str(SUMMIT), "demo", "--sessions", str(sessions), "-o", path])
        texts = [line_of(session) for session in load(self.catalogue(sessions)).sessions]
        self.lines(sessions).write_text("\n".join(texts) + "\n", encoding="utf-8")
        self.warm(sessions)

    def warm(self, sessions: int) -> None:
        """Search that catalogue once, so that its cache is there."""
        self.run(self.summit(sessions, "search", "--limit", "1"))

    def run(self, command: list[str]) -> None:
        """Run `command` here, unseen; SystemExit with what it said when it fails."""
        done = subprocess.run(command, env=self.env, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")

    def summit(self, sessions: int, *arguments: str) -> list[str]:
        """Return the command line of `summit` on that catalogue."""
        files = ["--catalogue", str(self.catalogue(sessions)), "--agenda", str(self.agenda)]
        return [str(SUMMIT), *files, *arguments]

    @property
    def agenda(self) -> Path:
        """An agenda file that is not there."""
        return self.folder / "agenda.yaml"


def prepare(folder: Path, given: Path | None = None) -> Place:
    """Return a place in `folder`, with byte code, catalogues and warm caches."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OUT)}
    xdg = {f"XDG_{kind.upper()}_HOME": str(folder / kind) for kind in _FOLDERS}
    # The children may write byte code of what they import: a package is compiled when installed.
    env = kept | xdg | {"HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
    place = Place(folder, env, given)
    for package in (Path(summit_tui.__file__).parent, Path(__file__).parents[1]):
        compileall.compile_dir(package, quiet=2)
    place.warm(0)
    for size in SIZES:
        place.make(size)
    return place


_FOLDERS = ("cache", "config", "data", "state")
