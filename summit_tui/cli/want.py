"""`summit want`: say how much I want a session."""

import click

from summit_tui.agenda import change
from summit_tui.agenda.model import WANTS
from summit_tui.catalogue.problems import did_you_mean
from summit_tui.cli import picking, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, with_desk


@click.command("want")
@with_desk
@click.argument(
    "args",
    nargs=-1,
    required=True,
    type=SessionName(first=WANTS),
    metavar="must|want|maybe ID...",
)
def command(desk: Desk, args: tuple[str, ...]) -> None:
    r"""Say how much I want sessions: must, want or maybe; - reads ids from standard input.

    \b
    summit want must SVS301 opening-keynote
    """
    want = args[0]
    if want not in WANTS and args[-1] in WANTS:  # the other order is as natural
        args = (args[-1], *args[:-1])
        want = args[0]
    if want not in WANTS:
        hint = did_you_mean(want, WANTS) or "summit want must SVS301"
        talk.fail(f"{want!r} is not one of {', '.join(WANTS)}: {hint}")
    if len(args) < 2:
        talk.fail(f"which session is {want}? Write summit want {want} ID")
    picking.apply(desk, change.set_want(picking.picked(desk, args[1:]), want), "now")
