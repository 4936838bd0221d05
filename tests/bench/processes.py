"""Whole processes through the installed entry point, against a Python that does nothing."""

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence

from tests.bench.place import SIZES, SUMMIT, Place
from tests.bench.table import Row, ratio

NOTHING = (sys.executable, "-c", "pass")
_WORDS = {0: ("serverless", "serverles"), 1_000: ("kubernetes", "kuberntes")}
"""A word that the catalogue has, and the same with a typing error."""


def shell(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the rows of `--version` and of searches with a warm cache."""
    cases: dict[str, Sequence[str]] = {"pass": NOTHING, "--version": [str(SUMMIT), "--version"]}
    for size in (0, *SIZES):
        for kind, word in zip(("exact", "typo"), _words(size), strict=True):
            cases[f"search, {kind}, {_named(size)}"] = place.summit(size, "search", word)
    for size in SIZES:
        cases[f"grep -i, {size:,}"] = ("grep", "-i", _words(size)[0], str(place.catalogue(size)))
    if shutil.which("grep") is None:
        cases = {name: command for name, command in cases.items() if "grep" not in name}
    took = interleaved(cases, place, rounds)
    floor = took.pop("pass")
    for name, seconds in took.items():
        bound = {"--version": 5.0, "grep": None}.get(name.split(" ")[0], 8.0)
        yield ratio(name, seconds, floor, bound)


def first_run(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the row of a search that finds no cache."""
    command = place.summit(1_000, "search", _words(1_000)[0])
    cold, floor = [], []
    for _ in range(rounds):
        floor.append(_seconds(NOTHING, place))
        shutil.rmtree(place.cache, ignore_errors=True)
        cold.append(_seconds(command, place))
    for size in (0, *SIZES):  # what comes after this finds warm caches again
        _seconds(place.summit(size, "search", "--limit", "1"), place)
    yield ratio("first run, 1,000", statistics.median(cold), statistics.median(floor), 25)


def interleaved(cases: Mapping[str, Sequence[str]], place: Place, rounds: int) -> dict[str, float]:
    """Return the median seconds of each command, each run once in every round."""
    took: dict[str, list[float]] = {name: [] for name in cases}
    for command in cases.values():
        _seconds(command, place)  # warms the page cache, writes byte code
    for _ in range(rounds):
        for name, command in cases.items():
            took[name].append(_seconds(command, place))
    return {name: statistics.median(each) for name, each in took.items()}


def _seconds(command: Sequence[str], place: Place) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, env=place.env, capture_output=True, stdin=subprocess.DEVNULL)
    took = time.perf_counter() - started
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {said}")
    return took


def _words(size: int) -> tuple[str, str]:
    return _WORDS[min(size, 1_000)]


def _named(size: int) -> str:
    return f"{size:,}" if size else "sample"
