"""A stretch of time that can be planned by itself, prepared for `chains`.

Two stretches have nothing to do with each other: there is time enough between them for every walk
and every lunch, no day and no lunch reaches into both. Usually a stretch is a day; a night out
makes one of two.

A state is what the past of a chain decides about its future, beside the place: the day, how many
lunches were had, how many candidates of the day were seen. Lunches come in order, so their number
says which.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summit_tui.agenda.planning.instance import MINUTE, Candidate, Instance, Timeline

State = tuple[int, int, int]
"""Day, lunches had, candidates of the day seen (0 where they are not limited)."""
EVER = 1 << 62


class Source(NamedTuple):
    """A state that a candidate can be reached from."""

    state: State
    latest: int
    """What came before has to end by then, in free time."""
    spare: int
    """Seconds that the gap has to have beside the walk."""
    counts: bool
    """Whether the walk is counted."""


class Target(NamedTuple):
    """A state that a candidate can be seen in."""

    state: State
    opens: bool
    """Whether nothing need come before."""
    sources: tuple[Source, ...]


class Stretch(NamedTuple):
    """Candidates in an order in which each comes after all that can precede it."""

    rows: tuple[int, ...]
    """Where they stand in the instance."""
    starts: tuple[int, ...]
    """In free time (`Timeline.free`), as are the ends."""
    ends: tuple[int, ...]
    places: tuple[int, ...]
    """Where each is; one behind the last place when that is unknown."""
    targets: tuple[tuple[Target, ...], ...]
    closing: dict[int, int]
    """By how many lunches were had: until when the last one may end so that the rest are too."""


def stretches(instance: Instance, rows: Iterable[int], timeline: Timeline) -> list[Stretch]:
    """Return the stretches that the candidates in `rows` make, in order of time."""
    ordered = sorted(rows, key=lambda row: _order(instance.candidates[row]))
    return [stretch_of(instance, part, timeline) for part in _parts(instance, ordered, timeline)]


def stretch_of(instance: Instance, rows: Sequence[int], timeline: Timeline) -> Stretch:
    """Return the stretch of `rows`, each of which comes after all that can precede it."""
    return _Maker(instance, rows, timeline).stretch()


def _order(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.start, candidate.end, candidate.id


def _parts(instance: Instance, ordered: Sequence[int], timeline: Timeline) -> list[list[int]]:
    """Return `ordered` cut where nothing reaches across."""
    candidates = instance.candidates
    apart = MINUTE * max((max(row, default=0) for row in instance.walks), default=0)
    apart += MINUTE * max((lunch.minutes for lunch in instance.lunches), default=0)
    last_start: dict[int, int] = {}
    for row in ordered:
        last_start[candidates[row].day] = candidates[row].start
    parts: list[list[int]] = []
    ended, day_ends = 0, 0
    for row in ordered:
        start = candidates[row].start
        begins = not parts or (
            day_ends < start
            and timeline.free(ended) + apart <= timeline.free(start)
            and not any(lunch.start < ended and start < lunch.end for lunch in instance.lunches)
        )
        if begins:
            parts.append([])
            ended = candidates[row].end
        parts[-1].append(row)
        ended = max(ended, candidates[row].end)
        day_ends = max(day_ends, last_start[candidates[row].day])
    return parts


def _most_a_day(candidates: Sequence[Candidate]) -> int:
    """Return how many of `candidates` fit into the fullest day one after another, ways aside."""
    counts: dict[int, int] = defaultdict(int)
    ended: dict[int, int] = {}
    for each in sorted(candidates, key=lambda one: one.end):
        if each.start >= ended.get(each.day, each.start):
            counts[each.day] += 1
            ended[each.day] = each.end
    return max(counts.values())


class _Maker:
    """Makes the stretch of some candidates of an instance."""

    def __init__(self, instance: Instance, rows: Sequence[int], timeline: Timeline) -> None:
        self._candidates = [instance.candidates[row] for row in rows]
        self._rows = tuple(rows)
        self._nowhere = len(instance.walks)
        self._timeline = timeline
        start = self._candidates[0].start
        end = max(each.end for each in self._candidates)
        self._lunches = [each for each in instance.lunches if each.start < end and start < each.end]
        most = instance.most_a_day
        limits = most is not None and most < _most_a_day(self._candidates)
        self._numbers = tuple(range(1, most + 1)) if most and limits else (0,)
        self._latest_eaten: dict[tuple[int, int], int | None] = {}

    def stretch(self) -> Stretch:
        """Return the stretch."""
        free = self._timeline.free
        counted = [self._had(each) for each in self._candidates]
        moments = list(zip(self._candidates, counted, strict=True))
        days = sorted({candidate.day for candidate in self._candidates})
        most = len(self._lunches) + 1
        states = [(day, had, n) for day in days for had in range(most) for n in self._numbers]
        known: dict[tuple[int, int, tuple[int, ...]], tuple[Target, ...]] = {}
        for candidate, had in moments:
            key = candidate.start, candidate.day, had
            if key not in known:
                known[key] = tuple(self._targets(*key, states))
        return Stretch(
            self._rows,
            tuple(free(each.start) for each in self._candidates),
            tuple(free(each.end) for each in self._candidates),
            tuple(self._nowhere if e.place is None else e.place for e in self._candidates),
            tuple(known[each.start, each.day, had] for each, had in moments),
            {had: self._between(had, most - 1, EVER)[0] for had in range(most)},
        )

    def _had(self, candidate: Candidate) -> tuple[int, ...]:
        """Return how many lunches may have been had when `candidate` is seen.

        All that have begun by its end, or all but the last of them where that can wait.
        """
        begun = sum(lunch.start < candidate.end for lunch in self._lunches)
        if not begun:
            return (0,)
        latest = self._latest(begun - 1, EVER)
        waits = latest is not None and self._timeline.free(candidate.end) <= latest
        return (begun - 1, begun) if waits else (begun,)

    def _targets(
        self, start: int, day: int, had: tuple[int, ...], states: Sequence[State]
    ) -> Iterable[Target]:
        for lunches in had:
            for number in self._numbers:
                sources = []
                for state in states:
                    same = state[0] == day
                    if (number > 1 and not same) or state[1] > lunches:
                        continue
                    if same and number and state[2] != number - 1:
                        continue
                    latest, spare = self._between(state[1], lunches, start)
                    if latest >= 0:
                        sources.append(Source(state, latest, spare, same))
                opens = number <= 1 and self._between(0, lunches, start)[0] >= 0
                yield Target((day, lunches, number), opens, tuple(sources))

    def _between(self, had: int, have: int, start: int) -> tuple[int, int]:
        """Return until when the one before `start` may last, and what the gap has to spare.

        For the lunches from number `had` to before `have` to be had in between; -1 when they
        cannot be.
        """
        latest, spare = EVER, 0
        for number in range(had, have):
            eaten = self._latest(number, start)
            if eaten is None:
                return -1, 0
            latest = min(latest, eaten)
            spare = max(spare, MINUTE * self._lunches[number].minutes)
        return latest, spare

    def _latest(self, number: int, start: int) -> int | None:
        """Return when lunch `number` has to begin to be over by `start`, in free time.

        None when its window has no room for it before that.
        """
        key = number, start
        if key not in self._latest_eaten:
            lunch = self._lunches[number]
            length = MINUTE * lunch.minutes
            pieces = self._timeline.pieces(lunch.start, max(lunch.start, min(lunch.end, start)))
            begins = [end - length for first, end in pieces if end - first >= length]
            self._latest_eaten[key] = self._timeline.free(max(begins)) if begins else None
        return self._latest_eaten[key]
