"""What a typed condition says in words: `level 300+`, `Serverless`, `not break`, `from Wed 3 Apr`.

Names read as the programme spells them where the condition means a few of them, else as typed.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from summit_tui.catalogue.kinds import language_name
from summit_tui.catalogue.levels import Scale
from summit_tui.catalogue.model import Catalogue, Event, Session, SessionList
from summit_tui.catalogue.text import fold
from summit_tui.search.company import ANYONE, called
from summit_tui.search.context import Context
from summit_tui.search.facets import DIMENSIONS
from summit_tui.search.filters import select
from summit_tui.search.programme import Programme, programme_of
from summit_tui.search.query import Condition, Query, parse
from summit_tui.search.selected import Selected
from summit_tui.tui import words

_MOST_NAMES = 3
"""With more names than this that a condition may mean, what was typed says more."""


def piece_in_words(programme: Programme, piece: str, context: Context) -> str:
    """Return what a piece of the text restricts; empty for words, phrases and what is wrong."""
    try:
        query = parse(piece)
        said = [in_words(programme, condition, context) for condition in query.conditions]
    except ValueError:  # a QueryError: the box says it
        return ""
    said += [f"not {word}" for word in query.excluded]
    if not said and query != Query(query.words, query.phrases):
        return piece  # something the language has that has no words of its own here
    return ", ".join(said)


def in_words(programme: Programme, condition: Condition, context: Context) -> str:
    """Return `level 300+`, `Serverless`, `not break`; QueryError for a value that means nothing."""
    asked = condition._replace(negated=False)
    selected = select(programme, asked, context)
    said = _SAY.get(condition.field, _name)(programme, asked, context, selected)
    return f"not {said}" if condition.negated else said


def _level(programme: Programme, asked: Condition, context: Context, _: Selected) -> str:
    scale = programme.catalogue.scale
    meant = select(_one_of_each(scale), asked, context).rows
    chosen = [level.value for place, level in enumerate(scale.levels) if meant >> place & 1]
    return words.levels(chosen, scale) if chosen else _as_typed(asked)


@cache
def _one_of_each(scale: Scale) -> Programme:
    """Return a programme with one session of each level, to learn which levels a value means."""
    sessions = [
        Session(str(place), level.name, level=level.value)
        for place, level in enumerate(scale.levels)
    ]
    return programme_of(Catalogue(Event("levels", "levels"), SessionList(sessions), scale))


def _day(programme: Programme, asked: Condition, context: Context, selected: Selected) -> str:
    days = [words.day_name(date.fromisoformat(day)) for day in _having(programme, "day", selected)]
    if not days:
        return _as_typed(asked)
    if asked.op in (">", ">="):
        return f"from {days[0]}"
    if asked.op in ("<", "<="):
        return f"until {days[-1]}"
    return _either(days) if len(days) <= _MOST_NAMES else _as_typed(asked)


def _kind(programme: Programme, asked: Condition, context: Context, selected: Selected) -> str:
    return _either(_having(programme, "kind", selected)) or _as_typed(asked)


def _language(programme: Programme, asked: Condition, context: Context, selected: Selected) -> str:
    codes = _having(programme, "language", selected)
    return _either(language_name(code) for code in codes) or _as_typed(asked)


def _having(programme: Programme, dimension: str, selected: Selected) -> list[str]:
    """Return the values that selected sessions have, where a session has one only."""
    facets = programme.index.facets
    return [
        str(value)
        for value in facets.values(dimension)
        if facets.rows(dimension, value) & selected.rows
    ]


def _state(programme: Programme, asked: Condition, context: Context, _: Selected) -> str:
    return _either("on now" if fold(text) == "now" else fold(text) for text in asked.values)


def _at(programme: Programme, asked: Condition, context: Context, _: Selected) -> str:
    return _either("on now" if fold(text) == "now" else f"on at {text}" for text in asked.values)


def _free(programme: Programme, asked: Condition, context: Context, _: Selected) -> str:
    return "fits my agenda"


def _with(programme: Programme, asked: Condition, context: Context, _: Selected) -> str:
    meant = ([text] if fold(text) == ANYONE else called(text, context) for text in asked.values)
    return f"with {_either(name for names in meant for name in names)}"


def _name(programme: Programme, asked: Condition, context: Context, selected: Selected) -> str:
    """Return the names in the programme that the values mean, or what was typed."""
    read = dict(selected.readings)
    if asked.field not in DIMENSIONS:  # speakers, times of day
        return _as_typed(
            asked._replace(values=tuple(read.get(each, each) for each in asked.values))
        )
    said: list[str] = []
    for text in asked.values:
        meant = [read[text]] if text in read else _meant(programme, asked.field, text, selected)
        if not 0 < len(meant) <= _MOST_NAMES:
            return _as_typed(asked)
        said += meant
    return _either(said)


def _meant(programme: Programme, field: str, text: str, selected: Selected) -> list[str]:
    """Return the names with `text` in them of which every session is selected."""
    wanted, facets = fold(text), programme.index.facets
    names = [str(value) for value in facets.values(field)]
    if exact := [name for name in names if fold(name) == wanted]:
        return exact
    return [
        name
        for name in names
        if wanted in fold(name) and not facets.rows(field, name) & ~selected.rows
    ]


def _either(said: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(said))


def _as_typed(asked: Condition) -> str:
    return f"{asked.field} {' or '.join(asked.values)}"


_SAY: dict[str, Callable[[Programme, Condition, Context, Selected], str]] = {
    "level": _level,
    "day": _day,
    "kind": _kind,
    "lang": _language,
    "is": _state,
    "at": _at,
    "free": _free,
    "with": _with,
}
"""How the conditions read that are not simply a name."""
