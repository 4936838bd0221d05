"""The page for `man summit`: what `--help` says, as roff (man(7)) for the reader of manuals."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from summit_tui.cli.common import GIVEN
from summit_tui.cli.main import COMMANDS, GROUPS, cli

_HEAD = """\
.\\" Made from the commands by `make docs`.
.TH SUMMIT 1 "" summit-tui "User Commands"
.nh
.ad l
.SH NAME
summit \\- the conference programme in the terminal
"""
_TAIL = """\
.SH EXIT STATUS
.TP
0
Found, or done.
.TP
1
Nothing found; or there is what
.B \\-\\-fail\\-on
names, or
.B check
has only warnings.
.TP
2
Wrong usage or data, or something could not be done; standard error says what.
.TP
130
Interrupted.
.SH ENVIRONMENT
.TP
.B SUMMIT_CATALOGUE
The programme, where
.B \\-\\-catalogue
is not given.
.TP
.B SUMMIT_AGENDA
The agenda file, where
.B \\-\\-agenda
is not given.
.TP
.B NO_COLOR
Nothing is coloured when this is set.
.TP
.BR XDG_DATA_HOME ", " XDG_CONFIG_HOME ", " XDG_STATE_HOME ", " XDG_CACHE_HOME
Where the folders below are made.
.SH FILES
.TP
.I ./sessions.yaml
The programme, where none is named.
.TP
.I \\(ti/.local/share/summit\\-tui
Agendas, and the programmes of this machine with their versions.
.TP
.I \\(ti/.config/summit\\-tui
Settings, saved searches, names for the same thing.
.PP
.B summit doctor
says where they are, and what is wrong with them.
"""

_AS_IT_STANDS = str.maketrans(
    {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}
)
"""Signs that roff would set as a dash, a curly quote or an accent."""


def manual() -> str:
    """Return the whole page."""
    with click.Context(cli, info_name="summit", **cli.context_settings) as outer:
        return _HEAD + "\n".join([*_synopsis(outer), *_commands(outer)]) + "\n" + _TAIL


def _synopsis(outer: click.Context) -> Iterator[str]:
    yield ".SH SYNOPSIS"
    yield ".B summit"
    yield _text(" ".join(cli.collect_usage_pieces(outer)))
    yield ".SH DESCRIPTION"
    yield from _prose(cli.help or "")
    yield ".SH OPTIONS"
    yield "All but the first are options of every command, too."
    yield from _options(cli, outer, all_of_them=True)


def _commands(outer: click.Context) -> Iterator[str]:
    yield ".SH COMMANDS"
    for group, title in GROUPS.items():
        yield f'.SS "{_text(title)}"'
        for name, (where, _) in COMMANDS.items():
            command = cli.get_command(outer, name)
            if where != group or command is None:
                continue
            with click.Context(command, parent=outer, info_name=name) as context:
                usage = " ".join(command.collect_usage_pieces(context))
                yield ".TP"
                yield f"\\fBsummit {_text(name)}\\fR {_text(usage)}"
                yield ".RS"
                yield from _prose(command.help or "")
                yield from _options(command, context)
                yield ".RE"


def _options(
    command: click.Command, context: click.Context, *, all_of_them: bool = False
) -> Iterator[str]:
    for param in command.get_params(context):
        record = param.get_help_record(context) if isinstance(param, click.Option) else None
        common = param.name in GIVEN or "--help" in param.opts
        if record is not None and (all_of_them or not common):
            yield f".TP\n\\fB{_text(record[0])}\\fR"
            yield _text(record[1]) or "\\&"


def _prose(text: str) -> Iterator[str]:
    """Yield paragraphs; one that begins with the sign of click keeps its lines as they are."""
    for paragraph in cleandoc(text).split("\n\n"):
        if paragraph.lstrip().startswith("\b"):
            lines = paragraph.replace("\b", "").strip("\n").split("\n")
            yield from (".PP", ".RS", ".nf", *map(_text, lines), ".fi", ".RE")
        else:
            yield ".PP"
            yield _text(" ".join(paragraph.split()))


def _text(text: str) -> str:
    """Return text that roff shows as it stands, to be copied into a shell."""
    text = text.strip().translate(_AS_IT_STANDS)
    return f"\\&{text}" if text[:1] == "." else text
