"""What each condition of a query selects: rows of the index, and how its value was read.

Values match as people write them: a track by part of its name or with a typing error, a level by
value, name or range, a day by name, number or date. A value that can mean nothing is an error
with its place and what would have been possible.
"""

import operator
from collections.abc import Callable
from functools import cache, reduce
from typing import Any

from summit_tui.catalogue.kinds import KINDS, LANGUAGES, language_name
from summit_tui.catalogue.text import fold
from summit_tui.search.company import with_colleagues
from summit_tui.search.context import Context
from summit_tui.search.days import compared_days, days
from summit_tui.search.facets import Rows, set_of
from summit_tui.search.levels import compared_levels, levels
from summit_tui.search.names import named, spelled
from summit_tui.search.programme import Programme
from summit_tui.search.query import MINE, Condition, Place, QueryError, place_of
from summit_tui.search.selected import Selected
from summit_tui.search.speaking import speakers
from summit_tui.search.texts import in_abstract, in_title, with_code, with_id
from summit_tui.search.when import after, before, free_rows, past, under_way, upcoming

STATES = ("cancelled", "recorded", "unrecorded", "unscheduled", "tentative")
"""States of a session that the index knows."""
MOMENTS = ("now", "upcoming", "past")
"""States that depend on what time it is."""

_HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def select(programme: Programme, condition: Condition, context: Context) -> Selected:
    """Return what `condition` selects; QueryError, with the place, for a value that means nothing.

    Of several values any will do.
    """
    chosen = _chosen(programme, condition, context)
    if condition.negated:
        return chosen._replace(rows=programme.index.facets.everything & ~chosen.rows)
    return chosen


def _chosen(programme: Programme, condition: Condition, context: Context) -> Selected:
    values = dict.fromkeys(condition.values)
    if condition.op != ":" and len(values) > 1:
        first, last = place_of(condition.values[0]), place_of(condition.values[-1])
        place = Place(first.start, last.end, first.within)
        message = f"{condition.field}{condition.op} takes one value"
        raise QueryError(message, hint="a comma means or").at(place)
    each = [_value(programme, condition, text, context) for text in values]
    rows = reduce(operator.or_, (part.rows for part in each))
    return Selected(rows, tuple(note for part in each for note in part.readings))


def _value(programme: Programme, condition: Condition, text: str, context: Context) -> Selected:
    try:
        if condition.op != ":":
            return _compared(programme, condition, text, context)
        answer = _ANSWERS.get(condition.field)
        if answer is None:
            return named(programme.index, condition.field, text)
        return answer(programme, text, context)
    except QueryError as error:
        raise error.at(place_of(text)) from None


def _compared(programme: Programme, condition: Condition, text: str, context: Context) -> Selected:
    holds = _HOLDS[condition.op]
    if condition.field == "level":
        return compared_levels(programme, text, holds)
    return compared_days(programme, text, context, holds)


def _kinds(programme: Programme, text: str, _: Context) -> Selected:
    return spelled(programme.index, "kind", text, *_spellings("kind"))


def _languages(programme: Programme, text: str, _: Context) -> Selected:
    return spelled(programme.index, "language", text, *_spellings("language"))


@cache
def _spellings(dimension: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return every folded spelling with its value, and every value as a person reads it."""
    table = KINDS if dimension == "kind" else LANGUAGES
    known = {fold(word): value for value, words in table.items() for word in words.split()}
    said = {value: value if table is KINDS else language_name(value) for value in table}
    return known | {value: value for value in table}, said


def _state(programme: Programme, text: str, context: Context) -> Selected:
    folded = fold(text)
    index = programme.index
    if folded in STATES:
        return Selected(index.facets.rows("state", folded))
    if folded in MINE:
        return Selected(_wanted(programme, folded, context))
    if folded in MOMENTS:
        if folded == "now":
            return under_way(programme, "now", context)
        return Selected(upcoming(index, context) if folded == "upcoming" else past(index, context))
    from summit_tui.catalogue.problems import did_you_mean

    known = (*MINE, *MOMENTS, *STATES)
    hint = did_you_mean(folded, known) or f"known are {', '.join(known)}"
    raise QueryError(f"is:{text} means nothing", hint=hint)


def _wanted(programme: Programme, want: str, context: Context) -> Rows:
    row = programme.catalogue.sessions.row
    rows = [row(session_id) for session_id, each in context.wants if want in ("picked", each)]
    return set_of([row for row in rows if row is not None], programme.index.size)


def _free(programme: Programme, text: str, context: Context) -> Selected:
    if fold(text) != "me":
        raise QueryError(f"free:{text} means nothing", hint="write free:me")
    return Selected(free_rows(programme.index, context))


_ANSWERS: dict[str, Callable[[Programme, str, Context], Selected]] = {
    "level": lambda programme, text, _: levels(programme, text),
    "speaker": lambda programme, text, _: speakers(programme, text),
    "kind": _kinds,
    "lang": _languages,
    "title": lambda programme, text, _: in_title(programme, text),
    "abstract": lambda programme, text, _: in_abstract(programme, text),
    "code": lambda programme, text, _: with_code(programme, text),
    "id": lambda programme, text, _: with_id(programme, text),
    "day": days,
    "after": after,
    "before": before,
    "at": under_way,
    "is": _state,
    "free": _free,
    "with": with_colleagues,
}
"""What answers each field that is not simply a name."""
