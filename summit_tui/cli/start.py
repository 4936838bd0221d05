"""Where the process of `summit` begins and ends.

Two things make it quick: the cyclic collector rests before anything large is imported, and an
ordinary search, or the application, begins without click having been imported.
"""

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from summit_tui.cli.line import Line

COMPLETE = "_SUMMIT_COMPLETE"
"""The variable in which a shell asks for completions, under whatever name it calls the command."""


def main() -> NoReturn:
    """Run the command line of this process and end it.

    Ends without the interpreter's tear-down, which takes longer than a search: everything that
    must be written has been, and nothing registers for exit.
    """
    gc.disable()  # a command is over before there is anything to collect; the application wakes it
    try:
        _open_streams()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anything to interrupt
        code = 130
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass  # whoever read has had enough
    except OSError as error:
        from summit_tui.cli import ending

        code = ending.code_of(error)
    os._exit(code)


def _open_streams() -> None:
    """Make the standard streams UTF-8, and give closed ones a place to go."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            devnull = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123  open to the end
            setattr(sys, name, devnull)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def run(arguments: list[str]) -> int:
    """Return the exit code of the command line `arguments`, after everything has been said."""
    code = _complete() if COMPLETE in os.environ else _ordinary(arguments)
    if code is not None:
        return code
    from summit_tui.cli import main as with_click

    return with_click.run(arguments)


def _ordinary(arguments: list[str]) -> int | None:
    """Return the exit code of a line that needs no click, after it is done; None for others."""
    if arguments == ["--version"]:
        return _version()
    from summit_tui.cli.line import read_line

    line = read_line(arguments)
    return None if line is None else _do(line)


def _version() -> int:
    from summit_tui import __version__
    from summit_tui.cli import out

    try:
        out.write_lines([f"summit {__version__}"])
    except OSError as error:
        from summit_tui.cli import ending

        return ending.code_of(error)
    return 0


def _do(line: "Line") -> int:
    from summit_tui.cli import out

    try:
        out.use_colour(line.color)
        if line.command:
            from summit_tui.cli.desk import Desk
            from summit_tui.cli.searching import search

            search(Desk(line.given), line.values)
        else:
            from summit_tui.cli.opening import open_or_print

            open_or_print(line.given)
    except (Exception, KeyboardInterrupt) as error:
        from summit_tui.cli import ending

        return ending.code_of(error)
    return 0


def _complete() -> int | None:
    """Answer the shell that asks what could stand at its cursor; None where click must answer."""
    from contextlib import redirect_stderr, suppress
    from io import StringIO

    from summit_tui.cli import out, tab

    with redirect_stderr(StringIO()), suppress(Exception):  # Tab never says what is wrong
        answer = tab.answer()
        if answer is None:
            return None
        out.write_lines([answer])
    return 0
