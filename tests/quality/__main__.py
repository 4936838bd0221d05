"""`python -m tests.quality [CATALOGUE]`: does the search find what was meant, and do others?

Queries of every kind that people type are made for the catalogue (the generated one of a thousand
sessions, when none is given), and our engine and its rivals answer them. `kinds` says what the
queries are, `rivals` what each engine reads, `scoring` what the figures mean.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.reading import load
from summit_tui.search.programme import programme_of
from tests.quality.asking import Asked, ask
from tests.quality.kinds import ABSTRACT
from tests.quality.rivals import Search, missing, ours, rivals
from tests.quality.scoring import Score, first_hit, score

_DAY = date(2026, 6, 8)
"""Fixed, so that the generated programme is the same tomorrow."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("catalogue", nargs="?", type=Path, metavar="CATALOGUE")
    parser.add_argument("--queries", type=int, default=800, metavar="N", help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="(%(default)s)")
    parser.add_argument("--misses", action="store_true", help="print what our engine misses")
    given = parser.parse_args()
    catalogue = load(given.catalogue) if given.catalogue else generate(1_000, first_day=_DAY)
    queries = ask(catalogue, given.queries, given.seed)
    us = ours(programme_of(catalogue))
    us.search("warm")
    with (
        tempfile.TemporaryDirectory(prefix="summit-quality-") as folder,
        rivals(catalogue, Path(folder)) as others,
    ):
        scores = [score(engine, queries) for engine in (us, *others)]
    sys.stdout.write(f"{len(catalogue.sessions):,} sessions, {len(queries):,} queries\n\n")
    sys.stdout.writelines(f"{line}\n" for line in table(scores, queries))
    if absent := missing():
        sys.stdout.write(f"\nnot installed here, and left out: {', '.join(absent)}\n")
    if given.misses:
        _tell_misses(us.search, queries)


def table(scores: Sequence[Score], queries: Sequence[Asked]) -> Iterator[str]:
    """Yield the lines: an engine a column, first the means and then each kind of query."""
    yield _line("", [each.engine for each in scores])
    yield _line("MRR@10", [f"{each.mrr:.3f}" for each in scores])
    yield _line("recall@5", [f"{each.recall:.3f}" for each in scores])
    yield _line("silence on nonsense", [f"{each.silence:.3f}" for each in scores])
    yield _line("milliseconds a query", [f"{each.milliseconds:.2f}" for each in scores])
    yield ""
    for kind in dict.fromkeys(asked.kind for asked in queries):
        count = sum(asked.kind == kind for asked in queries)
        note = "  in no mean" if kind == ABSTRACT else ""
        cells = [f"{each.kinds[kind]:.3f}" for each in scores]
        yield _line(f"{kind} ({count})", cells) + note


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<32}{''.join(f'{cell:>18}' for cell in cells)}".rstrip()


def _tell_misses(search: Search, queries: Sequence[Asked]) -> None:
    sys.stdout.write("\n")
    for asked in queries:
        found = search(asked.text)
        if first_hit(found, asked) < 1:
            meant = ", ".join(sorted(asked.relevant)[:3]) or "nothing"
            got = ", ".join(found[:3]) or "nothing"
            sys.stdout.write(f"{asked.kind}: {asked.text!r} means {meant}; found {got}\n")


if __name__ == "__main__":
    main()
