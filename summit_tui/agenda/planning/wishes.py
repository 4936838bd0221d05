"""An instance out of my picks: what I wish, which sessions could fulfil it, what cannot be planned.

A wish is a session with all its runs, for one of them is enough: every run that is on is a
candidate, wanted as much as the run that is picked (the most, where several are). What a query
adds is wished less than every pick. Candidates without a length count as long as conflicts have
them.

In the middle of an event what has ended is decided: a pick that is over is no wish any more, unless
I said that I missed it and it runs again, and no plan touches it.

What one drops into is no wish either: it stands in nothing's way, so there is nothing to decide.

What an earlier plan left out is a wish as any other, as long as some run of it is not over.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from summit_tui.agenda.circumstances import Circumstances
from summit_tui.agenda.conflicts import busy_spans, end_of
from summit_tui.agenda.model import WANTS, Agenda, Pick
from summit_tui.agenda.planning.days import DayShape
from summit_tui.agenda.planning.ended import ended
from summit_tui.agenda.planning.instance import FIXED, FOUND, MUST, Candidate, Instance, Lunch
from summit_tui.agenda.walking import Walking
from summit_tui.catalogue.model import Catalogue, Session


class Asked(NamedTuple):
    """What a plan is to be like, besides the picks."""

    found: tuple[str, ...] = ()
    """Ids that a query adds, the best first; all alike unless `ranked`."""
    ranked: bool = False
    keep: frozenset[str] = frozenset()
    """Runs that are to be had, whatever it costs."""
    avoid: frozenset[str] = frozenset()
    """Runs that are not to be had."""
    shape: DayShape = DayShape()
    now: datetime | None = None
    """The moment it is made at; None is before the event."""


class Wish(NamedTuple):
    """A session that I would like to see, in any of its runs."""

    group: str
    """What its runs share."""
    want: str
    picks: tuple[Pick, ...]
    """Mine of its runs, left out before or not; none where a query adds it or `keep` does."""
    runs: tuple[Session, ...]
    """That could be on the plan, in time order."""
    barred: tuple[tuple[Session, str], ...]
    """Runs that could not, each with the reason."""
    found: bool = False
    """Whether only a query adds it."""

    @property
    def id(self) -> str:
        """The id it is known by: of my pick, where there is one."""
        sessions = [*self.runs, *(run for run, _ in self.barred)]
        return self.picks[0].id if self.picks else sessions[0].id

    @property
    def title(self) -> str:
        """What it is called."""
        sessions = [*self.runs, *(run for run, _ in self.barred)]
        return sessions[0].title if sessions else self.picks[0].name

    @property
    def named(self) -> str:
        """The title with when it could be seen: `Hedy (Sat 17:30 or Sun 13:40)`."""
        runs = self.runs or tuple(run for run, _ in self.barred)
        times = dict.fromkeys(f"{run.start:%a %H:%M}" for run in runs if run.start)
        return f"{self.title} ({' or '.join(times)})" if times else self.title


class Wishes(NamedTuple):
    """All of them, with the problem they make."""

    all: tuple[Wish, ...]
    """My own, the most wanted first, then what a query adds."""
    instance: Instance
    sessions: Mapping[str, Session]
    """The candidates by id."""


def wishes(
    catalogue: Catalogue, agenda: Agenda, circumstances: Circumstances, asked: Asked
) -> Wishes:
    """Return what is wished, and the instance that it makes."""
    runs_of: dict[str, list[Session]] = defaultdict(list)
    for session in catalogue.sessions:
        runs_of[session.run_of].append(session)
    over = ended(catalogue.sessions, asked.now)
    asked, agenda = _to_decide(asked, agenda, catalogue)
    found = _all_wishes(catalogue, _without_seen(agenda, catalogue, over), asked, runs_of, over)
    points = {each: place for place, each in enumerate(reversed(asked.found)) if asked.ranked}
    tiers = {wish.group: FOUND if wish.found else MUST + WANTS.index(wish.want) for wish in found}
    runs = sorted((run for wish in found for run in wish.runs), key=_begin)
    rooms = sorted({run.room for run in runs if run.room})
    days = _day_numbers(runs)
    candidates = [
        Candidate(
            run.id,
            _begin(run),
            _end(run),
            days[run.id],
            FIXED if run.id in asked.keep else tiers[run.run_of],
            rooms.index(run.room) if run.room else None,
            run.run_of,
            points.get(run.id, 0) if tiers[run.run_of] == FOUND else 0,
        )
        for run in runs
    ]
    instance = Instance(
        tuple(candidates),
        _matrix(rooms, circumstances.walking),
        busy_spans(circumstances.appointments),
        _lunches(runs, catalogue, asked.shape),
        asked.shape.most,
    )
    return Wishes(found, instance, {run.id: run for run in runs})


def _to_decide(asked: Asked, agenda: Agenda, catalogue: Catalogue) -> tuple[Asked, Agenda]:
    """Return both without what one drops into, which is neither put on a plan nor taken off."""
    named = (*agenda.held, *asked.found, *asked.keep)
    open_ = {each for each in named if (one := catalogue.get(each)) and one.drop_in}
    if not open_:
        return asked, agenda
    found = tuple(each for each in asked.found if each not in open_)
    return asked._replace(found=found, keep=asked.keep - open_), agenda.without(open_)


def _without_seen(agenda: Agenda, catalogue: Catalogue, over: Collection[str]) -> Agenda:
    """Return `agenda` without the picks of sessions one run of which is over and was not missed."""
    seen = {
        session.run_of
        for pick in agenda
        if pick.id in over and pick.attended is not False and (session := catalogue.get(pick.id))
    }
    runs = [each for each in agenda.held if (one := catalogue.get(each)) and one.run_of in seen]
    return agenda.without(runs) if runs else agenda


def _all_wishes(
    catalogue: Catalogue,
    agenda: Agenda,
    asked: Asked,
    runs_of: Mapping[str, Sequence[Session]],
    over: Collection[str],
) -> tuple[Wish, ...]:
    picks: dict[str, list[Pick]] = defaultdict(list)
    for pick in agenda:
        session = catalogue.get(pick.id)
        picks[pick.id if session is None else session.run_of].append(pick)
    for pick in agenda.left_out:
        group = session.run_of if (session := catalogue.get(pick.id)) else ""
        if any(run.id not in over for run in runs_of.get(group, ())):
            picks[group].append(pick)
    kept = [session for each in sorted(asked.keep) if (session := catalogue.get(each))]
    added = [session for each in asked.found if (session := catalogue.get(each))]
    groups = dict.fromkeys([*picks, *(each.run_of for each in kept)])
    mine = [
        _wish(group, picks.get(group, []), runs_of.get(group, ()), asked, over) for group in groups
    ]
    mine.sort(key=lambda wish: (WANTS.index(wish.want), wish.id))
    new = dict.fromkeys(each.run_of for each in added if each.run_of not in groups)
    chosen = set(asked.found)
    more = [
        _wish(
            group, [], [run for run in runs_of[group] if run.id in chosen], asked, over, found=True
        )
        for group in new
    ]
    return (*mine, *more)


def _wish(
    group: str,
    picks: Sequence[Pick],
    runs: Iterable[Session],
    asked: Asked,
    over: Collection[str],
    *,
    found: bool = False,
) -> Wish:
    barred = [(run, "over" if run.id in over else _why_not(run, asked)) for run in runs]
    want = min((pick.want for pick in picks), key=WANTS.index, default="want")
    return Wish(
        group,
        "maybe" if found else want,
        tuple(sorted(picks, key=lambda pick: (WANTS.index(pick.want), pick.start or "", pick.id))),
        tuple(run for run, why in barred if not why),
        tuple((run, why) for run, why in barred if why),
        found,
    )


def _why_not(run: Session, asked: Asked) -> str:
    """Return why `run` cannot be on any plan; empty when it can."""
    end = end_of(run)
    if run.cancelled:
        return "cancelled"
    if run.start is None or end is None or run.date is None:
        return "no time yet"
    if run.id in asked.avoid:
        return "avoided"
    return "" if run.id in asked.keep else asked.shape.outside(run.start, end, run.date)


def _begin(session: Session) -> int:
    return 0 if session.start is None else int(session.start.timestamp())


def _end(session: Session) -> int:
    end = end_of(session)
    return 0 if end is None else int(end.timestamp())


def _day_numbers(runs: Iterable[Session]) -> dict[str, int]:
    """Return the day of each of `runs`, which are in time order; days do not go back."""
    numbers, latest = {}, 0
    for run in runs:
        latest = max(latest, run.date.toordinal() if run.date else 0)
        numbers[run.id] = latest
    return numbers


def _matrix(rooms: Sequence[str], walking: Walking) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(walking.minutes(one, other) for other in rooms) for one in rooms)


def _lunches(runs: Iterable[Session], catalogue: Catalogue, shape: DayShape) -> tuple[Lunch, ...]:
    """Return the lunch of each day that something could be on."""
    days = sorted({run.date for run in runs if run.date})
    windows = (shape.lunch_of(day, catalogue.event.zone) for day in days)
    minutes = shape.lunch.minutes if shape.lunch else 0
    return tuple(Lunch(*window, minutes) for window in windows if window)
