"""The `summit` command: which commands there are, and how each of them may end.

A command's module is imported when the command is used, so that naming it costs nothing; the
import contracts and a test keep textual, rich, yaml and icalendar out of this module's reach.
"""

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, NoReturn

import click

from summit_tui import __version__
from summit_tui.cli import talk
from summit_tui.cli.given import GIVEN, given_options, take_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summit_tui.catalogue.problems import Problem

COMPLETE = "_SUMMIT_COMPLETE"
"""The variable in which a shell asks for completions, under whatever name it calls the command."""
COMMANDS: dict[str, tuple[str, str]] = {
    "search": ("find", "Find sessions by words and filters."),
    "show": ("find", "Everything on a session, with the conflicts it would make."),
    "add": ("agenda", "Put sessions on my agenda."),
    "remove": ("agenda", "Take sessions off my agenda."),
    "want": ("agenda", "Say how much I want a session: must, want, maybe."),
    "note": ("agenda", "Write a note on a session."),
    "rate": ("agenda", "Rate a session from 1 to 5."),
    "attended": ("agenda", "Say that I was there."),
    "undo": ("agenda", "Take the last change of my agenda back."),
    "redo": ("agenda", "Make the change again that undo took back."),
    "agenda": ("agenda", "My agenda in time order, with conflicts and gaps."),
    "export": ("files", "Write my agenda, or a search, to a file."),
    "check": ("files", "Look for mistakes in a catalogue file."),
    "schema": ("files", "Print the JSON Schema of a catalogue file."),
    "events": ("events", "List the programmes on this machine."),
    "use": ("events", "Choose the programme to use from anywhere."),
    "demo": ("events", "Make a fictional programme to try things on."),
    "doctor": ("machine", "Say what is where, and what is wrong with it."),
    "completion": ("machine", "Print the completion script for a shell."),
}
"""Each command with the group it is listed in and its line there."""

_MOST_TOLD = 20
"""So many errors of a file are shown by a command that wants to use it."""

GROUPS = {
    "find": "Find",
    "agenda": "My agenda",
    "files": "Files",
    "events": "Programmes",
    "machine": "This machine",
}


class Commands(click.Group):
    """The commands of the table, imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"summit_tui.cli.{cmd_name}").command
        # In a docstring \\b stands as two signs; click wants the one that keeps lines as they are.
        command.help = (command.help or "").replace("\\b", "\b")
        command.params.sort(key=lambda param: param.name in GIVEN)  # its own options first
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command meant by `args`, or say which one could have been meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from summit_tui.catalogue.problems import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) or "summit search WORDS finds sessions"
            ctx.fail(f"there is no command {args[0]!r}: {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands in their groups."""
        for group, title in GROUPS.items():
            with formatter.section(title):
                rows = [(name, doc) for name, (where, doc) in COMMANDS.items() if where == group]
                formatter.write_dl(rows)


@click.command(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="summit", message="%(prog)s %(version)s")
@given_options
@click.pass_context
def cli(context: click.Context, /, **options: Any) -> None:
    """Show the conference programme: find sessions, keep my level, build my agenda.

    Without a command it opens the application; without a terminal it prints the programme.
    """
    context.obj = take_given(context, options)
    if context.invoked_subcommand is None:
        from summit_tui.cli.opening import open_or_print

        open_or_print(context.obj)


def run(arguments: list[str]) -> int:
    """Return the exit code of the command line `arguments`, after everything has been said."""
    if COMPLETE in os.environ:
        return _complete()
    try:
        result = cli.main(arguments, prog_name="summit", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else talk.DONE
    except talk.Stop as stop:
        return stop.code
    except click.ClickException as error:
        return _usage(error)
    except (click.Abort, KeyboardInterrupt):
        return 130
    except (BrokenPipeError, SystemExit):
        return talk.DONE  # whoever read has had enough; click leaves with 1 where it notices first
    except Exception as error:
        return _problem(error)


def _complete() -> int:
    """Answer the shell that asks what could stand at the cursor; Tab never says what is wrong."""
    from contextlib import redirect_stderr, suppress
    from io import StringIO

    from summit_tui.cli import completion

    completion.register()
    with redirect_stderr(StringIO()), suppress(Exception, SystemExit):
        cli.main([], prog_name="summit", standalone_mode=False, complete_var=COMPLETE)
    return talk.DONE


def _usage(error: click.ClickException) -> int:
    context: click.Context | None = getattr(error, "ctx", None)
    if isinstance(error, click.NoSuchOption):
        talk.error(_no_such_option(error.option_name, context))
    else:
        talk.error(error.format_message())
    if context is not None:
        talk.say(f"{context.command_path} --help says more")
    return talk.WRONG


def _no_such_option(name: str, context: click.Context | None) -> str:
    from summit_tui.catalogue.problems import did_you_mean

    message = f"there is no option {name}"
    if name[:2] != "--":
        return f"{message}; words that begin with - stand after --"
    options = [opt for param in context.command.params for opt in param.opts] if context else []
    hint = did_you_mean(name[2:], [option[2:] for option in options if option[:2] == "--"])
    return f"{message}: {hint.replace('mean ', 'mean --')}" if hint else message


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

    log = state_folder() / "fault.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(format_exception(error)), encoding="utf-8", errors="replace")
        where = f"what happened is in {log}"
    except OSError:
        where = f"{type(error).__name__}: {error}"
    talk.error(f"this is a fault of summit, not of yours: {where}")
    return talk.WRONG


def main() -> NoReturn:
    """Run the command line of this process and end it.

    Ends without the interpreter's tear-down, which takes longer than a search: everything that
    must be written has been, and nothing registers for exit.
    """
    gc.disable()  # a command is over before there is anything to collect
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            devnull = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123  open to the end
            setattr(sys, name, devnull)
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        pass  # the pipe was closed
    os._exit(code)
