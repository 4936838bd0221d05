"""The options that every command takes, as click has them."""

from collections.abc import Callable
from typing import Any

import click

from summit_tui.cli import out
from summit_tui.cli.given import Given

Command = Callable[..., Any]
GIVEN = frozenset(("catalogue", "agenda", "at", "color"))
"""The parameters that every command takes."""


class OneOf(click.Choice[str]):
    """One of a few words; another word is told which one it resembles."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Return what is wrong with `value`, and the way out."""
        from summit_tui.catalogue.problems import did_you_mean

        words = [str(word) for word in self.choices]
        hint = did_you_mean(str(value), words)
        return f"{value!r} is not one of {', '.join(words)}" + (f": {hint}" if hint else "")


def given_options(command: Command) -> Command:
    """Add the options that say which catalogue, which agenda and what time it is."""
    for option in (
        click.option("--color", type=OneOf(out.COLOURS), help="Whether output is coloured."),
        click.option(
            "--at", metavar="TIME", help="Pretend it is this time: 2019-04-02T10:00, 10:00."
        ),
        click.option("--agenda", metavar="FILE", help="The agenda file to use."),
        click.option("--catalogue", metavar="FILE|NAME", help="The programme to use."),
    ):
        command = option(command)
    return command


def take_given(context: click.Context, options: dict[str, Any]) -> Given:
    """Return the given options out of `options`, filled up with those of the group."""
    given = Given(options.pop("catalogue"), options.pop("agenda"), options.pop("at"))
    colour = options.pop("color")
    if colour or context.parent is None:
        out.use_colour(colour or "auto")
    return given.filled(context.obj) if isinstance(context.obj, Given) else given
