"""Options that several commands take, each declared once, with their completion."""

from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from summit_tui.catalogue.text import clean_line, fold
from summit_tui.cli import talk
from summit_tui.cli.common import Command, as_click, given_options, take_given
from summit_tui.cli.declared import CIRCUMSTANCES, QUERY, Option
from summit_tui.cli.desk import Desk
from summit_tui.cli.given import Given
from summit_tui.cli.querying import take_query
from summit_tui.cli.tab import sessions_called
from summit_tui.search.context import Context
from summit_tui.search.query import Condition

_MOST_COMPLETIONS = 200


def with_desk(command: Command) -> Command:
    """Add the options of `given_options` and hand the command a `Desk` for them."""

    @given_options
    @click.pass_context
    @wraps(command)
    def wrapper(context: click.Context, /, *args: Any, **options: Any) -> Any:
        return command(Desk(take_given(context, options)), *args, **options)

    return wrapper


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
        return [
            CompletionItem(name, help=sessions[row].title)
            for row, name in sessions_called(desk, wanted)
        ]


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
            try:
                rows = select(desk.programme, spoken, Context(desk.now)).rows
            except ValueError:  # no speaker is called like that
                return []
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


_NEAR_DAYS = ("today", "tomorrow")


def with_options(options: Iterable[Option]) -> Callable[[Command], Command]:
    """Return the decorator that adds `options`; the command gets them by their parameters."""

    def decorate(command: Command) -> Command:
        for option in reversed(list(options)):
            command = as_click(option, _completed(option))(command)
        return command

    return decorate


def _completed(option: Option) -> click.ParamType[Any] | None:
    """Return the type whose values Tab offers; None where there is nothing to offer."""
    if option.completes == "speaker":
        return SpeakerName()
    extra = _NEAR_DAYS if option.completes == "day" else ()
    return FacetValue(option.completes, extra) if option.completes else None


def circumstances_options(command: Command) -> Command:
    """Add the options that say what else counts, and hand the command its desk with them."""

    @wraps(command)
    def wrapper(desk: Desk, /, *args: Any, **options: Any) -> Any:
        from summit_tui.agenda.walking import read_walk
        from summit_tui.catalogue.places import expanded

        desk.busy = tuple(map(expanded, options.pop("busy")))
        _refuse_missing(desk.busy)
        try:
            desk.walks = tuple(map(read_walk, options.pop("walks")))
        except ValueError as error:
            talk.fail(f"--walk: {error}")
        _refuse_nowhere(desk)
        return command(desk, *args, **options)

    return with_options(CIRCUMSTANCES)(wrapper)


def _refuse_missing(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_file():
            continue
        name = clean_line(str(path))
        if path.exists():  # a pipe could not be read again, as watch does
            talk.fail(f"--busy: {name} is no ordinary file: save the calendar as one")
        if name.startswith(("http:", "https:", "webcal:")):
            talk.fail("--busy: an address is not asked: download the calendar and name the file")
        talk.fail(f"--busy: there is no file {name}")


def _refuse_nowhere(desk: Desk) -> None:
    """End with 2 where a way is between places that the programme does not have."""
    names = [name for walk in desk.walks for name in walk.between]
    if not names:
        return
    from summit_tui.agenda.walking import places
    from summit_tui.catalogue.problems import did_you_mean

    known = places(desk.catalogue)
    for name in names:
        if name not in known:
            said = f"--walk: no room and no venue is called {clean_line(name)!r}"
            meant = did_you_mean(name, known)
            talk.fail(f"{said}: {meant}" if meant else said)


def query_options(command: Command) -> Command:
    """Add QUERY and the filter options, and hand the command the `Query` they make together."""

    @wraps(command)
    def wrapper(desk: Desk, /, *args: Any, **options: Any) -> Any:
        return command(desk, *args, query=take_query(desk, options), **options)

    decorated = with_options(QUERY)(wrapper)
    return click.argument("words", nargs=-1, metavar="[QUERY]...")(decorated)
