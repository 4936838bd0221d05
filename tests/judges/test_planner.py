"""The best agenda as OR-tools CP-SAT has it."""

import pytest

from summit_tui.agenda.planning.solving import solve
from tests.agenda.planning.cpsat import ask_cp_sat
from tests.agenda.planning.random_instances import large, seeded

pytestmark = pytest.mark.judge
_EACH = 25


@pytest.mark.parametrize("first", range(0, 12 * _EACH, _EACH))
def test_cp_sat_finds_nothing_better(first: int) -> None:
    for seed in range(first, first + _EACH):
        instance = large(seeded(seed))
        assert tuple(solve(instance).score) == ask_cp_sat(instance), seed
