"""Whom of my team one would meet: what conditions on colleagues select.

Who they are, and what they picked, the context says; nothing here reads a file. A colleague is
found by the beginning of any of the names.
"""

from summit_tui.catalogue.text import fold
from summit_tui.search.context import Context
from summit_tui.search.facets import set_of
from summit_tui.search.programme import Programme
from summit_tui.search.query import QueryError
from summit_tui.search.selected import Selected

ANYONE = "anyone"
"""Stands for all colleagues."""
_HOW_TO = 'name their agendas in settings.json: {"team": ["ada.yaml"]}'


def with_colleagues(programme: Programme, text: str, context: Context) -> Selected:
    """Return the rows that a colleague called `text` picked, or any of several called so.

    QueryError where there is none.
    """
    names, row = called(text, context), programme.catalogue.sessions.row
    rows = {row(each) for name, picked in context.team if name in names for each in picked}
    found = sorted(each for each in rows if each is not None)
    return Selected(set_of(found, programme.index.size))


def called(text: str, context: Context) -> list[str]:
    """Return the colleagues whom `text` means; QueryError where it means nobody."""
    every, wanted = [name for name, _ in context.team], fold(text)
    if not every:
        raise QueryError("your colleagues are not known", hint=_HOW_TO)
    if exact := [name for name in every if fold(name) == wanted]:
        return exact
    if wanted == ANYONE:
        return every
    if begun := [name for name in every if _begins(fold(name), wanted)]:
        return begun
    if wanted == "me":
        raise QueryError(f"with:{text} means nothing", hint="write is:picked")
    from summit_tui.catalogue.problems import did_you_mean

    hint = did_you_mean(text, [*every, ANYONE]) or f"known are {', '.join([*every, ANYONE])}"
    raise QueryError(f"nobody of the team is called {text!r}", hint=hint)


def _begins(name: str, wanted: str) -> bool:
    """Return whether each word of `wanted` begins one of the name's."""
    words = name.split()
    return all(any(each.startswith(part) for each in words) for part in wanted.split())
