"""The application on a real pseudo-terminal: the bytes a terminal receives, and how it is left."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyte
import pytest

from summit_tui.agenda.store import AgendaStore
from summit_tui.tui.memory import Place, remember

CATALOGUE = r"""
event: {id: demo, name: "Demo \e]0;PWNED\a Summit", timezone: Europe/Paris}
sessions:
  - id: one
    title: "First \e]52;c;cHduZWQ=\a\e[2J\u009b31m\u202e talk [/nope] [@click=app.quit]x"
    start: 2019-04-02 09:30
    abstract: "Body \e[31m red \e]8;;https://evil.example\e\\link"
    speakers: [{name: "Eve \u200b\u202eQuill"}]
  - {id: two, title: "Second 👩🏽‍🚀 talk", start: 2019-04-02 09:30}
"""
PROGRAM = """
import sys
from pathlib import Path
from summit_tui.agenda.store import AgendaStore
from summit_tui.search.programme import open_programme
from summit_tui.tui.app import run
programme = open_programme(Path(sys.argv[1]))
run(programme, AgendaStore(Path(sys.argv[2]), "demo"), color=sys.argv[3] == "color")
print("LEFT")
"""
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
REVERSED = re.compile(rb"\x1b\[(?:\d+;)*7(?:;\d+)*m")
PATIENCE = 30.0
ROWS, COLUMNS = 30, 100


class Terminal:
    """A pseudo-terminal with the application on it."""

    def __init__(self, pid: int, file: int) -> None:
        self.pid, self.file = pid, file
        self.received = b""

    def until(self, *marks: str) -> None:
        """Read until every one of `marks` came."""
        end = time.monotonic() + PATIENCE
        while not all(mark.encode() in self.received for mark in marks):
            assert time.monotonic() < end, self.received[-2000:]
            self._read()

    def to_the_end(self) -> int:
        """Read until the program ends; return its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, self.received[-2000:]
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> bool:
        if not select.select([self.file], [], [], 1.0)[0]:
            return True
        try:
            data = os.read(self.file, 65536)
        except OSError:  # Linux: the other end is closed
            data = b""
        self.received += data
        return bool(data)

    def press(self, keys: str) -> None:
        """Send keys."""
        os.write(self.file, keys.encode())

    def screen(self) -> str:
        """Return what the terminal shows."""
        screen = pyte.Screen(COLUMNS, ROWS)
        pyte.ByteStream(screen).feed(self.received.replace(b"\x1b[>25u", b""))
        return "\n".join(screen.display)


@contextmanager
def application(folder: Path, mode: str) -> Iterator[Terminal]:
    """Run the application until the block ends, not for the first time."""
    remember("demo", Place())
    catalogue = folder / "sessions.yaml"
    catalogue.write_text(CATALOGUE, encoding="utf-8")
    arguments = [sys.executable, "-c", PROGRAM, str(catalogue), str(folder / "a.yaml"), mode]
    pid, file = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, arguments)  # noqa: S606  no shell is wanted
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    try:
        yield Terminal(pid, file)
    finally:
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        os.close(file)


@pytest.mark.parametrize("mode", ["color", "plain"])
def test_nothing_from_the_catalogue_reaches_the_terminal_as_a_code(
    mode: str, tmp_path: Path
) -> None:
    with application(tmp_path, mode) as terminal:
        terminal.until("First", "[/nope]", "[@click=app", "Second", "Quill", "Body")
        terminal.press("q")
        assert terminal.to_the_end() == 0
    for forbidden in (b"PWNED", b"\x1b]52", b"\x1b]8;;https://evil", b"\x1b[2J\x1b", b"\xc2\x9b"):
        assert forbidden not in terminal.received, forbidden
    for sign in ("\u202e", "\u200b"):
        assert sign.encode() not in terminal.received


def test_without_colour_there_is_no_colour_and_the_cursor_is_still_seen(tmp_path: Path) -> None:
    with application(tmp_path, "plain") as terminal:
        terminal.until("First", "Second", "Body")
        shown = terminal.screen()
        assert "▌" in shown
        assert "Second" in shown
    assert not COLOUR.search(terminal.received)
    assert REVERSED.search(terminal.received)  # the cursor


def test_with_colour_there_is_colour(tmp_path: Path) -> None:
    with application(tmp_path, "color") as terminal:
        terminal.until("First", "Second", "Body")
    assert COLOUR.search(terminal.received)


@pytest.mark.parametrize("keys", ["q", "\x03", "/\x03", " q", "nhalf a note\x03"])
def test_it_leaves_the_terminal_as_it_was(keys: str, tmp_path: Path) -> None:
    with application(tmp_path, "color") as terminal:
        terminal.until("First")
        if keys[0] == "n":
            terminal.press("n")
            terminal.until("Note on")
        terminal.press(keys.removeprefix("n"))
        assert terminal.to_the_end() == 0
    assert b"Traceback" not in terminal.received
    assert terminal.received.rstrip().endswith(b"LEFT")
    assert b"\x1b[?1049l" in terminal.received
    assert b"\x1b[?25h" in terminal.received
    picks = AgendaStore(tmp_path / "a.yaml", "demo").read().picks
    assert list(picks) == (["one"] if keys[0] in " n" else [])
    if keys[0] == "n":
        assert picks["one"].note == "half a note"
