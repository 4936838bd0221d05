"""What each condition of a query selects: rows of the index, and how its value was read.

Values match as people write them: a track by part of its name or with a typing error, a level by
value, name or range, a day by name, number or date. A value that can mean nothing is an error
with what would have been possible.
"""

import re
from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Any

from summit_tui.catalogue.kinds import (
    KINDS,
    LANGUAGE_WORDS,
    read_kind,
    read_language,
)
from summit_tui.catalogue.text import fold
from summit_tui.search.context import Context
from summit_tui.search.facets import Rows, set_of
from summit_tui.search.names import named, speakers
from summit_tui.search.programme import Programme
from summit_tui.search.query import Condition, QueryError
from summit_tui.search.selected import Selected, union
from summit_tui.search.when import by_clock, day_of, free_rows, under_way

STATES = ("cancelled", "recorded", "unrecorded", "unscheduled", "tentative")
_RANGE = re.compile(r"(.+?)\s*(?:-|\.\.|–)\s*(.+)")


def select(programme: Programme, condition: Condition, context: Context) -> Selected:
    """Return what `condition` selects; QueryError when a value of it can mean nothing."""
    if condition.op != ":":
        chosen = Selected(_compared(programme, condition, context))
    else:
        each = [_value(programme, condition.field, text, context) for text in condition.values]
        rows = reduce(or_, (part.rows for part in each))
        chosen = Selected(rows, tuple(note for part in each for note in part.readings))
    if condition.negated:
        return Selected(programme.index.facets.everything & ~chosen.rows, chosen.readings)
    return chosen


def _value(programme: Programme, name: str, text: str, context: Context) -> Selected:
    answer = _ANSWERS.get(name)
    if answer is None:
        return named(programme.index, name, text)
    return Selected(answer(programme, text, context))


def _free(programme: Programme, text: str, context: Context) -> Rows:
    if fold(text) != "me":
        raise QueryError(f"free:{text} means nothing", hint="write free:me")
    return free_rows(programme.index, context)


def _canonical(read: Callable[[str], str], text: str, known: Iterable[str]) -> str:
    try:
        return read(text)
    except ValueError as error:
        from summit_tui.catalogue.problems import did_you_mean

        raise QueryError(str(error), hint=did_you_mean(text, known)) from error


# -- levels and days ----------------------------------------------------------------------------


def _levels(programme: Programme, text: str) -> list[Any]:
    scale = programme.catalogue.scale
    if text.endswith("+"):
        return [lv.value for lv in scale.levels[_rank(programme, text[:-1]) :]]
    bounds = [text]
    match = _RANGE.fullmatch(text)
    if match and scale.named(text) is None:  # a level may be called Deep-dive
        bounds = [match[1], match[2]]
    ranks = [_rank(programme, bound) for bound in bounds]
    return [level.value for level in scale.levels[min(ranks) : max(ranks) + 1]]


def _rank(programme: Programme, text: str) -> int:
    scale = programme.catalogue.scale
    try:
        return scale.rank(scale.read(text))
    except ValueError as error:
        from summit_tui.catalogue.problems import did_you_mean

        raise QueryError(str(error), hint=did_you_mean(text, scale.words())) from error


def _compared(programme: Programme, condition: Condition, context: Context) -> Rows:
    text, op = condition.values[0], condition.op
    if len(condition.values) > 1:
        raise QueryError(f"{condition.field}{op} takes one value", hint="a comma means or")
    index = programme.index
    if condition.field == "level":
        rank = _rank(programme, text)
        levels = programme.catalogue.scale.levels
        chosen = [lv.value for place, lv in enumerate(levels) if _holds(place, op, rank)]
        return union(index, "level", chosen)
    day = day_of(programme, text, context)
    days = [value for value in index.facets.values("day") if _holds(value, op, day)]
    return union(index, "day", days)


def _holds(value: Any, op: str, bound: Any) -> bool:
    if op == ">=":
        return bool(value >= bound)
    if op == "<=":
        return bool(value <= bound)
    return bool(value > bound) if op == ">" else bool(value < bound)


# -- me -----------------------------------------------------------------------------------------


def _state(programme: Programme, text: str, context: Context) -> Rows:
    folded = fold(text)
    index, sessions = programme.index, programme.catalogue.sessions
    if folded in STATES:
        return index.facets.rows("state", folded)
    if folded == "now":
        return under_way(programme, "now", context)
    if folded in ("picked", "must", "want", "maybe"):
        rows = [sessions.row(i) for i, want in context.wants if folded in ("picked", want)]
        return set_of([row for row in rows if row is not None], index.size)
    from summit_tui.catalogue.problems import did_you_mean

    known = (*STATES, "now", "picked", "must", "want", "maybe")
    hint = did_you_mean(folded, known) or f"known are {', '.join(known)}"
    raise QueryError(f"is:{text} means nothing", hint=hint)


_ANSWERS: dict[str, Callable[[Programme, str, Context], Rows]] = {
    "level": lambda programme, text, _: union(programme.index, "level", _levels(programme, text)),
    "kind": lambda programme, text, _: union(
        programme.index, "kind", [_canonical(read_kind, text, KINDS)]
    ),
    "lang": lambda programme, text, _: union(
        programme.index, "language", [_canonical(read_language, text, LANGUAGE_WORDS)]
    ),
    "day": lambda programme, text, context: union(
        programme.index, "day", [day_of(programme, text, context)]
    ),
    "after": lambda programme, text, _: by_clock(programme, "after", text),
    "before": lambda programme, text, _: by_clock(programme, "before", text),
    "at": under_way,
    "is": _state,
    "free": _free,
    "speaker": lambda programme, text, _: speakers(programme.index, text),
}
"""What answers each field that is not simply a name."""
