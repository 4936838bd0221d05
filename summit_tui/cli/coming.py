"""What of mine comes next, on standard output: a line, a line for a status bar, or JSON."""

from collections.abc import Iterator
from typing import Any

from summit_tui.agenda import now_words
from summit_tui.agenda.now import Coming, Now, current
from summit_tui.cli import listing, out, talk
from summit_tui.cli.bars import BARS, Told
from summit_tui.cli.desk import Desk

SOON = 10
"""So many minutes before the start, or when to leave, something is soon."""
_SHORTEST_TITLE = 16
"""Where less of a title would be left on a terminal, the line goes on below."""
_FORMATS = ("line", "json", "ids")


def check_format(name: str | None) -> str:
    """Return `name` when it is a format or a template; ends with 2 and a suggestion otherwise."""
    if name is None or name in _FORMATS or "{" in name:
        return name or "line"
    from summit_tui.catalogue.problems import did_you_mean

    hint = did_you_mean(name, _FORMATS)
    hint = hint or f"there are {', '.join(_FORMATS)} and templates: '{{in}} {{title}}'"
    talk.fail(f"there is no format {name!r}: {hint}")


def standing(desk: Desk) -> Now:
    """Return how things stand at this moment."""
    return current(desk.catalogue, desk.agenda, desk.circumstances, desk.now)


def told(desk: Desk, form: str, bar: str | None = None) -> Iterator[str]:
    """Yield what comes next in a format, one line (or a JSON document); nothing comes, nothing."""
    now = standing(desk)
    if form == "json":
        from summit_tui.formats.now_objects import next_object

        yield listing.to_json(next_object(now, desk.catalogue, desk.agenda))
    elif now.next is not None and form == "ids":
        yield now.next.session.id
    elif now.next is not None:
        text = _text(desk, now, now.next, form)
        state = _state(now, now.next)
        more = now_words.line(now.next, now.moment)
        yield BARS[bar](Told(text, more, state)) if bar else text


def nothing_comes(desk: Desk) -> str:
    """Return what to say where nothing of mine comes, with a way to change that."""
    if desk.agenda.picks:
        return "nothing of mine comes next: summit search is:upcoming lists what does"
    return "the agenda is empty: summit add ID picks a session"


def _text(desk: Desk, now: Now, coming: Coming, form: str) -> str:
    if form != "line":
        from summit_tui.cli.template import filled

        return filled(form, values(desk, now, coming))
    line, title = now_words.line(coming, now.moment), coming.session.title
    room = out.cells(title) + out.width() - out.cells(line)
    if not out.is_terminal() or room < _SHORTEST_TITLE:
        return line
    return now_words.line(coming, now.moment, out.cut(title, room))


def values(desk: Desk, now: Now, coming: Coming) -> dict[str, Any]:
    """Return what a template can say of what comes."""
    from summit_tui.cli.template import values_of

    return values_of(desk, coming.session) | {
        "in": now_words.until(coming).removeprefix("in "),
        "minutes": coming.minutes,
        "walk": coming.walk or None,
        "leave": coming.leave,
        "from": coming.came_from and coming.came_from.room,
        "line": now_words.line(coming, now.moment),
    }


def _state(now: Now, coming: Coming) -> str:
    if coming.walk and coming.must_leave(now.moment):
        return "leave"
    return "soon" if coming.minutes - coming.walk <= SOON else "later"
