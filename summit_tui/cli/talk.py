"""The one writer to standard error, and the one place that decides exit codes.

0 found or done, 1 nothing found (`check`: warnings only; `agenda --fail-on`: what was asked for),
2 wrong usage or data, 130 interrupted.
"""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from summit_tui.catalogue.text import clean
from summit_tui.cli import out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summit_tui.catalogue.problems import Problem

DONE, NOTHING, WRONG = 0, 1, 2


class Stop(Exception):  # noqa: N818  ending is not always an error
    """Ends the command with an exit code; what there was to say has been said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def say(message: str) -> None:
    """Tell the person something; a closed standard error is no reason to fail."""
    _write(clean(message))


def error(message: str) -> None:
    """Say what is wrong and how to mend it; what is wrong in a file says so behind its place."""
    placed = ": error: " in message.partition("\n")[0]
    _write(clean(message) if placed else f"{_red('error:')} {clean(message)}")


def point_at(text: str, start: int, end: int) -> None:
    """Show `text` with carets under a part of it, where it has more than that part."""
    if not text or start >= end:
        return
    shown = "".join([letter if letter.isprintable() else " " for letter in text])
    length = end - start
    shown, start = _window(shown, start)
    carets = "^" * max(1, out.cells(shown[start : start + length]))
    _write(f"  {shown}\n  {' ' * out.cells(shown[:start])}{carets}")


def progress(text: str) -> None:
    """Show how far something is, in place of what was shown so before; nothing ends that.

    Only a terminal that can take a line back is shown it.
    """
    if sys.stderr.isatty() and os.environ.get("TERM") not in (None, "", "dumb"):
        with suppress(OSError, ValueError):
            sys.stderr.write(f"\r{clean(text)}\x1b[K")
            sys.stderr.flush()


def fail(message: str) -> NoReturn:
    """Say what is wrong and how to mend it, and end with 2."""
    error(message)
    raise Stop(WRONG)


def nothing(message: str) -> NoReturn:
    """Say that nothing was found, and end with 1."""
    say(message)
    raise Stop(NOTHING)


def tell(problems: "Iterable[Problem]") -> None:
    """Show problems as `excerpted` lays them out."""
    for problem in problems:
        _write(excerpted(problem))


def excerpted(problem: "Problem") -> str:
    """Return a problem with its place, the line it is on, and a caret under the culprit."""
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    head = f"{problem.file}{place}: {problem.severity}: {problem.message}"
    hint = problem.hint
    if not problem.excerpt:
        return f"{head} ({hint})" if hint else head
    number = f"{problem.line:>5}"
    excerpt, column = _window(problem.excerpt.replace("\t", " "), problem.column - 1)
    culprit = excerpt[column : column + min(problem.length, 60)]
    carets = "^" * max(1, out.cells(culprit))
    below = f"{' ' * 5} | {' ' * out.cells(excerpt[:column])}{carets} {hint}".rstrip()
    return f"{head}\n{number} | {excerpt}\n{below}"


def _window(excerpt: str, column: int, most: int = 100) -> tuple[str, int]:
    """Return the part of a long line around `column`, and the column in it."""
    if len(excerpt) <= most:
        return excerpt, column
    start = max(0, min(column - most // 3, len(excerpt) - most))
    return excerpt[start : start + most], column - start


def _red(text: str) -> str:
    return f"\x1b[31m{text}\x1b[0m" if out.wants_colour(sys.stderr.isatty()) else text


def _write(line: str) -> None:
    with suppress(OSError, ValueError):  # closed, full: the command goes on
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
