"""What is said where a search found nothing, or not all of its words: the ways out."""

from typing import TYPE_CHECKING

from summit_tui.catalogue.number_words import counted
from summit_tui.search.query import Condition, Query
from summit_tui.search.suggestion import as_conditions, suggestion

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk

_MOST_WAYS = 3
"""So many filters to leave out are told, those that hide most."""


def nothing(desk: "Desk", query: Query) -> str:
    """Return what to say when nothing was found, with a way to find something."""
    message = f"nothing found among {counted(len(desk.catalogue.sessions), 'session')}"
    if ways := _ways_out(desk, query):
        return f"{message}; {', '.join(ways)}"
    other = suggestion(desk.programme, query, desk.context_for(query))
    return f"{message}; did you mean {other}?" if other else message


def _ways_out(desk: "Desk", query: Query) -> list[str]:
    """Return which filters hide what there is, and how many sessions each of them hides."""
    each = list(dict.fromkeys(query.conditions))
    hidden = {one: len(desk.find(_without(query, one)).rows) for one in each}
    most = sorted((one for one in each if hidden[one]), key=lambda one: -hidden[one])
    ways = [f"{hidden[one]} without {one}" for one in most[:_MOST_WAYS]]
    if not ways and len(each) > 1:
        rest = len(desk.find(query._replace(conditions=())).rows) if query.words else 0
        ways = [f"{rest} without the filters"] if rest else []
    empty = [str(one) for one in each if not desk.find(Query(conditions=(one,))).rows]
    if empty and (len(each) > 1 or query.words):
        ways.insert(0, f"no session matches {' or '.join(empty)}")
    return ways


def _without(query: Query, left_out: Condition) -> Query:
    return query._replace(conditions=tuple(one for one in query.conditions if one != left_out))


def instead(desk: "Desk", query: Query) -> str:
    """Return what may have been meant where no session has some of the words; empty for nothing."""
    meant = as_conditions(desk.programme, query, desk.context_for(query))
    return "" if meant is None else f"did you mean {meant}?"
