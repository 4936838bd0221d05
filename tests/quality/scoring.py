"""How well an engine finds what was meant.

MRR@10 is the mean, over the queries that mean something, of one over the place of the first
session meant among the first ten (0 when there is none); recall@5 the mean share of the sessions
meant among the first five (of five, when more are meant). Silence is the share of the nonsense for
which nothing was found. `ABSTRACT` queries are told by themselves and are in no mean.
"""

import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass

from tests.quality.asking import Asked
from tests.quality.kinds import ABSTRACT
from tests.quality.rivals import Engine


@dataclass(frozen=True, slots=True)
class Score:
    """How an engine did."""

    engine: str
    mrr: float
    recall: float
    silence: float
    milliseconds: float
    """The median of a query."""
    kinds: dict[str, float]
    """MRR@10 of each kind of query, silence where nothing was meant."""


def score(engine: Engine, queries: Iterable[Asked]) -> Score:
    """Return how `engine` does on `queries`; a mean of none is 0."""
    hits: dict[str, list[float]] = {}
    recalls: list[float] = []
    took: list[float] = []
    nonsense: set[str] = set()
    for asked in queries:
        started = time.perf_counter()
        found = engine.search(asked.text)
        took.append((time.perf_counter() - started) * 1000)
        hits.setdefault(asked.kind, []).append(first_hit(found, asked))
        if not asked.relevant:
            nonsense.add(asked.kind)
        elif asked.kind != ABSTRACT:
            recalls.append(recall(found, asked))
    silent = [each for kind in nonsense for each in hits[kind]]
    meant = [
        each for kind, some in hits.items() if kind not in {*nonsense, ABSTRACT} for each in some
    ]
    kinds = {kind: _mean(some) for kind, some in hits.items()}
    speed = statistics.median(took) if took else 0.0
    return Score(engine.name, _mean(meant), _mean(recalls), _mean(silent), speed, kinds)


def first_hit(found: list[str], asked: Asked) -> float:
    """Return one over the place of the first session meant; for nonsense, 1 when none is found."""
    if not asked.relevant:
        return float(not found)
    places = (place for place, each in enumerate(found[:10], start=1) if each in asked.relevant)
    return 1 / next(places, float("inf"))


def recall(found: list[str], asked: Asked) -> float:
    """Return the share of the sessions meant that the first five are."""
    return len(asked.relevant.intersection(found[:5])) / min(5, len(asked.relevant))


def _mean(values: list[float]) -> float:
    return statistics.fmean(values) if values else 0.0
