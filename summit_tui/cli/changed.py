"""What changed, for a person: my agenda first, then by what matters, a line a session."""

from collections.abc import Iterable, Iterator

from summit_tui.agenda.affected import Affected
from summit_tui.agenda.model import WANT_MARKS
from summit_tui.catalogue.changes import Change, Changes
from summit_tui.catalogue.model import Session
from summit_tui.cli import out
from summit_tui.formats import change_words as tell

_INDENT = "  "
_HUNG = " " * 6


def table(changes: Changes, mine: Affected, *, only_mine: bool) -> Iterator[str]:
    """Yield every change once, those of my picks first; with `only_mine` no others."""
    blocks = [_block("My agenda", _mine(changes, mine))]
    if not only_mine:
        blocks += _others(changes, mine)
    first = True
    for block in blocks:
        if block:
            yield from block if first else ["", *block]
            first = False


def _others(changes: Changes, mine: Affected) -> Iterator[list[str]]:
    gone = {each.pick.id for each in mine.gone}
    told = tell.sections([each for each in changes.changed if each.id not in mine.picks])
    last = [section for section in told if section.title == tell.LAST]
    for section in told:
        if section not in last:
            yield _section(section)
    yield _block("New", (_entry(tell.NEW, "new", each) for each in changes.added))
    left = [session for session in changes.removed if session.id not in gone]
    yield _block("Gone", (_entry(tell.GONE, "gone", each) for each in left))
    yield from map(_section, last)
    about = tell.about_the_event(changes)
    yield _block("The event", ([_INDENT + line for line in _hung(line)] for line in about))


def _hung(line: str) -> list[str]:
    return out.hang(line[2:], out.width() - len(_INDENT), line[:2])


def _section(section: tell.Section) -> list[str]:
    return _block(section.title, map(_changed, section.changes))


def _block(title: str, entries: Iterable[list[str]]) -> list[str]:
    """Return the heading with its entries; nothing when there are none."""
    found = list(entries)
    heading = f"{out.styled(title, 'bold')}  {out.styled(str(len(found)), 'dim')}"
    return [heading, *(line for entry in found for line in entry)] if found else []


def _mine(changes: Changes, mine: Affected) -> Iterator[list[str]]:
    told = set()
    for section in tell.sections(mine.changed):
        for change in section.changes:
            told.add(change.id)
            yield [
                *_changed(change, WANT_MARKS[mine.picks[change.id].want]),
                *_clashes(changes, mine, change.id, told),
            ]
    for gone in mine.gone:
        sign = WANT_MARKS[gone.pick.want]
        near = [f"nearest: {_named(session)}" for session in gone.nearest]
        yield [
            *_entry(tell.GONE, "gone", gone.session, sign),
            *(line for text in near for line in out.hang(text, out.width(), _HUNG)),
        ]


def _clashes(changes: Changes, mine: Affected, session_id: str, told: set[str]) -> Iterator[str]:
    """Yield with whom a session conflicts now, each pair once."""
    for other_id, minutes in mine.conflicts_of(session_id):
        other = changes.new.get(other_id)
        if other is not None and other_id not in told:
            text = f"{minutes} min with {other.title} ({tell.moment(other.start)})"
            hung = out.hang(text, out.width(), f"{_HUNG}! ")
            yield from (out.styled(line, "red") for line in hung)


def _changed(change: Change, sign: str = "") -> list[str]:
    return _laid_out(tell.mark(change), tell.words(change), change.new.title, sign)


def _entry(mark: str, word: str, session: Session, sign: str = "") -> list[str]:
    return _laid_out(mark, " ".join(filter(None, (word, tell.where(session)))), session.title, sign)


def _named(session: Session) -> str:
    place = tell.where(session)
    return f"{session.title} ({session.label}{f', {place}' if place else ''})"


def _laid_out(mark: str, words: str, title: str, sign: str) -> list[str]:
    """Return mark, words and title on one line, or where they do not fit the title below."""
    before, columns = f"{_INDENT}{mark} ", out.width()
    title = f"{sign} {title}" if sign else title
    if out.cells(before) + out.cells(words) + 2 + out.cells(title) <= columns:
        return [f"{before}{words}  {out.styled(title, 'bold' if sign else '')}"]
    below = out.hang(title, columns, " " * out.cells(before) + "  ")
    return [
        *out.hang(words, columns, before),
        *(out.styled(line, "bold" if sign else "") for line in below),
    ]
