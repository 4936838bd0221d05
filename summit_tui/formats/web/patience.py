"""How long a server is waited for, and how much is taken from it, whatever it sends.

A time limit on a socket begins anew with every byte, so that a server which drips holds on for
ever. Here the limits hold over all of a fetch: each read asks what is left.
"""

import io
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summit_tui.formats.web.errors import FetchError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_SLICE = 0.25
"""Seconds after which a wait asks whether it is still wanted."""
_FRAMING = 1024 * 1024
_READ = 64 * 1024
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take at most; times in seconds."""

    redirects: int = 5
    first: float = 15.0
    """From the start to the head of the last answer: look-ups, connections, redirects."""
    silence: float = 15.0
    """Between two pieces of the body."""
    total: float = 300.0
    """For everything: 20 MB at 70 kB a second, a phone at the edge of its cell."""
    size: int = 20 * MB
    """Bytes of the body, before and after decompression."""


class Patience:
    """What is left of the limits of one fetch; every method that finds nothing left raises."""

    def __init__(
        self, limits: Limits, clock: Callable[[], float], cancelled: Callable[[], bool]
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._cancelled = cancelled
        self._end = clock() + limits.total
        self._answer_by: float | None = clock() + limits.first
        self._bytes = 0

    def answered(self) -> None:
        """Note that the head of the last answer is there: from here on the body is awaited."""
        self._answer_by = None

    def left(self) -> float:
        """Return the seconds that the present step may still take, more than 0.

        FetchError when that is none, or when the fetch was cancelled.
        """
        if self._cancelled():
            raise FetchError("cancelled", "cancelled")
        now = self._clock()
        if self._answer_by is not None and now >= self._answer_by:
            raise _late(f"no answer within {self._limits.first:g} seconds")
        if now >= self._end:
            raise _late(f"not all of it came within {self._limits.total:g} seconds")
        return min(self._end, self._answer_by or self._end) - now

    def slice(self) -> float:
        """Return how long to wait before asking again; FetchError as `left`."""
        return min(self.left(), _SLICE)

    def receive(self, sock: socket.socket, buffer: "WriteableBuffer") -> int:
        """Read what is there into `buffer`, waiting for it; return the bytes, 0 at the end.

        FetchError when nothing comes, when too much came, or as `left`.
        """
        silent = self._clock() + self._limits.silence
        while True:
            sock.settimeout(self.slice())
            try:
                count = sock.recv_into(buffer)
            except TimeoutError:
                if self._clock() >= silent:
                    seconds = f"{self._limits.silence:g}"
                    raise _late(f"nothing came for {seconds} seconds") from None
                continue
            self._take(count)
            return count

    def _take(self, count: int) -> None:
        """Count bytes of any sort: heads, chunk lines and trailers know no other bound."""
        self._bytes += count
        if self._bytes > 2 * self._limits.size + _FRAMING:
            raise too_large(self._limits.size)


def too_large(size: int) -> FetchError:
    """Return the error for a body of more than `size` bytes."""
    most = f"{size / MB:g} MB" if size >= MB else f"{size} bytes"
    mend = "a programme is smaller; if it is one, download it and import the file"
    return FetchError("too-large", f"larger than {most}: {mend}")


def _late(what: str) -> FetchError:
    return FetchError("timeout", f"{what}: try again later, or with a better connection")


class WatchedSocket:
    """A socket whose reads a `Patience` watches; http.client takes it for a socket."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock = sock
        self._patience = patience
        self._files: list[io.RawIOBase] = []

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return a file to read from; the socket stays open until that is closed."""
        raw = _Watched(self._sock, self._sock.makefile("rb", buffering=0), self._patience)
        self._files.append(raw)
        return io.BufferedReader(raw, _READ)

    def sendall(self, data: bytes) -> None:
        """Send all of `data`."""
        self._sock.settimeout(self._patience.left())
        self._sock.sendall(data)

    def settimeout(self, _seconds: float | None) -> None:
        """Keep the time limits that are watched."""

    def shutdown(self, how: int) -> None:
        """Shut the connection down."""
        self._sock.shutdown(how)

    def close(self) -> None:
        """Close it, once its files are."""
        self._sock.close()

    def hang_up(self) -> None:
        """Close it and its files."""
        for file in self._files:
            file.close()
        self._sock.close()


class _Watched(io.RawIOBase):
    def __init__(self, sock: socket.socket, raw: io.RawIOBase, patience: Patience) -> None:
        self._sock = sock
        self._raw = raw
        self._patience = patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        return self._patience.receive(self._sock, buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
