"""`summit search` as click knows it."""

from typing import Any

import click

from summit_tui.cli import declared
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk, with_options
from summit_tui.cli.searching import search


@click.command("search")
@with_desk
@click.argument("words", nargs=-1, metavar="[QUERY]...")
@with_options(declared.SEARCH)
def command(desk: Desk, **options: Any) -> None:
    r"""Find sessions: words are matched with typing errors and unfinished, in any order.

    \b
    summit search serverles --level 300+
    summit search 'lambda track:serverless -kind:workshop after:14:00'
    summit search --level 300+ --format ids | summit add -

    A field is one of the filters below, or tag: company: venue: title: abstract: code: id: at:10:30
    is:picked free:me with:ada; @NAME is a saved search. Without words the whole programme, in time
    order. A word that begins with - excludes; write it after --, or in quotes with others.
    """
    search(desk, options)
