"""`summit check`: look for mistakes in a catalogue file."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from summit_tui.catalogue.problems import CatalogueError, Problem
from summit_tui.cli import listing, out, talk
from summit_tui.cli.common import format_option
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk

_STDIN = Path("stdin")
"""What messages call the standard input."""


@click.command("check")
@with_desk
@click.argument("file", required=False)
@format_option("text", "json", "github", unless_said="text")
def command(desk: Desk, file: str | None, form: str) -> None:
    """Look for mistakes in a catalogue FILE (- for standard input, else the one in use).

    Ends with 2 when there are errors, 1 when there are only warnings, 0 when it is clean.
    """
    problems = find_problems(desk.given.catalogue if file is None else file)
    if form == "json":
        out.write_lines(
            [listing.to_json({"version": 1, "problems": [_plain(p) for p in problems]})]
        )
    elif form == "github":
        out.write_lines(_annotation(problem) for problem in problems)
    else:
        out.write_lines(talk.excerpted(problem) for problem in problems)
        out.write_lines([_summary(problems)])
    severities = {problem.severity for problem in problems}
    raise talk.Stop(2 if "error" in severities else 1 if severities else 0)


def find_problems(named: str | None) -> Sequence[Problem]:
    """Return every problem of a catalogue, errors and warnings, by line."""
    from summit_tui.catalogue import library
    from summit_tui.catalogue.checks import check
    from summit_tui.catalogue.reading import read, read_text
    from summit_tui.catalogue.source import read_bytes

    try:
        if named == "-":
            text = read_bytes(sys.stdin.buffer, _STDIN)
            reading = read_text(text, _STDIN, keep_places=True)
        else:
            reading = read(library.current(named).path, keep_places=True)
    except CatalogueError as error:
        return error.problems
    found = [*reading.problems, *check(reading)]
    return sorted(found, key=lambda problem: (problem.line, problem.column))


def _plain(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint or None,
        "file": problem.file,
        "line": problem.line or None,
        "column": problem.column or None,
    }


def _annotation(problem: Problem) -> str:
    """Return a problem as a workflow command that marks the line in a pull request."""
    place = f"file={_escaped(problem.file)}"
    if problem.line:
        place += f",line={problem.line},col={problem.column}"
    hint = f" ({problem.hint})" if problem.hint else ""
    message = f"{problem.message}{hint}".replace("%", "%25")
    return f"::{problem.severity} {place},title={problem.code}::{message}"


def _escaped(name: str) -> str:
    """Return a property of a workflow command with what would end it escaped."""
    return name.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _summary(problems: Sequence[Problem]) -> str:
    counts = [
        f"{number} {severity}{'s' * (number != 1)}"
        for severity in ("error", "warning")
        if (number := sum(problem.severity == severity for problem in problems))
    ]
    return ", ".join(counts) or "no problems"
