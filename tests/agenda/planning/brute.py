"""The best agenda by trying every set of candidates: the rules once more, without any cleverness.

Written from what `instance` and `worth` promise, not from how the solver keeps it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from summit_tui.agenda.planning.instance import Candidate, Instance, Lunch
from summit_tui.agenda.planning.worth import draw
from summit_tui.catalogue.spans import Span

Number = tuple[tuple[int, ...], int, int, int, int]
"""What is compared: counts, points, less walking, earlier, the draw."""


def brute_force(instance: Instance) -> tuple[Number, tuple[str, ...]]:
    """Return the number and the ids, in order, of the best agenda of `instance`."""
    candidates = [each for each in instance.candidates if not is_busy(instance, each)]
    lunches = lunches_asked_for(instance)
    fixed = [each for each in candidates if each.tier == 0]
    others = [each for each in candidates if each.tier != 0]
    found = [
        (_number(instance, chosen, walking), tuple(each.id for each in chosen))
        for chosen in _subsets(fixed, others)
        if (walking := least_walking(instance, chosen, lunches)) is not None
    ]
    return max(found)


def lunches_asked_for(instance: Instance) -> tuple[Lunch, ...]:
    """Return the lunches that busy times and fixed candidates leave room for, the first first."""
    fixed = [each for each in instance.candidates if each.tier == 0]
    fixed = [each for each in fixed if not is_busy(instance, each)]
    asked: tuple[Lunch, ...] = ()
    for lunch in instance.lunches:
        if least_walking(instance, [], [lunch]) is None:
            continue
        most = [_most(instance, fixed, lunches) for lunches in (asked, (*asked, lunch))]
        if most[0] == most[1]:
            asked = (*asked, lunch)
    return asked


def _most(instance: Instance, fixed: Sequence[Candidate], lunches: Sequence[Lunch]) -> int:
    alone = instance._replace(most_a_day=None)
    return max(
        len(chosen)
        for chosen in _subsets([], fixed)
        if least_walking(alone, chosen, lunches, groups=False) is not None
    )


def _subsets(
    fixed: Sequence[Candidate], others: Sequence[Candidate]
) -> Iterator[Sequence[Candidate]]:
    for size in range(len(fixed) + len(others) + 1):
        for chosen in combinations([*fixed, *others], size):
            yield sorted(chosen, key=lambda each: (each.start, each.end, each.id))


def least_walking(
    instance: Instance,
    chosen: Sequence[Candidate],
    lunches: Sequence[Lunch],
    *,
    groups: bool = True,
) -> int | None:
    """Return the minutes walked where `chosen`, in order, can all be seen; None where not."""
    if groups and len({each.run_of for each in chosen}) < len(chosen):
        return None
    most = instance.most_a_day
    if most is not None and any(n > most for n in Counter(c.day for c in chosen).values()):
        return None
    total = 0
    rest = {lunch for lunch in lunches if not _before_or_after(instance, lunch, chosen)}
    for one, other in pairwise(chosen):
        walk = walk_between(instance, one, other)
        free = other.start - one.end - busy_between(instance, one.end, other.start)
        if one.end > other.start or free < walk * 60:
            return None
        total += walk if one.day == other.day else 0
        for lunch in lunches:
            enough = free >= walk * 60 + lunch.minutes * 60
            if enough and room_for(instance, lunch, one.end, other.start):
                rest.discard(lunch)
    return None if rest else total


def walk_between(instance: Instance, one: Candidate, other: Candidate) -> int:
    """Return the minutes from one to the other; 0 where a place is unknown."""
    if one.place is None or other.place is None:
        return 0
    return instance.walks[one.place][other.place]


def _before_or_after(instance: Instance, lunch: Lunch, chosen: Sequence[Candidate]) -> bool:
    """Return whether there is time to eat before the first or after the last of `chosen`."""
    first = chosen[0].start if chosen else lunch.end
    last = chosen[-1].end if chosen else lunch.start
    return room_for(instance, lunch, -(10**9), first) or room_for(instance, lunch, last, 10**9)


def room_for(instance: Instance, lunch: Lunch, start: int, end: int) -> bool:
    """Return whether the lunch can be had between two instants; it begins where something ends."""
    begins = [start, lunch.start, *(span[1] for span in instance.busy)]
    return any(
        start <= begin
        and lunch.start <= begin
        and begin + lunch.minutes * 60 <= min(end, lunch.end)
        and not busy_between(instance, begin, begin + lunch.minutes * 60)
        for begin in begins
    )


def busy_between(instance: Instance, start: int, end: int) -> int:
    """Return the busy seconds of an interval, counting what overlaps once."""
    edges = sorted({edge for span in instance.busy for edge in span} | {start, end})
    return sum(
        after - before
        for before, after in pairwise(edges)
        if start <= before and after <= end and _within(instance.busy, before, after)
    )


def _within(busy: Sequence[Span], start: int, end: int) -> bool:
    return any(span[0] <= start and end <= span[1] for span in busy)


def is_busy(instance: Instance, candidate: Candidate) -> bool:
    spans = [span for span in instance.busy if span[0] < span[1]]
    return any(start < candidate.end and candidate.start < end for start, end in spans)


def _number(instance: Instance, chosen: Sequence[Candidate], walking: int) -> Number:
    tiers = Counter(each.tier for each in chosen)
    origin = min((each.start for each in instance.candidates), default=0)
    return (
        tuple(tiers[tier] for tier in range(5)),
        sum(each.points for each in chosen),
        -walking,
        -sum(each.start - origin for each in chosen),
        -sum(draw(each.id) for each in chosen),
    )
