"""Terminals that want no colour, readers that leave early, and no terminal at all."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.pty import hostile
from tests.pty.received import NONE, leaks
from tests.pty.summit import SUMMIT, environment, in_pipe, in_shell, on_terminal

EVERY: list[tuple[str, ...]] = [
    ("search",),
    ("search", hostile.WORD),
    ("show", *hostile.IDS),
    ("agenda",),
    ("check",),
    ("events",),
    ("doctor",),
    ("export",),
    ("show", "no-such-session"),
    ("no-such-command",),
    ("--help",),
]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return list(hostile.write(tmp_path))


def _given(files: list[Path]) -> list[str]:
    return ["--catalogue", str(files[0]), "--agenda", str(files[1])]


def test_a_terminal_gets_colour(files: list[Path]) -> None:
    _, received = on_terminal(*_given(files), "search")
    assert b"\x1b[1m" in received


@pytest.mark.parametrize("plain", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
@pytest.mark.parametrize("command", EVERY, ids=lambda command: " ".join(command)[:30])
def test_plain_terminals_get_no_escape_at_all(
    command: tuple[str, ...], plain: dict[str, str], files: list[Path]
) -> None:
    _, received = on_terminal(*_given(files), *command, env=environment(**plain))
    assert received
    assert leaks(received, NONE) == []


def test_an_empty_no_color_does_not_count(files: list[Path]) -> None:
    _, received = on_terminal(*_given(files), "search", env=environment(NO_COLOR=""))
    assert b"\x1b[1m" in received


def test_colour_can_be_forced_and_forbidden(files: list[Path]) -> None:
    given = _given(files)
    assert b"\x1b[1m" in in_pipe(*given, "--color", "always", "search", "--format", "table")[1]
    assert b"\x1b" not in on_terminal(*given, "--color", "never", "search")[1]


def test_a_dumb_terminal_is_told_that_it_cannot(files: list[Path]) -> None:
    code, received = on_terminal(*_given(files), env=environment(TERM="dumb"))
    assert code == 2
    assert b"TERM=dumb" in received
    assert b"summit --help" in received
    assert b"\x1b" not in received


def test_without_a_terminal_the_programme_is_printed(files: list[Path]) -> None:
    code, out, said = in_pipe(*_given(files))
    assert (code, said) == (0, b"")
    assert out.count(hostile.WORD.encode()) == len(hostile.IDS)
    assert b"08:00" in out


@pytest.mark.parametrize(
    "line",
    [
        '"$SUMMIT" --catalogue "$1" search | head -n 1',
        '"$SUMMIT" --catalogue "$1" search --format json | head -n 1',
        '"$SUMMIT" --catalogue "$1" | head -n 1',
        '"$SUMMIT" --catalogue "$1" export --all --format md -o - | head -n 1',
        '"$SUMMIT" --catalogue "$1" export --all --format ics -o - | head -c 10',
        '"$SUMMIT" schema | head -n 1',
        '"$SUMMIT" demo --sessions 500 -o - | head -n 1',
        '"$SUMMIT" completion bash | head -n 1',
        '"$SUMMIT" --help | head -n 1',
    ],
)
def test_a_reader_that_leaves_is_no_matter(line: str, files: list[Path]) -> None:
    done = in_shell(line, files=files)
    assert done.stdout
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.parametrize(
    "command",
    [
        ("search",),
        ("search", "--format", "json"),
        ("show", *hostile.IDS),
        ("agenda", "--format", "json"),
        ("export", "--all", "--format", "md"),
        ("demo", "--sessions", "500", "-o", "-"),
        ("--help",),
        (),
    ],
    ids=lambda command: " ".join(command)[:30],
)
def test_a_reader_that_has_left_already_is_no_failure(
    command: tuple[str, ...], files: list[Path]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [str(SUMMIT), *_given(files), *command],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    finally:
        os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.parametrize(
    "line",
    [
        '"$SUMMIT" --catalogue "$1" search',
        '"$SUMMIT" --catalogue "$1"',
        '"$SUMMIT" --catalogue "$1" --agenda "$2" agenda --format json',
        '"$SUMMIT" --catalogue "$1" export --all -o -',
        '"$SUMMIT" --catalogue "$1" check',
        '"$SUMMIT" --version',
    ],
)
def test_streams_that_are_closed_are_no_traceback(line: str, files: list[Path]) -> None:
    for closed in (">&-", "2>&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-"):
        done = in_shell(f"{line} {closed}", files=files)
        assert b"Traceback" not in done.stderr
        assert b"Exception" not in done.stderr
        assert done.returncode in (0, 1, 2)


def test_a_closed_standard_error_does_not_stop_the_work(files: list[Path]) -> None:
    files[1].unlink()
    done = in_shell(
        '"$SUMMIT" --catalogue "$1" --agenda "$2" add h-family 2>&- >&- && '
        '"$SUMMIT" --catalogue "$1" --agenda "$2" agenda --format ids',
        files=files,
    )
    assert done.stdout == b"h-family\n"


def test_nothing_is_lost_on_a_full_disk_unsaid(files: list[Path]) -> None:
    if not Path("/dev/full").exists():  # only Linux has a device that is always full
        return
    done = in_shell('"$SUMMIT" --catalogue "$1" search > /dev/full', files=files)
    assert done.returncode == 2
    assert b"no space left" in done.stderr.lower()
    assert b"Traceback" not in done.stderr


def test_forty_columns_wrap_and_cut_nothing(files: list[Path]) -> None:
    title = "a title of many words that no narrow terminal has room for on a single line ever"
    files[0].write_text(
        "event: {name: Narrow}\nsessions:\n"
        f"  - {{id: a, title: {title}, start: 2030-05-06 08:00, duration: 45, room: 'The Hall',\n"
        f"     speakers: [A Rather Long Name Of Somebody], abstract: {'word ' * 60}}}\n"
    )
    files[1].write_text("picks: [{id: a, want: must}]\n")
    for command in (["search"], ["show", "a"], ["agenda"]):
        _, received = on_terminal(*_given(files), *command, size=(40, 20))
        text = re.sub(r"\x1b\[[0-9;]*m", "", received.decode())
        lines = text.split("\r\n")
        assert max(map(len, lines)) <= 40
        assert title in " ".join(text.split())


def test_columns_is_heeded_without_a_terminal(files: list[Path]) -> None:
    env = environment(COLUMNS="40")
    _, out, _ = in_pipe(*_given(files), "search", "--format", "table", env=env)
    narrow = max(map(len, out.decode().splitlines()))
    _, out, _ = in_pipe(*_given(files), "search", "--format", "table", env=environment())
    assert narrow <= 44 < max(map(len, out.decode().splitlines()))
