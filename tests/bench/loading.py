"""Reading a catalogue against composing the same text with PyYAML, in one process made for it.

Run as a module with a file and a number of rounds, it prints the two medians as JSON.
"""

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from summit_tui.catalogue.reading import read_text
from summit_tui.catalogue.source import read_file
from tests.bench.place import SIZES, Place
from tests.bench.table import Row, ratio

_ROOT = Path(__file__).resolve().parents[2]


def loading(place: Place, rounds: int) -> Iterator[Row]:
    """Yield a row for each size of catalogue."""
    for size in SIZES:
        fewer = max(3, rounds // (size // 1_000))
        command = [sys.executable, "-m", __name__, str(place.catalogue(size)), str(fewer)]
        done = subprocess.run(command, env=place.env, cwd=_ROOT, capture_output=True, check=True)
        ours, theirs = json.loads(done.stdout)
        yield ratio(f"loading / yaml.load C, {size:,}", ours, theirs, 0.4)


def main(file: str, rounds: str) -> None:
    """Print the median seconds of both, run in turn."""
    path = Path(file)
    text = read_file(path)
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(int(rounds)):
        ours.append(_seconds(lambda: read_text(text, path)))
        theirs.append(_seconds(lambda: yaml.load(text, yaml.CSafeLoader)))
    json.dump([statistics.median(ours), statistics.median(theirs)], sys.stdout)


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    result = work()
    took = time.perf_counter() - started
    del result
    return took


if __name__ == "__main__":
    main(*sys.argv[1:])
