"""How a command may end: what each exception means to the person, and its exit code."""

from typing import TYPE_CHECKING

from summit_tui.cli import talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summit_tui.catalogue.problems import Problem

INTERRUPTED = 130
_MOST_TOLD = 20
"""So many errors of a broken file are shown by a command that only wanted to use it."""


def code_of(error: BaseException) -> int:
    """Return the exit code for what stopped a command, after saying what there is to say."""
    if isinstance(error, talk.Stop):
        return error.code
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return talk.DONE  # whoever read has had enough
    if isinstance(error, Exception):
        return _problem(error)
    raise error


def _tell(problems: "Sequence[Problem]") -> None:
    """Show the first errors of a file; `summit check` shows them all."""
    errors = [problem for problem in problems if problem.severity == "error"]
    errors.sort(key=lambda problem: (problem.line, problem.column))
    talk.tell(errors[:_MOST_TOLD])
    if len(errors) > _MOST_TOLD:
        talk.say(f"… {len(errors)} errors; summit check {errors[0].file} shows them all")
    elif len(errors) > 1:
        talk.say(f"{len(errors)} errors; nothing was done")


def _problem(error: Exception) -> int:
    """Say what is wrong with the data, or with the program."""
    from summit_tui.catalogue.problems import CatalogueError
    from summit_tui.catalogue.sections import DamagedError
    from summit_tui.search.query import QueryError

    if isinstance(error, CatalogueError):
        _tell(error.problems)
        return talk.WRONG
    if isinstance(error, DamagedError):
        from summit_tui.cli.doctor import clear_cache

        clear_cache()
        talk.error("the cache was damaged and is deleted now: run the command again")
        return talk.WRONG
    from summit_tui.agenda.errors import AgendaError

    if isinstance(error, QueryError | AgendaError):
        talk.error(str(error))
        if isinstance(error, QueryError):
            talk.point_at(error.text, error.start, error.end)
        return talk.WRONG
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        talk.error(f"{place}{(error.strerror or str(error)).lower()}")
        return talk.WRONG
    return _fault(error)


def _fault(error: Exception) -> int:
    """Say that the program is at fault, and keep what whoever mends it needs to see."""
    from traceback import format_exception

    from summit_tui.catalogue.places import state_folder

    try:
        log = state_folder() / "fault.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(format_exception(error)), encoding="utf-8", errors="replace")
        where = f"what happened is in {log}"
    except OSError:
        where = f"{type(error).__name__}: {error}"
    talk.error(f"this is a fault of summit, not of yours: {where}")
    return talk.WRONG
