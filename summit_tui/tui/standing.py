"""How things stand at a moment, as a list shows it: what is on, what comes, what has ended.

Pure: entries in order, each with its heading and the words beside and below its title.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from math import inf

from summit_tui.agenda import now_words
from summit_tui.agenda.now import Coming, Now
from summit_tui.agenda.resolve import Resolved
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.times import said_length
from summit_tui.tui import words
from summit_tui.tui.picks import Picks

ON, ALSO_ON, NEXT, LATER = "On now", "Also on now", "Next", "Later today"
SOON = "Begins next"
ENDED = "Were you there? a yes, twice no, * all"
ENDED_IN_FULL = f"{ENDED}, n note, r rate"
"""The same where there is room for it."""


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
    """How long it lasts still, or until it begins; whether I was there, or the day it was on."""
    way: str = ""
    """How far it is and when to leave; of what has ended, what I said of it."""
    pressing: bool = False
    """Whether it is time to leave for it."""
    going: words.Going = ()
    """The colleagues who go."""
    clash: str = ""
    """Whom it clashes with, where it is mine and not over."""


def entries(
    now: Now,
    picks: Picks,
    others: Iterable[Session],
    asked: Collection[str] = (),
    soon: Iterable[Session] = (),
) -> tuple[Entry, ...]:
    """Return how things stand; `others` is what else is on in the programme.

    What `asked` names stays among what has ended, though I have spoken of it by now. `soon` is what
    begins next in the programme; it is shown while I am free for it.
    """
    mine = {item.id: item for item in picks.resolved}
    on = [_on(ON, session, now, mine) for session in now.mine]
    also = ALSO_ON if on else ON
    found = (
        *on,
        *_next(now, mine),
        *_ended(now, picks, asked),
        *_later(now, mine),
        *_soon(soon, now),
        *(_on(also, session, now, mine) for session in others if session not in now.mine),
    )
    return tuple(_beside_others(each, picks) for each in found)


def _beside_others(entry: Entry, picks: Picks) -> Entry:
    """Return `entry` with who goes, and with whom of mine it clashes."""
    session, clashes = entry.session, picks.clashes.get(entry.id, ())
    told = clashes and session is not None and entry.heading != ENDED
    clash = words.clash(session, clashes, picks) if told and session else ""
    return replace(entry, going=picks.going(entry.id), clash=clash)


def _on(heading: str, session: Session, now: Now, mine: dict[str, Resolved]) -> Entry:
    beside = ""
    if session.end is not None:
        seconds = session.end.timestamp() - now.moment.timestamp()
        beside = f"{said_length(-int(-seconds // 60))} left"
    return Entry(heading, session.id, session.title, session, mine.get(session.id), beside)


def _next(now: Now, mine: dict[str, Resolved]) -> Iterator[Entry]:
    """Yield what comes next, all of it that begins at once."""
    heading = _on_day(NEXT, now.next, now) if now.next is not None else NEXT
    for coming in now.coming:
        if now.next is not None and coming.start.timestamp() == now.next.start.timestamp():
            yield _coming(heading, coming, now, mine)


def _soon(sessions: Iterable[Session], now: Now) -> Iterator[Entry]:
    """Yield what begins next in the programme, in the section of the first of it.

    Where something of mine comes, only what begins before it, and nothing while I am in another.
    """
    heading, bound = "", now.next.start.timestamp() if now.next else inf
    for session in sessions if now.next is None or not now.mine else ():
        if session.start is not None and session.start.timestamp() < bound:
            seconds = session.start.timestamp() - now.moment.timestamp()
            coming = Coming(session, -int(-seconds // 60))
            heading = heading or _on_day(SOON, coming, now)
            yield _coming(heading, coming, now, {})


def _on_day(heading: str, coming: Coming, now: Now) -> str:
    """Return `heading`, with the day where that is not today."""
    day = coming.start.date()
    return heading if day == now.moment.date() else f"{heading}, on {words.full_day_name(day)}"


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
            thought = " · ".join(words.thought_of(item.pick))
            yield Entry(ENDED, item.id, item.title, item.session, item, said, thought)


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
