"""Why a wish is not on the plan, because of whom, and what having it would cost.

The cost is found by planning again with the wish as something to keep; what the best plan then
lacks is what it costs. Only so many are worked out, and only for so long.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.clash_words import APPOINTMENT
from summit_tui.agenda.conflicts import conflicts_of
from summit_tui.agenda.model import WANT_MARKS
from summit_tui.agenda.planning.branching import Patience
from summit_tui.agenda.planning.instance import FIXED
from summit_tui.agenda.planning.solving import Solution, solve
from summit_tui.agenda.planning.wishes import Wish, Wishes
from summit_tui.catalogue.model import Session

MOST_COSTS = 24
"""Of so many wishes the cost is worked out, the most wanted first."""


class Cost(NamedTuple):
    """What the best plan with the wish has less, and more, than the best without it."""

    loses: tuple[Wish, ...]
    gains: tuple[Wish, ...]
    """Besides the wish itself."""
    walking: int
    """Minutes more on foot; negative for less."""


class LeftOut(NamedTuple):
    """A wish that is not on the plan."""

    wish: Wish
    reason: str
    because: tuple[str, ...] = ()
    """The ids of what it clashes with: chosen sessions and appointments."""
    cost: Cost | None = None
    """None when it cannot be had at all, or was not worked out."""
    possible: bool | None = None
    """Whether it could be had beside what is kept; None when that is not known."""

    @property
    def open_cost(self) -> bool:
        """Whether its cost was not worked out; one without a run left has none."""
        return self.possible is None and bool(self.wish.runs)


def left_out(
    wished: Wishes, solution: Solution, circumstances: Circumstances, patience: Patience
) -> tuple[LeftOut, ...]:
    """Return my wishes that are not on the plan, in their order, each with the reason."""
    seen = _groups(wished, solution)
    missed = [wish for wish in wished.all if wish.group not in seen and not wish.found]
    told = _Teller(wished, solution, circumstances)
    found = []
    for number, wish in enumerate(missed):
        one = told.reason(wish)
        if wish.runs and number < MOST_COSTS and patience():
            one = _with_cost(one, wished, solution, patience)
        found.append(one)
    return tuple(found)


def _groups(wished: Wishes, solution: Solution) -> set[str]:
    return {wished.instance.candidates[row].run_of for row in solution.rows}


def _with_cost(one: LeftOut, wished: Wishes, solution: Solution, patience: Patience) -> LeftOut:
    """Return `one` with what having it would cost, where the time is enough to be sure."""
    group = one.wish.group
    candidates = tuple(
        each._replace(tier=FIXED) if each.run_of == group else each
        for each in wished.instance.candidates
    )
    instance = wished.instance._replace(candidates=candidates)
    forced = solve(instance, patience)
    if not forced.optimal:
        return one
    before, now = _groups(wished, solution), _groups(wished, forced)
    if group not in now:
        return one._replace(possible=False)
    loses = tuple(each for each in wished.all if each.group in before - now)
    gains = tuple(each for each in wished.all if each.group in now - before - {group})
    cost = Cost(loses, gains, forced.score.walking - solution.score.walking)
    return one._replace(cost=cost, possible=True)


class _Teller:
    """Tells why wishes are not on a plan."""

    def __init__(self, wished: Wishes, solution: Solution, circumstances: Circumstances) -> None:
        candidates = wished.instance.candidates
        self._wishes = {wish.group: wish for wish in wished.all}
        self._chosen = [wished.sessions[candidates[row].id] for row in solution.rows]
        self._others = circumstances.busy(self._chosen)
        self._names = {each.id: each for each in self._others}
        self._walking = circumstances.walking
        self._most = wished.instance.most_a_day
        self._lunch = bool(solution.lunches)

    def reason(self, wish: Wish) -> LeftOut:
        """Return why `wish` is not on the plan."""
        if not wish.runs and not wish.barred:
            return LeftOut(wish, "no longer in the programme")
        mine = {pick.id for pick in wish.picks}
        runs = [(run, *self._why(run)) for run in wish.runs]
        runs += [(run, why, ()) for run, why in wish.barred]
        runs.sort(key=lambda each: (each[0].id not in mine, _order(each[0])))
        first, *further = runs
        said = [first[1], *(f"{_again(run)} {_as_clause(why)}" for run, why, _ in further)]
        because = dict.fromkeys(each for _, _, ids in runs for each in ids)
        return LeftOut(wish, "; ".join(said), tuple(because))

    def _why(self, run: Session) -> tuple[str, tuple[str, ...]]:
        clashes = conflicts_of(run, self._others, self._walking)
        if clashes:
            named = _listed([self._named(clash.id) for clash in clashes])
            far = all(clash.too_tight for clash in clashes)
            verb = "is too far to walk from" if far else "clashes with"
            return f"{verb} {named}", tuple(clash.id for clash in clashes)
        same = [one for one in self._chosen if one.date == run.date]
        if self._most is not None and len(same) >= self._most:
            return f"would be more than {self._most} that day", tuple(one.id for one in same)
        return ("leaves no time for lunch" if self._lunch else "leaves no time for the way"), ()

    def _named(self, session_id: str) -> str:
        session = self._names[session_id]
        if session.kind == APPOINTMENT:
            return f"{session.title} (my appointment)"
        wish = self._wishes[session.run_of]
        return f"{WANT_MARKS[wish.want]} {session.title} ({'found' if wish.found else wish.want})"


def _order(run: Session) -> tuple[float, str]:
    return run.start.timestamp() if run.start else 0.0, run.id


def _again(run: Session) -> str:
    return "its other run" if run.start is None else f"its other run at {run.start:%a %H:%M}"


def _as_clause(why: str) -> str:
    """Return a reason of one word or two as what one says of a run."""
    clauses = {"no time yet": "has no time"} | {
        word: f"is {word}" for word in ("cancelled", "avoided", "over")
    }
    return clauses.get(why, why)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def cost_words(cost: Cost) -> str:
    """Return what having a wish would cost, as a person says it."""
    if cost.loses:
        gained = f", but bring {_marked(cost.gains)}" if cost.gains else ""
        return f"having it would cost {_marked(cost.loses)}{gained}"
    return f"having it would cost {cost.walking} min more on foot" if cost.walking > 0 else ""


def _marked(several: Iterable[Wish]) -> str:
    return _listed([f"{WANT_MARKS[each.want]} {each.title}" for each in several])
