"""What fits beside all else; which plan B that makes is told in `test_reasons`."""

from summit_tui.agenda.planning.instance import FIXED
from summit_tui.agenda.planning.runners_up import all_fit
from summit_tui.agenda.planning.solving import solve
from tests.agenda.planning.random_instances import large, seeded, small


def test_all_fit_exactly_when_the_plan_of_nothing_else_has_them_all() -> None:
    answers = []
    for seed in range(400):
        instance = (small if seed % 2 else large)(seeded(seed))
        best = solve(instance)
        chosen = [instance.candidates[row] for row in best.rows]
        groups = {each.run_of for each in chosen}
        frame = instance._replace(lunches=best.lunches)
        assert all_fit(frame, tuple(chosen))
        for one in [each for each in instance.candidates if each.run_of not in groups][:3]:
            for wanted in ((*chosen, one), (*chosen[1:], one), (*chosen[:-1], one)):
                fixed = tuple(each._replace(tier=FIXED) for each in wanted)
                alone = solve(frame._replace(candidates=fixed))
                fits = len(alone.rows) == len(wanted) and alone.lunches == frame.lunches
                assert all_fit(frame, wanted) == fits, seed
                answers.append(fits)
    assert len(answers) / 10 < sum(answers) < len(answers) * 9 / 10
