"""The options that every command takes, as click has them."""

from collections.abc import Callable
from typing import Any

import click

from summit_tui.cli import declared, out
from summit_tui.cli.declared import Option
from summit_tui.cli.given import Given

Command = Callable[..., Any]
GIVEN = frozenset(option.parameter for option in declared.GIVEN)
"""The parameters that every command takes."""


class OneOf(click.Choice[str]):
    """One of a few words; another word is told which one it resembles."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Return what is wrong with `value`, and the way out."""
        from summit_tui.catalogue.problems import did_you_mean

        words = [str(word) for word in self.choices]
        hint = did_you_mean(str(value), words)
        return f"{value!r} is not one of {', '.join(words)}" + (f": {hint}" if hint else "")


def format_option(*forms: str, unless_said: str | None = None) -> Callable[[Command], Command]:
    """Return the decorator of `--format`, one of `forms`.

    Without `unless_said` it is None where nothing is said: a table on a terminal, tsv in a pipe.
    """
    said = "" if unless_said else " In a pipe tsv, if not said."
    return click.option(
        "--format",
        "form",
        type=OneOf(forms),
        default=unless_said,
        help=f"For people, or as programs read it.{said}",
    )


def as_click(
    option: Option, kind: click.ParamType[Any] | None = None
) -> Callable[[Command], Command]:
    """Return click's decorator for `option`; `kind` is what becomes of its value, if not text."""
    names = (f"--{option.name}", option.parameter)
    if option.is_flag:
        return click.option(*names, is_flag=True, help=option.doc)
    if option.choices:
        kind = OneOf(option.choices)
    elif option.number:
        kind = click.IntRange(min=0)
    metavar = option.metavar or None
    return click.option(*names, type=kind, multiple=option.many, metavar=metavar, help=option.doc)


def given_options(command: Command) -> Command:
    """Add the options that say which catalogue, which agenda and what time it is."""
    for option in reversed(declared.GIVEN):
        command = as_click(option)(command)
    return command


def take_given(context: click.Context, options: dict[str, Any]) -> Given:
    """Return the given options out of `options`, filled up with those of the group."""
    given = Given(options.pop("catalogue"), options.pop("agenda"), options.pop("at"))
    colour = options.pop("color")
    if colour or context.parent is None:
        out.use_colour(colour or "auto")
    return given.filled(context.obj) if isinstance(context.obj, Given) else given
