"""The shell examples of the README and the docs, run as a reader would run them.

A fenced `console` block is one session: lines that begin with `$ ` are typed into a shell on a
terminal of 100 columns, in an empty folder, with a home of its own; what follows is what must come
out. A line that is only `…` stands for any number of lines.
"""

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECONDS = 60


@dataclass(frozen=True)
class Step:
    """One command of a block, and what the page says comes out."""

    command: str
    expected: str


@dataclass(frozen=True)
class Block:
    """One fenced block of a page."""

    page: Path
    line: int
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks() -> Iterator[Block]:
    """Yield every console block of every page."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in _BLOCK.finditer(text):
            yield Block(page, text.count("\n", 0, match.start()) + 1, tuple(_steps(match[1])))


def _steps(body: str) -> Iterator[Step]:
    parts = re.split(r"^\$ ", body, flags=re.MULTILINE)
    for part in parts[1:]:
        command, _, expected = part.partition("\n")
        while command.endswith("\\"):
            more, _, expected = expected.partition("\n")
            command = f"{command}\n{more}"
        yield Step(command, expected)


_OVERWRITTEN = re.compile(r"\r[^\r\n]*\x1b\[K")
"""What stood in a line only while something took long, on a busy machine."""


def run(command: str, place: Path) -> str:
    """Return what `command` prints, both streams, on a terminal in the folder `place`."""
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=place,
        env=_environment(place),
        stdin=secondary,
        stdout=secondary,
        stderr=secondary,
        close_fds=True,
    )
    os.close(secondary)
    received = b""
    while select.select([primary], [], [], _SECONDS)[0]:
        try:
            data = os.read(primary, 65536)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        received += data
    os.close(primary)
    process.wait(_SECONDS)
    return _OVERWRITTEN.sub("", received.decode().replace("\r\n", "\n"))


def _environment(place: Path) -> dict[str, str]:
    home = place / ".home"
    home.mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return kept | {
        "PATH": f"{Path(sys.executable).parent}:{os.defpath}",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TZ": "Europe/Paris",
        "TERM": "xterm",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "LINES": "40",
    }


def agrees(expected: str, printed: str) -> bool:
    """Return whether `printed` is what a page says, `…` lines for anything but an error."""
    pattern = "".join(
        r"(?:(?!error: ).*\n)*?" if line.strip() == "…" else re.escape(line)
        for line in expected.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, printed) is not None
