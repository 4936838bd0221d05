"""Queries made for a catalogue: every kind in turn, the same ones for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from random import Random

from summit_tui.catalogue.model import Catalogue
from tests.quality.drawing import Drawer
from tests.quality.heads import Heads, Ids
from tests.quality.kinds import KINDS, Make

_TRIES = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """One query of a kind."""

    kind: str
    text: str
    relevant: Ids
    """The sessions meant; none when nothing should be found."""


def ask(catalogue: Catalogue, count: int, seed: int = 1) -> list[Asked]:
    """Return `count` different queries, of all kinds in turn; fewer where words are too few."""
    drawer = Drawer(Heads(catalogue), Random(seed))  # noqa: S311 - no secret
    kinds = {name: _different(name, make, drawer) for name, make in KINDS.items()}
    made: list[Asked] = []
    for name in cycle(KINDS):
        if len(made) >= count or not kinds:
            break
        if name in kinds:
            asked = next(kinds[name], None)
            if asked is None:
                del kinds[name]
            else:
                made.append(asked)
    return sorted(made, key=lambda each: list(KINDS).index(each.kind))


def _different(name: str, make: Make, drawer: Drawer) -> Iterator[Asked]:
    """Yield new queries of a kind until `_TRIES` in a row have given no other."""
    seen: set[str] = set()
    missed = 0
    while missed < _TRIES and drawer.ids:
        made = make(drawer)
        if made is None or made[0] in seen:
            missed += 1
            continue
        missed = 0
        seen.add(made[0])
        yield Asked(name, *made)
