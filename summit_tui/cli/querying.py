"""The query that words and filter options make together; without click."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.cli import talk
from summit_tui.cli.declared import FILTERS
from summit_tui.search.query import FIELDS, Condition, Query, QueryError, parse

if TYPE_CHECKING:
    from summit_tui.cli.desk import Desk

_NAMED = {"track": "track", "room": "room"}
"""Filters whose values are names in the programme, which may hold a comma; with the facet."""


def take_query(desk: "Desk", options: dict[str, Any]) -> Query:
    """Return the query out of `options`, with the saved searches that it names put in."""
    query = typed_query(desk, options)
    if not query.references:
        return query
    from summit_tui.search.saved import put_in

    try:
        return put_in(query)
    except QueryError as error:
        error.text = desk.asked
        raise


def typed_query(desk: "Desk", options: dict[str, Any]) -> Query:
    """Return the query out of `options`: the words as typed, the options as conditions."""
    desk.asked = " ".join(options.pop("words"))
    try:
        query = parse(desk.asked)
    except QueryError as error:
        error.text = desk.asked
        raise
    for each in FILTERS:
        if texts := options.pop(each.name):
            query = query.where(_condition(each.name, _split(desk, each.name, texts)))
    if options.pop("picked"):
        query = query.where(Condition("is", ("picked",)))
    if options.pop("free"):
        query = query.where(Condition("free", ("me",)))
    return query


def _split(desk: "Desk", name: str, texts: Iterable[str]) -> list[str]:
    """Return the values that commas separate, but a name of the programme with a comma whole."""
    values: list[str] = []
    for text in map(clean_line, texts):
        names = desk.programme.index.facets.values(_NAMED[name]) if name in _NAMED else ()
        whole = "," in text and fold(text) in map(fold, names)
        values += [text] if whole else [part.strip() for part in text.split(",")]
    return [value for value in values if value]


def _condition(name: str, values: list[str]) -> Condition:
    """Return the condition an option makes; `--level ">=300"` is a comparison as in a query."""
    if not values:
        talk.fail(f"--{name} needs a value: {FIELDS[name]}")
    if len(values) == 1 and values[0][0] in "<>":
        with suppress(ValueError):
            read = parse(f"{name}{values[0]}")
            if len(read.conditions) == 1 and read == Query(conditions=read.conditions):
                (condition,) = read.conditions
                return condition._replace(values=tuple(map(str, condition.values)))  # no places
    return Condition(name, tuple(values))
