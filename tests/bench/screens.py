"""The application on a real terminal, against a bare one: the first painted frame, and memory.

The first painted frame is there when the terminal has received text that only the painted main
screen shows: the title of a session, a line of the bare application's list.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summit_tui.catalogue.reading import load
from tests.bench import bare_app
from tests.bench.place import SIZES, Place
from tests.bench.table import Row, ratio
from tests.pty.terminal import Terminal

_LONG_AGO = "2000-01-01T00:00"
"""Before any session, so that the list begins with the first one."""
_BOUNDS = {1_000: 1.3, 10_000: 1.5}
_SHOWN = 12
"""Characters of a title that no column is too narrow for."""


@dataclass(frozen=True, slots=True)
class _Case:
    command: Sequence[str]
    shows: str


def screens(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the rows of the time from spawn to the first painted frame."""
    cases = _cases(place)
    took: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, case in cases.items():
            seconds = _first_frame(case, place)
            if number:  # the first one writes byte code
                took[name].append(seconds)
    medians = {name: statistics.median(each) for name, each in took.items()}
    for size in SIZES:
        ours = medians[f"{size:,}"]
        yield ratio(f"first frame, {size:,} / bare app", ours, medians["bare"], _BOUNDS[size])


def memory(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the row of the resident memory, a second after the first frame."""
    cases = _cases(place)
    used: dict[str, list[float]] = {f"{SIZES[-1]:,}": [], "bare": []}
    for _ in range(max(1, rounds // 5)):
        for name, each in used.items():
            each.append(_resident(cases[name], place))
    ours, theirs = (statistics.median(each) for each in used.values())
    detail = f"the bare app {theirs:.1f} MB"
    yield Row(f"memory a second later, {SIZES[-1]:,}", ours, 120, "MB", detail)


def _cases(place: Place) -> dict[str, _Case]:
    bare = _Case((sys.executable, bare_app.__file__), bare_app.FIRST_LINE)
    cases = {"bare": bare}
    for size in SIZES:
        first = load(place.catalogue(size)).sessions[0]
        command = place.summit(size, "--at", _LONG_AGO)
        cases[f"{size:,}"] = _Case(command, first.title[:_SHOWN])
    return cases


def _first_frame(case: _Case, place: Place) -> float:
    started = time.perf_counter()
    with Terminal(case.command, place.env, place.folder) as terminal:
        _wait(terminal, case)
        return time.perf_counter() - started


def _resident(case: _Case, place: Place) -> float:
    """Return the megabytes of memory that the process has in RAM."""
    with Terminal(case.command, place.env, place.folder) as terminal:
        _wait(terminal, case)
        terminal.read_for(1)
        status = Path(f"/proc/{terminal.process.pid}/status")
        if status.exists():
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
            return int(lines["VmRSS"].split()[0]) / 1024
        asked = ["ps", "-o", "rss=", "-p", str(terminal.process.pid)]
        return int(subprocess.run(asked, capture_output=True, check=True).stdout) / 1024


def _wait(terminal: Terminal, case: _Case) -> None:
    if not terminal.read_until_seen(case.shows):
        said = terminal.received.decode(errors="replace")
        raise SystemExit(f"{' '.join(case.command)} never showed {case.shows!r}: {said[-2000:]!r}")
