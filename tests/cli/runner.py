"""The command line run in this process, and as the installed command, with what it said."""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

from summit_tui.catalogue import clock
from summit_tui.cli.start import run

COMMAND = str(Path(sys.executable).with_name("summit"))
"""The installed entry point."""


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Standard output by line."""
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """Standard output as a JSON document."""
        return json.loads(self.out)


class _Stream(TextIOWrapper):
    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(BytesIO(data), "utf-8", newline="", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> str:
        self.flush()
        assert isinstance(self.buffer, BytesIO)
        return self.buffer.getvalue().decode()


def summit(*arguments: str | Path, stdin: str | bytes = "", terminal: bool = False) -> Outcome:
    """Return how `summit arguments` ends; `terminal` says whether a person types at it."""
    out, err = _Stream(), _Stream()
    given = _Stream(stdin.encode() if isinstance(stdin, str) else stdin, terminal=terminal)
    try:
        with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", given):
            code = run([str(argument) for argument in arguments])
    finally:
        clock.pretend(None)  # a process has one --at
    return Outcome(code, out.written(), err.written())


def spawn(
    *arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> Outcome:
    """Return how the installed command ends, started as a process of its own."""
    ended = subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        env=env,
    )
    return Outcome(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
