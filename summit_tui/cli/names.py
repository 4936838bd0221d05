"""The name of a programme, or of a version of one, as an argument that Tab completes."""

import click
from click.shell_completion import CompletionItem

from summit_tui.catalogue import library, versions


class ProgrammeName(click.ParamType[str]):
    """A programme of the library; with `versions` also one that it kept, with `files` a file."""

    name = "name"

    def __init__(self, *, versions: bool = False, files: bool = True) -> None:
        self._versions = versions
        self._files = files

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the names that begin with what is typed, and else the files."""
        name, sign, _ = incomplete.partition("@")
        if self._versions and sign:
            return [
                CompletionItem(version.label, help=f"{version.at:%Y-%m-%d %H:%M} UTC")
                for version in versions.kept(name)
                if version.label.startswith(incomplete)
            ]
        names = [*library.names(), *(["sample"] if self._files else [])]
        found = [CompletionItem(each) for each in names if each.startswith(incomplete)]
        files = [CompletionItem(incomplete, type="file")] if self._files else []
        return [*found, *files]
