"""The application on a terminal that is looked at: what stands on the screen after each key.

An emulator that we did not write turns the bytes into the screen; the bytes themselves are kept.
"""

import codecs
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte
from pyte.screens import Char

from tests.pty.summit import SUMMIT, environment
from tests.pty.terminal import COLUMNS, LINES, Terminal

_JOINERS = dict.fromkeys((0x200C, 0x200D, 0xFE0E, 0xFE0F))


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
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._fed = 0

    def __enter__(self) -> Self:
        return self

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        self._feed()
        rows = (self.screen.buffer[line] for line in range(self.screen.lines))
        columns = range(self.screen.columns)
        return "\n".join("".join(row[column].data for column in columns) for row in rows)

    def see(self, *texts: str) -> None:
        """Read until all of `texts` stand on the screen; AssertionError with the screen else."""
        self._read_until(lambda screen: all(text in screen for text in texts), f"{texts} to stand")

    def see_no(self, text: str) -> None:
        """Read until `text` stands no longer on the screen; AssertionError with the screen else."""
        self._read_until(lambda screen: text not in screen, f"{text!r} to go")

    def press(self, key: str, line: int | None = None) -> None:
        """Type a key, and read until the look of the screen (or of one line) has changed.

        For keys that move the focus: what is typed at once goes to where it was.
        """
        lines = range(self.screen.lines) if line is None else (line,)
        before = self._look(lines)
        self.send(key)
        if not self.read_until(lambda received: self._look(lines) != before):
            raise AssertionError(f"{key!r} did nothing; the screen is\n{self.text}")

    def _look(self, lines: Sequence[int]) -> list[Char]:
        self._feed()
        columns = range(self.screen.columns)
        return [self.screen.buffer[line][column] for line in lines for column in columns]

    def _feed(self) -> None:
        """Bring the screen up to date; the emulator drops a text from the first joiner on."""
        text = self._decoder.decode(bytes(self.received[self._fed :]))
        self._stream.feed(text.translate(_JOINERS))
        self._fed = len(self.received)

    def quit(self) -> int:
        """Press q, and return the exit code."""
        self.send("q")
        return self.ended()

    def _read_until(self, done: Callable[[str], bool], wanted: str) -> None:
        if not self.read_until(lambda received: done(self.text)):
            raise AssertionError(f"waited for {wanted}; the screen is\n{self.text}")
