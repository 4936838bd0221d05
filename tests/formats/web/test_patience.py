"""Limits that hold over a whole fetch, with a clock that the test turns."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from summit_tui.formats.web.errors import FetchError
from summit_tui.formats.web.patience import Limits, Patience, WatchedSocket


class Clock:
    """Shows what it was set to, and goes on by `step` whenever it is read."""

    def __init__(self, step: float = 0.0) -> None:
        self.time = 1000.0
        self.step = step

    def __call__(self) -> float:
        self.time += self.step
        return self.time


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def _patience(clock: Clock, limits: Limits, *, cancelled: bool = False) -> Patience:
    return Patience(limits, clock, lambda: cancelled)


def _sent_and_read(
    ours: socket.socket, theirs: socket.socket, patience: Patience, piece: bytes, read: list[bytes]
) -> None:
    """Send `piece` and read it, again and again, into `read`."""
    with WatchedSocket(ours, patience).makefile("rb") as file:
        while True:
            theirs.sendall(piece)
            read.append(file.read(len(piece)))


def test_the_answer_has_its_own_limit_and_the_whole_another() -> None:
    clock = Clock()
    patience = _patience(clock, Limits(first=15, total=300))
    assert patience.left() == 15
    clock.time += 14
    assert patience.left() == 1
    patience.answered()
    assert patience.left() == 286
    clock.time += 286
    with pytest.raises(FetchError, match="not all of it came within 300 seconds"):
        patience.left()


def test_no_answer_in_time_is_told() -> None:
    clock = Clock()
    patience = _patience(clock, Limits())
    clock.time += 15
    with pytest.raises(FetchError, match="no answer within 15 seconds: try again") as told:
        patience.left()
    assert told.value.kind == "timeout"


def test_cancelled_is_told_before_anything_else() -> None:
    with pytest.raises(FetchError) as told:
        _patience(Clock(), Limits(total=0), cancelled=True).left()
    assert told.value.kind == "cancelled"


def test_a_server_that_drips_comes_to_an_end(pair: tuple[socket.socket, socket.socket]) -> None:
    """Each byte comes at once, and a second late by our clock; no read is ever in vain."""
    ours, theirs = pair
    patience = _patience(Clock(step=1), Limits(first=1000, total=100))
    read: list[bytes] = []
    with pytest.raises(FetchError, match="within 100 seconds"):
        _sent_and_read(ours, theirs, patience, b"x", read)
    assert 10 < len(read) <= 100


def test_one_line_that_drips_comes_to_an_end_too(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """Reading a line is one call here and many reads below."""
    ours, theirs = pair
    theirs.sendall(b"x" * 1000)
    patience = _patience(Clock(step=1), Limits(first=1000, total=100))
    slow: Any = _OneByte(ours)
    with (
        WatchedSocket(slow, patience).makefile("rb") as file,
        pytest.raises(FetchError, match="within 100 seconds"),
    ):
        file.readline()


class _OneByte:
    """A socket that gives single bytes."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def makefile(self, *_: object, **__: object) -> object:
        return self._sock.makefile("rb", buffering=0)

    def settimeout(self, seconds: float) -> None:
        self._sock.settimeout(seconds)

    def recv_into(self, buffer: memoryview) -> int:
        return self._sock.recv_into(buffer, 1)


def test_silence_is_told(pair: tuple[socket.socket, socket.socket]) -> None:
    patience = Patience(Limits(silence=0), Clock(), lambda: False)
    patience.answered()
    ours, _ = pair
    with (
        WatchedSocket(ours, patience).makefile("rb") as file,
        pytest.raises(FetchError, match="nothing came for 0 seconds"),
    ):
        file.read(1)


def test_a_wait_is_cancelled(pair: tuple[socket.socket, socket.socket]) -> None:
    answers = iter([False, True])
    patience = Patience(Limits(), Clock(), lambda: next(answers))
    with (
        WatchedSocket(pair[0], patience).makefile("rb") as file,
        pytest.raises(FetchError) as told,
    ):
        file.read(1)
    assert told.value.kind == "cancelled"


def test_bytes_of_any_sort_are_counted(pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    patience = _patience(Clock(), Limits(size=0))
    read: list[bytes] = []
    with pytest.raises(FetchError, match="larger than 0 bytes"):
        _sent_and_read(ours, theirs, patience, b"x" * 32_768, read)
    assert len(b"".join(read)) == 1024 * 1024
