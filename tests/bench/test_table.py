from pathlib import Path

import pytest

from tests.bench.measured import Measured
from tests.bench.table import Row, lines, ratio


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (Row("a", 2.0, 2.0, "ms"), "a 2.0 ms <= 2 ok"),
        (Row("a", 2.1, 2.0, "ms"), "a 2.1 ms <= 2 missed"),
        (Row("a", 0.98, 0.98, "share"), "a 0.980 >= 0.98 ok"),
        (Row("a", 0.97, 0.98, "share"), "a 0.970 >= 0.98 missed"),
        (Row("a", 7.0, None, "MB", "more"), "a 7.0 MB more"),
        (ratio("a", 0.006, 0.003, 1.5), "a 2.00 <= 1.5 missed 6.0 / 3.0 ms"),
    ],
)
def test_a_row_tells_whether_its_bound_is_kept(row: Row, told: str) -> None:
    assert [" ".join(line.split()) for line in lines([row])] == [told]


@pytest.mark.parametrize(
    ("sessions", "bound"), [(1, 2.0), (1_000, 2.0), (1_001, 16.0), (10_000, 16.0), (10_001, None)]
)
def test_a_catalogue_is_held_to_the_bound_of_its_size(sessions: int, bound: float | None) -> None:
    assert Measured(Path("x"), sessions).bound({10_000: 16.0, 1_000: 2.0}) == bound
