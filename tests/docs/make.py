"""The pages and pictures that are made from the code; `make docs` writes them.

Each page is a function of the code alone, so that a test can say whether it is current.
"""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from tests.docs.catalogue import catalogue_page
from tests.docs.examples import ROOT
from tests.docs.manual import manual

if TYPE_CHECKING:
    from summit_tui.tui.key import Key

DOCS = ROOT / "docs"
ZONE = "Europe/Paris"
"""Where the reader of the pictures is: where the sample is."""
_KEYS = """\
What each key of the application does. `?` shows it there, beginning with the part of the screen
that has the focus; F1 does so where a question mark would be text. Each can be
[another one](#keys-of-your-own).
"""
_OWN_KEYS = """\
## Keys of your own

`keys.json` in the configuration folder (`summit doctor` says where) gives what a key does another
key, by the name that stands in the last column above:

```json
{"pick": "p", "plan": "space", "search": "/, ctrl+f"}
```

A key is written as it is read here: a letter, a sign, `esc`, `page down`, `F2`, with `ctrl+`,
`alt+` or `shift+` before it; several stand behind commas. The foot of the screen and the help
follow. What is no key, and what takes the key of something else away, is told when the application
starts.
"""


def commands_page() -> str:
    """Return the page of all commands: what `--help` says of each."""
    from summit_tui.cli.main import COMMANDS, GROUPS, cli

    parts = ["# Commands\n", "What `summit --help` and `summit COMMAND --help` say.\n"]
    settings = cli.context_settings
    with click.Context(cli, info_name="summit", **settings) as outer:
        parts.append(_help(cli, outer, "summit"))
        for group, title in GROUPS.items():
            parts.append(f"## {title}\n")
            for name, (where, _) in COMMANDS.items():
                command = cli.get_command(outer, name)
                if where == group and command is not None:
                    parts.append(f"### summit {name}\n\n" + _help(command, outer, name))
    return "\n".join(parts)


def _help(command: click.Command, outer: click.Context, name: str) -> str:
    parent = None if outer.command is command else outer
    with click.Context(
        command,
        parent=parent,
        info_name=name,
        max_content_width=80,
        terminal_width=80,
        help_option_names=outer.help_option_names,
    ) as context:
        return f"```text\n{command.get_help(context)}\n```\n"


def keys_page() -> str:
    """Return the page of the application's keys, and of what one sees in each of its parts."""
    from summit_tui.tui.keys import KEYS, shown
    from summit_tui.tui.parts import PARTS

    parts = ["# Keys\n", _KEYS]
    for group in dict.fromkeys(key.group for key in KEYS):
        those = [key for key in KEYS if key.group == group]
        rows = [f"| {shown(key)} | {key.help} | {_name(key)} |" for key in those]
        table = ["| key | does | name |", "| --- | --- | --- |", *rows]
        parts.append("\n".join([f"## {group}\n", *table, ""]))
    parts.append(_OWN_KEYS)
    parts.append("## What one sees\n")
    for part in PARTS:
        parts.append(f"### {part.title}\n\n{part.text}\n")
        rows = [f"| `{sign}` | {said} |" for sign, said in (*part.marks, *part.also)]
        if rows:
            parts.append("\n".join(["| sign or key | means |", "| --- | --- |", *rows, ""]))
    return "\n".join(parts)


def _name(key: "Key") -> str:
    """Return what `keys.json` calls a key; nothing for digits, which stay what they are."""
    return "" if "{key}" in key.action else f"`{key.id}`"


PAGES: dict[str, Callable[[], str]] = {
    "catalogue.md": catalogue_page,
    "commands.md": commands_page,
    "keys.md": keys_page,
    "summit.1": manual,
}
"""The generated pages of `docs/`."""


def main() -> None:
    """Write the pages and the pictures."""
    from tests.docs.screenshots import drawn

    DOCS.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        Path(DOCS / name).write_text(page(), encoding="utf-8")
    os.environ["TZ"] = ZONE
    time.tzset()
    with TemporaryDirectory() as home:
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{home}/{kind}"  # the drawer's own say nothing
        for name, picture in asyncio.run(drawn()).items():
            Path(DOCS / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
