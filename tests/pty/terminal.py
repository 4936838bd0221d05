"""A real pseudo-terminal with one process in it, read as a terminal reads: bytes, in order.

It answers no question that the process asks of its terminal, and never sleeps: it waits for bytes,
for the end of the process, or for the deadline. A deadline that passes is a failure of the caller.
"""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

COLUMNS, LINES = 120, 40
PATIENCE = 30.0
"""Seconds until what must come counts as not coming; a busy machine needs a few."""


class Came(NamedTuple):
    """Some bytes of a reaction."""

    seconds: float
    """Since the keys were typed."""
    cpu: float
    """Seconds of the processor that the process has used since, at most."""
    data: bytes


class Terminal:
    """A process on a pty of its own; standard error goes there as well."""

    def __init__(
        self,
        command: Sequence[str | bytes],
        env: Mapping[str, str],
        cwd: Path | None = None,
        size: tuple[int, int] = (COLUMNS, LINES),
    ) -> None:
        self.received = bytearray()
        self._master, slave = pty.openpty()
        columns, lines = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        try:
            self.process = subprocess.Popen(
                command,
                stdin=slave,
                stdout=slave,
                stderr=slave,
                env=dict(env),
                cwd=cwd,
                start_new_session=True,
            )
        finally:
            os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._master)

    def send(self, keys: str | bytes) -> None:
        """Type `keys`; bytes need not be text."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def read_until(self, done: Callable[[bytearray], bool], seconds: float = PATIENCE) -> bool:
        """Read until `done` is content with all that was received; False at the end of it."""
        deadline = time.monotonic() + seconds
        while not done(self.received):
            if not self._read_some(deadline - time.monotonic()):
                return False
        return True

    def read_until_seen(self, text: str, seconds: float = PATIENCE) -> bool:
        """Read until the bytes of `text` have come."""
        wanted = text.encode()
        return self.read_until(lambda received: wanted in received, seconds)

    def read_for(self, seconds: float) -> None:
        """Read whatever comes in that time."""
        self.read_until(lambda received: False, seconds)

    @property
    def cpu(self) -> float:
        """The seconds of the processor that the process has used, all its threads, no children.

        The clock of a process that is not one's own is numbered as by clock_getcpuclockid(3).
        """
        return time.clock_gettime(~self.process.pid << 3 | 2)

    def reaction(self, keys: str | bytes, quiet: float) -> list[Came]:
        """Type `keys`; return what comes, and how much later, until it is `quiet` so long.

        Nothing ends it earlier: what is painted in several goes is one reaction. It is waited for
        two seconds, in case the machine is busy.
        """
        came: list[Came] = []
        used, started, before = self.cpu, time.perf_counter(), len(self.received)
        self.send(keys)
        while self._read_some(quiet if came else max(2.0, quiet)):
            taken = time.perf_counter() - started, self.cpu - used
            came.append(Came(*taken, bytes(self.received[before:])))
            before = len(self.received)
        return came

    def ended(self, seconds: float = PATIENCE) -> int:
        """Read until the process ends, and return its exit code."""
        self.read_until(lambda received: False, seconds)
        return self.process.wait(timeout=1)

    def _read_some(self, seconds: float) -> bool:
        """Take what has come; False when nothing can come any more, or not in that time."""
        if seconds <= 0 or not select.select([self._master], [], [], seconds)[0]:
            return False
        data = b""
        with suppress(OSError):  # the other end is closed: Linux says so with EIO
            data = os.read(self._master, 1 << 16)
        self.received += data
        return bool(data)
