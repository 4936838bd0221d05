"""The best agenda, told by example, and held against trying every set of candidates."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.agenda.planning import solving, web
from summit_tui.agenda.planning.instance import (
    FIXED,
    FOUND,
    MAYBE,
    MUST,
    Candidate,
    Instance,
    Lunch,
)
from summit_tui.agenda.planning.solving import Solution, solve
from tests.agenda.planning.brute import brute_force
from tests.agenda.planning.random_instances import DAY, large, seeded, small
from tests.bench.planning import conference

_SEEDS = 300


def clock(text: str) -> int:
    """Return the seconds of `9:30`."""
    hours, minutes = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def on(name: str, start: str, end: str, **given: Any) -> Candidate:
    """Return a candidate of the first day in the first place."""
    return Candidate(name, clock(start), clock(end), **{"day": 0, "place": 0} | given)


def ids(instance: Instance, solution: Solution) -> str:
    """Return the ids that were chosen, in order, put together."""
    return "".join(instance.candidates[row].id for row in solution.rows)


A = on("a", "9:00", "10:00")
B = on("b", "10:00", "11:00")
WORKSHOP = on("w", "9:00", "12:00", tier=MUST)
NOON = Lunch(clock("12:00"), clock("14:00"), 45)
TWO_PLACES = ((0, 10), (10, 0))


@pytest.mark.parametrize(
    ("candidates", "best"),
    [
        ([], ""),
        ([A], "a"),
        ([A, B], "ab"),
        ([A, on("b", "9:59", "11:00")], "a"),
        ([A, B, WORKSHOP], "w"),
        ([A, B, WORKSHOP._replace(tier=MAYBE)], "ab"),
        ([A, B._replace(tier=MAYBE), on("c", "9:30", "10:30", tier=MAYBE)], "ab"),
        ([on("k", "9:00", "12:00", tier=FIXED), A._replace(tier=MUST)], "k"),
        ([A._replace(tier=FOUND), on("m", "9:30", "10:30", tier=MAYBE)], "m"),
        (
            [A._replace(tier=FOUND, points=1), on("c", "9:30", "10:30", tier=FOUND, points=2)],
            "c",
        ),
        # Earlier where all else is equal.
        ([on("z", "9:00", "10:00"), on("c", "9:30", "10:30")], "z"),
        # Once is enough: the second run leaves room for another.
        ([A, on("r", "9:00", "10:00", group="x"), on("s", "11:00", "12:00", group="x")], "as"),
        ([on("r", "9:00", "10:00", group="x"), on("s", "11:00", "12:00", group="x")], "r"),
        # Nothing is seen from within another, also what has no length.
        ([A, on("i", "9:30", "9:30")], "a"),
        ([A, on("i", "10:00", "10:00"), B], "aib"),
        ([on("i", "9:00", "9:00"), A, on("j", "9:00", "9:00")], "ija"),
        # Over midnight.
        ([on("n", "23:30", "24:30"), on("d", "24:00", "25:00", day=1, tier=MUST)], "d"),
        ([on("n", "23:30", "24:30"), on("d", "24:30", "25:00", day=1)], "nd"),
    ],
)
def test_what_is_best(candidates: list[Candidate], best: str) -> None:
    instance = Instance(tuple(candidates))
    solution = solve(instance)
    assert (ids(instance, solution), solution.optimal) == (best, True)


@pytest.mark.parametrize(
    ("second", "best", "walking"),
    [
        (on("b", "10:10", "11:00", place=1), "ab", 10),
        (on("b", "10:09", "11:00", place=1), "a", 0),
        (on("b", "10:00", "11:00", place=None), "ab", 0),
        (on("b", "33:00", "34:00", place=1, day=1), "ab", 0),
    ],
)
def test_the_walk_between_two_places(second: Candidate, best: str, walking: int) -> None:
    instance = Instance((A, second), TWO_PLACES)
    solution = solve(instance)
    assert (ids(instance, solution), solution.score.walking) == (best, walking)


def test_less_walking_comes_before_earlier() -> None:
    far, near = on("f", "10:10", "11:00", place=1), on("n", "10:30", "11:30")
    instance = Instance((A, far, near), TWO_PLACES)
    assert ids(instance, solve(instance)) == "an"


@pytest.mark.parametrize(
    ("busy", "second", "best"),
    [
        ([("10:00", "10:30")], on("b", "10:30", "11:00"), "ab"),
        ([("10:30", "10:31")], on("b", "10:00", "11:00"), "a"),
        ([("9:30", "9:30")], on("b", "10:00", "11:00"), "ab"),
        # Ten minutes to walk, and an appointment that takes all but nine of the gap.
        ([("10:00", "10:30")], on("b", "10:39", "11:00", place=1), "a"),
        ([("10:00", "10:30")], on("b", "10:40", "11:00", place=1), "ab"),
        ([("10:05", "10:20"), ("10:00", "10:30")], on("b", "10:40", "11:00", place=1), "ab"),
    ],
)
def test_busy_times(busy: list[tuple[str, str]], second: Candidate, best: str) -> None:
    spans = tuple((clock(start), clock(end)) for start, end in busy)
    instance = Instance((A, second), TWO_PLACES, spans)
    assert ids(instance, solve(instance)) == best


@pytest.mark.parametrize(
    ("candidates", "busy", "best"),
    [
        ([on("a", "11:00", "12:30"), on("b", "13:15", "14:30")], [], "ab"),
        ([on("a", "11:00", "12:30"), on("b", "13:14", "14:30")], [], "a"),
        # Ten minutes on foot come on top of the forty-five.
        ([on("a", "11:00", "12:30"), on("b", "13:24", "14:30", place=1)], [], "a"),
        ([on("a", "11:00", "12:30"), on("b", "13:25", "14:30", place=1)], [], "ab"),
        # Lunch before the first, or after the last.
        ([on("b", "12:45", "14:30")], [], "b"),
        ([on("a", "11:00", "13:15")], [], "a"),
        ([on("a", "12:44", "14:00", tier=MUST)], [], ""),
        ([on("a", "12:44", "14:00", tier=FIXED)], [], "a"),
        ([on("a", "11:00", "12:30"), on("b", "13:30", "14:30")], [("13:00", "13:10")], "a"),
        ([on("a", "11:00", "12:30"), on("b", "13:45", "14:30")], [("12:40", "13:00")], "ab"),
        # Appointments all over the window: nobody can ask for lunch.
        ([on("a", "13:20", "14:30")], [("12:10", "12:40"), ("12:50", "13:20")], "a"),
    ],
)
def test_lunch(candidates: list[Candidate], busy: list[tuple[str, str]], best: str) -> None:
    spans = tuple((clock(start), clock(end)) for start, end in busy)
    instance = Instance(tuple(candidates), TWO_PLACES, spans, (NOON,))
    assert ids(instance, solve(instance)) == best


def test_a_lunch_without_room_is_not_kept() -> None:
    tomorrow = Lunch(NOON.start + DAY, NOON.end + DAY, 45)
    fixed = on("a", "12:30", "14:00", tier=FIXED)
    solution = solve(Instance((fixed,), lunches=(NOON, tomorrow)))
    assert solution.lunches == (tomorrow,)


def test_no_more_than_so_many_a_day() -> None:
    hours = [on(f"{hour}", f"{hour}:00", f"{hour + 1}:00") for hour in range(1, 6)]
    later = [on(each.id + "!", f"{int(each.id) + 24}:00", "30:00", day=1) for each in hours[:1]]
    instance = Instance((*hours, *later), most_a_day=2)
    assert ids(instance, solve(instance)) == "121!"


@pytest.mark.parametrize("most", [5, 10**12, 10**30])
def test_more_a_day_than_there_are_is_no_limit(most: int) -> None:
    hours = [on(f"{hour}", f"{hour}:00", f"{hour + 1}:00") for hour in range(1, 6)]
    instance = Instance((*hours, on("long", "1:00", "6:00")), most_a_day=most)
    assert ids(instance, solve(instance)) == "12345"


def as_compared(instance: Instance, solution: Solution) -> tuple[Any, ...]:
    score = solution.score
    parts = (score.counts, score.points, -score.walking, -score.starts)
    chosen = sorted(instance.candidates[row].id for row in solution.rows)
    return parts, chosen, solution.optimal


@pytest.mark.parametrize("first", range(0, 10 * _SEEDS, _SEEDS))
def test_no_set_of_candidates_is_better(first: int) -> None:
    for seed in range(first, first + _SEEDS):
        instance = small(seeded(seed))
        (*parts, _), best = brute_force(instance)
        found = as_compared(instance, solve(instance))
        assert found == (tuple(parts), sorted(best), True), seed


@pytest.mark.parametrize(("short", "dense"), [(2, 20), (3, 0), (1, -1)])
def test_what_is_looked_at_first_and_how_does_not_matter(
    short: int, dense: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solving, "_SHORT", short)
    monkeypatch.setattr(web, "_DENSE", dense)
    for seed in range(10 * _SEEDS, 11 * _SEEDS):
        instance = small(seeded(seed))
        (*parts, _), best = brute_force(instance)
        assert as_compared(instance, solve(instance)) == (tuple(parts), sorted(best), True), seed


@given(st.randoms(use_true_random=False))
def test_no_set_of_candidates_is_better_whatever_they_are(draw: Random) -> None:
    instance = small(draw)
    (*parts, _), best = brute_force(instance)
    assert as_compared(instance, solve(instance)) == (tuple(parts), sorted(best), True)


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_the_candidates_does_not_matter(seed: int) -> None:
    instance = large(seeded(seed))
    mixed = list(instance.candidates)
    seeded(seed).shuffle(mixed)
    other = instance._replace(candidates=tuple(mixed))
    assert as_compared(other, solve(other)) == as_compared(instance, solve(instance))


def test_a_hard_conference_takes_few_branches() -> None:
    """With prices alone, this one took 1,281 branches."""
    instance = conference(seeded(57), 9_000, 60, 10, 0.3)
    solution = solve(instance)
    assert solution.optimal
    assert solution.nodes < 50


def test_impatience_is_told_with_what_is_possible_still() -> None:
    for seed in range(40):
        instance = large(seeded(seed))
        hasty, whole = solve(instance, lambda: False), solve(instance)
        assert whole.optimal
        assert hasty.bound >= (whole.score.counts, whole.score.points)
        assert hasty.optimal == (hasty.score == whole.score) or not hasty.optimal
        assert whole.bound == (whole.score.counts, whole.score.points)
