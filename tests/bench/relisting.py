"""Listing ten thousand sessions anew after a filter: finding, counting, and laying out the lines.

Run as a module with a catalogue and a number of rounds, it prints as JSON for each filter the
median milliseconds and the number of sessions listed.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from summit_tui.catalogue import clock
from summit_tui.search.context import Context
from summit_tui.search.programme import Programme, open_programme
from summit_tui.tui.layout import by_slot, days_of
from summit_tui.tui.state import View, list_sessions
from tests.bench.place import Place
from tests.bench.table import Row

_ROOT = Path(__file__).resolve().parents[2]
_SIZE = 10_000


def relisting(place: Place, rounds: int) -> Iterator[Row]:
    """Yield the row of the slowest filter."""
    command = [sys.executable, "-m", __name__, str(place.catalogue(_SIZE)), str(rounds)]
    done = subprocess.run(command, env=place.env, cwd=_ROOT, capture_output=True, check=True)
    took: dict[str, tuple[float, int]] = json.loads(done.stdout)
    name, (milliseconds, listed) = max(took.items(), key=lambda item: item[1][0])
    detail = f"slowest of {len(took)} filters: {name}, {listed:,} listed"
    yield Row(f"re-listing after a filter, {_SIZE:,}", milliseconds, 16, "ms", detail)


def main(file: str, rounds: str) -> None:
    """Print what each filter takes, run in turn."""
    programme = open_programme(Path(file))
    days = days_of(programme.index.facets)
    views = _views(programme)
    context = Context(clock.now())
    took: dict[str, list[float]] = {name: [] for name in views}
    listed = dict.fromkeys(views, 0)
    for _ in range(int(rounds) * 5 + 1):
        for name, view in views.items():
            started = time.perf_counter()
            listing = list_sessions(programme, view, context)
            by_slot(listing.rows, programme.index.starts, days, frozenset())
            took[name].append((time.perf_counter() - started) * 1000)
            listed[name] = len(listing.rows)
    medians = {name: (statistics.median(each[1:]), listed[name]) for name, each in took.items()}
    json.dump(medians, sys.stdout)


def _views(programme: Programme) -> dict[str, View]:
    """Return what a person asks for in turn; the first round fills the caches of the index."""
    levels = programme.index.facets.values("level")
    days = programme.index.facets.values("day")
    return {
        "all of them": View(),
        "one level": View().choosing("level", frozenset(levels[:1])),
        "all levels but one": View().choosing("level", frozenset(levels[1:])),
        "one day": View().choosing("day", frozenset(days[:1])),
        "excluding a kind": View("-kind:break"),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
