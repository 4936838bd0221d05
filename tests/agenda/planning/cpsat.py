"""The best agenda by OR-tools CP-SAT, which shares nothing with our solver but the question.

A flow of one from the beginning to the end of time, along what can follow on what. What counts
first is settled first: each step maximises one part of the score with the parts before it held
fast, for all of them in one number would not fit into 64 bits.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from ortools.sat.python import cp_model

from summit_tui.agenda.planning.instance import Instance
from tests.agenda.planning.brute import (
    busy_between,
    is_busy,
    lunches_asked_for,
    room_for,
    walk_between,
)

Parts = tuple[tuple[int, ...], int, int, int]
"""Counts, points, walking and starts of the best agenda."""
_LONG = 10**9
_STEP = 300
"""Every start of a `large` instance is a multiple of it."""
_SECONDS = 300


class _Model:
    """The instance as CP-SAT has it, without anything to maximise yet."""

    def __init__(self, instance: Instance) -> None:
        self.model = cp_model.CpModel()
        self._instance = instance
        self.candidates = sorted(
            (each for each in instance.candidates if not is_busy(instance, each)),
            key=lambda each: (each.start, each.end, each.id),
        )
        self.seen = [self.model.new_bool_var(each.id) for each in self.candidates]
        self.walking: list[tuple[Any, int]] = []
        self._lunches = lunches_asked_for(instance)
        self._eaten: list[list[Any]] = [[] for _ in self._lunches]
        self._flow()
        for literals in self._eaten:
            self.model.add_bool_or(literals)
        self._at_most(lambda each: each.run_of, 1)
        if instance.most_a_day is not None:
            self._at_most(lambda each: each.day, instance.most_a_day)

    def _flow(self) -> None:
        size = len(self.candidates)
        come: list[list[Any]] = [[] for _ in range(size + 1)]
        go: list[list[Any]] = [[] for _ in range(size + 1)]
        for tail, head, literal in self._arcs(size):
            go[tail].append(literal)
            come[head].append(literal)
        for row, seen in enumerate([*self.seen, 1]):
            self.model.add(sum(come[row]) == seen)
            self.model.add(sum(go[row]) == seen)

    def _arcs(self, size: int) -> Iterator[tuple[int, int, Any]]:
        """Yield what can follow on what; number `size` is the beginning and the end."""
        yield size, size, self._arc(-_LONG, _LONG, 0, 2 * _LONG)
        for row, each in enumerate(self.candidates):
            yield size, row, self._arc(-_LONG, each.start, 0, 2 * _LONG)
            yield row, size, self._arc(each.end, _LONG, 0, 2 * _LONG)
            for later in range(row + 1, size):
                other = self.candidates[later]
                walk = walk_between(self._instance, each, other)
                free = other.start - each.end - busy_between(self._instance, each.end, other.start)
                if each.end <= other.start and 60 * walk <= free:
                    arc = self._arc(each.end, other.start, walk, free)
                    if walk and each.day == other.day:
                        self.walking.append((arc, walk))
                    yield row, later, arc

    def _arc(self, start: int, end: int, walk: int, free: int) -> Any:
        literal = self.model.new_bool_var("")
        for lunch, literals in zip(self._lunches, self._eaten, strict=True):
            enough = free >= 60 * (walk + lunch.minutes)
            if enough and room_for(self._instance, lunch, start, end):
                literals.append(literal)
        return literal

    def _at_most(self, key: Any, most: int) -> None:
        groups: dict[Any, list[Any]] = {}
        for each, literal in zip(self.candidates, self.seen, strict=True):
            groups.setdefault(key(each), []).append(literal)
        for literals in groups.values():
            if len(literals) > most:
                self.model.add(sum(literals) <= most)


def ask_cp_sat(instance: Instance) -> Parts:
    """Return the parts of the best score; AssertionError when it is not proven in time."""
    built = _Model(instance)
    origin = min((each.start for each in instance.candidates), default=0)
    pairs = list(zip(built.seen, built.candidates, strict=True))
    counts = [
        _most(built, [(seen, int(each.tier == tier)) for seen, each in pairs]) for tier in range(5)
    ]
    points = _most(built, [(seen, each.points) for seen, each in pairs])
    walking = -_most(built, [(arc, -walk) for arc, walk in built.walking])
    late = -_most(built, [(seen, (origin - each.start) // _STEP) for seen, each in pairs])
    return tuple(counts), points, walking, late * _STEP


def _most(built: _Model, terms: Sequence[tuple[Any, int]]) -> int:
    """Return the most that `terms` add up to, and hold it fast from here on."""
    if not any(factor for _, factor in terms):
        return 0
    total = sum(literal * factor for literal, factor in terms)
    built.model.maximize(total)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.cp_model_presolve = False  # slower than what it saves
    solver.parameters.max_time_in_seconds = _SECONDS
    assert solver.solve(built.model) == cp_model.OPTIMAL
    found = round(solver.objective_value)
    built.model.add(total == found)
    return found
