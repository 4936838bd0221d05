"""What makes one agenda better than another, as a single whole number.

In this order, each step only deciding what the ones before leave equal:

1. more of each tier, the most wanted tier first;
2. more points;
3. less walking: the minutes between one candidate and the next of the same day, summed up;
4. earlier: a smaller sum of the starts, counted from the first candidate of all;
5. a smaller sum of the numbers that a fixed draw gives the ids, so that there is one best agenda,
   whatever order the candidates come in.

Every step is a sum over candidates and walks, so the number of an agenda is one too.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from summit_tui.agenda.planning.instance import FOUND, Candidate, Instance

_DRAW_BYTES = 6
_TIERS = FOUND + 1


class Score(NamedTuple):
    """How good an agenda is, in the order that counts."""

    counts: tuple[int, ...] = (0,) * _TIERS
    """How many of each tier."""
    points: int = 0
    walking: int = 0
    """Minutes."""
    starts: int = 0
    """Seconds."""


class Worth:
    """The number of each candidate of an instance, and of a minute of walking."""

    def __init__(self, instance: Instance) -> None:
        candidates = instance.candidates
        most = len(candidates) + 1
        self._origin = min((each.start for each in candidates), default=0)
        latest = max((each.start for each in candidates), default=0)
        longest = max(max(row, default=0) for row in instance.walks) if instance.walks else 0
        self._start = most << 8 * _DRAW_BYTES
        self.minute = self._start * (most * (latest - self._origin) + 1)
        """What a minute of walking takes away."""
        self._point = self.minute * (most * longest + 1)
        unit = self._point * (sum(each.points for each in candidates) + 1)
        self._tiers: list[int] = [unit * most ** (FOUND - tier) for tier in range(_TIERS)]

    def of(self, candidate: Candidate) -> int:
        """Return what having `candidate` adds, without the walk to it; more than 0."""
        gains = self._tiers[candidate.tier] + self._point * candidate.points
        late = self._start * (candidate.start - self._origin)
        return gains - late - draw(candidate.id)

    def counts(self, number: int) -> tuple[tuple[int, ...], int]:
        """Return the most of each tier, and the most points, that `number` leaves room for."""
        rest = -(-number // self._point)
        counts = []
        for tier in self._tiers:
            count, rest = divmod(rest, tier // self._point)
            counts.append(count)
        return tuple(counts), rest

    def score(self, chosen: Sequence[Candidate], walking: int) -> Score:
        """Return the score of `chosen`, `walking` minutes apart in all."""
        counts = [0] * _TIERS
        for candidate in chosen:
            counts[candidate.tier] += 1
        points = sum(each.points for each in chosen)
        return Score(tuple(counts), points, walking, sum(e.start - self._origin for e in chosen))

    def total(self, chosen: Sequence[Candidate], walking: int) -> int:
        """Return the number of an agenda."""
        return sum(map(self.of, chosen)) - walking * self.minute


@lru_cache(maxsize=1 << 16)
def draw(session_id: str) -> int:
    """Return the number that is drawn for an id: any, but always the same."""
    digest = blake2b(session_id.encode(), digest_size=_DRAW_BYTES).digest()
    return int.from_bytes(digest, "big")
