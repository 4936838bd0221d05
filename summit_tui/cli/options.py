"""Options that several commands take, each declared once, with their completion."""

from collections.abc import Iterable
from contextlib import suppress
from functools import wraps
from typing import Any

import click
from click.shell_completion import CompletionItem

from summit_tui.catalogue.kinds import KINDS
from summit_tui.catalogue.text import clean_line, fold
from summit_tui.cli import talk
from summit_tui.cli.common import Command, given_options, take_given
from summit_tui.cli.desk import Desk
from summit_tui.cli.given import Given
from summit_tui.search.context import Context
from summit_tui.search.query import FIELDS, Condition, Query, parse

_MOST_COMPLETIONS = 200


def with_desk(command: Command) -> Command:
    """Add the options of `given_options` and hand the command a `Desk` for them."""

    @given_options
    @click.pass_context
    @wraps(command)
    def wrapper(context: click.Context, /, *args: Any, **options: Any) -> Any:
        return command(Desk(take_given(context, options)), *args, **options)

    return wrapper


# -- values ---------------------------------------------------------------------------------------


class SessionName(click.ParamType[str]):
    """The id or code of a session: any, or with `picked` only those on my agenda."""

    name = "ID"

    def __init__(self, *, picked: bool = False, first: tuple[str, ...] = ()) -> None:
        self._picked = picked
        self._first = first
        """Words that may stand before the ids."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the sessions whose id or code begins with what is typed."""
        desk, wanted = _desk(ctx), incomplete.lower()
        if self._first and not ctx.params.get(str(param.name)):
            return [CompletionItem(word) for word in self._first if word.startswith(wanted)]
        if self._picked:
            picks = [pick for pick in desk.agenda if pick.id.lower().startswith(wanted)]
            return [CompletionItem(pick.id, help=pick.name) for pick in picks]
        sessions = desk.catalogue.sessions
        items: list[CompletionItem] = []
        for row, names in enumerate(zip(sessions.ids(), sessions.codes(), strict=True)):
            name = next((each for each in names if each.lower().startswith(wanted) and each), None)
            if name is not None:
                items.append(CompletionItem(name, help=sessions[row].title))
            if len(items) == _MOST_COMPLETIONS:
                break
        return items


class FacetValue(click.ParamType[str]):
    """A value of a facet of the programme, such as a track."""

    def __init__(self, dimension: str, extra: tuple[str, ...] = ()) -> None:
        self.name = "value" if dimension == "day" else dimension
        self._dimension = dimension
        self._extra = extra

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the values of the facet that begin with what is typed, after a comma another."""
        facets = _desk(ctx).programme.index.facets
        values = [str(value) for value in facets.values(self._dimension)] + list(self._extra)
        found = [value for value in values if value.lower().startswith(incomplete.lower())]
        before, comma, last = incomplete.rpartition(",")
        if comma and not found:
            found = [before + comma + v for v in values if v.lower().startswith(last.lower())]
        return [CompletionItem(value) for value in found]


class SpeakerName(click.ParamType[str]):
    """A speaker's name."""

    name = "name"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the speakers one of whose names begins with what is typed."""
        from summit_tui.search.facets import rows_of
        from summit_tui.search.filters import select

        desk, wanted = _desk(ctx), fold(incomplete).strip()
        rows = desk.programme.index.facets.everything
        if wanted:
            spoken = Condition("speaker", (wanted,))
            rows = select(desk.programme, spoken, Context(desk.now)).rows
        names = {
            speaker.name
            for row in rows_of(rows)[:_MOST_COMPLETIONS]
            for speaker in desk.catalogue.sessions[row].speakers
        }
        return [
            CompletionItem(name)
            for name in sorted(names)
            if any(part.startswith(wanted) for part in (fold(name), *fold(name).split()))
        ]


def _desk(context: click.Context) -> Desk:
    """Return the desk of a command line being completed."""
    params = context.params
    given = Given(params.get("catalogue"), params.get("agenda"), params.get("at"))
    outer = context.find_root().params
    return Desk(given.filled(Given(outer.get("catalogue"), outer.get("agenda"), outer.get("at"))))


# -- filters --------------------------------------------------------------------------------------

_NEAR_DAYS = ("today", "tomorrow")
_FILTERS: tuple[tuple[str, str, click.ParamType[str], str], ...] = (
    ("level", "LEVEL", FacetValue("level"), "These levels only: 300, 300+, 200-300, advanced."),
    ("track", "TRACK", FacetValue("track"), "This track only, or part of its name; data,ai: both."),
    ("day", "DAY", FacetValue("day", _NEAR_DAYS), "This day only: tue, 2, 2019-04-02, today."),
    ("room", "ROOM", FacetValue("room"), "This room only, or part of its name."),
    ("speaker", "NAME", SpeakerName(), "This speaker only, or part of the name."),
    ("kind", "KIND", FacetValue("kind"), f"This kind only: {', '.join(list(KINDS)[:5])} …"),
    ("lang", "LANGUAGE", FacetValue("language"), "In this language only: fr, French."),
    ("after", "TIME", click.STRING, "Starts at this time or later: 14:00."),
    ("before", "TIME", click.STRING, "Starts before this time: 16:00."),
)
"""Name, metavar, type and help of each filter; values with commas mean or."""
_NAMED = {"track": "track", "room": "room"}
"""Filters whose values are names in the programme, which may hold a comma; with the facet."""


def query_options(command: Command) -> Command:
    """Add QUERY and the filter options, and hand the command the `Query` they make together."""

    @wraps(command)
    def wrapper(desk: Desk, /, *args: Any, **options: Any) -> Any:
        return command(desk, *args, query=take_query(desk, options), **options)

    decorated: Command = wrapper
    for flag, doc in (
        ("--free", "What fits between my picks only."),
        ("--picked", "What I picked only."),
    ):
        decorated = click.option(flag, is_flag=True, help=doc)(decorated)
    for name, metavar, kind, doc in reversed(_FILTERS):
        option = click.option(f"--{name}", type=kind, multiple=True, metavar=metavar, help=doc)
        decorated = option(decorated)
    return click.argument("words", nargs=-1, metavar="[QUERY]...")(decorated)


def take_query(desk: Desk, options: dict[str, Any]) -> Query:
    """Return the query out of `options`: the words as typed, the options as conditions."""
    query = parse(" ".join(options.pop("words")))
    for name, *_ in _FILTERS:
        if texts := options.pop(name):
            query = query.where(_condition(name, _split(desk, name, texts)))
    if options.pop("picked"):
        query = query.where(Condition("is", ("picked",)))
    if options.pop("free"):
        query = query.where(Condition("free", ("me",)))
    return query


def _split(desk: Desk, name: str, texts: Iterable[str]) -> list[str]:
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
            return parse(f"{name}{values[0]}").conditions[0]
    return Condition(name, tuple(values))
