"""A session in the cells of the grid that it takes: what stands on each of its lines.

The first cell is an edge, so that one block ends where the next begins without any colour: thin,
or solid where I picked the session. Behind it the mark, a sign where colleagues go, the title in
as many lines as there are, and whom it clashes with. What is left of a line is blank; in a session
that overlaps another of my picks it is hatched.
"""

from typing import NamedTuple

from summit_tui.catalogue.model import Session
from summit_tui.tui import words
from summit_tui.tui.session_lines import Line, mark_of

HATCH = "╱"
_PICKED = "█"
_COLLEAGUES = "&"
_TALL_ENOUGH = 2
"""Lines from which on one of them says whom a session clashes with."""


class Cells(NamedTuple):
    """What of a block there is to be drawn."""

    width: int
    height: int
    cut: int = 0
    """How many lines of it are out of sight above; the title begins below them."""


def block_lines(
    session: Session, want: str | None, clash: str, cells: Cells, going: words.Going = ()
) -> list[Line]:
    """Return the lines of `session`, each in at most `cells.width`, those out of sight empty.

    `clash` says with whom it clashes, behind a sign for how; empty where it does not. `going` are
    the colleagues who go.
    """
    shown = max(1, cells.height - cells.cut)
    room = max(0, cells.width - 1)
    body = _body(session, want, clash, going, Cells(room, shown))
    body += [[]] * (shown - len(body))
    edges = _edges(cells, picked=want is not None)
    lines: list[Line] = [[]] * cells.cut
    return lines + [[edge, *line] for edge, line in zip(edges, body, strict=True)]


def _edges(cells: Cells, *, picked: bool) -> list[tuple[str, str]]:
    """Return the first cell of each line in sight."""
    height = cells.height
    signs = _PICKED * height if picked else "╶" if height == 1 else f"┌{'│' * (height - 2)}└"
    return [(sign, "edge") for sign in signs[min(cells.cut, height - 1) :]]


def _body(
    session: Session, want: str | None, clash: str, going: words.Going, cells: Cells
) -> list[Line]:
    width, height, _ = cells
    mark, look = mark_of(session, want)
    sign = f"{mark}{clash[:1]}{_COLLEAGUES * bool(going)}".lstrip()
    head = f"{sign} " if sign.strip() else ""
    level = "" if session.level is None else f"{session.level} "
    told = bool(clash) and height >= _TALL_ENOUGH
    title = _cut(f"{head}{level}{session.title}", width, height - told)
    struck = "struck" if session.cancelled else ""
    first = title[0]
    lines: list[Line] = [[(first[: len(head)], look), (first[len(head) :], struck)]]
    lines += [[(line, struck)] for line in title[1:]]
    if told:
        lines.append([(words.fit(clash, width), "clash")])
    return lines + _rest(session, going, width, height - len(lines))


def _cut(text: str, width: int, height: int) -> list[str]:
    """Return `text` in at most so many lines, at least one."""
    if height <= 1:
        return [words.fit(text, width)]
    lines = words.wrapped(text, width) or [""]
    if len(lines) > height:
        lines[height - 1 :] = [f"{lines[height - 1]} {lines[height]}"]
    return [words.fit(line, width) for line in lines]


def _rest(session: Session, going: words.Going, width: int, height: int) -> list[Line]:
    """Return which colleagues go, when it is and who speaks, as far as there are lines for it."""
    if height <= 0 or session.start is None:
        return []
    speakers = ", ".join(speaker.name for speaker in session.speakers)
    said = [(words.with_whom_in(going, width), "team")]
    said += [(words.span(session), "muted"), (speakers, "muted")]
    return [[(words.fit(each, width), look)] for each, look in said if each][:height]
