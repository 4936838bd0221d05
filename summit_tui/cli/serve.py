"""`summit serve`: the application in a browser."""

import sys
from typing import TYPE_CHECKING

import click

from summit_tui.catalogue.text import clean_line
from summit_tui.cli import out, talk
from summit_tui.cli.desk import Desk
from summit_tui.cli.given import Given
from summit_tui.cli.options import with_desk

if TYPE_CHECKING:
    from collections.abc import Callable

_PORT = 8000


@click.command("serve")
@with_desk
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="ADDRESS",
    help="Where to listen; 127.0.0.1 if not given.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    metavar="N",
    help="On which port; 8000 if not given, 0 for any free one.",
)
@click.option("--anybody", is_flag=True, help="Let others than this machine in, too.")
def command(desk: Desk, host: str, port: int, anybody: bool) -> None:
    r"""Show the application in a browser, until ctrl+c.

    \b
    summit serve
    summit serve --port 0
    summit --catalogue demo serve

    The address is printed as soon as somebody can go there. Each page has the application to
    itself, and all of them work on the same agenda: mine. So only this machine is let in, unless
    --host names another address and --anybody says that it is meant: whoever gets there changes my
    agenda, imports what I could, and writes files as I do, without a password.
    """
    try:
        from summit_tui.tui.web.serving import Server, is_loopback, serve
    except ImportError:
        talk.fail(
            "a browser needs textual-serve, which is not installed: pip install 'summit-tui[serve]'"
        )
    host = clean_line(host)
    if not (anybody or is_loopback(host)):
        talk.fail(
            f"--host {host} lets in who is not on this machine: everybody who gets there uses my"
            " agenda, and reads and writes files as I do; --anybody if that is meant"
        )
    event = desk.catalogue.event
    server = Server(_application(desk.given), event.name, anybody=anybody)
    import asyncio

    try:
        asyncio.run(serve(server, host, port, _ready(event.name, anybody=anybody)))
    except OSError as error:
        talk.fail(_refused(error, host, port))


def _application(given: Given) -> list[str]:
    """Return the command line that opens the application of `given`."""
    named = [f"--{name}={value}" for name, value in given._asdict().items() if value]
    colour = "always" if out.wants_colour(terminal=True) else "never"
    start = "from summit_tui.cli.start import main; main()"
    return [sys.executable, "-c", start, *named, f"--color={colour}"]


def _ready(title: str, *, anybody: bool) -> "Callable[[str], None]":
    def tell(address: str) -> None:
        out.write_lines([address])
        out.flush()
        whose = "everybody who gets there uses my agenda; " if anybody else ""
        talk.say(f"{title} is at this address; {whose}ctrl+c ends it")

    return tell


def _refused(error: OSError, host: str, port: int) -> str:
    """Return why nobody can listen there, and the way out."""
    import errno
    import socket

    if error.errno == errno.EADDRINUSE:
        return f"port {port} of {host} is taken: --port 0 takes a free one"
    if error.errno == errno.EACCES:
        return f"port {port} is not for everybody: --port {_PORT}, or 0 for any free one"
    nowhere = error.errno in {errno.EADDRNOTAVAIL, None}  # asyncio of Python 3.13 gives no number
    if isinstance(error, socket.gaierror) or nowhere:
        return f"{host} is no address of this machine: --host 127.0.0.1 is, or 0.0.0.0 for all"
    return f"{host}:{port}: {(error.strerror or str(error)).lower()}"
