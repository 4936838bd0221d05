"""How things stand at a moment, as a list shows it: what is on, what comes, what has ended.

Pure: entries in order, each with its heading and the words beside and below its title.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from summit_tui.agenda import now_words
from summit_tui.agenda.now import Coming, Now
from summit_tui.agenda.resolve import Resolved
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.times import said_length
from summit_tui.tui import words
from summit_tui.tui.picks import Picks

ON, ALSO_ON, NEXT, LATER = "On now", "Also on now", "Next", "Later today"
ENDED = "Were you there?  a yes, a again no, * all"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is on, comes or has ended."""

    heading: str
    id: str
    title: str
    session: Session | None
    """None where the programme no longer has it."""
    item: Resolved | None = None
    """My pick, where it is one."""
    beside: str = ""
    """How long it lasts still, or until it begins; what I said of it, or the day it was on."""
    way: str = ""
    """How far it is and when to leave."""
    pressing: bool = False
    """Whether it is time to leave for it."""
    going: words.Going = ()
    """The colleagues who go."""


def entries(
    now: Now, picks: Picks, others: Iterable[Session], asked: Collection[str] = ()
) -> tuple[Entry, ...]:
    """Return how things stand; `others` is what else is on in the programme.

    What `asked` names stays among what has ended, though I have spoken of it by now.
    """
    mine = {item.id: item for item in picks.resolved}
    on = [_on(ON, session, now, mine) for session in now.mine]
    also = ALSO_ON if on else ON
    found = (
        *on,
        *_next(now, mine),
        *_ended(now, picks, asked),
        *_later(now, mine),
        *(_on(also, session, now, mine) for session in others if session not in now.mine),
    )
    if picks.team is None:
        return found
    return tuple(replace(each, going=picks.going(each.id)) for each in found)


def _on(heading: str, session: Session, now: Now, mine: dict[str, Resolved]) -> Entry:
    beside = ""
    if session.end is not None:
        seconds = session.end.timestamp() - now.moment.timestamp()
        beside = f"{said_length(-int(-seconds // 60))} left"
    return Entry(heading, session.id, session.title, session, mine.get(session.id), beside)


def _next(now: Now, mine: dict[str, Resolved]) -> Iterator[Entry]:
    """Yield what comes next, all of it that begins at once."""
    heading = NEXT
    if now.next is not None and (day := now.next.start.date()) != now.moment.date():
        heading = f"{NEXT}, on {words.full_day_name(day)}"
    for coming in now.coming:
        if now.next is not None and coming.start.timestamp() == now.next.start.timestamp():
            yield _coming(heading, coming, now, mine)


def _later(now: Now, mine: dict[str, Resolved]) -> Iterator[Entry]:
    """Yield what comes after that on the same day."""
    if now.next is None:
        return
    first, day = now.next.start, now.next.session.date
    today = day == now.moment.date()
    heading = LATER if today or day is None else f"Later on {words.full_day_name(day)}"
    for coming in now.coming:
        if coming.session.date == day and coming.start.timestamp() != first.timestamp():
            yield _coming(heading, coming, now, mine)


def _coming(heading: str, coming: Coming, now: Now, mine: dict[str, Resolved]) -> Entry:
    session = coming.session
    return Entry(
        heading,
        session.id,
        session.title,
        session,
        mine.get(session.id),
        now_words.until(coming),
        now_words.way(coming, now.moment),
        coming.walk > 0 and coming.must_leave(now.moment),
    )


def _ended(now: Now, picks: Picks, asked: Collection[str]) -> Iterator[Entry]:
    open_ = {item.id for item in now.ended}
    for item in reversed(picks.resolved):
        if item.id in open_ or item.id in asked:
            past = item.start is not None and item.start.date() != now.moment.date()
            day = words.day_name(item.start) if item.start and past else ""
            said = words.was_there(item.pick) or day
            yield Entry(ENDED, item.id, item.title, item.session, item, said)


def why_nothing(now: Now, first: int | None, last: int | None) -> str:
    """Return what is said where nothing stands: `first` and `last` bound the event, in seconds.

    None for an event of which no time is known.
    """
    moment = int(now.moment.timestamp())
    if first is None or last is None:
        return "No session has a time yet."
    if moment < first:
        minutes = -(-(first - moment) // 60)
        return f"It begins in {said_length(minutes)}. A pick of yours would stand here."
    if moment >= last:
        return "It is over. A goes to my agenda; e writes the report of it."
    return "Nothing is on at this moment, and nothing of yours comes.\nP goes to the programme."
