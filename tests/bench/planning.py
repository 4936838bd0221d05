"""Planning large conferences: walking, a lunch a day, and sessions that run again.

Solved in process, for a plan is made in the application too. Every instance of a size is of another
seed, and each is solved once, as a person would have it.
"""

import statistics
import time
from collections.abc import Iterator
from random import Random

from summit_tui.agenda.planning.instance import Candidate, Instance, Lunch
from summit_tui.agenda.planning.solving import solve
from tests.bench.place import Place
from tests.bench.table import Row

_HOUR = 3600
_DAY = 24 * _HOUR


def planning(_: Place, rounds: int) -> Iterator[Row]:
    """Yield a row for each size that the planner is held to."""
    yield _row("plan 1,000, 30 rooms, walking, lunch", 60, rounds, 1_000, 30, 3)
    yield _row("plan 1,000, the same, 30 % run again", None, rounds, 1_000, 30, 3, repeats=0.3)
    yield _row("plan 9,000, 60 rooms, 30 % run again", 2_000, rounds, 9_000, 60, 10, repeats=0.3)


def _row(
    name: str,
    bound: float | None,
    rounds: int,
    size: int,
    rooms: int,
    days: int,
    *,
    repeats: float = 0.0,
) -> Row:
    took, nodes = [], 0
    for seed in range(rounds):
        instance = conference(Random(seed), size, rooms, days, repeats)  # noqa: S311  no secret
        started = time.perf_counter()
        solution = solve(instance)
        took.append((time.perf_counter() - started) * 1000)
        nodes = max(nodes, solution.nodes)
        if not solution.optimal:
            raise AssertionError(f"seed {seed}: the best was not found")
    detail = f"median of {rounds} instances, slowest {max(took):.0f} ms, at most {nodes} nodes"
    return Row(name, statistics.median(took), bound, "ms", detail)


def conference(draw: Random, size: int, rooms: int, days: int, repeats: float) -> Instance:
    """Return a conference whose rooms are full from nine on, with wishes of every tier."""
    spots = [(draw.random(), draw.random()) for _ in range(rooms)]
    walks = tuple(tuple(round(12 * (abs(x - u) + abs(y - v))) for u, v in spots) for x, y in spots)
    slots = []
    each = -(-size // (rooms * days))
    for day in range(days):
        for room in range(rooms):
            start = day * _DAY + 9 * _HOUR + 300 * draw.randrange(4)
            for _ in range(each):
                end = start + 300 * draw.choice([4, 5, 6, 9, 10, 12])
                slots.append((start, end, day, room))
                start = end + 300 * draw.choice([0, 1, 2, 3])
    slots = sorted(draw.sample(slots, size))
    made: list[Candidate] = []
    for number, (start, end, day, room) in enumerate(slots):
        tier, group = draw.choice((1, 2, 2, 3, 3, 3)), f"c{number}"
        if made and draw.random() < repeats:
            other = draw.choice(made)
            tier, group = other.tier, other.run_of
        made.append(Candidate(f"c{number}", start, end, day, tier, room, group))
    lunches = tuple(Lunch(d * _DAY + 12 * _HOUR, d * _DAY + 14 * _HOUR, 45) for d in range(days))
    return Instance(tuple(made), walks, lunches=lunches)
