"""Whether what was meant is found: our engine and its rivals, by the rules of `tests.quality`."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from summit_tui.catalogue.reading import load
from summit_tui.search.programme import programme_of
from tests.bench.measured import measured
from tests.bench.place import Place
from tests.bench.table import Row
from tests.quality.asking import ask
from tests.quality.rivals import ours, rivals
from tests.quality.scoring import score

_BOUNDS = {1_000: 0.98, 10_000: 0.96}
_QUERIES = 400


def quality(place: Place, _: int) -> Iterator[Row]:
    """Yield a row for each engine and catalogue, ours with its bound."""
    for each in measured(place):
        catalogue = load(each.path)
        queries = ask(catalogue, _QUERIES)
        us = ours(programme_of(catalogue))
        with (
            tempfile.TemporaryDirectory(prefix="summit-bench-") as folder,
            rivals(catalogue, Path(folder)) as others,
        ):
            for engine in (us, *others):
                told = score(engine, queries)
                detail = f"recall@5 {told.recall:.3f}, silence {told.silence:.3f}"
                detail += f", {told.milliseconds:.2f} ms"
                bound = each.bound(_BOUNDS) if engine is us else None
                name = f"MRR@10, {each.name}, {engine.name}"
                yield Row(name, told.mrr, bound, "share", detail)
