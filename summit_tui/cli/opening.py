"""What `summit` does without a command: the application, or the programme as text."""

import os
import sys

from summit_tui.cli import out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.given import Given
from summit_tui.search.query import Query


def open_or_print(given: Given) -> None:
    """Open the application on a terminal; print the programme anywhere else."""
    desk = Desk(given)
    if "TEXTUAL_DRIVER" in os.environ:  # somebody else's terminal: that of a page in a browser
        _open(desk, color=out.wants_colour(terminal=True))
        return
    if not (out.is_terminal() and sys.stdin.isatty()):
        from summit_tui.cli import listing

        _ = desk.shown_agenda
        out.write_lines(listing.table(desk, desk.find(Query()).rows, heading=True))
        return
    if os.environ.get("TERM") == "dumb":
        talk.fail(
            "this terminal (TERM=dumb) cannot show the application; summit --help for the rest"
        )
    if not sys.stderr.isatty():
        os.dup2(sys.stdout.fileno(), 2)  # the application is drawn on standard error
    _open(desk, color=out.coloured())


def _open(desk: Desk, *, color: bool) -> None:
    from summit_tui.tui.app import run

    if code := run(desk.programme, desk.store, color=color):
        raise talk.Stop(code)
