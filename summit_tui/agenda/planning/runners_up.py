"""Plan B: what could be had in the place of each session on a plan, all else left as it is."""

from collections.abc import Iterable
from itertools import islice

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.conflicts import conflicts_of, near
from summit_tui.agenda.planning.branching import Patience
from summit_tui.agenda.planning.chains import best_chains, walks_of
from summit_tui.agenda.planning.instance import Candidate, Instance, Timeline
from summit_tui.agenda.planning.solving import Solution
from summit_tui.agenda.planning.stretch import stretches
from summit_tui.agenda.planning.wishes import Wishes
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Session

_MOST = 3
"""So many are named for each session."""


def runners_up(
    wished: Wishes, solution: Solution, circumstances: Circumstances, patience: Patience
) -> dict[str, tuple[str, ...]]:
    """Return for each chosen id the ids that fit in its place, the most wanted first.

    Those that were found when the patience ended.
    """
    candidates = wished.instance.candidates
    chosen = [candidates[row] for row in solution.rows]
    groups = {each.run_of for each in chosen}
    spare = [each for each in candidates if each.run_of not in groups]
    spare.sort(key=lambda each: (each.tier, -each.points, each.start, each.id))
    busy = circumstances.busy(wished.sessions[each.id] for each in chosen)
    slots = _Slots(busy, circumstances.walking, [wished.sessions[each.id] for each in spare])
    frame = wished.instance._replace(lunches=solution.lunches)
    found = {}
    for one in chosen:
        rest = [each for each in chosen if each is not one]
        fitting = (
            each.id
            for each in spare
            if patience() and slots.free(each.id, one.id) and all_fit(frame, (*rest, each))
        )
        found[one.id] = tuple(islice(fitting, _MOST))
    return found


class _Slots:
    """What clashes with what else takes my time, for each session that may come instead."""

    def __init__(
        self, busy: Iterable[Session], walking: Walking, instead: Iterable[Session]
    ) -> None:
        self._walking = walking
        self._sessions = {each.id: each for each in instead}
        busy = tuple(busy)
        self._around = {key: near(each, busy, walking) for key, each in self._sessions.items()}
        # Whoever goes, an overlap with another remains: most are ruled out once, for every slot.
        self._overlaps = {
            key: {clash.id for clash in conflicts_of(each, self._around[key])}
            for key, each in self._sessions.items()
        }

    def free(self, key: str, gone: str) -> bool:
        """Return whether nothing clashes with the session `key` once `gone` is not seen."""
        if self._overlaps[key] - {gone}:
            return False
        others = [other for other in self._around[key] if other.id != gone]
        return not conflicts_of(self._sessions[key], others, self._walking)


def all_fit(frame: Instance, wanted: tuple[Candidate, ...]) -> bool:
    """Return whether all of `wanted` can be seen, with every lunch of `frame`."""
    timeline = Timeline(frame.busy)
    if any(timeline.blocks(each.start, each.end) for each in wanted):
        return False
    free_walks = walks_of(frame.walks, 0)
    parts = stretches(frame._replace(candidates=wanted), range(len(wanted)), timeline)
    chains = (best_chains(part, [1] * len(part.rows), free_walks) for part in parts)
    return all(
        len(each.best.rows) == len(part.rows) for each, part in zip(chains, parts, strict=True)
    )
