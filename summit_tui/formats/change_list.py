"""What changed, as the list a person reads: my agenda first, then by what matters, each once.

The words of `change_words`, put in order; how the entries look is the front ends' business.
"""

from collections.abc import Iterator
from typing import NamedTuple

from summit_tui.agenda.affected import Affected, NewConflict
from summit_tui.agenda.clash_words import APPOINTMENT, clash_words, sign
from summit_tui.catalogue.changes import Change, Changes
from summit_tui.catalogue.model import Session
from summit_tui.formats import change_words as tell


class Entry(NamedTuple):
    """One change."""

    mark: str
    words: str
    title: str = ""
    """Of the session; empty for what is no session."""
    id: str = ""
    """Of the session in the new version, or of my pick of one that is gone; else empty."""
    want: str = ""
    """How much I want it; empty for what I did not pick."""
    clashes: tuple[tuple[str, str], ...] = ()
    """Sign and words of what it clashes with since the change."""
    nearest: tuple[Session, ...] = ()
    """What could stand in for a pick that is gone."""


class Block(NamedTuple):
    """A heading with the changes below it, one at least."""

    title: str
    entries: tuple[Entry, ...]


MINE = "My agenda"
"""The heading of what concerns my picks."""


def blocks(changes: Changes, mine: Affected, *, only_mine: bool = False) -> list[Block]:
    """Return every change once, those of my picks first; with `only_mine` no others."""
    found = [Block(MINE, tuple(_mine(mine)))]
    if not only_mine:
        found += _others(changes, mine)
    return [block for block in found if block.entries]


def _others(changes: Changes, mine: Affected) -> Iterator[Block]:
    gone = {each.pick.id for each in mine.gone}
    told = tell.sections([each for each in changes.changed if each.id not in mine.picks])
    last = [section for section in told if section.title == tell.LAST]
    yield from (_block(section) for section in told if section not in last)
    yield Block("New", tuple(_entry(tell.NEW, "new", one, one.id) for one in changes.added))
    left = (session for session in changes.removed if session.id not in gone)
    yield Block("Gone", tuple(_entry(tell.GONE, "gone", session) for session in left))
    yield from map(_block, last)
    about = tell.about_the_event(changes)
    yield Block("The event", tuple(Entry(line[:1], line[2:]) for line in about))


def _block(section: tell.Section) -> Block:
    return Block(section.title, tuple(map(_changed, section.changes)))


def _mine(mine: Affected) -> Iterator[Entry]:
    told: set[str] = set()
    for section in tell.sections(mine.changed):
        for change in section.changes:
            told.add(change.id)
            found = (one for one in mine.conflicts_of(change.id) if one.other.id not in told)
            clashes = tuple((sign(one.clash), _clash(one)) for one in found)
            yield _changed(change)._replace(want=mine.picks[change.id].want, clashes=clashes)
    for one in mine.conflicts:
        if not told & {one.session.id, one.other.id}:  # what lay between, or the way, is another
            session = one.session
            entry = Entry(sign(one.clash), _clash(one), session.title, session.id)
            yield entry._replace(want=mine.picks[session.id].want)
    for gone in mine.gone:
        entry = _entry(tell.GONE, "gone", gone.session, gone.pick.id)
        yield entry._replace(want=gone.pick.want, nearest=gone.nearest)


def _clash(found: NewConflict) -> str:
    """Return what a pick conflicts with, and when that is."""
    other, when = found.other, tell.moment(found.other.start)
    bracketed = found.clash.too_tight or other.kind == APPOINTMENT  # by the words themselves
    name = f"{other.title}, {when}" if bracketed else f"{other.title} ({when})"
    return clash_words(found.clash, found.session, other, name)


def _changed(change: Change) -> Entry:
    return Entry(tell.mark(change), tell.words(change), change.new.title, change.id)


def _entry(mark: str, word: str, session: Session, session_id: str = "") -> Entry:
    words = " ".join(filter(None, (word, tell.where(session))))
    return Entry(mark, words, session.title, session_id)
