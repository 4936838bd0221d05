"""`python -m tests.fuzz.queries`: random queries against a thousand sessions.

Ends with 1 when a query did anything but find, find nothing or explain itself in a `QueryError`
with a sound place, or when one takes longer than the bound. The slowest are run again on their own
first, three times, and the quickest counts: what is left is the engine, not the machine. A query is
told with its number; `--from` that number with `--count 1` and the same seed makes it again.
"""

import argparse
import heapq
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.reading import load
from summit_tui.search.context import Context
from summit_tui.search.programme import Programme, programme_of
from summit_tui.search.ranking import rank
from tests.fuzz.answering import answer, context_of, words_of
from tests.fuzz.making import make_query

BOUND = 50.0
"""Milliseconds that no query may take at a thousand sessions."""
_SLOWEST = 20
_DAY = date(2026, 6, 8)


@dataclass(slots=True)
class Report:
    """What came of many queries."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, str]] = field(default_factory=list)
    """Number of the query, and what happened."""
    slowest: list[tuple[float, int]] = field(default_factory=list)
    """Milliseconds and number."""

    def add(self, other: "Report") -> None:
        """Take in what another process reports."""
        self.outcomes += other.outcomes
        self.faults += other.faults
        self.slowest = heapq.nlargest(_SLOWEST, self.slowest + other.slowest)


def programme_for(catalogue: Path | None) -> Programme:
    """Return the programme of a file, or the generated one of a thousand sessions."""
    return programme_of(load(catalogue) if catalogue else generate(1_000, first_day=_DAY))


def run(programme: Programme, seed: int, numbers: range) -> Report:
    """Return what came of the queries of these numbers."""
    report = Report()
    context, words = context_of(programme), words_of(programme)
    answer(programme, "warm level:300", context)
    for number in numbers:
        told = answer(programme, make_query(seed, number, words), context)
        report.outcomes["fault" if told.fault else told.outcome] += 1
        if told.fault:
            report.faults.append((number, told.outcome))
        entry = (told.milliseconds, number)
        if len(report.slowest) < _SLOWEST:
            heapq.heappush(report.slowest, entry)
        else:
            heapq.heappushpop(report.slowest, entry)
    return report


def timed_again(programme: Programme, seed: int, slowest: list[tuple[float, int]]) -> list[float]:
    """Return the quickest of three further runs of each, in the order given, in milliseconds."""
    context, words = context_of(programme), words_of(programme)
    queries = [make_query(seed, number, words) for _, number in slowest]
    return [min(_afresh(programme, each, context) for _ in range(3)) for each in queries]


def _afresh(programme: Programme, query: str, context: Context) -> float:
    """Return how many milliseconds a query takes that was not asked just before."""
    rank.cache_clear()
    return answer(programme, query, context).milliseconds


def _part(catalogue: Path | None, seed: int, numbers: range) -> Report:
    return run(programme_for(catalogue), seed, numbers)


def _in_parts(catalogue: Path | None, seed: int, numbers: range, jobs: int) -> Report:
    total = Report()
    with ProcessPoolExecutor(jobs) as pool:
        parts = [pool.submit(_part, catalogue, seed, numbers[job::jobs]) for job in range(jobs)]
        for part in parts:
            total.add(part.result())
    return total


def _told(report: Report, again: list[float], seed: int, words: list[str]) -> Iterator[str]:
    counts = ", ".join(f"{count:,} {outcome}" for outcome, count in report.outcomes.most_common())
    yield f"{report.outcomes.total():,} queries: {counts}"
    for number, what in report.faults[:20]:
        yield f"fault, query {number}: {make_query(seed, number, words)[:200]!r}\n{what}"
    ranked = sorted(zip(again, report.slowest, strict=True), reverse=True)
    for milliseconds, (first, number) in ranked[:3]:
        text = make_query(seed, number, words)
        yield (
            f"slow, query {number}: {milliseconds:.1f} ms ({first:.1f} in the run), "
            f"{len(text):,} characters: {text[:100]!r}"
        )


def main(arguments: list[str] | None = None) -> int:
    """Print what came of them; return 1 for a fault or a slow query, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.queries", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, metavar="N", help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="(%(default)s)")
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="NUMBER")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (%(default)s)")
    parser.add_argument("--catalogue", type=Path, metavar="FILE", help="else a generated one")
    given = parser.parse_args(arguments)
    numbers = range(given.first, given.first + given.count)
    programme = programme_for(given.catalogue)
    if given.jobs > 1:
        report = _in_parts(given.catalogue, given.seed, numbers, given.jobs)
    else:
        report = run(programme, given.seed, numbers)
    again = timed_again(programme, given.seed, report.slowest)
    words = words_of(programme)
    sys.stdout.writelines(f"{line}\n" for line in _told(report, again, given.seed, words))
    return int(bool(report.faults) or max(again, default=0) > BOUND)


if __name__ == "__main__":
    sys.exit(main())
