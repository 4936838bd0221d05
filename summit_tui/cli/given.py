"""The options that every command takes: which catalogue, which agenda, what time it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import click

from summit_tui.cli import out

Command = Callable[..., Any]


@dataclass(frozen=True)
class Given:
    """The options every command takes."""

    catalogue: str | None = None
    agenda: str | None = None
    at: str | None = None

    def filled(self, outer: "Given") -> "Given":
        """Return these options, with those of the group where they are not given."""
        return replace(
            self,
            catalogue=self.catalogue or outer.catalogue,
            agenda=self.agenda or outer.agenda,
            at=self.at or outer.at,
        )


def given_options(command: Command) -> Command:
    """Add the options that say which catalogue, which agenda and what time it is."""
    for option in (
        click.option("--catalogue", metavar="FILE|NAME", help="The programme to use."),
        click.option("--agenda", metavar="FILE", help="The agenda file to use."),
        click.option("--at", metavar="TIME", help="Pretend it is this time: 2019-04-02T10:00."),
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            help="Whether output is coloured.",
        ),
    ):
        command = option(command)
    return command


def take_given(context: click.Context, options: dict[str, Any]) -> Given:
    """Return the given options out of `options`, filled up with those of the group."""
    given = Given(options.pop("catalogue"), options.pop("agenda"), options.pop("at"))
    if colour := options.pop("color"):
        out.use_colour(colour)
    return given.filled(context.obj) if isinstance(context.obj, Given) else given
