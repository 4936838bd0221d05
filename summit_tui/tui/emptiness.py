"""What an empty list of sessions says: what was asked, and where there would be something."""

from summit_tui.search.context import Context
from summit_tui.search.programme import Programme
from summit_tui.tui.state import View, matching
from summit_tui.tui.words import nothing_found

NO_SESSIONS = "This programme has no sessions yet."


def why_nothing(programme: Programme, view: View, context: Context) -> str:
    """Return, in lines, why `view` shows nothing and how many sessions other views would show."""
    if not programme.index.size:
        return NO_SESSIONS
    other: list[tuple[str, View]] = []
    if view.of("day"):
        other.append(("on other days", view.choosing("day", frozenset())))
    if view.of("level"):
        other.append(("at other levels (0)", view.choosing("level", frozenset())))
    if view.text.strip() and view.chosen:
        other.append(("without the filters", View(view.text)))
        other.append(("without the words (escape)", view.typed("")))
    ways = [(how, matching(programme, each, context).bit_count()) for how, each in other]
    said = nothing_found(view, programme.catalogue.scale, ways)
    return f"{said}\nescape goes back to everything"
