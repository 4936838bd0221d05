"""Keys on a real terminal: from the byte written to the last byte of what it paints.

A key's reaction ends when nothing more came for a quarter of a second. Of it, what stands left of
the detail (the list, the box, the facets) counts as its result; the detail, which follows the
cursor in a second go, is told beside it. Each key is typed when the one before has come to rest.

On a busy machine a key waits for the processor; what it then takes of it tells more. Both are
held against the same bound, for nothing is painted sooner than it is computed.
"""

import re
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from tests.bench import bare_app
from tests.bench.place import HUGE, Place
from tests.bench.table import Row
from tests.pty.terminal import Terminal

QUIET = 0.25
_SIZE = 10_000
_TYPED = ("serverless security", "kuberntes", "data level>=300", "day:2 machine learning")
"""Words, a mistake, and conditions; what is typed is emptied between them."""
_EMPTY = "\x15"
_PAGE_DOWN = "\x1b[6~"
_SCREENS = "AGSNP"
_DETAIL = 82
"""The first column of the detail in a terminal of 120, counted from 1."""
_PLACED = re.compile(rb"\x1b\[\d+;(\d+)H(?=(?:\x1b\[[0-9;]*m)*[^\x1b])")
"""Where a text is put; a place without one is that of the cursor behind a frame."""
BOUNDS = {"search": 33.0, "cursor": 8.0, "screen": 50.0, "page": 1000 / 60}
"""Milliseconds, 95 times of a hundred; a page that is scrolled has a frame of the screen."""
_IDLE_BOUND = 5.0
"""Milliseconds of the processor in a second in which nobody does anything."""
_IDLE_SECONDS = 10.0


class Took(NamedTuple):
    """Milliseconds from a key to the last byte of its result, and of everything."""

    result: float
    whole: float
    result_cpu: float
    """Of the processor, up to that byte."""
    whole_cpu: float


def painting(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the rows of the search box, the cursor and each screen, beside a bare application."""
    with bare(place) as terminal:
        typed = [took(terminal, key) for key in "serverless" * 3]
        terminal.reaction("\t", QUIET)
        moved = [took(terminal, key) for key in ("\x1b[B",) * 19]
        still = idle(terminal)
    with summit(place, _SIZE) as terminal:
        yield idle_row("in the list", idle(terminal), still)
        terminal.reaction("/", QUIET)
        yield idle_row("in the box", idle(terminal), still)
        terminal.reaction("\r", QUIET)
        first = {key: took(terminal, key) for key in _SCREENS}
        yield from rows("cursor", [took(terminal, key) for key in "jjjjjjjkkk" * 4], moved)
        yield from rows("search", searched(terminal), typed)
        yield from _switched(terminal, first, rounds)


def scrolling(place: Place) -> Iterator[Row]:
    """Yield the rows of a hundred thousand sessions, scrolled by pages and by entries."""
    with summit(place, HUGE) as terminal:
        yield from rows("page", [took(terminal, _PAGE_DOWN) for _ in range(40)], size=HUGE)
        yield from rows("cursor", [took(terminal, key) for key in "jjjjjjjkkk" * 4], size=HUGE)


def idle(terminal: Terminal) -> float:
    """Return the milliseconds of the processor in a second in which nobody does anything."""
    used = terminal.cpu
    terminal.read_for(_IDLE_SECONDS)
    return (terminal.cpu - used) * 1000 / _IDLE_SECONDS


def idle_row(where: str, ours: float, theirs: float) -> Row:
    """Return the row of that, beside a bare application, which has its list in focus."""
    said = f"idle {where}: CPU a second, {_SIZE:,}"
    return Row(said, ours, _IDLE_BOUND, "ms", f"bare {theirs:.1f}")


def _switched(terminal: Terminal, first: dict[str, Took], rounds: int) -> Iterator[Row]:
    """Yield the rows of each screen; how long it takes the first time is told beside it."""
    again: dict[str, list[Took]] = {key: [] for key in _SCREENS}
    for _ in range(rounds):
        for key in _SCREENS:
            again[key].append(took(terminal, key))
    for key, times in again.items():
        yield from rows("screen", times, (), f" {key}", first[key])


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
    result, behind = came[0], False
    for each in came:
        columns = [int(found[1]) for found in _PLACED.finditer(each.data)]
        if columns:  # what begins with none goes on where the data before ended
            behind = min(columns) >= _DETAIL
        if not behind:
            result = each
    figures = result.seconds, came[-1].seconds, result.cpu, came[-1].cpu
    return Took(*(1000 * figure for figure in figures))


def rows(
    kind: str,
    times: Sequence[Took],
    rival: Sequence[Took] = (),
    name: str = "",
    first: Took | None = None,
    size: int = _SIZE,
) -> Iterator[Row]:
    """Yield the rows of what keys take, beside a bare application where it has the like.

    One is of the time that passes, one of the processor's.
    """
    for words, of in ((" to painted", _passed), (": CPU a key", _used)):
        results = [of(each)[0] for each in times]
        wholes = [of(each)[1] for each in times]
        detail = f"p50 {statistics.median(results):.1f}"
        detail += f", with the detail {statistics.median(wholes):.0f}, p95 {p95(wholes):.0f}"
        if first is not None:
            detail += "; the first time {:.0f}, {:.0f}".format(*of(first))
        if rival:
            theirs = [of(each)[1] for each in rival]
            detail += f"; bare {statistics.median(theirs):.1f}, p95 {p95(theirs):.1f}"
        said = f"{kind}{name}{words} p95, {size:,}"
        yield Row(said, p95(results), BOUNDS[kind], "ms", detail)


def _passed(each: Took) -> tuple[float, float]:
    return each.result, each.whole


def _used(each: Took) -> tuple[float, float]:
    return each.result_cpu, each.whole_cpu


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of a hundred do not exceed."""
    return sorted(values)[len(values) * 95 // 100]
