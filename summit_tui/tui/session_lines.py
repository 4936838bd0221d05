"""How a session looks in a list: mark, level, title and length; then who, what and where.

A title that is longer than its line goes on in the second one, where the room stays and the
speakers give way. What a session was found by, and neither line shows, takes that place instead.
Pure: text with the names of looks, in terminal cells.
"""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from summit_tui.agenda.model import WANT_MARKS, Pick
from summit_tui.catalogue.model import Session
from summit_tui.catalogue.times import format_duration
from summit_tui.tui import words
from summit_tui.tui.marks import Span, marked, parted, passage

if TYPE_CHECKING:
    from summit_tui.search.evidence import Evidence

Part = tuple[str, str]
"""Text and the name of its look (`looks`), empty for the plain one."""
Line = list[Part]
SELECTED: Part = ("*", "key")
"""What stands behind the mark of a session that is selected."""
_SHORTEST_NAME = 8
"""Cells below which a cut name says nothing."""
_SHORTEST_PASSAGE = 30
"""Cells that words around a match have at least; the room gives way to them."""
_SHARE_OF_COMPANY = 3
"""Colleagues take one part in so many of the width at most."""
_BETWEEN = " · "


def session_lines(
    session: Session,
    pick: Pick | None,
    width: int,
    level_width: int,
    evidence: "Evidence | None" = None,
    news: Part | None = None,
    going: words.Going = (),
) -> list[Line]:
    """Return a session in two lines of `width` cells; its level takes `level_width`, 0 for none.

    `evidence` knows what it was found by, which is marked; `news` are sign and words of what has
    become of it since the last look; `going` are the colleagues who go.
    """
    signs = _signs(session, pick, level_width)
    if news is not None and pick is None and not session.cancelled:
        signs[0] = (news[0], "now")
    length = f" {format_duration(session.duration)} " if session.duration else "  "
    room = width - _cells(signs) - len(length)
    spans = marked(evidence, session.title)
    first = words.first_line(session.title, room)
    rest = session.title[len(first) :].lstrip() if spans or not evidence else ""
    shown = words.fit(first if rest else session.title, room)
    title = [*signs, *_title(session, shown, marked(evidence, shown, session.title))]
    title.append((" " * (room - cell_len(shown)), ""))
    states, company = _states(session, pick, news), _company(going, width)
    room = width - 1 - _cells(signs) - _cells(states) - _cells(company)
    going_on = _going_on(session, rest, spans, room)
    unseen = bool(evidence) and not _any_match(title + going_on)
    if unseen:
        going_on = []
    if going_on:
        room -= _cells(going_on) + len(_BETWEEN)
    about = _what_and_where(session, room, evidence, unseen=unseen)
    below = _with_dots(going_on, states[:-1], company[:1], about)
    return [[*title, (length, "muted")], [(" " * _cells(signs), ""), *below]]


def indent(level_width: int) -> int:
    """Return at which cell a title begins."""
    return 3 + level_width if level_width else 2


def mark_of(session: Session, want: str | None) -> Part:
    """Return the sign before a session, and its look: how much I want it, or its state."""
    if want is not None:
        return WANT_MARKS[want], want
    if session.cancelled:
        return "×", "clash"
    return ("?", "muted") if session.start is None else (" ", "")


def in_cells(text: str, width: int, look: str) -> Line:
    """Return `text` in exactly `width` cells, with the look on the text alone: no line goes on."""
    shown = words.fit(text, width)
    return [(shown, look), (" " * (width - cell_len(shown)), "")]


def _company(going: words.Going, width: int) -> Line:
    """Return which colleagues go, with a dot behind them; empty for nobody."""
    said = words.with_whom_in(going, width // _SHARE_OF_COMPANY)
    return [(said, "team"), (_BETWEEN, "muted")] if said else []


def _with_dots(*lines: Line) -> Line:
    """Return the lines that say anything as one, with a dot between them."""
    found: Line = []
    for line in lines:
        found += [(_BETWEEN, "muted"), *line] if found and line else line
    return found


def _any_match(line: Line) -> bool:
    return any(look.startswith("match") for _, look in line)


def _signs(session: Session, pick: Pick | None, level_width: int) -> Line:
    parts: Line = [mark_of(session, pick and pick.want), (" ", "")]
    if level_width:
        level = "" if session.level is None else str(session.level)
        parts.append((words.fill(level, level_width) + " ", "level"))
    return parts


def _title(session: Session, shown: str, spans: tuple[Span, ...]) -> Line:
    look, match = ("struck", "match-struck") if session.cancelled else ("", "match")
    return parted(shown, spans, look, match)


def _states(session: Session, pick: Pick | None, news: Part | None) -> Line:
    """Return what is known of a session beside its facts, each with a dot behind it."""
    states = [(news[1], "now")] if news is not None else []
    if session.cancelled:
        states = [(news[1] if news is not None else "cancelled", "clash")]
    states += [(said, "want") for said in words.made_of(pick)] if pick else []
    return [part for state in states for part in (state, (_BETWEEN, "muted"))]


def _going_on(session: Session, rest: str, spans: tuple[Span, ...], width: int) -> Line:
    """Return what the first line had no room for, so that the place beside it is kept."""
    if not rest:
        return []
    place = cell_len(session.room or "") + len(_BETWEEN)
    shown = words.fit(rest, max(width - place, width // 2))
    at = len(session.title) - len(rest)
    end = len(shown) - (shown != rest)
    inside = ((max(a - at, 0), min(b - at, end)) for a, b in spans)
    return _title(session, shown, tuple((a, b) for a, b in inside if a < b))


def _what_and_where(
    session: Session, width: int, evidence: "Evidence | None", *, unseen: bool
) -> Line:
    """Return who, what and where; with `unseen` what the session was found by in any case."""
    if width < min(_SHORTEST_NAME, cell_len(session.room or "") or _SHORTEST_NAME):
        return []
    shown = who_and_where(session, width, evidence)
    about = parted(shown, marked(evidence, shown), "muted")
    if unseen and evidence and not any(look == "match" for _, look in about):
        return _why_and_where(session, evidence, width) or about
    return about


def _why_and_where(session: Session, evidence: "Evidence", width: int) -> Line:
    """Return the words around what a session was found by, and the room where there is space."""
    where = f"{_BETWEEN}{session.room}" if session.room else ""
    if width - cell_len(where) < _SHORTEST_PASSAGE:
        where = ""
    text, spans = passage(evidence, session, width - cell_len(where))
    return [*parted(text, spans, "muted"), (where, "muted")] if text else []


def who_and_where(session: Session, width: int, evidence: "Evidence | None" = None) -> str:
    """Return speakers, track and room in `width` cells; where it is tight the room stays.

    The kind of session stands for all three where none is known. The speakers that were looked for
    come first.
    """
    names = [speaker.name for speaker in session.speakers]
    if evidence and len(names) > 1:
        names.sort(key=lambda name: not evidence.spans(name))
    everyone = ", ".join(names)
    some = f"{names[0]} +{len(names) - 1}" if len(names) > 1 else everyone
    track, room = session.track or "", session.room or ""
    if not (everyone or track or room):
        return words.fit(session.kind, width)
    for parts in ((everyone, track, room), (some, track, room), (everyone, room), (some, room)):
        said = _BETWEEN.join(part for part in parts if part)
        if cell_len(said) <= width:
            return said
    spare = width - cell_len(room) - len(_BETWEEN)
    if not some or spare < _SHORTEST_NAME:
        return words.fit(room or some, width)
    return f"{words.fit(some, spare)}{_BETWEEN}{room}" if room else words.fit(some, width)


def _cells(line: Line) -> int:
    return sum(cell_len(text) for text, _ in line)
