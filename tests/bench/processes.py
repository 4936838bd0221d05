"""Whole processes through the installed entry point, against a Python that does nothing.

The rivals read a file with one line a session, which is less than the catalogue holds.
"""

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence

from summit_tui.catalogue.reading import load
from summit_tui.cli.start import COMPLETE
from tests.bench.place import HUGE, SIZES, SUMMIT, Place
from tests.bench.table import Row, ratio

NOTHING = (sys.executable, "-c", "pass")
_WORDS = {0: ("serverless", "serverles"), 1_000: ("kubernetes", "kuberntes")}
"""A word that the catalogue has, and the same with a typing error."""
_BOUNDS = {"exact": 6.0, "typo": 8.0, "completion": 6.0}
"""To a Python that does nothing, up to a thousand sessions."""
_GROWTH = {10_000: 1.25, HUGE: 3.0}
"""To the same at a thousand sessions."""


def shell(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the rows of `--version`, and of searches and completions with a warm cache."""
    cases: dict[str, Sequence[str]] = {"pass": NOTHING, "--version": [str(SUMMIT), "--version"]}
    for size in (0, *SIZES):
        cases |= _searches(place, size)
    for size in SIZES:
        cases[f"completion, {size:,}"] = _completion(place, size)
        cases |= _rivals(place, size)
    took = interleaved(cases, place, rounds)
    yield ratio("--version", took.pop("--version"), took["pass"], 5)
    yield from _rows(took)


def huge(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the rows of searches in a catalogue of `HUGE` sessions, which `place` must have."""
    cases = {"pass": NOTHING, **_searches(place, 1_000), **_searches(place, HUGE)}
    cases |= {f"completion, {HUGE:,}": _completion(place, HUGE), **_rivals(place, HUGE)}
    took = interleaved(cases, place, rounds)
    yield from (row for row in _rows(took) if f"{HUGE:,}" in row.name)


def _rows(took: Mapping[str, float]) -> Iterator[Row]:
    """Yield a row for each command, against nothing or against its own at a thousand."""
    for name, seconds in took.items():
        kind, _, size = name.removeprefix("search, ").partition(", ")
        growth = _GROWTH.get(int(size.replace(",", ""))) if size not in ("", "sample") else None
        small = took.get(f"search, {kind}, 1,000")
        if growth is not None and small is not None:
            yield ratio(f"{name} / 1,000", seconds, small, growth)
        elif name != "pass":
            yield ratio(name, seconds, took["pass"], _BOUNDS.get(kind))


def first_run(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the row of a search that finds no cache."""
    command = place.summit(1_000, "search", _words(1_000)[0])
    cold, floor = [], []
    for _ in range(rounds):
        floor.append(_seconds(NOTHING, place))
        shutil.rmtree(place.cache, ignore_errors=True)
        cold.append(_seconds(command, place))
    for size in (0, *SIZES):  # what comes after this finds warm caches again
        place.warm(size)
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


def _searches(place: Place, size: int) -> dict[str, Sequence[str]]:
    named = f"{size:,}" if size else "sample"
    return {
        f"search, {kind}, {named}": place.summit(size, "search", word)
        for kind, word in zip(("exact", "typo"), _words(size), strict=True)
    }


def _completion(place: Place, size: int) -> Sequence[str]:
    """Return what bash runs at a tab after the beginning of an id."""
    typed = load(place.catalogue(size)).sessions[-1].id[:3]
    line = [SUMMIT.name, *place.summit(size, "show", typed)[1:]]
    told = (f"COMP_WORDS={chr(10).join(line)}", f"COMP_CWORD={len(line) - 1}")
    command = ("env", *told, f"{COMPLETE}=bash_complete", str(SUMMIT))
    done = subprocess.run(command, env=place.env, capture_output=True, text=True)
    if f"plain,{typed}" not in done.stdout:
        raise SystemExit(f"{' '.join(line)} completes to {done.stdout[:200]!r} {done.stderr}")
    return command


def _rivals(place: Place, size: int) -> dict[str, Sequence[str]]:
    word, file = _words(size)[0], str(place.lines(size))
    commands = {
        "grep -i": ("grep", "-i", word, file),
        "fzf --filter": ("sh", "-c", 'exec fzf --filter="$1" <"$2"', "sh", word, file),
    }
    installed = {name: each for name, each in commands.items() if shutil.which(name.split()[0])}
    return {f"{name}, {size:,}": each for name, each in installed.items()}


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
