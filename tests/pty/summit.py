"""`summit` as people start it: on a terminal, in a pipe, through a shell."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.pty.terminal import COLUMNS, LINES, Terminal

SUMMIT = Path(sys.executable).parent / "summit"
Argument = str | bytes


def environment(**given: str) -> dict[str, str]:
    """Return the isolated environment of the test, as a modern terminal sets it."""
    return dict(os.environ) | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | given


def on_terminal(
    *arguments: Argument,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    size: tuple[int, int] = (COLUMNS, LINES),
) -> tuple[int, bytes]:
    """Return the exit code of a command on a terminal, and all that the terminal received."""
    with Terminal([str(SUMMIT), *arguments], env or environment(), cwd, size) as terminal:
        code = terminal.ended()
        return code, bytes(terminal.received)


def in_pipe(
    *arguments: Argument, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> tuple[int, bytes, bytes]:
    """Return the exit code of a command in a pipe, its standard output and standard error."""
    done = subprocess.run(
        [str(SUMMIT), *arguments],
        env=dict(env or environment()),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def in_shell(
    line: str, *, env: Mapping[str, str] | None = None, files: Sequence[Path] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run a line of `sh` that calls the command `$SUMMIT` and names `files` as $1, $2 …"""
    given = dict(env or environment()) | {"SUMMIT": str(SUMMIT)}
    return subprocess.run(
        ["sh", "-c", line, "sh", *map(str, files)],
        env=given,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
