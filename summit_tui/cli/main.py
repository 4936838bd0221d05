"""The `summit` command line: which commands there are.

A command's module is imported when the command is used, so that naming it costs nothing; the
import contracts and a test keep textual, rich, yaml and icalendar out of this module's reach.
"""

import os
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from summit_tui import __version__
from summit_tui.cli import ending, talk
from summit_tui.cli.common import GIVEN, given_options, take_given
from summit_tui.cli.start import COMPLETE

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
    "now": ("agenda", "What is on now, and where I must be next."),
    "next": ("agenda", "What I picked that comes next, in one line."),
    "watch": ("agenda", "Follow the clock, and say what of mine comes in time."),
    "report": ("agenda", "The trip report; before the event, pages for notes."),
    "merge": ("agenda", "Take another version of my agenda into it."),
    "gaps": ("agenda", "Where I am free, and what fits there."),
    "plan": ("agenda", "The best feasible agenda from what I want."),
    "swap": ("agenda", "What else I could see in the time of a session."),
    "compare": ("team", "Colleagues' agendas beside mine."),
    "cover": ("team", "Who goes where, so that the fewest wishes of the team go unseen."),
    "import": ("files", "Take in the programme an event publishes."),
    "export": ("files", "Write my agenda, or a search, to a file."),
    "check": ("files", "Look for mistakes in a catalogue file."),
    "schema": ("files", "Print the JSON Schema of a catalogue file."),
    "update": ("events", "Ask the source for news, and say what changed."),
    "diff": ("events", "What changed between two versions, my agenda first."),
    "events": ("events", "List the programmes on this machine."),
    "use": ("events", "Choose the programme to use from anywhere."),
    "demo": ("events", "Make a fictional programme to try things on."),
    "serve": ("machine", "Show the application in a browser."),
    "doctor": ("machine", "Say what is where, and what is wrong with it."),
    "completion": ("machine", "Print the completion script for a shell."),
}
"""Each command with the group it is listed in and its line there."""

GROUPS = {
    "find": "Find",
    "agenda": "My agenda",
    "team": "My team",
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
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"summit_tui.cli.{module}").command
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

            hint = did_you_mean(args[0], COMMANDS)
            hint = f"{hint} " if hint else ""
            ctx.fail(f"there is no command {args[0]!r}: {hint}summit search WORDS finds sessions")
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
        return result if isinstance(result, int) else talk.DONE
    except click.ClickException as error:
        return _usage(error)
    except click.Abort:
        return ending.INTERRUPTED
    except SystemExit:
        return talk.DONE  # click's way out where it notices first that nobody reads any more
    except (Exception, KeyboardInterrupt) as error:
        return ending.code_of(error)


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
