"""`summit watch`: follow the clock, and say before each of my picks that it comes."""

import os
import shlex
import subprocess
import time
from collections.abc import Sequence

import click

from summit_tui.agenda import now_words
from summit_tui.agenda.errors import AgendaError
from summit_tui.agenda.now import Coming, Now
from summit_tui.agenda.watching import Told, due, mark, seconds_to_next
from summit_tui.catalogue import clock
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.cli import out, talk
from summit_tui.cli.coming import nothing_comes, standing, values
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import circumstances_options, with_desk
from summit_tui.cli.template import filled

_BEFORE = 10
_LOOK_SECONDS = 20.0
"""So often the agenda, the programme and the clock are looked at anew."""
_PATIENCE_SECONDS = 60


@click.command("watch")
@with_desk
@circumstances_options
@click.option(
    "--before",
    type=click.IntRange(1, 10080),  # what begins at this moment comes no more
    default=_BEFORE,
    metavar="MIN",
    help="So many minutes ahead, or when to leave, if that is earlier.",
)
@click.option("--exec", "command_line", metavar="COMMAND", help="Run this for each, too.")
def command(desk: Desk, before: int, command_line: str | None) -> None:
    r"""Say in a line before each of my picks that it comes, until none is left or ctrl+c.

    \b
    summit watch --before 10
    summit watch --exec 'notify-send {title} {line}'
    summit watch --exec 'sh -c "echo $SUMMIT_TITLE | lolcat"'

    COMMAND is run without a shell, so that no title can do harm: {title}, {room}, {line} and the
    other fields of summit next stand for one word each, however long; SUMMIT_TITLE, SUMMIT_ROOM,
    SUMMIT_LINE and SUMMIT_ID are in its environment. What it prints is said on standard error.
    Changes of the agenda or programme count as they are made.
    """
    words = _words(desk, command_line)
    if standing(desk).next is None:
        talk.nothing(nothing_comes(desk))
    told: set[Told] = set()
    trouble = ""
    while True:
        fresh = _anew(desk)
        try:
            now = standing(fresh)
            trouble = ""
        except (AgendaError, CatalogueError, OSError) as error:  # a file is being edited
            trouble = _told_once(error, trouble)
            _wait(_LOOK_SECONDS)
            continue
        for coming in due(now, before, told):
            told.add(mark(coming))
            _tell(fresh, now, coming, words)
        rest = seconds_to_next(now, before, told)
        if rest is None:
            talk.say("nothing more of mine comes")
            return
        _wait(min(max(rest, 1.0), _LOOK_SECONDS))


def _words(desk: Desk, command_line: str | None) -> Sequence[str]:
    """Return the words of the command; ends with 2 when it cannot be one."""
    if command_line is None:
        return ()
    try:
        words = shlex.split(command_line)
    except ValueError as error:
        talk.fail(f"--exec: {error}: {command_line}")
    if not words:
        talk.fail("--exec: there is no command in it")
    now = standing(desk)
    if now.next is not None:  # what is wrong with a template is told now, not in an hour
        for word in words:
            filled(word, values(desk, now, now.next))
    return words


def _anew(desk: Desk) -> Desk:
    """Return a view of the same world as it is now; the clock goes on by itself."""
    fresh = Desk(desk.given._replace(at=None))
    fresh.busy, fresh.walks, fresh.told = desk.busy, desk.walks, desk.told
    return fresh


def _told_once(error: Exception, before: str) -> str:
    told = str(error)
    if told != before:
        talk.say(f"{told}\nstill watching; what was known is told again when it can be read")
    return told


def _tell(desk: Desk, now: Now, coming: Coming, words: Sequence[str]) -> None:
    out.write_lines([now_words.line(coming, now.moment)])
    out.flush()  # whoever reads a pipe is told in time
    if not words:
        return
    told = values(desk, now, coming)
    session = coming.session
    named = {"TITLE": session.title, "ROOM": session.room, "ID": session.id}
    named["LINE"] = str(told["line"])
    environment = os.environ | {f"SUMMIT_{name}": value or "" for name, value in named.items()}
    try:
        ended = subprocess.run(  # noqa: S603  the person's own command, without a shell
            [filled(word, told) for word in words],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_PATIENCE_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        talk.say(f"--exec: {words[0]}: {getattr(error, 'strerror', None) or error}")
        return
    if printed := ended.stdout.decode(errors="replace").rstrip():
        talk.say(printed)  # not to standard output, where one line stands for each pick
    if ended.returncode:
        said = ended.stderr.decode(errors="replace").strip().splitlines()
        talk.say(f"--exec: {words[0]} ended with {ended.returncode}: {' '.join(said[-1:])}")


def _wait(seconds: float) -> None:
    """Let time pass, the pretended one as well."""
    time.sleep(seconds)
    clock.pass_time(seconds)
