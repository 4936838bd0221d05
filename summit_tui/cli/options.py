"""Options that several commands take, each declared once, with their completion."""

from contextlib import suppress
from functools import wraps
from typing import Any

import click
from click.shell_completion import CompletionItem

from summit_tui.catalogue.kinds import KINDS, LANGUAGES
from summit_tui.cli.desk import Desk
from summit_tui.cli.given import Command, Given, given_options, take_given
from summit_tui.search.query import Condition, Query, parse


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
    """The id or code of a session."""

    name = "ID"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the sessions whose id or code begins with what is typed."""
        desk = _desk(ctx)
        wanted = incomplete.lower()
        items: list[CompletionItem] = []
        sessions = desk.catalogue.sessions
        for row, names in enumerate(zip(sessions.ids(), sessions.codes(), strict=True)):
            name = next((each for each in names if each.lower().startswith(wanted) and each), None)
            if name is not None:
                items.append(CompletionItem(name, help=sessions[row].title))
            if len(items) == 200:
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
        """Return the values of the facet that begin with what is typed."""
        facets = _desk(ctx).programme.index.facets
        values = [str(value) for value in facets.values(self._dimension)] + list(self._extra)
        wanted = incomplete.lower()
        return [CompletionItem(value) for value in values if value.lower().startswith(wanted)]


class SpeakerName(click.ParamType[str]):
    """A speaker's name."""

    name = "name"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the speakers one of whose names begins with what is typed."""
        from summit_tui.catalogue.text import fold
        from summit_tui.search.filters import select

        desk = _desk(ctx)
        chosen = parse(f'speaker:"{incomplete}"') if incomplete.strip() else Query()
        rows = (
            [select(desk.programme, each, desk.context).rows for each in chosen.conditions]
            or [desk.programme.index.facets.everything]
        )[0]
        from summit_tui.search.facets import rows_of

        wanted = fold(incomplete)
        names = {
            speaker.name
            for row in rows_of(rows)[:500]
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

_FILTERS = (
    ("level", FacetValue("level"), "Only these levels: 300, 300+, 200-300, advanced."),
    ("track", FacetValue("track"), "Only this track, or part of its name."),
    ("day", FacetValue("day", ("today", "tomorrow")), "Only this day: tue, 2, 2019-04-02, today."),
    ("room", FacetValue("room"), "Only this room."),
    ("speaker", SpeakerName(), "Only this speaker."),
    ("kind", click.STRING, f"Only this kind: {', '.join(list(KINDS)[:5])} …"),
    ("lang", click.STRING, f"Only in this language: {', '.join(list(LANGUAGES)[7:9])} …"),
    ("after", click.STRING, "Only what starts at this time or later."),
    ("before", click.STRING, "Only what starts before this time."),
)


def query_options(command: Command) -> Command:
    """Add QUERY and the filter options, and hand the command the `Query` they make together."""

    @wraps(command)
    def wrapper(desk: Desk, /, *args: Any, **options: Any) -> Any:
        return command(desk, *args, query=take_query(options), **options)

    decorated: Command = wrapper
    decorated = click.option("--free", is_flag=True, help="Only what fits between my picks.")(
        decorated
    )
    decorated = click.option("--picked", is_flag=True, help="Only what I picked.")(decorated)
    for name, kind, doc in reversed(_FILTERS):
        option = click.option(f"--{name}", type=kind, multiple=True, metavar=name.upper(), help=doc)
        decorated = option(decorated)
    return click.argument("words", nargs=-1, metavar="[QUERY]...")(decorated)


def take_query(options: dict[str, Any]) -> Query:
    """Return the query out of `options`: the words as typed, the options as conditions."""
    query = parse(" ".join(options.pop("words")))
    for name, _, _ in _FILTERS:
        values = [value.strip() for text in options.pop(name) for value in text.split(",")]
        if values := [value for value in values if value]:
            query = query.where(_condition(name, values))
    if options.pop("picked"):
        query = query.where(Condition("is", ("picked",)))
    if options.pop("free"):
        query = query.where(Condition("free", ("me",)))
    return query


def _condition(name: str, values: list[str]) -> Condition:
    """Return the condition an option makes; `--level ">=300"` is a comparison as in a query."""
    if len(values) == 1 and values[0][0] in "<>":
        with suppress(ValueError):
            return parse(f"{name}{values[0]}").conditions[0]
    return Condition(name, tuple(values))
