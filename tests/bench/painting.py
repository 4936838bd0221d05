"""Keys on a real terminal: from the byte written to the last byte of what it paints.

A key's reaction ends when nothing more came for a quarter of a second. Of it, what stands left of
the detail (the list, the box, the facets) counts as its result; the detail, which follows the
cursor in a second go, is told beside it. Each key is typed when the one before has come to rest.
"""

import re
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from tests.bench import bare_app
from tests.bench.place import Place
from tests.bench.table import Row
from tests.pty.terminal import Terminal

QUIET = 0.25
_SIZE = 10_000
_TYPED = ("serverless security", "kuberntes", "data level>=300", "day:2 machine learning")
"""Words, a mistake, and conditions; what is typed is emptied between them."""
_EMPTY = "\x15"
_SCREENS = "AGSNP"
_AWAY = "AP"
"""What is pressed before each screen, so that one comes from another one each time."""
_DETAIL = 82
"""The first column of the detail in a terminal of 120, counted from 1."""
_PLACED = re.compile(rb"\x1b\[\d+;(\d+)H(?=(?:\x1b\[[0-9;]*m)*[^\x1b])")
"""Where a text is put; a place without one is that of the cursor behind a frame."""
BOUNDS = {"search": 33.0, "cursor": 8.0, "screen": 50.0}
"""Milliseconds, 95 times of a hundred."""


class Took(NamedTuple):
    """Milliseconds from a key to the last byte of its result, and of everything."""

    result: float
    whole: float


def painting(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the rows of the search box, the cursor and each screen, beside a bare application."""
    with bare(place) as terminal:
        typed = [took(terminal, key) for key in "serverless" * 3]
        terminal.reaction("\t", QUIET)
        moved = [took(terminal, key) for key in ("\x1b[B" * 1,) * 19]
    with summit(place, _SIZE) as terminal:
        first = {key: took(terminal, key) for key in _SCREENS}
        yield row("cursor", [took(terminal, key) for key in "jjjjjjjkkk" * 4], moved)
        yield row("search", searched(terminal), typed)
        yield from _switched(terminal, first, rounds)


def _switched(terminal: Terminal, first: dict[str, Took], rounds: int) -> Iterator[Row]:
    """Yield the row of each screen; how long it takes the first time is told beside it."""
    again: dict[str, list[Took]] = {key: [] for key in _SCREENS}
    for _ in range(rounds):
        for key in _SCREENS:
            again[key].append(took(terminal, key))
    for key, times in again.items():
        made = f"; the first time {first[key].result:.0f}, {first[key].whole:.0f}"
        yield row("screen", times, (), f" {key}", made)


def searched(terminal: Terminal) -> list[Took]:
    """Return what each key of `_TYPED` takes in the search box, which is left empty."""
    terminal.reaction("/", QUIET)
    times = []
    for text in _TYPED:
        times += [took(terminal, key) for key in text]
        terminal.reaction(_EMPTY, QUIET)
    terminal.reaction("\r", QUIET)
    return times


@contextmanager
def bare(place: Place) -> Iterator[Terminal]:
    """Run the bare application, until nothing more comes."""
    with Terminal((sys.executable, bare_app.__file__), place.env, place.folder) as terminal:
        yield _at_rest(terminal, bare_app.FIRST_LINE)


@contextmanager
def summit(place: Place, sessions: int) -> Iterator[Terminal]:
    """Run the application, until nothing more comes."""
    command = place.summit(sessions, "--at", "2000-01-01T00:00")
    with Terminal(command, place.env, place.folder) as terminal:
        yield _at_rest(terminal, "Programme")


def _at_rest(terminal: Terminal, shows: str) -> Terminal:
    if not terminal.read_until_seen(shows):
        raise SystemExit(f"never showed {shows!r}: {bytes(terminal.received[-2000:])!r}")
    terminal.read_for(1.5)
    return terminal


def took(terminal: Terminal, key: str) -> Took:
    """Return what a key takes; SystemExit when it paints nothing."""
    came = terminal.reaction(key, QUIET)
    if not came:
        raise SystemExit(f"{key!r} painted nothing")
    result, behind = came[0][0], False
    for seconds, data in came:
        columns = [int(found[1]) for found in _PLACED.finditer(data)]
        if columns:  # what begins with none goes on where the data before ended
            behind = min(columns) >= _DETAIL
        if not behind:
            result = seconds
    return Took(result * 1000, came[-1][0] * 1000)


def row(
    kind: str, times: Sequence[Took], rival: Sequence[Took], name: str = "", more: str = ""
) -> Row:
    """Return the row of what keys take, beside a bare application where it has the like."""
    result = [each.result for each in times]
    whole = [each.whole for each in times]
    detail = f"p50 {statistics.median(result):.1f}, with the detail {statistics.median(whole):.0f}"
    detail += f", p95 {p95(whole):.0f}{more}"
    if rival:
        theirs = [each.whole for each in rival]
        detail += f"; bare {statistics.median(theirs):.1f}, p95 {p95(theirs):.1f}"
    said = f"{kind}{name} to painted p95, {_SIZE:,}"
    return Row(said, p95(result), BOUNDS[kind], "ms", detail)


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of a hundred do not exceed."""
    return sorted(values)[len(values) * 95 // 100]
