"""What changed, for a person: my agenda first, then by what matters, a line a session."""

from collections.abc import Iterator

from summit_tui.agenda.affected import Affected
from summit_tui.agenda.model import WANT_MARKS
from summit_tui.catalogue.changes import Changes
from summit_tui.catalogue.model import Session
from summit_tui.cli import out
from summit_tui.formats import change_words as tell
from summit_tui.formats.change_list import Entry, blocks

_INDENT = "  "
_HUNG = " " * 6


def table(changes: Changes, mine: Affected, *, only_mine: bool) -> Iterator[str]:
    """Yield every change once, those of my picks first; with `only_mine` no others."""
    for number, block in enumerate(blocks(changes, mine, only_mine=only_mine)):
        if number:
            yield ""
        count = out.styled(str(len(block.entries)), "dim")
        yield f"{out.styled(block.title, 'bold')}  {count}"
        for entry in block.entries:
            yield from _lines(entry) if entry.title else _of_the_event(entry)


def _of_the_event(entry: Entry) -> Iterator[str]:
    hung = out.hang(entry.words, out.width() - len(_INDENT), f"{entry.mark} ")
    return (_INDENT + line for line in hung)


def _lines(entry: Entry) -> Iterator[str]:
    yield from _laid_out(entry.mark, entry.words, entry.title, WANT_MARKS.get(entry.want, ""))
    for sign, clash in entry.clashes:
        hung = out.hang(clash, out.width(), f"{_HUNG}{sign} ")
        yield from (out.styled(line, "red") for line in hung)
    for session in entry.nearest:
        yield from out.hang(f"nearest: {_named(session)}", out.width(), _HUNG)


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
