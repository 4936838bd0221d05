"""A stretch with all that its chains are judged by, and what they come to there and back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from summit_tui.agenda.planning.chains import Reached, Step, Walks, best_chains
from summit_tui.agenda.planning.mirror import Mirror
from summit_tui.agenda.planning.stretch import Stretch


class Terms(NamedTuple):
    """What holds for every stretch of an instance."""

    worth: Sequence[int]
    """Of each candidate of the instance, more than 0."""
    group_of: Mapping[int, str]
    """Of those candidates that share a group with others."""
    walks: Walks
    mirror: Mirror
    most_a_day: int | None


class Ground:
    """A stretch and the terms; candidates are known by their rows in the stretch."""

    def __init__(self, stretch: Stretch, terms: Terms) -> None:
        self.stretch = stretch
        self.terms = terms
        self.worth = [terms.worth[row] for row in stretch.rows]
        self.groups = [terms.group_of.get(row) for row in stretch.rows]

    @cached_property
    def row_of(self) -> Mapping[int, int]:
        """Where in the stretch the candidates of the instance are."""
        return {each: row for row, each in enumerate(self.stretch.rows)}

    @cached_property
    def back(self) -> tuple[Stretch, Sequence[int]]:
        """The stretch in the mirror, and which of our rows each of its rows is."""
        turned = self.terms.mirror.stretch(self.stretch.rows)
        return turned, [self.row_of[each] for each in turned.rows]

    def apart(self, row: int, other: int) -> bool:
        """Return whether one of two candidates can be walked to from the other."""
        stretch = self.stretch
        walk = self.terms.walks.seconds[stretch.places[row]][stretch.places[other]]
        return (
            stretch.ends[row] + walk <= stretch.starts[other]
            or stretch.ends[other] + walk <= stretch.starts[row]
        )


class Passes:
    """What the chains of a stretch come to, for one number of each candidate."""

    def __init__(self, ground: Ground, numbers: Sequence[int | None]) -> None:
        self.numbers = numbers
        """None for a candidate that may not be seen."""
        self._ground = ground

    @cached_property
    def forth(self) -> Reached:
        """The best chain, and the best up to each step, the step counted."""
        return best_chains(self._ground.stretch, self.numbers, self._ground.terms.walks)

    @cached_property
    def behind(self) -> Mapping[Step, int]:
        """The best that can follow on each step, the step itself not counted."""
        stretch, rows = self._ground.back
        turned = [self.numbers[row] for row in rows]
        lunches = max(self._ground.stretch.closing)
        following: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for (at, (_, had, seen)), number in best_chains(
            stretch, turned, self._ground.terms.walks
        ).ending.items():
            following[rows[at]].append((lunches - had, seen, number - (turned[at] or 0)))
        most = (self._ground.terms.most_a_day or 0) + 1
        found = {}
        for row, state in self.forth.ending:
            _, had, seen = state
            # The step itself is one of those seen before it, and one of those after.
            fits = [n for begun, more, n in following[row] if begun == had and seen + more <= most]
            if fits:
                found[row, state] = max(fits)
        return found

    @cached_property
    def through(self) -> Mapping[int, int]:
        """The number of the best chain that has a candidate, for all that can be had."""
        found: dict[int, int] = {}
        ending = self.forth.ending
        for step, more in self.behind.items():
            number = ending[step] + more
            if number > found.get(step[0], number - 1):
                found[step[0]] = number
        return found
