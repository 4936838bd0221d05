"""Queries typed letter by letter at the engine, in one warm process, and the memory that takes.

Every beginning of the forty longest of the queries that `tests.quality` makes is read and searched
once, as the search box does at every key; drawing is not part of it. The memory is what a process
grows by when it opens the programme and searches it for all of them. Both are measured in a process
of their own, which prints JSON: run as a module with `type`, `ask` or `grow` and a catalogue
(`grow` reads what `ask` prints).
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from summit_tui.search.programme import open_programme
from tests.bench.measured import Measured, measured
from tests.bench.place import Place
from tests.bench.table import Row
from tests.quality.asking import ask
from tests.quality.rivals import Engine, ours, rivals

_ROOT = Path(__file__).resolve().parents[2]
_BOUNDS = {1_000: 2.0, 10_000: 16.0, 100_000: 100.0}
_MEMORY = {10_000: 120.0}
_LONGEST = 40
_RIVALS_UP_TO = 10_000
"""Beyond, the others take minutes."""


def keystrokes(place: Place, _: int) -> Iterator[Row]:
    """Yield the rows of each catalogue: ours, and of rivals that work in a process."""
    for each in measured(place):
        yield from typed_at(each, place)


def typed_at(catalogue: Measured, place: Place) -> Iterator[Row]:
    """Yield the rows of one catalogue."""
    for name, told in _child("type", catalogue, place).items():
        us = name == "summit"
        row = f"keystroke p95, {catalogue.name}{'' if us else f', {name}'}"
        detail = f"p50 {told['p50']:.2f}, max {told['max']:.1f} ms of {told['count']:,}"
        detail += f"; slowest {told['slowest']!r}" if us else ""
        yield Row(row, told["p95"], catalogue.bound(_BOUNDS) if us else None, "ms", detail)


def index_memory(place: Place, _: int) -> Iterator[Row]:
    """Yield the row of the largest catalogue."""
    yield remembered(measured(place)[-1], place)


def remembered(catalogue: Measured, place: Place) -> Row:
    """Return the row of one catalogue."""
    queries = _child("ask", catalogue, place)  # elsewhere, for it reads every session
    grown = _child("grow", catalogue, place, json.dumps(queries))
    detail = f"from {grown['before']:.1f} MB, {grown['queries']:,} queries typed"
    bound = catalogue.bound(_MEMORY)
    return Row(f"memory of the index, {catalogue.name}", grown["grown"], bound, "MB", detail)


def _child(what: str, catalogue: Measured, place: Place, given: str = "") -> Any:
    command = [sys.executable, "-m", __name__, what, str(catalogue.path)]
    done = subprocess.run(
        command, env=place.env, cwd=_ROOT, input=given.encode(), stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)


def queries_for(file: Path) -> list[str]:
    """Return the longest queries made for a catalogue, always the same ones."""
    made = ask(open_programme(file).catalogue, 400)
    return sorted({each.text for each in made}, key=lambda text: (-len(text), text))[:_LONGEST]


def _type(file: Path) -> dict[str, Any]:
    queries = queries_for(file)
    keys = _keys(queries)
    programme = open_programme(file)
    told = {"summit": _typed(ours(programme), keys)}
    if len(programme.catalogue.sessions) <= _RIVALS_UP_TO:
        with (
            tempfile.TemporaryDirectory(prefix="summit-bench-") as folder,
            rivals(programme.catalogue, Path(folder)) as others,
        ):
            told |= {each.name: _typed(each, keys) for each in others if not each.processes}
    return told


def _keys(queries: Sequence[str]) -> list[str]:
    """Return what stands in the box after each key."""
    return [query[:end] for query in queries for end in range(1, len(query) + 1)]


def _typed(engine: Engine, keys: Sequence[str]) -> dict[str, Any]:
    engine.search("warm")
    took: list[tuple[float, str]] = []
    for text in keys:
        started = time.perf_counter()
        engine.search(text)
        took.append(((time.perf_counter() - started) * 1000, text))
    took.sort()
    p95, slowest = took[len(took) * 95 // 100][0], took[-1]
    middle = statistics.median(milliseconds for milliseconds, _ in took)
    return {
        "p50": middle,
        "p95": p95,
        "max": slowest[0],
        "slowest": slowest[1],
        "count": len(took),
    }


def _grow(file: Path) -> dict[str, Any]:
    queries: list[str] = json.load(sys.stdin)
    before = _resident()
    engine = ours(open_programme(file))
    for key in _keys(queries):
        engine.search(key)
    return {"before": before, "grown": _resident() - before, "queries": len(queries)}


def _resident() -> float:
    """Return the megabytes that this process has in memory; where unknown, the most it ever had."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmRSS"].split()[0]) / 1024
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


_TASKS = {"type": _type, "grow": _grow, "ask": queries_for}

if __name__ == "__main__":
    json.dump(_TASKS[sys.argv[1]](Path(sys.argv[2])), sys.stdout)
