"""The application on a terminal that is looked at: what stands on the screen after each key.

An emulator that we did not write turns the bytes into the screen; the bytes themselves are kept.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

import pyte

from tests.pty.summit import SUMMIT, environment
from tests.pty.terminal import COLUMNS, LINES, Terminal


class Watched(Terminal):
    """`summit` on a terminal, with its screen."""

    def __init__(
        self,
        *arguments: str,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        size: tuple[int, int] = (COLUMNS, LINES),
    ) -> None:
        super().__init__([str(SUMMIT), *arguments], env or environment(), cwd, size)
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._fed = 0

    def __enter__(self) -> Self:
        return self

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        self._stream.feed(bytes(self.received[self._fed :]))
        self._fed = len(self.received)
        return "\n".join(self.screen.display)

    def see(self, *texts: str) -> None:
        """Read until all of `texts` stand on the screen; AssertionError with the screen else."""
        self._read_until(lambda screen: all(text in screen for text in texts), f"{texts} to stand")

    def see_no(self, text: str) -> None:
        """Read until `text` stands no longer on the screen; AssertionError with the screen else."""
        self._read_until(lambda screen: text not in screen, f"{text!r} to go")

    def see_change(self, keys: str) -> None:
        """Type `keys` and read until the screen is another one."""
        before = self.text
        self.send(keys)
        self._read_until(lambda screen: screen != before, f"something to change after {keys!r}")

    def quit(self) -> int:
        """Press q, and return the exit code."""
        self.send("q")
        return self.ended()

    def _read_until(self, done: Callable[[str], bool], wanted: str) -> None:
        if not self.read_until(lambda received: done(self.text)):
            raise AssertionError(f"waited for {wanted}; the screen is\n{self.text}")
