"""`summit completion`: the completion script for a shell."""

import os
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from summit_tui.cli import out, talk

_WHERE = {
    "bash": 'eval "$(summit completion bash)"   # in ~/.bashrc',
    "zsh": 'eval "$(summit completion zsh)"   # in ~/.zshrc, after compinit',
    "fish": "summit completion fish > ~/.config/fish/completions/summit.fish",
}


@click.command("completion")
@click.argument("shell", required=False, type=click.Choice(list(_WHERE)))
def command(shell: str | None) -> None:
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
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  click knows the three shells above
    for name in ("summit", "summit-tui"):
        variable = f"_{name.upper().replace('-', '_')}_COMPLETE"
        out.write_lines([kind(cli, {}, name, variable).source()])
    if out.is_terminal():
        talk.say(f"to have it always: {_WHERE[shell]}")
