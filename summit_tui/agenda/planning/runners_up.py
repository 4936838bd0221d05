"""Plan B: what could be had in the place of each session on a plan, all else left as it is."""

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.conflicts import conflicts_of
from summit_tui.agenda.planning.branching import Patience
from summit_tui.agenda.planning.instance import FIXED, Candidate, Instance
from summit_tui.agenda.planning.solving import Solution, solve
from summit_tui.agenda.planning.wishes import Wishes

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
    sessions = wished.sessions
    frame = wished.instance._replace(lunches=solution.lunches)
    all_busy = circumstances.busy(sessions[each.id] for each in chosen)
    # Whoever goes, an overlap with another remains: most are ruled out once, for every slot.
    overlaps = {
        each.id: {clash.id for clash in conflicts_of(sessions[each.id], all_busy)} for each in spare
    }
    found = {}
    for one in chosen:
        rest = [each for each in chosen if each is not one]
        others = circumstances.busy(sessions[each.id] for each in rest)
        fits: list[str] = []
        for each in spare:
            if len(fits) == _MOST or not patience():
                break
            if overlaps[each.id] - {one.id}:
                continue
            clashes = conflicts_of(sessions[each.id], others, circumstances.walking)
            if not clashes and all_fit(frame, (*rest, each)):
                fits.append(each.id)
        found[one.id] = tuple(fits)
    return found


def all_fit(frame: Instance, wanted: tuple[Candidate, ...]) -> bool:
    """Return whether all of `wanted` can be seen, with every lunch of `frame`."""
    alone = frame._replace(candidates=tuple(each._replace(tier=FIXED) for each in wanted))
    solved = solve(alone)
    return len(solved.rows) == len(wanted) and solved.lunches == frame.lunches
