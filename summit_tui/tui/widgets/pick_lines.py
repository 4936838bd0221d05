"""A pick in a list of a day: when, mark, title, code and room; these below where it is tight."""

from datetime import date

from rich.cells import cell_len

from summit_tui.agenda.conflicts import end_of
from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.agenda.resolve import Resolved
from summit_tui.catalogue.model import Session
from summit_tui.tui import words
from summit_tui.tui.session_lines import SELECTED, Line, Part, in_cells

MARK_CELLS = 14
"""How many cells at the left are time and mark."""
INDENT = " " * (MARK_CELLS + 1)
"""What stands before a line below the first."""
_TIME_CELLS = 11
_NARROW = 64
"""Below this many cells code and room stand on a line of their own."""
Facts = tuple[str, ...]
"""The same at length and in fewer words."""


def is_narrow(width: int) -> bool:
    """Return whether a pick takes two lines in a list so wide."""
    return width < _NARROW


def pick_lines(
    item: Resolved, mine: Pick | None, width: int, *, narrow: bool, selected: bool
) -> list[Line]:
    """Return the lines of a session that somebody picked, in at most `width` cells.

    `mine` is my pick of it; None where it is a colleague's only.
    """
    session, facts = item.session, _facts(item.session, mine)
    line: Line = [
        (words.fill(_times(item), _TIME_CELLS + 1), "muted"),
        (f" {WANT_MARKS[mine.want]}", mine.want) if mine else ("  ", ""),
        SELECTED if selected else (" ", ""),
    ]
    title = (item.title, "struck" if session is None or session.cancelled else "")
    room = width - len(INDENT) - 1
    if not narrow:
        return [[*line, *_in_one(title, facts, room)]]
    first, below = _in_two(title, facts, room)
    return [[*line, *first], [(INDENT, ""), *below]]


def _in_one(title: Part, facts: Facts, room: int) -> Line:
    """Return title and facts beside each other, half of the room for the title if it takes it."""
    text, look = title
    told = _fitting(facts, max(room // 2, room - cell_len(text) - 2))
    return [*in_cells(text, room - cell_len(told) - 2, look), (f"  {told}", "muted")]


def _in_two(title: Part, facts: Facts, room: int) -> tuple[Line, Line]:
    """Return the title, and what of it goes on below, before the facts.

    A third of that line is the title's if it takes it.
    """
    text, look = title
    first = words.first_line(text, room)
    rest = text[len(first) :].lstrip()
    between = " · " if rest and facts[0] else ""
    room -= len(between)
    told = _fitting(facts, max(room - cell_len(rest), room - room // 3))
    below = words.fit(rest, room - cell_len(told))
    return [(first, look)], [(below, look), (f"{between}{told}", "muted")]


def _fitting(facts: Facts, width: int) -> str:
    return words.fit(words.longest(facts, width), width)


def day_of(item: Resolved) -> date | None:
    """Return the day a pick stands under; None while that is not known."""
    if item.session is not None:
        return item.session.date
    return item.start.date() if item.start else None


def day_title(day: date | None) -> str:
    """Return `Tuesday 2 April`, or `No time yet`."""
    return "No time yet" if day is None else words.full_day_name(day)


def _times(item: Resolved) -> str:
    if item.start is None:
        return "  no time  "
    end = item.session and end_of(item.session)
    if end is None or (item.session and item.session.duration is None):
        return f"{item.start:%H:%M}"
    return f"{item.start:%H:%M}–{end:%H:%M}"


def _facts(session: Session | None, mine: Pick | None) -> Facts:
    """Return what is said beside the title: the room is needed, the code where it fits.

    Where I said whether I was there, the room is not needed any more.
    """
    made = words.made_of(mine) if mine else []
    if session is None:
        return (_joined("no longer in the programme", *made),)
    said, room = ("cancelled" if session.cancelled else "", *made), session.room
    over = [_joined(*said)] if mine and mine.attended is not None else []
    return _joined(*said, session.code, room), _joined(*said, room or session.code), *over


def _joined(*parts: str | None) -> str:
    return "  ".join(part for part in parts if part)
