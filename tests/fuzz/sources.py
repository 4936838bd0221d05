"""`python -m tests.fuzz.sources`: damaged programmes, taken in.

Ends with 1 when one did anything but become a catalogue that reads back, or be refused with a
clear word; when one took more than a second of the processor for each megabyte (a small one counts
as 100 kB); and when one needed more memory than the bound. The slowest and the hungriest are
measured again on their own first. One is told with its number: `--from` that number with
`--count 1` and the same seed makes it again, and `--keep FILE` keeps it.
"""

import argparse
import heapq
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.damaging import damaged
from tests.fuzz.originals import Original, originals
from tests.fuzz.taking import peak, take

SECONDS_PER_MB = 1.0
SMALLEST = 100_000
"""Bytes that a smaller source counts as: a process has to be woken for it too."""
MEMORY = 60
"""Bytes of memory for each byte of a source, beyond `MEMORY_ANYWAY`."""
MEMORY_ANYWAY = 30_000_000
_WORST = 20
_MB = 1_000_000


@dataclass(slots=True)
class Report:
    """What came of many sources."""

    outcomes: Counter[str] = field(default_factory=Counter)
    bytes: int = 0
    seconds: float = 0.0
    faults: list[tuple[int, str]] = field(default_factory=list)
    """Number of the source, and what happened."""
    slowest: list[tuple[float, int]] = field(default_factory=list)
    """Seconds for each megabyte, and number."""
    hungriest: list[tuple[float, int]] = field(default_factory=list)
    """By how many bytes the process grew, and number."""


def pace(seconds: float, size: int) -> float:
    """Return the seconds for each megabyte of a source with `size` bytes."""
    return seconds / max(size, SMALLEST) * _MB


def run(seed: int, numbers: range, sources: Sequence[Original]) -> Report:
    """Return what came of the sources of these numbers."""
    report = Report()
    for one in sources[:_WORST]:  # what is loaded on first use
        take(one.data)
    grown = _grown()
    for number in numbers:
        data = damaged(seed, number, sources).data
        found = take(data)
        report.outcomes["fault" if found.fault else found.outcome] += 1
        report.bytes, report.seconds = report.bytes + len(data), report.seconds + found.seconds
        if found.fault:
            report.faults.append((number, found.outcome))
        _keep(report.slowest, (pace(found.seconds, len(data)), number))
        if (now := _grown()) > grown:
            _keep(report.hungriest, (now - grown, number))
            grown = now
    return report


def slow(report: Report, seed: int, sources: Sequence[Original]) -> Iterator[tuple[float, int]]:
    """Yield the slowest that are too slow on their own too: the quickest of three more runs."""
    for first, number in sorted(report.slowest, reverse=True):
        if first > SECONDS_PER_MB:
            data = damaged(seed, number, sources).data
            again = min(take(data).seconds for _ in range(3))
            if pace(again, len(data)) > SECONDS_PER_MB:
                yield pace(again, len(data)), number


def hungry(report: Report, seed: int, sources: Sequence[Original]) -> Iterator[tuple[int, int]]:
    """Yield the hungriest that need more than the bound, with how much."""
    for _, number in sorted(report.hungriest, reverse=True):
        data = damaged(seed, number, sources).data
        needed = peak(data)
        if needed > MEMORY_ANYWAY + MEMORY * len(data):
            yield needed, number


def _keep(worst: list[tuple[float, int]], entry: tuple[float, int]) -> None:
    heapq.heappush(worst, entry)
    if len(worst) > _WORST:
        heapq.heappop(worst)


def _grown() -> int:
    """Return the most memory that this process ever had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _told(report: Report) -> Iterator[str]:
    counts = ", ".join(f"{count:,} {outcome}" for outcome, count in report.outcomes.most_common())
    paced = report.seconds / max(report.bytes, 1) * _MB
    yield f"{report.outcomes.total():,} sources, {report.bytes // _MB:,} MB: {counts}"
    yield f"{paced:.2f} s for each MB, at most {_grown() // _MB} MB of memory"


def main(arguments: list[str] | None = None) -> int:
    """Print what came of them; return 1 for a fault, a slow or a hungry one, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.sources", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, metavar="N", help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="(%(default)s)")
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="NUMBER")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="where to put the first of them")
    given = parser.parse_args(arguments)
    sources, seed = originals(), given.seed
    if given.keep:
        given.keep.write_bytes(damaged(seed, given.first, sources).data)
    report = run(seed, range(given.first, given.first + given.count), sources)
    bad = [(number, f"fault\n{what}") for number, what in report.faults]
    bad += [(number, f"{pace:.2f} s for each MB") for pace, number in slow(report, seed, sources)]
    bad += [(number, f"{size // _MB} MB needed") for size, number in hungry(report, seed, sources)]
    sys.stdout.writelines(f"{line}\n" for line in _told(report))
    for number, what in bad:
        one = damaged(seed, number, sources)
        sys.stdout.write(f"source {number} ({one.name}: {one.how}), {len(one.data):,}: {what}\n")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
