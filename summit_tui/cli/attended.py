"""`summit attended`: say that I was there."""

import click

from summit_tui.agenda import change
from summit_tui.agenda.change import Picked
from summit_tui.cli import picking, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import SessionName, with_desk


@click.command("attended")
@with_desk
@click.argument("ids", nargs=-1, type=SessionName(), metavar="ID...")
@click.option("--no", "missed", is_flag=True, help="I was not there.")
@click.option("--over", is_flag=True, help="All picks that are over, unless I said already.")
def command(desk: Desk, ids: tuple[str, ...], missed: bool, over: bool) -> None:
    """Say that I was in these sessions (or, with --no, that I was not)."""
    if over and ids:
        talk.fail("one thing at a time: --over, or the ids of sessions")
    if not over and not ids:
        here = click.get_current_context()
        raise click.UsageError(
            "Missing argument 'ID...' (or --over, for all that have ended)", here
        )
    sessions = _unsaid(desk) if over else picking.picked(desk, ids)
    done = "missed" if missed else "attended"
    picking.apply(desk, change.mark_attended(sessions, not missed), done)


def _unsaid(desk: Desk) -> list[Picked]:
    """Return what I picked that has taken place by now and of which I have not said anything."""
    from summit_tui.agenda.report import report_on

    unsaid = report_on(desk.agenda_to_change, desk.catalogue, desk.now).unsaid
    if not unsaid:
        talk.nothing("there is no pick that is over and of which you have not said it yet")
    return [item.session or item.pick for item in unsaid]
