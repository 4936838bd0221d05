"""`summit next`: what I picked that comes next, in one line, also for a status bar."""

import click

from summit_tui.cli import out, talk
from summit_tui.cli.bars import BARS
from summit_tui.cli.coming import check_format, nothing_comes, standing, told
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import circumstances_options, with_desk


@click.command("next")
@with_desk
@circumstances_options
@click.option("--format", "form", metavar="FORMAT", help="line, json, ids, '{in} {title}'.")
@click.option("--for", "bar", type=OneOf(list(BARS)), help="As this status bar takes a line.")
def command(desk: Desk, form: str | None, bar: str | None) -> None:
    r"""Say in one line what of mine comes next, when, where, and when to leave for it.

    \b
    summit next --format '{in} {title:.30}, {room}'
    summit next --for tmux

    Besides the fields of a session a template has {in}, {minutes}, {walk}, {leave}, {from} and
    {line}. Ends with 1 when nothing comes.
    """
    form = check_format(form)
    if bar and form in ("json", "ids"):
        talk.fail(f"--for writes a line for {bar}: leave out --format {form}")
    out.write_lines(told(desk, form, bar))
    if standing(desk).next is None:
        talk.nothing(nothing_comes(desk))
