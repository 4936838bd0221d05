"""`summit completion`: the completion script for a shell."""

import os
from pathlib import Path

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    add_completion_class,
    get_completion_class,
)

from summit_tui.cli import out, talk
from summit_tui.cli.common import OneOf
from summit_tui.cli.desk import Desk
from summit_tui.cli.options import with_desk
from summit_tui.cli.start import COMPLETE

_WHERE = {
    "bash": 'eval "$(summit completion bash)"   # in ~/.bashrc',
    "zsh": 'eval "$(summit completion zsh)"   # in ~/.zshrc, after compinit',
    "fish": "summit completion fish > ~/.config/fish/completions/summit.fish",
}

_BASH = """\
%(complete_func)s() {
    local kind value
    COMPREPLY=()
    while IFS=, read -r kind value; do
        case $kind in
            dir) compopt -o dirnames 2>/dev/null ;;
            file) compopt -o default 2>/dev/null ;;
            plain)
                COMPREPLY+=("$value")
                # readline then quotes what needs it, as it does for the names of files
                [[ $value == *[!A-Za-z0-9_./:=,+@-]* ]] && compopt -o filenames 2>/dev/null
                ;;
        esac
    done < <(
        IFS=$'\\n'
        env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" COMP_LINE="${COMP_LINE-}" \\
            %(complete_var)s=bash_complete "$1" 2>/dev/null
    )
    return 0
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null ||
    complete -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """Completion for bash that keeps blanks in values and understands `--option=value`."""

    source_template = _BASH

    @staticmethod
    def _check_version() -> None:
        """Any bash will do; asking which one it is would start one."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the cursor and the one at it.

        Bash makes words of the `=` in `--option=value` and of the `@` in `fosdem@3`, and so may
        split what belongs together.
        """
        words, incomplete = super().get_completion_args()
        *words, incomplete = _glued([*words, incomplete], os.environ.get("COMP_LINE", ""))
        name, sign, _ = incomplete.partition("@")
        self._before = name if sign else ""
        return [word for word in words if word != "="], "" if incomplete == "=" else incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return what bash reads of `item`: without what stands before an `@`.

        That stays on the line: what is completed begins at the sign, as in the name of a host.
        """
        return f"{item.type},{item.value.removeprefix(self._before)}"


def _glued(words: list[str], line: str) -> list[str]:
    """Return `words` with the parts of `fosdem@3` put together again, as they stand in `line`."""
    found: list[str] = []
    for word in words:
        parted = bool(found) and (word[:1] == "@" or found[-1][-1:] == "@")
        if parted and word and found[-1] + word in line:
            found[-1] += word
        else:
            found.append(word)
    return found


class Fish(FishComplete):
    """Completion for fish that keeps commas in values."""

    source_template = FishComplete.source_template.replace(
        'string split ","', 'string split --max 1 ","'
    )


def register() -> None:
    """Make the library answer with the classes above."""
    add_completion_class(Bash)
    add_completion_class(Fish)


@click.command("completion")
@with_desk
@click.argument("shell", required=False, type=OneOf(list(_WHERE)))
def command(desk: Desk, shell: str | None) -> None:
    r"""Print the script that completes commands, options, ids, levels, tracks and speakers.

    \b
    bash:  eval "$(summit completion bash)"   in ~/.bashrc
    zsh:   eval "$(summit completion zsh)"    in ~/.zshrc, after compinit
    fish:  summit completion fish > ~/.config/fish/completions/summit.fish
    """
    from summit_tui.cli.main import cli

    shell = shell or Path(os.environ.get("SHELL", "")).name
    if shell not in _WHERE:
        talk.fail(f"say for which shell: summit completion {'|'.join(_WHERE)}")
    register()
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  click knows the three shells above
    for name in ("summit", "summit-tui"):
        out.write_lines([kind(cli, {}, name, COMPLETE).source()])
    if out.is_terminal():
        talk.say(f"to have it always: {_WHERE[shell]}")
