"""The same best score as OR-tools CP-SAT finds; hundreds of instances are in `tests/judges`."""

import pytest

from summit_tui.agenda.planning.solving import solve
from tests.agenda.planning.cpsat import ask_cp_sat
from tests.agenda.planning.random_instances import large, seeded


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 6, 7])
def test_cp_sat_finds_nothing_better(seed: int) -> None:
    instance = large(seeded(seed))
    assert tuple(solve(instance).score) == ask_cp_sat(instance)
