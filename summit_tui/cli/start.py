"""Where the process of `summit` begins and ends.

Two things make it quick: the cyclic collector rests before anything large is imported, and without
a command the application opens without click having been imported.
"""

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from summit_tui.cli.given import Given


def main() -> NoReturn:
    """Run the command line of this process and end it.

    Ends without the interpreter's tear-down, which takes longer than a search: everything that
    must be written has been, and nothing registers for exit.
    """
    gc.disable()  # a command is over before there is anything to collect; the application wakes it
    try:
        _open_streams()
        code = _run(sys.argv[1:])
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


def _run(arguments: list[str]) -> int:
    given = _without_command(arguments)
    if given is None:
        from summit_tui.cli.main import run

        return run(arguments)
    from summit_tui.cli import ending

    try:
        from summit_tui.cli.opening import open_or_print

        open_or_print(given)
    except (Exception, KeyboardInterrupt) as error:
        return ending.code_of(error)
    return 0


def _without_command(arguments: list[str]) -> "Given | None":
    """Return what is given when that is all there is; None when click must read the line."""
    if any(name.endswith("_COMPLETE") and name.startswith("_SUMMIT") for name in os.environ):
        return None
    from summit_tui.cli.given import Given

    values: dict[str, str] = {}
    for name, value in zip(arguments[::2], arguments[1::2], strict=False):
        if name not in ("--catalogue", "--agenda", "--at") or value.startswith("-"):
            return None
        values[name[2:]] = value
    return Given(**values) if len(values) * 2 == len(arguments) else None
